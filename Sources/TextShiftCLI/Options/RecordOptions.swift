import ArgumentParser
import TextShift

/// `--format` and `--threads` of the verbs that read records of any format.
struct RecordOptions: ParsableArguments {
    @Option(
        name: .customLong("format"), help: ArgumentHelp(say.optionFormat),
        completion: .words(RecordFormat.self, and: "auto"))
    var name: String = "auto"

    @OptionGroup var threads: ThreadsOption

    /// nil for `auto`.
    var format: RecordFormat? { RecordFormat(rawValue: name) }

    func validate() throws {
        try check(
            name == "auto" || format != nil,
            say.notAmong(
                option: "--format", value: name, expected: say.either(names: ["auto"] + RecordFormat.allCases.map(\.rawValue))))
    }
}
