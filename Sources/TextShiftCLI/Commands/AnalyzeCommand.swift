import ArgumentParser
import Foundation
import ShiftReport
import TextShift

/// `textshift analyze`: the main job.
struct AnalyzeCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "analyze",
            abstract: say.aboutAnalyze,
            discussion: Discussion.text(
                say.moreOnAnalyze,
                examples: """
                      textshift analyze train.jsonl test.jsonl
                      textshift analyze train.jsonl test.jsonl --field question --output result
                      textshift analyze train.jsonl test.jsonl --field text=data.body --group author
                      textshift analyze --train reviews.csv --train 'more/*.csv.gz' --test live.csv
                    """))
    }

    @Option(name: .shortAndLong, help: ArgumentHelp(say.optionOutput), completion: .directory)
    var output: String?

    @OptionGroup var fitting: FitOptions

    @Option(
        name: .long,
        help: ArgumentHelp(say.optionWrite, valueName: "FORMAT"),
        completion: .words(OutputFormat.self))
    var write: [String] = []

    @Flag(name: .long, help: ArgumentHelp(say.optionGzip))
    var gzip = false

    @Option(
        name: .long,
        help: ArgumentHelp(say.optionExport, valueName: "TOOL"),
        completion: .words(ExportFormat.self))
    var export: [String] = []

    @Option(
        name: .long, help: ArgumentHelp(say.optionPool, valueName: "SHARE")
    )
    var pool: Double = 0.2

    @Option(name: .long, help: ArgumentHelp(say.optionStratify, valueName: "KEY"))
    var stratify: String?

    @Option(
        name: .long, help: ArgumentHelp(say.optionValidationSize, valueName: "N"))
    var validationSize: Int?

    @Option(
        name: .long,
        help: ArgumentHelp(say.optionPermutations, valueName: "B"))
    var permutations: Int?

    @Flag(name: .long, help: ArgumentHelp(say.optionOverwriteKeys))
    var overwriteKeys = false

    @Flag(name: .long, help: ArgumentHelp(say.optionForceFolder))
    var force = false

    @OptionGroup var results: PartsOptions

    @OptionGroup var language: LanguageOption

    @Flag(name: .long, help: ArgumentHelp(say.optionTimings))
    var timings = false

    @OptionGroup var events: EventsOption

    @Flag(name: .shortAndLong, help: ArgumentHelp(say.optionQuietAnalyze))
    var quiet = false

    func validate() throws {
        try check(pool > 0 && pool <= 1, say.outOfRange(option: "--pool", value: "\(pool)", expected: say.shareUpToOne))
        try check(validationSize.map { $0 >= 1 } ?? true, say.leastOf(option: "--validation-size", least: 1))
        try check(
            validationSize.map { $0 <= Self.mostDraws } ?? true, say.mostOf(option: "--validation-size", most: Self.mostDraws))
        try check(output != "", say.empty(option: "--output", expected: say.nameOfFolder))
        try check(permutations.map { $0 >= 1 } ?? true, say.leastOf(option: "--permutations", least: 1))
        for name in write {
            try check(
                OutputFormat(rawValue: name) != nil,
                say.notAmong(option: "--write", value: name, expected: say.either(names: OutputFormat.allCases.map(\.rawValue)))
            )
        }
        for name in export {
            try check(
                ExportFormat(rawValue: name) != nil,
                say.notAmong(
                    option: "--export", value: name, expected: say.either(names: ExportFormat.allCases.map(\.rawValue))))
        }
        try check(output == nil || results.parts.isEmpty, say.outputOrParts)
        if let shared = results.parts.shared { throw ValidationError(say.sharedPlace(path: shared)) }
        try check(output != nil || !gzip, say.needsOutput(option: "--gzip"))
        try check(output != nil || write.isEmpty, say.needsOutput(option: "--write"))
        try check(output != nil || export.isEmpty, say.needsOutput(option: "--export"))
        try ErrorMessages.asUsage { _ = try options() }
    }

    func run() throws {
        let (options, files, parts) = (try options(), outputOptions, results.parts)
        let inputs = fitting.train + fitting.test + [fitting.exclude].compactMap { $0 }
        if let output {
            // Checked now, not after the work: whether the folder can be written to and is free.
            try Interrupts.heldBack { try AnalysisFolder.checkPlace(output, replacing: force, options: files, sparing: inputs) }
        }
        try Interrupts.heldBack { try parts.check(replacing: force, sparing: inputs) }
        let events = EventStream.current
        let progress = ProgressLine(isShown: Terminal.isWatched && !quiet, bytes: fitting.fittedBytes)
        var summary: ShiftSummary
        var stages: StageTimings
        let show: @Sendable (AnalysisProgress) -> Void = {
            progress.show($0)
            events?.show($0)
        }
        do {
            let (analysis, writer) = try analyze(
                train: .files(fitting.train), test: .files(fitting.test), options: options, output: files,
                progress: show)
            (summary, stages) = (analysis.summary, analysis.timings)
            if let output {
                // From the first hidden file to the last rename, an interrupt is held back until the work is done, or until it
                // is noticed and everything is removed.
                let written = try Interrupts.heldBack {
                    try writer.write(
                        to: output, replacing: force, progress: show, isStopped: { Interrupts.isWaiting })
                }
                (summary, stages) = (written.folder.summary, written.timings)
            } else if !parts.isEmpty {
                (summary, stages) = try Interrupts.heldBack {
                    try writer.write(parts, replacing: force, progress: show, isStopped: { Interrupts.isWaiting })
                }
            }
            progress.clear()
        } catch {
            progress.clear()
            throw error
        }
        let language = language.ofTerminal(Language.ofCorpora(summary))
        let notes = Notes(Wording(language))
        let lines = notes.lines(FittedCorpora(summary))
        for line in lines { events?.note(line) }
        if !quiet { Terminal.notes(lines, Wording(language)) }
        if timings { Terminal.error(notes.timings(stages)) }
        if parts.isEmpty ? !quiet || output == nil : !quiet && !parts.hasStandardOutput {
            let text = TerminalSummary(
                summary, language: language, width: Terminal.width,
                isStyled: Terminal.isStyled
            ).text
            try Terminal.output(text)
        }
    }

    /// Maximum number of draws for the validation set: the list of them has to fit in memory.
    static let mostDraws = 10_000_000

    /// The typed options, interpreted.
    func options() throws -> AnalysisOptions {
        var options = try fitting.options()
        options.poolShare = pool
        options.stratifyKey = stratify
        options.validationSize = validationSize
        options.overwritesKeys = overwriteKeys
        options.permutations = permutations
        return options
    }

    /// Which files to write, and how.
    private var outputOptions: OutputOptions {
        var options = OutputOptions()
        options.writes = write.compactMap { OutputFormat(rawValue: $0) }
        options.exports = export.compactMap { ExportFormat(rawValue: $0) }
        options.isCompressed = gzip
        options.language = language.ofFiles
        return options
    }
}
