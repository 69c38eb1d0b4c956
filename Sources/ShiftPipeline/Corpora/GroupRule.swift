import ShiftModel
import SparseFeatures
import TextRecords

/// Which hash identifies a row's group where not all rows are in memory: of the group key, else of the long field, else of
/// all used fields. Rows with equal hashes are also in one group of ``Grouping``, which joins further rows.
struct GroupRule: Sendable {
    /// A field of this mean length or more is long: its equal values make groups. In code points.
    static let longField = 30.0
    private static let contentSalt: UInt64 = 1
    private static let keySalt: UInt64 = 2
    private static let fieldSalt: UInt64 = 3
    private static let nearSalt: UInt64 = 1 << 20
    private static let documentSalt: UInt64 = 3 << 20
    private static let aloneSalt: UInt64 = 2 << 20

    /// The slot of the long field; nil for a key, or where no field is long.
    let slot: Int?
    /// Whether a group key was named.
    let hasKey: Bool
    /// Values of the long field that too many rows share to define a group.
    let constants: Set<UInt64>

    /// A row's key under the rule of equal contents.
    static func key(content: UInt64) -> UInt64 { FeatureHasher.mix(content, contentSalt) }

    /// A row's key under the rule of `--group`; nil for a row without a value.
    static func key(group value: UInt64) -> UInt64? { key(value, salt: keySalt) }

    /// A row's key under the rule of a field's value; nil for a row without a value.
    static func key(slot: Int, value: UInt64) -> UInt64? { key(value, salt: fieldSalt + UInt64(slot)) }

    /// A row's key under the rule of near-duplicates in a field, `first` being the first text of the class.
    static func key(nearIn slot: Int, first: UInt64) -> UInt64? { key(first, salt: nearSalt + UInt64(slot)) }

    /// A row's key under the rule of documents that marks begin; nil for a row of none.
    static func key(document value: UInt64) -> UInt64? { key(value, salt: documentSalt) }

    /// The key of a row that is alone with its text: `occurrence` counts the rows with the same contents before it.
    static func key(content: UInt64, occurrence: Int) -> UInt64 {
        FeatureHasher.mix(FeatureHasher.mix(content, aloneSalt), UInt64(occurrence))
    }

    private static func key(_ value: UInt64, salt: UInt64) -> UInt64? {
        isBlank(value) ? nil : FeatureHasher.mix(value, salt)
    }

    private static let empty = [UInt8]().withUnsafeBufferPointer { FieldColumn.fingerprint(of: $0) }

    /// Whether a fingerprint is that of no value, or of a blank one.
    static func isBlank(_ value: UInt64) -> Bool { value == FieldColumn.missingFingerprint || value == empty }

    /// The most rows out of `rows` that may share a value that defines a group.
    static func mostRows(of rows: Int, folds: Int) -> Int { max(rows / (2 * folds), 1) }

    /// The hash of one row.
    ///
    /// - Parameters:
    ///   - values: Fingerprints of the used fields.
    ///   - key: Fingerprint of the group key, where one was named.
    func hash(values: some RandomAccessCollection<UInt64>, key: UInt64?) -> UInt64 {
        if hasKey, let key, let own = Self.key(group: key) { return own }
        if let slot {
            let value = values[values.index(values.startIndex, offsetBy: slot)]
            if !constants.contains(value), let own = Self.key(slot: slot, value: value) { return own }
        }
        return Self.key(content: Self.content(of: values))
    }

    /// A group's place in the seeded order in which a fit takes groups for its sample, lowest first.
    static func place(ofGroup hash: UInt64, seed: UInt64) -> UInt64 { FeatureHasher.mix(hash, seed ^ 0xF175) }

    /// One hash over all used fields: equal for exact duplicates.
    static func content(of values: some Sequence<UInt64>) -> UInt64 {
        values.reduce(0) { FeatureHasher.mix($0, $1) }
    }
}
