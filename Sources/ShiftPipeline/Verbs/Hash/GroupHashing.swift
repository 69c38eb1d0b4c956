import ParallelWork
import TextRecords

/// Which hash identifies the group of a record when there is no model yet.
public struct GroupHashOptions: Sendable {
    /// The used fields, in the order that the fit will have; at least one.
    public var fields: [FieldPath]
    /// The field of `--group`; nil for none.
    public var groupKey: FieldPath?
    /// Name of the field whose equal values make groups; nil if none is long. Ignored if there is a group key.
    public var longField: String?
    /// `--seed` of the fit that the sample is for.
    public var seed: UInt64 = 42
    /// How to read the inputs, as far as their content is not to decide it.
    public var reading = ReadingOptions()
    /// The format of the inputs; nil finds it in their content and their names.
    public var format: RecordFormat? {
        get { reading.format }
        set { reading.format = newValue }
    }
    /// Number of threads; it never changes a result.
    public var threads = ProcessorCount.active
    /// What to do about a line that is not a record.
    public var onError = ErrorPolicy.stop
    /// Whether the records are part of a corpus: then a field or key may be missing from all of them.
    public var isPart = false

    /// Groups by these fields, with the defaults of `textshift hash`.
    public init(fields: [FieldPath]) { self.fields = fields }
}

/// Writes the hash of each record's group and the place of the group in the seeded order in which a fit takes groups for its
/// sample, `{"group": "…", "place": "…"}`, 16 hexadecimal digits each, one line per record.
///
/// A cluster that takes whole groups by rising place, and fits on them, has the sample that a fit on everything draws, as long
/// as no value of the long field is shared by so many rows that it defines no group.
/// - Throws: `RecordError`, once the lines of all records before are written; ``AnalysisError/fieldUnknown(name:available:)``
///   for a long field that is not one of the fields. Unless the records are a part, `RecordError.fieldAbsent` and
///   ``AnalysisError/keyAbsent(option:key:path:available:)`` for a field or key that no record has: at the end, or after a
///   thousand records that have none of them.
public func hashGroups(
    _ paths: [String], to output: OutputFile, options: GroupHashOptions, isStopped: (@Sendable () -> Bool)? = nil
) throws {
    let names = options.fields.map(\.name)
    var slot: Int?
    if let long = options.longField, options.groupKey == nil {
        slot = names.firstIndex(of: long)
        if slot == nil { throw AnalysisError.fieldUnknown(name: long, available: names) }
    }
    let rule = GroupRule(slot: slot, hasKey: options.groupKey != nil, constants: [])
    let key = options.groupKey
    let (seed, onError) = (options.seed, options.onError)
    let presence = FieldPresence(fields: options.fields, key: key)
    let looked = options.fields + (key.map { [$0] } ?? [])
    let flow = try PassingRecords(paths: paths, reading: options.reading, onError: onError, isStopped: isStopped)
    try flow.forEachBatch(
        named: options.fields + (key.map { [$0] } ?? []).filter { !names.contains($0.name) },
        workers: WorkerPool(workers: options.threads), state: {},
        process: { table, _ in
            if onError == .stop, let error = table.skipped.first { throw error }
            let batch = BatchTexts(table, fields: names, key: key?.name)
            var bytes: [UInt8] = []
            bytes.reserveCapacity(table.count * 64)
            for row in 0..<table.count {
                let group = batch.group(of: row, by: rule)
                bytes +=
                    "{\"group\": \"\(digits(group))\", \"place\": \"\(digits(GroupRule.place(ofGroup: group, seed: seed)))\"}\n"
                    .utf8
            }
            return (bytes, FieldPresence.Look(at: table, for: looked))
        },
        consume: { bytes, look in
            try output.write(bytes)
            try output.flush()
            presence.add(look)
            if !options.isPart { try presence.checkStart() }
        })
    if !options.isPart { try presence.checkEnd() }
}

private func digits(_ hash: UInt64) -> String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
}
