import SparseFeatures
import TextTokens

/// The starts and ends that many texts of a pair have.
enum CommonTexts {
    /// Rows of a side that are looked at: a start that 5% of them have is found.
    private static let rows = 3000

    /// Those of each field.
    static func find(_ texts: DistinctTexts, _ rows: SegmentRows, _ isTest: [Bool]) -> [Boilerplate] {
        // The order of the rows is random: the first ones are a sample.
        let sides = [false, true].map { side in isTest.indices.lazy.filter { isTest[$0] == side }.prefix(Self.rows) }
        return (0..<rows.slots).map { slot in
            Boilerplate(
                sides.map { side in
                    var counter = Boilerplate.Counter()
                    var last = -1
                    for row in side where rows[row, slot] != last {
                        last = rows[row, slot]
                        texts.withUTF8(last) { counter.add($0) }
                    }
                    return counter
                })
        }
    }
}
