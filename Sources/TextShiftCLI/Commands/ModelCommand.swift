import ArgumentParser
import Foundation
import Statistics
import TextShift

/// `textshift model`: what a model file holds.
struct ModelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "model",
        abstract: "Describe a model file.",
        discussion: """
            Checks the whole file and says what it was fitted on, which fields it looks at and how it weighs.

            EXAMPLES
              textshift model news.model
              textshift model news.model --json | jq .fields
            """)

    @Argument(
        help: ArgumentHelp("A model that `textshift fit` or `textshift analyze` wrote.", valueName: "file"),
        completion: .file())
    var file: String

    @Flag(name: .long, help: "Print JSON.")
    var json = false

    func run() throws {
        let summary = try ModelSummary(contentsOf: file)
        try Terminal.output(json ? summary.json() : ModelText.text(summary, path: file))
    }
}

/// A model in words.
enum ModelText {
    static func text(_ model: ModelSummary, path: String) -> String {
        let fields = model.fields.map { $0.name == $0.path ? $0.name : "\($0.name) (\($0.path))" }.joined(separator: ", ")
        let groups =
            switch model.groupBy {
            case "key": "the key \(model.groupPath ?? "")"
            case "field": "the field \(model.groupPath ?? "")"
            default: "all fields"
            }
        let parts =
            ["\(grouped(model.words)) words", "\(grouped(model.grams)) n-grams"]
            + (model.usesSurface ? ["surface features"] : [])
        let found =
            if model.isShift {
                "a shift"
            } else if model.isFitted {
                "no shift: every p_test is 0.5, every weight 1"
            } else {
                "nothing: a side has too few groups, so nothing was fitted; every p_test is 0.5, every weight 1"
            }
        let rows = [
            ("fitted on", "\(grouped(model.trainRows)) rows of train, \(grouped(model.testRows)) of test"),
            ("found", found),
            ("fields", fields),
            ("groups", "\(grouped(model.groups)) in \(model.folds) folds, by \(groups)"),
            ("looks at", parts.joined(separator: ", ") + (model.isCalibrated ? "; calibrated" : "; not calibrated")),
            ("weights", "\(model.weighting), divided by \(shortest(model.normaliser.reduce(1, *)))"),
            ("seed", "\(model.seed)"),
            ("written by", "textshift \(model.version), ICU \(model.icuVersion)"),
            ("file", "format \(model.format), \(grouped(model.byteCount)) bytes, checksum right"),
        ]
        return "\(ErrorWording.printable(path)): a model of textshift\n"
            + rows.map { "  \($0.padding(toLength: 12, withPad: " ", startingAt: 0))\(ErrorWording.printable($1))\n" }.joined()
    }

    private static func shortest(_ value: Double) -> String { String(format: "%.4g", value) }

    /// A count with commas between thousands.
    private static func grouped(_ count: Int) -> String {
        var digits = String(count)
        var end = digits.count - 3
        while end > 0 {
            digits.insert(",", at: digits.index(digits.startIndex, offsetBy: end))
            end -= 3
        }
        return digits
    }
}
