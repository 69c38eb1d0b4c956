import ArgumentParser
import Foundation
import ShiftReport
import TextShift

/// `textshift check`: gates for continuous integration.
struct CheckCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "check",
            abstract: say.aboutCheck,
            usage: "textshift check <dir> [--max-auc <AUC>] [--min-ess <N|N%>] ...",
            discussion: Discussion.text(
                say.moreOnCheck,
                examples: """
                      textshift check result --max-auc 0.7 --min-ess 500
                      textshift check result --min-ess 30% --max-no-support 5% --junit gates.xml
                      textshift check result --trusted --max-duplicates 0 >> "$GITHUB_STEP_SUMMARY"
                    """))
    }

    @OptionGroup var folder: FolderArgument

    @Option(name: .long, help: ArgumentHelp(say.optionMaxAUC, valueName: "AUC"))
    var maxAuc: Double?

    @Option(
        name: .long,
        help: ArgumentHelp(say.optionMinESS, valueName: "N|N%"))
    var minEss: String?

    @Option(name: .long, help: ArgumentHelp(say.optionMinGroups, valueName: "N"))
    var minGroups: Int?

    @Option(name: .long, help: ArgumentHelp(say.optionMaxLeft, valueName: "SHARE"))
    var maxLeft: String?

    @Option(name: .long, help: ArgumentHelp(say.optionMinContent, valueName: "SHARE"))
    var minContent: String?

    @Option(name: .long, help: ArgumentHelp(say.optionMeanRatio, valueName: "LOW:HIGH"))
    var meanRatio: String?

    @Option(name: .long, help: ArgumentHelp(say.optionMaxNoSupport, valueName: "SHARE"))
    var maxNoSupport: String?

    @Option(
        name: .long,
        help: ArgumentHelp(say.optionMaxDuplicates, valueName: "SHARE"))
    var maxDuplicates: String?

    @Flag(name: .long, help: ArgumentHelp(say.optionTrusted))
    var trusted = false

    @Option(name: .long, help: ArgumentHelp(say.optionJUnit, valueName: "FILE"), completion: .file())
    var junit: String?

    @Flag(name: .long, help: ArgumentHelp(say.optionForceFile))
    var force = false

    @OptionGroup var language: LanguageOption

    @OptionGroup var events: EventsOption

    func validate() throws { _ = try gates() }

    func run() throws {
        let read = try folder.read()
        let summary = read.summary
        let results = try gates().results(summary)
        let report = GateReport(results, language: language.ofTerminal(Language.ofCorpora(summary)))
        if let junit {
            let name = (folder.path as NSString).standardizingPath
            let document = GateReport(results, language: language.ofFiles ?? Language.ofCorpora(summary))
            try Interrupts.heldBack {
                try OutputFolder.write(
                    document.junit(analysis: (name as NSString).lastPathComponent), toFile: junit,
                    replacing: force || holdsGates(junit), sparing: read.record.paths?.all ?? [])
            }
        }
        try Terminal.output(report.markdown)
        if !report.reasons.isEmpty { throw GateFailure(reasons: report.reasons) }
    }

    /// Whether a file is what an earlier run wrote, or empty. Nothing is read of a device or a pipe, which would be waited for.
    private func holdsGates(_ path: String) -> Bool {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, let file = FileHandle(forReadingAtPath: path)
        else { return false }
        let start = (try? file.read(upToCount: 400)) ?? Data()
        return start.isEmpty || GateReport.isJUnit(String(decoding: start, as: UTF8.self))
    }

    private func gates() throws -> Gates {
        var gates = Gates()
        if let maxAuc {
            guard (0.5...1).contains(maxAuc) else {
                throw ValidationError(
                    say.outOfRange(option: "--max-auc", value: "\(maxAuc)", expected: say.fromTo(least: "0.5", greatest: "1")))
            }
            gates.maximumAUC = maxAuc
        }
        if let minEss {
            if minEss.hasSuffix("%") {
                gates.minimumEffective = (try share(minEss, "--min-ess"), true)
            } else {
                // A share without a percent sign would be a limit that everything meets.
                guard let rows = Double(minEss), rows.isFinite, rows >= 0, rows == rows.rounded() else {
                    throw ValidationError(
                        say.notAmong(option: "--min-ess", value: minEss, expected: say.rowsOrPercentage))
                }
                gates.minimumEffective = (rows, false)
            }
        }
        if let minGroups {
            guard minGroups >= 0 else {
                throw ValidationError(
                    say.outOfRange(option: "--min-groups", value: "\(minGroups)", expected: say.atLeast(limit: "0")))
            }
            gates.minimumGroups = Double(minGroups)
        }
        gates.maximumLeft = try maxLeft.map { try share($0, "--max-left") }
        gates.minimumContent = try minContent.map { try share($0, "--min-content") }
        gates.meanRatios = try meanRatio.map { try range($0, "--mean-ratio") }
        gates.maximumNoSupport = try maxNoSupport.map { try share($0, "--max-no-support") }
        gates.maximumDuplicates = try maxDuplicates.map { try share($0, "--max-duplicates") }
        gates.requiresTrust = trusted
        let given = [
            maxAuc != nil, minEss != nil, minGroups != nil, maxLeft != nil, minContent != nil, meanRatio != nil,
            maxNoSupport != nil,
            maxDuplicates != nil, trusted,
        ]
        guard given.contains(true) else { throw ValidationError(say.giveALimit) }
        return gates
    }

    /// `0.8:1.25`.
    private func range(_ text: String, _ option: String) throws -> ClosedRange<Double> {
        let ends = text.split(separator: ":", omittingEmptySubsequences: false).map { Double($0) }
        guard ends.count == 2, let low = ends[0], let high = ends[1], low.isFinite, high.isFinite, low >= 0, low <= high else {
            throw ValidationError(say.notAmong(option: option, value: text, expected: say.aRange))
        }
        return low...high
    }

    /// `0.05` or `5%`, 0 to 1.
    private func share(_ text: String, _ option: String) throws -> Double {
        let isPercent = text.hasSuffix("%")
        let value = Double(isPercent ? String(text.dropLast()) : text).map { isPercent ? $0 / 100 : $0 }
        guard let value, (0...1).contains(value) else {
            throw ValidationError(say.notAmong(option: option, value: text, expected: say.aShare))
        }
        return value
    }
}
