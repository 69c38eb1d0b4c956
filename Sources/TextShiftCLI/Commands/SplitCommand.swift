import ArgumentParser
import Foundation
import ShiftReport
import TextShift

/// `textshift split`: other validation sets from an analysis.
struct SplitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "split",
        abstract: "Take another validation set from TRAIN.",
        usage: "textshift split <dir> [--method <method>] [--output <output>] ...",
        discussion: """
            resample draws with replacement, so that the set is like TEST; weighted takes rows at random, with weights; \
            without-replacement draws each row once at most; top takes the most test-like rows; kfold makes parts, each \
            with weights. Groups stay whole. Writes validation.jsonl and train.remaining.jsonl (kfold: fold.1.validation.jsonl \
            and so on) and split.json. --compare sets all methods side by side.

            label-first draws rows of TEST to label, more of the most test-like, each with its inclusion_probability, so that \
            estimates stay unbiased: the mean of value / probability over all rows of TEST. no-support draws from those that \
            TRAIN does not support. Both write label-first.jsonl.

            EXAMPLES
              textshift split result --method resample --seed 7 --output split-7
              textshift split result --method kfold --folds 5 --output folds
              textshift split result --compare
              textshift split result --method label-first -n 200 --output to-label
            """)

    /// The names of `--method`.
    private static let methods = SplitMethod.allCases.map(\.rawValue) + LabelFirstMethod.allCases.map(\.rawValue)

    @Argument(
        help: ArgumentHelp("The folder of an analysis: what --output named there.", valueName: "dir"),
        completion: .directory)
    var folder: String

    @Option(
        name: .long,
        help: ArgumentHelp(
            "How rows are taken: resample, weighted, without-replacement, top, kfold, label-first or no-support.",
            valueName: "method"),
        completion: .list(methods))
    var method: String = "resample"

    @Option(
        name: [.long, .customShort("n")],
        help: ArgumentHelp(
            "Rows of the set. Default: as many as the pool has; without replacement as many as the pool is worth.",
            valueName: "N"))
    var size: Int?

    @Option(
        name: .long,
        help: ArgumentHelp("Share of TRAIN that the set is taken from. Default: that of the analysis.", valueName: "SHARE"))
    var pool: Double?

    @Option(name: .long, help: ArgumentHelp("Another seed, another set. Default: that of the analysis.", valueName: "SEED"))
    var seed: UInt64?

    @Option(name: .long, help: ArgumentHelp("Parts of kfold, at least 2.", valueName: "K"))
    var folds: Int = 5

    @Flag(
        name: .long,
        help: "Show all methods: their effective sample size, and whether a discriminator can tell the set from TEST.")
    var compare = false

    @Option(
        name: .shortAndLong, help: "Folder for the files. Made if it does not exist. Without it nothing is written.",
        completion: .directory)
    var output: String?

    @Flag(name: .long, help: "Replace results that the output folder holds already.")
    var force = false

    @OptionGroup var inputs: InputOptions

    @OptionGroup var language: LanguageOption

    func validate() throws {
        let names = Self.methods
        try check(
            names.contains(method),
            "--method is \"\(method)\", expected \(names.dropLast().joined(separator: ", ")) or \(names.last ?? "").")
        try check(output != nil || compare, "Give --output, the folder to write to, or --compare.")
        try check(output != "", "--output is empty, expected the name of a folder.")
        try check(size.map { $0 >= 1 } ?? true, "--size must be at least 1.")
        try check(
            size.map { $0 <= AnalyzeCommand.mostDraws } ?? true, "--size must be at most \(AnalyzeCommand.mostDraws).")
        try check(size == nil || method != "kfold", "--size does not go with kfold: its parts have all rows.")
        try check(pool.map { $0 > 0 && $0 <= 1 } ?? true, "--pool is \(pool ?? 0), expected a share above 0 and at most 1.")
        if LabelFirstMethod(rawValue: method) != nil {
            try check(size != nil, "--method \(method) needs -n, how many rows of TEST to draw.")
            try check(
                output != nil && !compare && pool == nil,
                "--method \(method) needs --output, and goes with neither --compare nor --pool.")
        }
        try check((2...1000).contains(folds), "--folds is \(folds), expected 2 to 1000.")
    }

    func run() throws {
        if let method = LabelFirstMethod(rawValue: method), let output, let size {
            return try drawToLabel(method, size, output)
        }
        var options = SplitOptions()
        options.method = SplitMethod(rawValue: method) ?? .resample
        (options.size, options.poolShare, options.seed, options.folds) = (size, pool, seed, folds)
        options.compares = compare
        options.reread = inputs.reread
        if let output {
            // Checked now, not after the work.
            try Interrupts.heldBack { try OutputFolder(path: output, replacing: force, names: Split.names(options)).abandon() }
        }
        let folder = try AnalysisFolder(folder)
        let found = try folder.split(options)
        if let output { try Interrupts.heldBack { try found.write(to: output, replacing: force) } }
        try Terminal.output(SplitText(found.summary, language: language.language(of: folder)).text)
    }

    /// Rows of TEST to label.
    private func drawToLabel(_ method: LabelFirstMethod, _ size: Int, _ output: String) throws {
        try Interrupts.heldBack { try OutputFolder(path: output, replacing: force, names: [LabelFirst.name]).abandon() }
        let folder = try AnalysisFolder(folder)
        let draw = try folder.labelFirst(size, method: method, seed: seed, reread: inputs.reread)
        try Interrupts.heldBack { try draw.write(to: output, replacing: force) }
        try Terminal.output(LabelFirstText.text(draw, language: language.language(of: folder)))
    }
}
