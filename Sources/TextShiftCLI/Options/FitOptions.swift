import ArgumentParser
import Foundation
import TextShift

/// What is compared, and how the discriminator is fitted: for all verbs that fit one.
struct FitOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "The labelled training corpus: JSON lines, JSON, SQuAD, CSV, TSV, CoNLL or plain text, also as gzip. - is standard input.",
            valueName: "train"),
        completion: .file())
    var trainFile: String?

    @Argument(help: ArgumentHelp("The unlabelled test corpus.", valueName: "test"), completion: .file())
    var testFile: String?

    @Option(
        name: .customLong("train"),
        help: ArgumentHelp(
            "In place of TRAIN: a file, or a pattern such as 'data/train-*.jsonl'; may be given several times.",
            valueName: "FILE"),
        completion: .file())
    var trainFiles: [String] = []

    @Option(
        name: .customLong("test"), help: ArgumentHelp("In place of TEST, likewise.", valueName: "FILE"),
        completion: .file())
    var testFiles: [String] = []

    @OptionGroup var discriminator: DiscriminatorOptions

    @Option(name: .long, help: "Folds of cross-fitting, 2 to 64.")
    var folds: Int = 5

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Keep from the discriminator the fields or terms that tell the sides apart, until its AUC is below this. The weights then correct for what is left only.",
            valueName: "AUC"))
    var dropShifted: Double?

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

    @Option(
        name: .long,
        help: ArgumentHelp("What to do about a line that is no record: stop, or skip and count it.", valueName: "stop|skip"),
        completion: .words(ErrorPolicy.self))
    var onError: String = "stop"

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Leave out the rows that a review drops: review.jsonl, as report.html saves it.", valueName: "FILE"),
        completion: .file())
    var exclude: String?

    func validate() throws {
        try check(
            dropShifted.map { $0 > 0.5 && $0 < 1 } ?? true,
            "--drop-shifted is \(dropShifted ?? 0), expected an AUC above 0.5 and below 1.")
        try check((2...64).contains(folds), "--folds is \(folds), expected 2 to 64.")
        try check(fitRows >= 1, "--fit-rows must be at least 1.")
        try check(
            ByteSize(parsing: fitMemory) != nil, "--fit-memory is \"\(fitMemory)\", expected a size such as 512MiB or 2GiB.")
        try check(ErrorPolicy(rawValue: onError) != nil, "--on-error is \"\(onError)\", expected stop or skip.")
        let areOptions = !trainFiles.isEmpty || !testFiles.isEmpty
        try check(
            areOptions ? trainFile == nil && !trainFiles.isEmpty && !testFiles.isEmpty : testFile != nil,
            "Give TRAIN and TEST, or --train and --test.")
        try check(
            (namedTrain + namedTest).count { $0 == StandardInput.name } <= 1, "Only one file can be standard input.")
    }

    /// The names given for each side.
    private var namedTrain: [String] { trainFiles + [trainFile].compactMap { $0 } }
    private var namedTest: [String] { testFiles + [testFile].compactMap { $0 } }

    /// The files of each side.
    var train: [String] { FilePattern.expanded(namedTrain) }
    var test: [String] { FilePattern.expanded(namedTest) }

    /// Bytes of both inputs together; nil if one is not a plain file, or if they are more than the fit holds: then part of the
    /// work is on a sample.
    var fittedBytes: Int? {
        var sum = 0
        for path in train + test {
            var status = stat()
            guard path != "-", stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
            sum += Int(status.st_size)
        }
        return sum <= (ByteSize(parsing: fitMemory)?.bytes ?? .max) / 2 ? sum : nil
    }

    /// The typed options, interpreted.
    func options() throws -> AnalysisOptions {
        var options = try discriminator.options()
        options.folds = folds
        options.dropShifted = dropShifted
        options.onError = ErrorPolicy(rawValue: onError) ?? .stop
        options.review = exclude
        options.fitBounds = FitBounds(rows: fitRows, memory: ByteSize(parsing: fitMemory)?.bytes ?? FitBounds().memory)
        return options
    }
}
