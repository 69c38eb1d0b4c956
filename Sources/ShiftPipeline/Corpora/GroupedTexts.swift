/// What groups are made from, by row in canonical order.
struct GroupedTexts {
    let fields: [String]
    /// XXH3 of each field's text as it is compared, rows × fields.
    let fingerprints: [UInt64]
    /// One hash over all fields: equal for exact duplicates, which are adjacent.
    let contents: [UInt64]
    /// For each row and field, the fingerprint of the first text of its class of near-duplicates; empty where none were looked for.
    let near: [UInt64]
    /// Mean length of each field in code points.
    let meanLengths: [Double]
    /// Slot of the field with the longest texts.
    let longest: Int
    let isTest: [Bool]
    /// The document of each row, by marks in the files such as `-DOCSTART-`; empty where no file has any.
    let documents: [UInt64]
    /// The group key; nil where there is none.
    let key: GroupKey?
    /// Keys that repeat and are not used.
    let proposed: [String]

    var count: Int { isTest.count }

    /// A field whose equal values keep rows together.
    struct GroupKey {
        let name: String
        /// Fingerprint of each row's value.
        let values: [UInt64]
        /// Whether nobody named it.
        let isFound: Bool
    }

    func fingerprint(_ row: Int, _ slot: Int) -> UInt64 { fingerprints[row * fields.count + slot] }
}
