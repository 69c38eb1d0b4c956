import ArgumentParser
import TextShift

/// `textshift hash`: the groups of records before there is a model.
struct HashCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "hash",
            abstract: say.aboutHash,
            usage: "textshift hash --field <NAME> ... [<options>] [<file> ...]",
            discussion: Discussion.text(
                say.moreOnHash,
                examples: """
                      textshift hash --field text --long text part-00.jsonl
                    """))
    }

    @Argument(help: ArgumentHelp(say.argumentHashFiles, valueName: "file"), completion: .file())
    var files: [String] = []

    @Option(
        name: .long, help: ArgumentHelp(say.optionHashField, valueName: "NAME[=KEY.PATH]"))
    var field: [String]

    @Option(name: .long, help: ArgumentHelp(say.optionHashGroup, valueName: "KEY"))
    var group: String?

    @Option(
        name: .long,
        help: ArgumentHelp(say.optionLong, valueName: "NAME"))
    var long: String?

    @Option(name: .long, help: ArgumentHelp(say.optionFitSeed))
    var seed: UInt64 = 42

    @Flag(
        name: .long, help: ArgumentHelp(say.optionPart))
    var part = false

    @OptionGroup var records: RecordOptions

    func validate() throws {
        try ErrorMessages.asUsage { _ = try options() }
    }

    func run() throws {
        let options = try options()
        let paths = files.isEmpty ? [StandardInput.name] : FilePattern.expanded(files)
        try Interrupts.atGoodPlaces { try hashGroups(paths, to: .standardOutput(), options: options, isStopped: $0) }
    }

    private func options() throws -> GroupHashOptions {
        var options = GroupHashOptions(fields: try field.map { try FieldPath(parsing: $0) })
        options.groupKey = try group.map { try FieldPath(parsing: $0) }
        options.longField = long
        options.seed = seed
        options.isPart = part
        options.reading = records.reading
        options.threads = records.threads.count
        return options
    }
}
