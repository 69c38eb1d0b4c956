import ArgumentParser
import TextShift

/// What the discriminator uses, which rows stay together, and what its ratio becomes: for all verbs that fit one.
struct DiscriminatorOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "A field to look at; may be given several times. Default: every text-like field (that both corpora have).",
            valueName: "NAME[=KEY.PATH]"))
    var field: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Rows with the same value of KEY stay together. Default: rows that share a long text.", valueName: "KEY"))
    var group: String?

    @Option(name: .long, help: ArgumentHelp("The field that names a record; it is never looked at.", valueName: "KEY"))
    var id: String?

    @OptionGroup var records: RecordOptions

    @Option(name: .long, help: "Everything random follows from this number.")
    var seed: UInt64 = 42

    @Option(
        name: .long,
        help: ArgumentHelp(
            "How the density ratio r becomes a weight: ratio, relative:ALPHA (at most 1/ALPHA), clip:C (at most C times the mean) or discriminator.",
            valueName: "FORM"),
        completion: .list(["ratio", "relative:", "clip:", "discriminator"]))
    var weight: String = "ratio"

    /// The typed options, interpreted.
    func options() throws -> AnalysisOptions {
        var options = AnalysisOptions()
        options.fields = try field.map { try FieldPath(parsing: $0) }
        options.groupKey = try group.map { try FieldPath(parsing: $0) }
        options.idKey = id
        options.reading = records.reading
        options.threads = records.threads.count
        options.seed = seed
        options.weighting = try Weighting(parsing: weight)
        return options
    }
}
