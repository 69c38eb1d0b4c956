/// The words behind the columns of a word matrix.
package struct TermTable: Sendable {
    /// Hash of each word under its field's seed, by feature; it identifies the word.
    package let hashes: [UInt64]
    /// Field of each word, by feature.
    package let fields: [UInt16]
    private let bytes: [UInt8]
    private let ends: [Int]

    init(hashes: [UInt64], fields: [UInt16], bytes: [UInt8], ends: [Int]) {
        self.hashes = hashes
        self.fields = fields
        self.bytes = bytes
        self.ends = ends
    }

    /// Number of words.
    package var count: Int { hashes.count }

    /// The word of a feature, normalised.
    package func term(_ feature: Int) -> String {
        String(decoding: bytes[(feature == 0 ? 0 : ends[feature - 1])..<ends[feature]], as: UTF8.self)
    }

    /// Some of the words, in order.
    func keeping(_ kept: [Bool]) -> TermTable {
        var (keptBytes, keptEnds): ([UInt8], [Int]) = ([], [])
        let features = hashes.indices.filter { kept[$0] }
        for feature in features {
            keptBytes += bytes[(feature == 0 ? 0 : ends[feature - 1])..<ends[feature]]
            keptEnds.append(keptBytes.count)
        }
        return TermTable(
            hashes: features.map { hashes[$0] }, fields: features.map { fields[$0] }, bytes: keptBytes, ends: keptEnds)
    }
}
