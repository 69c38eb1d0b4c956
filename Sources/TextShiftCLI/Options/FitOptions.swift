import ArgumentParser
import Foundation
import TextShift

/// What is compared, and how the discriminator is fitted: for all verbs that fit one.
struct FitOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(say.argumentTrain, valueName: "train"),
        completion: .file())
    var trainFile: String?

    @Argument(help: ArgumentHelp(say.argumentTest, valueName: "test"), completion: .file())
    var testFile: String?

    @Option(
        name: .customLong("train"),
        help: ArgumentHelp(say.optionTrain, valueName: "FILE"),
        completion: .file())
    var trainFiles: [String] = []

    @Option(
        name: .customLong("test"), help: ArgumentHelp(say.optionTest, valueName: "FILE"),
        completion: .file())
    var testFiles: [String] = []

    @OptionGroup var discriminator: DiscriminatorOptions

    @Option(
        name: .long,
        help: ArgumentHelp(say.optionExportLabel, valueName: "KEY"))
    var label: String?

    @Option(name: .long, help: ArgumentHelp(say.optionClassPredictions, valueName: "FILE"), completion: .file())
    var predictions: String?

    @Option(name: .long, help: ArgumentHelp(say.optionTestPredictions, valueName: "FILE"), completion: .file())
    var testPredictions: String?

    @Option(name: .long, help: ArgumentHelp(say.optionFolds))
    var folds: Int = 5

    @Option(
        name: .long,
        help: ArgumentHelp(say.optionDropShifted, valueName: "AUC"))
    var dropShifted: Double?

    @Option(
        name: .long,
        help: ArgumentHelp(say.optionFitRows, valueName: "N"))
    var fitRows: Int = FitBounds().rows

    @Option(
        name: .long,
        help: ArgumentHelp(say.optionFitMemory, valueName: "SIZE"))
    var fitMemory: String = "512MiB"

    @Option(
        name: .long,
        help: ArgumentHelp(say.optionOnError, valueName: "stop|skip"),
        completion: .words(ErrorPolicy.self))
    var onError: String = "stop"

    @Option(
        name: .long,
        help: ArgumentHelp(say.optionExclude, valueName: "FILE"),
        completion: .file())
    var exclude: String?

    func validate() throws {
        try check(
            dropShifted.map { $0 > 0.5 && $0 < 1 } ?? true,
            say.outOfRange(option: "--drop-shifted", value: "\(dropShifted ?? 0)", expected: say.areaAboveHalf))
        try check(
            (2...64).contains(folds),
            say.outOfRange(option: "--folds", value: "\(folds)", expected: say.fromTo(least: "2", greatest: "64")))
        try check((predictions == nil) == (testPredictions == nil), say.predictionsTogether)
        try check(
            predictions == nil || (try? Weighting(parsing: discriminator.weight)) == .classPrior, say.predictionsNeedClassPrior)
        try check(fitRows >= 1, say.leastOf(option: "--fit-rows", least: 1))
        try check(
            ByteSize(parsing: fitMemory) != nil, say.notAmong(option: "--fit-memory", value: fitMemory, expected: say.aSize))
        try check(
            ErrorPolicy(rawValue: onError) != nil,
            say.notAmong(option: "--on-error", value: onError, expected: say.either(names: ["stop", "skip"])))
        let areOptions = !trainFiles.isEmpty || !testFiles.isEmpty
        try check(
            areOptions ? trainFile == nil && !trainFiles.isEmpty && !testFiles.isEmpty : testFile != nil,
            say.giveTrainAndTest)
        try check(
            (namedTrain + namedTest).count { $0 == StandardInput.name } <= 1, say.oneStandardInput)
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
        options.labelKey = label
        if let predictions, let testPredictions { options.classPredictions = (predictions, testPredictions) }
        options.folds = folds
        options.dropShifted = dropShifted
        options.onError = ErrorPolicy(rawValue: onError) ?? .stop
        options.review = exclude
        options.fitBounds = FitBounds(rows: fitRows, memory: ByteSize(parsing: fitMemory)?.bytes ?? FitBounds().memory)
        return options
    }
}
