import ShiftModel
import SparseFeatures
import TextRecords

/// The fold of a training row where not all rows are in the fit: that of its group there, else that of the hash of its group.
///
/// The rows of a stock text, whose number is no group's size, are spread by their places: in one fold they would make it the largest.
struct RowFolds: Sendable {
    private let known: [UInt64: UInt8]
    private let stock: Set<UInt64>
    private let count: Int
    private let seed: UInt64

    /// - Parameter hashes: As ``ComparedPair/groupHashes``.
    init(_ pair: ComparedPair, hashes: [UInt64], _ options: AnalysisOptions) {
        (count, seed) = (options.folds, options.seed)
        var (known, stock): ([UInt64: UInt8], Set<UInt64>) = ([:], [])
        for (row, fold) in zip(pair.trainRows, pair.trainFolds(options)) {
            if pair.grouping.stockClasses[row] >= 0 { stock.insert(pair.contents[row]) }
            known[hashes[row]] = known[hashes[row]] ?? UInt8(fold)
        }
        (self.known, self.stock) = (known, stock)
    }

    /// The fold of a row.
    /// - Parameter place: Where it is.
    func fold(_ row: RowScorer.Row, at place: SourceLocation) -> Int {
        if let content = row.content, stock.contains(content) {
            let own = FeatureHasher.mix(FeatureHasher.mix(content, UInt64(place.line)), UInt64(place.column ?? 0))
            return Folds.ofHash(own, count: count, seed: seed)
        }
        return known[row.group].map { Int($0) } ?? Folds.ofHash(row.group, count: count, seed: seed)
    }
}
