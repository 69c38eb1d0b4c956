import ArgumentParser
import Foundation
import ShiftReport
import TextShift

/// `textshift split`: other validation sets from an analysis.
struct SplitCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "split",
            abstract: say.aboutSplit,
            usage: "textshift split <dir> [--method <method>] [--output <output>] ...",
            discussion: Discussion.text(
                say.moreOnSplit + "\n\n" + say.moreOnLabelFirst,
                examples: """
                      textshift split result --method resample --seed 7 --output split-7
                      textshift split result --method kfold --folds 5 --output folds
                      textshift split result --compare
                      textshift split result --method label-first -n 200 --output to-label
                      textshift split result --method label-first --target-width 5 --output to-label
                      textshift score -m result/model.textshift traffic.jsonl > scored.jsonl
                      textshift split scored.jsonl --method label-first -n 200 -o to-label
                    """))
    }

    /// The names of `--method`.
    private static let methods = SplitMethod.allCases.map(\.rawValue) + LabelFirstMethod.allCases.map(\.rawValue)

    @Argument(
        help: ArgumentHelp(say.argumentFolderThere, valueName: "dir"),
        completion: .directory)
    var folder: String

    @Option(
        name: .long,
        help: ArgumentHelp(say.optionMethod, valueName: "method"),
        completion: .list(methods))
    var method: String = "resample"

    @Option(
        name: [.long, .customShort("n")],
        help: ArgumentHelp(say.optionSize, valueName: "N"))
    var size: Int?

    @Option(
        name: .long,
        help: ArgumentHelp(say.optionSplitPool, valueName: "SHARE"))
    var pool: Double?

    @Option(name: .long, help: ArgumentHelp(say.optionTargetWidth, valueName: "POINTS"))
    var targetWidth: Double?

    @Option(name: .long, help: ArgumentHelp(say.optionStrataConfidence, valueName: "KEY"))
    var confidence: String?

    @Option(name: .long, help: ArgumentHelp(say.optionTestConfidences, valueName: "FILE"), completion: .file())
    var testConfidences: String?

    @Option(name: .long, help: ArgumentHelp(say.optionEarlierLabels, valueName: "FILE"), completion: .file())
    var labelledTest: String?

    @Option(name: .long, help: ArgumentHelp(say.optionStratify, valueName: "KEY"))
    var stratify: String?

    @Option(name: .long, help: ArgumentHelp(say.optionSplitSeed, valueName: "SEED"))
    var seed: UInt64?

    @Option(name: .long, help: ArgumentHelp(say.optionParts, valueName: "K"))
    var folds: Int = 5

    @Flag(
        name: .long,
        help: ArgumentHelp(say.optionCompare))
    var compare = false

    @Option(
        name: .shortAndLong, help: ArgumentHelp(say.optionSplitOutput),
        completion: .directory)
    var output: String?

    @Option(name: .long, help: ArgumentHelp(say.optionSplitFigures, valueName: "FILE"), completion: .file())
    var figures: String?

    @Flag(name: .long, help: ArgumentHelp(say.optionForceFolder))
    var force = false

    @OptionGroup var inputs: InputOptions

    @OptionGroup var language: LanguageOption

    @OptionGroup var events: EventsOption

    func validate() throws {
        let names = Self.methods
        try check(
            names.contains(method),
            say.notAmong(option: "--method", value: method, expected: say.either(names: names)))
        try check(output != nil || compare || figures != nil, say.giveOutputOrCompare)
        try check(output != "", say.empty(option: "--output", expected: say.nameOfFolder))
        try check(size.map { $0 >= 1 } ?? true, say.leastOf(option: "--size", least: 1))
        try check(
            size.map { $0 <= AnalyzeCommand.mostDraws } ?? true, say.mostOf(option: "--size", most: AnalyzeCommand.mostDraws))
        try check(size == nil || method != "kfold", say.noSizeForFolds)
        try check(
            pool.map { $0 > 0 && $0 <= 1 } ?? true,
            say.outOfRange(option: "--pool", value: "\(pool ?? 0)", expected: say.shareUpToOne))
        if LabelFirstMethod(rawValue: method) != nil {
            try check((size != nil) != (targetWidth != nil), say.methodNeedsSize(method: method))
            try check(
                targetWidth.map { $0 > 0 && $0 <= 100 } ?? true,
                say.outOfRange(
                    option: "--target-width", value: "\(targetWidth ?? 0)", expected: say.fromTo(least: "0", greatest: "100")))
            if isStream {
                try check(
                    method == LabelFirstMethod.labelFirst.rawValue && testConfidences == nil && labelledTest == nil
                        && inputs.reread.train.isEmpty && inputs.reread.test.isEmpty, say.streamTakes)
            } else {
                try check((confidence == nil) == (testConfidences == nil), say.confidencesTogether)
            }
            try check(
                output != nil && !compare && pool == nil && figures == nil,
                say.methodNeedsOutput(method: method))
        } else {
            try check(
                targetWidth == nil && confidence == nil && testConfidences == nil && labelledTest == nil, say.onlyToLabel)
        }
        try check(
            (2...255).contains(folds),
            say.outOfRange(option: "--folds", value: "\(folds)", expected: say.fromTo(least: "2", greatest: "255")))
    }

    func run() throws {
        if let method = LabelFirstMethod(rawValue: method), let output {
            return try drawToLabel(method, output)
        }
        var options = SplitOptions()
        options.method = SplitMethod(rawValue: method) ?? .resample
        options.stratifyKey = stratify
        (options.size, options.poolShare, options.seed, options.folds) = (size, pool, seed, folds)
        options.compares = compare
        options.reread = inputs.reread
        if let output {
            // Checked now, not after the work.
            try Interrupts.heldBack { try OutputFolder(path: output, replacing: force, names: Split.names(options)).abandon() }
        }
        if let figures { try Interrupts.heldBack { try Split.checkPlace(figures, replacing: force) } }
        let folder = try AnalysisFolder(folder)
        let found = try folder.split(options)
        if let figures { try Interrupts.heldBack { try found.write(figuresTo: figures, replacing: force) } }
        if let output { try Interrupts.heldBack { try found.write(to: output, replacing: force) } }
        if figures == StandardInput.name { return }
        try Terminal.output(SplitText(found.summary, language: language.ofTerminal(folder)).text)
    }

    /// Whether the rows come from a file of scored records, not from an analysis.
    private var isStream: Bool {
        var isFolder: ObjCBool = false
        return folder == StandardInput.name
            || FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) && !isFolder.boolValue
    }

    /// Rows of TEST to label.
    private func drawToLabel(_ method: LabelFirstMethod, _ output: String) throws {
        try Interrupts.heldBack { try OutputFolder(path: output, replacing: force, names: [LabelFirst.name]).abandon() }
        var options = LabelFirstOptions()
        (options.method, options.size, options.targetWidth, options.seed) = (method, size, targetWidth, seed)
        (options.confidenceKey, options.testConfidences, options.labelled) = (confidence, testConfidences, labelledTest)
        options.reread = inputs.reread
        if isStream {
            let draw = try Interrupts.atGoodPlaces { isAsked in
                try LabelFirst(stream: self.folder, options, isStopped: isAsked)
            }
            try Interrupts.heldBack { try draw.write(to: output, replacing: force) }
            return try Terminal.output(LabelFirstText.text(draw, language: language.ofTerminal(Language.english)))
        }
        let folder = try AnalysisFolder(folder)
        let draw = try folder.labelFirst(options)
        try Interrupts.heldBack { try draw.write(to: output, replacing: force) }
        try Terminal.output(LabelFirstText.text(draw, language: language.ofTerminal(folder)))
    }
}
