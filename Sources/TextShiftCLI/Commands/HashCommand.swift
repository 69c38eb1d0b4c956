import ArgumentParser
import TextShift

/// `textshift hash`: the groups of records before there is a model.
struct HashCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hash",
        abstract: "Print the hash of each record's group, to draw a sample by.",
        usage: "textshift hash --field <NAME> ... [<options>] [<file> ...]",
        discussion: """
            For a corpus that lies on many machines: take the records of the groups whose place is lowest, and fit on them. \
            Prints one line a record with "group" and "place", 16 hexadecimal digits each.

            EXAMPLES
              textshift hash --field text --long text part-00.jsonl
            """)

    @Argument(help: ArgumentHelp("The records. Default: -, which is standard input.", valueName: "file"), completion: .file())
    var files: [String] = []

    @Option(
        name: .long, help: ArgumentHelp("A field that is looked at; may be given several times.", valueName: "NAME[=KEY.PATH]"))
    var field: [String]

    @Option(name: .long, help: ArgumentHelp("Records with the same value of KEY are a group.", valueName: "KEY"))
    var group: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Without --group: records with the same value of this field are a group. Default: those with all fields equal.",
            valueName: "NAME"))
    var long: String?

    @Option(name: .long, help: "The seed of the fit.")
    var seed: UInt64 = 42

    @Flag(
        name: .long, help: "The records are a part of a corpus: a field that none of them has is read as empty, not an error.")
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
