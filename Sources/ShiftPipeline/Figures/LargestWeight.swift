/// A training row that carries so much weight that a weighted score hangs on it.
public struct LargestWeight: Codable, Sendable, Equatable {
    /// The row.
    public var row: Examples.Example
    /// Its part of all weight, 0...1: what a weighted mean moves by if its value goes from 0 to 1.
    public var share: Double
    /// Its weight in multiples of the mean.
    public var multiple: Double

    /// A row with more than both is told.
    package static let (leastShare, leastMultiple) = (0.02, 20.0)

    package init(row: Examples.Example, share: Double, multiple: Double) {
        (self.row, self.share, self.multiple) = (row, share, multiple)
    }

    /// nil where no row carries so much.
    /// - Parameter weights: Of the pair's training rows, in canonical order.
    init?(_ pair: ComparedPair, weights: [Double], rows: ExampleRows) {
        let sum = weights.reduce(0, +)
        guard let place = weights.indices.max(by: { (weights[$0], $1) < (weights[$1], $0) }), sum > 0 else { return nil }
        let share = weights[place] / sum
        let multiple = share * Double(weights.count)
        guard share > Self.leastShare, multiple > Self.leastMultiple else { return nil }
        self.init(row: rows.example(pair.trainRows[place]), share: share, multiple: multiple)
    }
}
