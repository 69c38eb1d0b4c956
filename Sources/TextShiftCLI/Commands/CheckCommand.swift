import ArgumentParser
import Foundation
import ShiftReport
import TextShift

/// `textshift check`: gates for continuous integration.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Hold an analysis against limits: exit 1 if one is not kept.",
        usage: "textshift check <dir> [--max-auc <AUC>] [--min-ess <N|N%>] ...",
        discussion: """
            Reads report.json in the folder of an analysis and prints a Markdown table. Shares are written as 0.05 or 5%.

            EXAMPLES
              textshift check result --max-auc 0.7 --min-ess 500
              textshift check result --min-ess 30% --max-no-support 5% --junit gates.xml
              textshift check result --trusted --max-duplicates 0 >> "$GITHUB_STEP_SUMMARY"
            """)

    @OptionGroup var folder: FolderArgument

    @Option(name: .long, help: ArgumentHelp("The largest AUC, 0.5 to 1.", valueName: "AUC"))
    var maxAuc: Double?

    @Option(
        name: .long,
        help: ArgumentHelp("The smallest effective sample size, in rows or in percent of TRAIN.", valueName: "N|N%"))
    var minEss: String?

    @Option(name: .long, help: ArgumentHelp("The largest share of TEST that train has nothing like.", valueName: "SHARE"))
    var maxNoSupport: String?

    @Option(
        name: .long,
        help: ArgumentHelp("The largest share of TEST that is in train too, word for word or nearly.", valueName: "SHARE"))
    var maxDuplicates: String?

    @Flag(name: .long, help: "The weights must be trusted: every condition of the analysis's verdict holds.")
    var trusted = false

    @Option(name: .long, help: ArgumentHelp("Write the results as JUnit XML.", valueName: "FILE"), completion: .file())
    var junit: String?

    @OptionGroup var language: LanguageOption

    func validate() throws { _ = try gates() }

    func run() throws {
        let summary = try folder.read().summary
        let language = language.chosen ?? Language.ofCorpora(summary)
        let report = GateReport(try gates().results(summary), language: language)
        if let junit {
            let name = (folder.path as NSString).standardizingPath
            try Interrupts.heldBack {
                try OutputFolder.write(
                    report.junit(analysis: (name as NSString).lastPathComponent), toFile: junit, replacing: true)
            }
        }
        try Terminal.output(report.markdown)
        if !report.reasons.isEmpty { throw GateFailure(reasons: report.reasons) }
    }

    private func gates() throws -> Gates {
        var gates = Gates()
        if let maxAuc {
            guard (0.5...1).contains(maxAuc) else { throw ValidationError("--max-auc is \(maxAuc), expected 0.5 to 1.") }
            gates.maximumAUC = maxAuc
        }
        if let minEss {
            if minEss.hasSuffix("%") {
                gates.minimumEffective = (try share(minEss, "--min-ess"), true)
            } else {
                // A share without a percent sign would be a limit that everything meets.
                guard let rows = Double(minEss), rows.isFinite, rows >= 0, rows == rows.rounded() else {
                    throw ValidationError(
                        "--min-ess is \"\(minEss)\", expected a number of rows such as 500, or a percentage such as 30%.")
                }
                gates.minimumEffective = (rows, false)
            }
        }
        gates.maximumNoSupport = try maxNoSupport.map { try share($0, "--max-no-support") }
        gates.maximumDuplicates = try maxDuplicates.map { try share($0, "--max-duplicates") }
        gates.requiresTrust = trusted
        guard [maxAuc != nil, minEss != nil, maxNoSupport != nil, maxDuplicates != nil, trusted].contains(true) else {
            throw ValidationError(
                "Give at least one limit: --max-auc, --min-ess, --max-no-support, --max-duplicates or --trusted.")
        }
        return gates
    }

    /// `0.05` or `5%`, 0 to 1.
    private func share(_ text: String, _ option: String) throws -> Double {
        let isPercent = text.hasSuffix("%")
        let value = Double(isPercent ? String(text.dropLast()) : text).map { isPercent ? $0 / 100 : $0 }
        guard let value, (0...1).contains(value) else {
            throw ValidationError("\(option) is \"\(text)\", expected a share such as 0.05 or 5%.")
        }
        return value
    }
}
