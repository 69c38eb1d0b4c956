import ArgumentParser
import Foundation
import ImportanceWeights
import ShiftReport
import TextRecords
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

    @Argument(
        help: ArgumentHelp(
            "The labelled training corpus: JSON lines, JSON, SQuAD, CSV, TSV, CoNLL or plain text, also as gzip. - is standard input.",
            valueName: "train"))
    var trainFile: String?

    @Argument(help: ArgumentHelp("The unlabelled test corpus.", valueName: "test"))
    var testFile: String?

    @Option(
        name: .customLong("train"),
        help: ArgumentHelp(
            "In place of TRAIN: a file, or a pattern such as 'data/train-*.jsonl'; may be given several times.",
            valueName: "FILE"))
    var trainFiles: [String] = []

    @Option(name: .customLong("test"), help: ArgumentHelp("In place of TEST, likewise.", valueName: "FILE"))
    var testFiles: [String] = []

    @Option(name: .shortAndLong, help: "Folder for the results. Made if it does not exist.")
    var output: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "A field to look at; may be given several times. Default: every text-like field that both sides have.",
            valueName: "NAME[=KEY.PATH]"))
    var field: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Rows with the same value of KEY stay together. Default: rows that share a long text.", valueName: "KEY"))
    var group: String?

    @Option(name: .long, help: ArgumentHelp("The field that names a record; it is never looked at.", valueName: "KEY"))
    var id: String?

    @Option(name: .long, help: "How the corpora are written: auto, jsonl, json, csv, tsv, conll, squad or text.")
    var format: String = "auto"

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Write the rows in their own format too: csv or tsv (tables with two more columns), or squad (the validation set). May be given several times.",
            valueName: "FORMAT"))
    var write: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Write the weighted rows of train.remaining for a tool: vw, fasttext, lightgbm, sklearn or id-weight. May be given several times.",
            valueName: "TOOL"))
    var export: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp("The label's field, for --export vw and fasttext. Default: label.", valueName: "KEY"))
    var label: String?

    @Option(name: .long, help: "Everything random follows from this number.")
    var seed: UInt64 = 42

    @Option(name: .long, help: "Threads to work on; they never change the result. Default: all processors.")
    var threads: Int?

    @Option(name: .long, help: "Folds of cross-fitting, 2 to 64.")
    var folds: Int = 5

    @Option(
        name: .long,
        help: ArgumentHelp(
            "How the density ratio r becomes a weight: ratio, relative:ALPHA (at most 1/ALPHA), clip:C (at most C times the mean) or discriminator.",
            valueName: "FORM"))
    var weight: String = "ratio"

    @Option(name: .long, help: ArgumentHelp("Share of the training rows that the validation set is drawn from.", valueName: "SHARE"))
    var pool: Double = 0.2

    @Option(name: .long, help: ArgumentHelp("Draws for the validation set. Default: as many as the pool has rows.", valueName: "N"))
    var validationSize: Int?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Rows a side that are fitted on; of larger corpora a sample of whole groups is, and every row is scored.",
            valueName: "N"))
    var fitRows: Int = FitBounds().rows

    @Option(
        name: .long,
        help: ArgumentHelp("Memory for the features that are fitted on, such as 512MiB or 2GiB.", valueName: "SIZE"))
    var fitMemory: String = "512MiB"

    @Option(name: .long, help: ArgumentHelp("Refit B times for the p-value (slow). Default: permute held-out groups.", valueName: "B"))
    var permutations: Int?

    @Flag(name: .long, help: "Replace sample_weight and p_test where records have them already.")
    var overwriteKeys = false

    @Flag(name: .long, help: "Replace results that the output folder holds already.")
    var force = false

    @Option(name: .long, help: ArgumentHelp("What to do about a line that is no record: stop, or skip and count it.", valueName: "stop|skip"))
    var onError: String = "stop"

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Leave out the rows that a review drops: review.jsonl, as report.html saves it.", valueName: "FILE"))
    var exclude: String?

    @OptionGroup var reading: LanguageOption

    @Flag(name: .long, help: "Show the seconds that each stage took on standard error.")
    var timings = false

    @Flag(name: .shortAndLong, help: "Say nothing but errors; with --output not even the summary.")
    var quiet = false

    func validate() throws {
        func check(_ holds: Bool, _ message: String) throws {
            if !holds { throw ValidationError(message) }
        }
        try check((2...64).contains(folds), "--folds is \(folds), expected 2 to 64.")
        try check(pool > 0 && pool <= 1, "--pool is \(pool), expected a share above 0 and at most 1.")
        try check(validationSize.map { $0 >= 1 } ?? true, "--validation-size must be at least 1.")
        try check(
            validationSize.map { $0 <= Self.mostDraws } ?? true, "--validation-size must be at most \(Self.mostDraws).")
        try check(output != "", "--output is empty, expected the name of a folder.")
        try check(fitRows >= 1, "--fit-rows must be at least 1.")
        try check(
            ByteSize(parsing: fitMemory) != nil, "--fit-memory is \"\(fitMemory)\", expected a size such as 512MiB or 2GiB.")
        try check(permutations.map { $0 >= 1 } ?? true, "--permutations must be at least 1.")
        try check(threads.map { $0 >= 1 } ?? true, "--threads must be at least 1.")
        try check(
            format == "auto" || RecordFormat(rawValue: format) != nil,
            "--format is \"\(format)\", expected auto, \(RecordFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
        for name in write {
            try check(
                OutputFormat(rawValue: name) != nil, "--write is \"\(name)\", expected \(Self.list(OutputFormat.self)).")
        }
        for name in export {
            try check(
                ExportFormat(rawValue: name) != nil, "--export is \"\(name)\", expected \(Self.list(ExportFormat.self)).")
        }
        try check(output != nil || write.isEmpty, "--write needs --output, the folder to write to.")
        try check(output != nil || export.isEmpty, "--export needs --output, the folder to write to.")
        try check(ErrorPolicy(rawValue: onError) != nil, "--on-error is \"\(onError)\", expected stop or skip.")
        let areOptions = !trainFiles.isEmpty || !testFiles.isEmpty
        try check(
            areOptions ? trainFile == nil && !trainFiles.isEmpty && !testFiles.isEmpty : testFile != nil,
            "Give TRAIN and TEST, or --train and --test.")
        try check(
            (train + test).count { $0 == RecordStream.standardInput } <= 1, "Only one file can be standard input.")
        do {
            _ = try options()
        } catch {
            let message = ErrorMessages.text(for: error) ?? "\(error)"
            // The parser puts "Error: " before what it is given.
            throw ValidationError(message.hasPrefix("error: ") ? String(message.dropFirst(7)) : message)
        }
    }

    func run() throws {
        let options = try options()
        if let output {
            // Found out now, not after the work: whether the folder can be written and is free.
            try Interrupts.heldBack {
                try OutputFolder(path: output, replacing: force, names: AnalysisOutput.names(options)).abandon()
            }
        }
        let progress = ProgressLine(isShown: Terminal.isWatched && !quiet, bytes: inputBytes)
        var analysis: Analysis
        do {
            analysis = try analyze(
                train: FilePattern.expanded(train), test: FilePattern.expanded(test), options: options
            ) { progress.show($0) }
            if let output {
                // From the first hidden file to the last rename an interrupt waits: until the work is done, or for as long
                // as it takes to see it and take everything away.
                analysis = try Interrupts.heldBack {
                    try analysis.write(
                        to: output, replacing: force, progress: { progress.show($0) }, isStopped: { Interrupts.isWaiting })
                }
            }
            progress.clear()
        } catch {
            progress.clear()
            throw error
        }
        if !quiet { Terminal.error(Notes.lines(analysis.summary).map { "note: \($0)\n" }.joined()) }
        if timings { Terminal.error(Notes.timings(analysis.timings)) }
        if !quiet || output == nil {
            let language = options.language ?? Language.ofCorpora(analysis.summary)
            let text = TerminalSummary(
                analysis.summary, language: language, width: Terminal.width, isStyled: Terminal.isStyled
            ).text
            let out = OutputFile.standardOutput()
            try out.write(text)
            try out.flush()
        }
    }

    /// Most draws for the validation set: the list of them has to fit in memory.
    static let mostDraws = 100_000_000

    /// What was named on either side.
    private var train: [String] { trainFiles + [trainFile].compactMap { $0 } }
    private var test: [String] { testFiles + [testFile].compactMap { $0 } }

    /// The values of an option, as a sentence has them.
    private static func list<Value: CaseIterable & RawRepresentable<String>>(_ values: Value.Type) -> String {
        let names = values.allCases.map(\.rawValue)
        return names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
    }

    /// Bytes of both inputs together; nil where one is no plain file.
    private var inputBytes: Int? {
        var sum = 0
        for path in FilePattern.expanded(train + test) {
            var status = stat()
            guard path != "-", stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
            sum += Int(status.st_size)
        }
        return sum
    }

    /// What was typed, as it is meant.
    func options() throws -> AnalysisOptions {
        var options = AnalysisOptions()
        options.fields = try field.map { try FieldPath(parsing: $0) }
        options.groupKey = try group.map { try FieldPath(parsing: $0) }
        options.idKey = id
        options.format = RecordFormat(rawValue: format)
        options.writes = write.compactMap { OutputFormat(rawValue: $0) }
        options.exports = export.compactMap { ExportFormat(rawValue: $0) }
        options.labelKey = label
        options.seed = seed
        options.threads = threads ?? options.threads
        options.folds = folds
        options.weighting = try Weighting(parsing: weight)
        options.poolShare = pool
        options.validationSize = validationSize
        options.overwritesKeys = overwriteKeys
        options.onError = ErrorPolicy(rawValue: onError) ?? .stop
        options.permutations = permutations
        options.review = exclude
        options.language = reading.chosen
        options.fitBounds = FitBounds(rows: fitRows, memory: ByteSize(parsing: fitMemory)?.bytes ?? FitBounds().memory)
        return options
    }
}
