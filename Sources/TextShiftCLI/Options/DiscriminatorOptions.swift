import ArgumentParser
import TextShift

/// What the discriminator uses, which rows stay together, and what its ratio becomes: for all verbs that fit one.
struct DiscriminatorOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(say.optionField, valueName: "NAME[=KEY.PATH]"))
    var field: [String] = []

    @Option(name: .long, help: ArgumentHelp(say.optionIgnoreField, valueName: "NAME"))
    var ignoreField: [String] = []

    @Option(
        name: .long, help: ArgumentHelp(say.optionIgnoreForm, valueName: "KIND"), completion: .words(FormKind.self))
    var ignoreForm: [String] = []

    @Option(name: .long, help: ArgumentHelp(say.optionTestField, valueName: "NAME=KEY.PATH"))
    var testField: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp(say.optionGroup, valueName: "KEY|none"))
    var group: String?

    @Option(name: .long, help: ArgumentHelp(say.optionID, valueName: "KEY"))
    var id: String?

    @OptionGroup var records: RecordOptions

    @Option(name: .long, help: ArgumentHelp(say.optionSeed))
    var seed: UInt64 = 42

    @Option(
        name: .long,
        help: ArgumentHelp(say.optionWeight, valueName: "FORM"),
        completion: .list(["ratio", "relative:", "clip:", "discriminator", "class-prior"]))
    var weight: String = "ratio"

    func validate() throws {
        for kind in ignoreForm {
            try check(
                FormKind(rawValue: kind) != nil,
                say.notAmong(
                    option: "--ignore-form", value: kind, expected: say.either(names: FormKind.allCases.map(\.rawValue))))
        }
    }

    /// The typed options, interpreted.
    func options() throws -> AnalysisOptions {
        var options = AnalysisOptions()
        options.fields = try field.map { try FieldPath(parsing: $0) }
        options.ignoredFields = ignoreField
        options.ignoredForms = Set(ignoreForm.compactMap { FormKind(rawValue: $0) })
        options.testFields = try testField.map { try FieldPath(parsing: $0) }
        try options.setGroup(group)
        options.idKey = id
        options.reading = records.reading
        options.threads = records.threads.count
        options.seed = seed
        options.weighting = try Weighting(parsing: weight)
        return options
    }
}
