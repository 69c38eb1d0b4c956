import ArgumentParser
import Foundation
import ShiftReport
import TextShift

/// `textshift analyze`: the main job.
struct AnalyzeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "analyze",
        abstract: "Compare TRAIN with TEST, weigh TRAIN and draw a validation set.",
        discussion: """
            Prints what shifted and whether weighting can be trusted. With --output it writes the weighted training set, \
            the scored test set, a validation set drawn to resemble the test set, the rest of the training set, and a \
            report. Without --output it writes nothing.

            EXAMPLES
              textshift analyze train.jsonl test.jsonl
              textshift analyze train.jsonl test.jsonl --field question --output result
              textshift analyze train.jsonl test.jsonl --field text=data.body --group author
              textshift analyze --train reviews.csv --train 'more/*.csv.gz' --test live.csv
            """)

    @Option(name: .shortAndLong, help: "Folder for the results. Made if it does not exist.", completion: .directory)
    var output: String?

    @OptionGroup var fitting: FitOptions

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Write the rows in their own format too: csv or tsv (tables with two more columns), or squad (the validation set). May be given several times.",
            valueName: "FORMAT"),
        completion: .words(OutputFormat.self))
    var write: [String] = []

    @Flag(name: .long, help: "Write the record files as gzip: train.weighted.jsonl.gz and so on.")
    var gzip = false

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Write the weighted rows of train.remaining for a tool: vw, fasttext, lightgbm, sklearn or id-weight. May be given several times.",
            valueName: "TOOL"),
        completion: .words(ExportFormat.self))
    var export: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp("The label's field, for --export vw and fasttext. Default: label.", valueName: "KEY"))
    var label: String?

    @Option(
        name: .long, help: ArgumentHelp("Share of the training rows that the validation set is drawn from.", valueName: "SHARE")
    )
    var pool: Double = 0.2

    @Option(
        name: .long, help: ArgumentHelp("Draws for the validation set. Default: as many as the pool has rows.", valueName: "N"))
    var validationSize: Int?

    @Option(
        name: .long,
        help: ArgumentHelp("Refit B times for the p-value (slow). Default: permute held-out groups.", valueName: "B"))
    var permutations: Int?

    @Flag(name: .long, help: "Replace sample_weight and p_test where records have them already.")
    var overwriteKeys = false

    @Flag(name: .long, help: "Replace results that the output folder holds already.")
    var force = false

    @OptionGroup var language: LanguageOption

    @Flag(name: .long, help: "Show the seconds that each stage took on standard error.")
    var timings = false

    @Flag(name: .shortAndLong, help: "Say nothing but errors; with --output not even the summary.")
    var quiet = false

    func validate() throws {
        try check(pool > 0 && pool <= 1, "--pool is \(pool), expected a share above 0 and at most 1.")
        try check(validationSize.map { $0 >= 1 } ?? true, "--validation-size must be at least 1.")
        try check(
            validationSize.map { $0 <= Self.mostDraws } ?? true, "--validation-size must be at most \(Self.mostDraws).")
        try check(output != "", "--output is empty, expected the name of a folder.")
        try check(permutations.map { $0 >= 1 } ?? true, "--permutations must be at least 1.")
        for name in write {
            try check(
                OutputFormat(rawValue: name) != nil, "--write is \"\(name)\", expected \(Self.list(OutputFormat.self)).")
        }
        for name in export {
            try check(
                ExportFormat(rawValue: name) != nil, "--export is \"\(name)\", expected \(Self.list(ExportFormat.self)).")
        }
        try check(output != nil || !gzip, "--gzip needs --output, the folder to write to.")
        try check(output != nil || write.isEmpty, "--write needs --output, the folder to write to.")
        try check(output != nil || export.isEmpty, "--export needs --output, the folder to write to.")
        try ErrorMessages.asUsage { _ = try options() }
    }

    func run() throws {
        let (options, files) = (try options(), outputOptions)
        if let output {
            // Checked now, not after the work: whether the folder can be written to and is free.
            try Interrupts.heldBack { try AnalysisFolder.checkPlace(output, replacing: force, options: files) }
        }
        let progress = ProgressLine(isShown: Terminal.isWatched && !quiet, bytes: fitting.fittedBytes)
        var summary: ShiftSummary
        var stages: StageTimings
        do {
            let (analysis, writer) = try analyze(
                train: .files(fitting.train), test: .files(fitting.test), options: options, output: files
            ) { progress.show($0) }
            (summary, stages) = (analysis.summary, analysis.timings)
            if let output {
                // From the first hidden file to the last rename, an interrupt is held back until the work is done, or until it
                // is noticed and everything is removed.
                let written = try Interrupts.heldBack {
                    try writer.write(
                        to: output, replacing: force, progress: { progress.show($0) }, isStopped: { Interrupts.isWaiting })
                }
                (summary, stages) = (written.folder.summary, written.timings)
            }
            progress.clear()
        } catch {
            progress.clear()
            throw error
        }
        if !quiet { Terminal.error(Notes.lines(FittedCorpora(summary)).map { "note: \($0)\n" }.joined()) }
        if timings { Terminal.error(Notes.timings(stages)) }
        if !quiet || output == nil {
            let text = TerminalSummary(
                summary, language: files.language ?? Language.ofCorpora(summary), width: Terminal.width,
                isStyled: Terminal.isStyled
            ).text
            try Terminal.output(text)
        }
    }

    /// Maximum number of draws for the validation set: the list of them has to fit in memory.
    static let mostDraws = 100_000_000

    /// The values of an option, joined for a sentence.
    private static func list<Value: CaseIterable & RawRepresentable<String>>(_ values: Value.Type) -> String {
        let names = values.allCases.map(\.rawValue)
        return names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
    }

    /// The typed options, interpreted.
    func options() throws -> AnalysisOptions {
        var options = try fitting.options()
        options.labelKey = label
        options.poolShare = pool
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
        options.language = language.chosen
        return options
    }
}
