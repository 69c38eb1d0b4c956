/// The checks that several entry points share: each either returns or throws the value that is wrong.
enum Checks {
    /// Both arrays of a pair have `expected` elements.
    static func length(_ found: Int, equals expected: Int) throws(WeightError) {
        guard found == expected else { throw .lengthMismatch(expected: expected, found: found) }
    }

    /// No score is NaN (an infinite score still has a rank).
    static func scores(_ scores: [Double]) throws(WeightError) {
        if let row = scores.firstIndex(where: \.isNaN) { throw .notANumber(row: row) }
    }

    /// Every probability lies in 0...1.
    static func probabilities(_ values: [Double]) throws(WeightError) {
        guard !values.isEmpty else { throw .noRows }
        if let row = values.firstIndex(where: { !($0 >= 0 && $0 <= 1) }) {
            throw .probabilityOutOfRange(row: row, found: values[row])
        }
    }

    /// Every weight is finite and not negative, and there is at least one; returns the greatest, above zero.
    static func weights(_ weights: [Double]) throws(WeightError) -> Double {
        guard !weights.isEmpty else { throw .noRows }
        var greatest = 0.0
        for (row, weight) in weights.enumerated() {
            guard weight >= 0, weight.isFinite else { throw .badWeight(row: row, found: weight) }
            greatest = max(greatest, weight)
        }
        guard greatest > 0 else { throw .zeroTotalWeight }
        return greatest
    }

    /// Both sides have rows; returns how many.
    static func sides(_ isTest: [Bool]) throws(WeightError) -> (train: Int, test: Int) {
        var test = 0
        for flag in isTest where flag { test += 1 }
        let train = isTest.count - test
        guard train > 0, test > 0 else { throw .emptySide(trainRows: train, testRows: test) }
        return (train, test)
    }

    /// `0 < share <= 1`.
    static func share(_ share: Double) throws(WeightError) {
        guard share > 0, share <= 1 else { throw .shareOutOfRange(found: share) }
    }

    /// `found >= minimum`.
    static func count(_ found: Int, atLeast minimum: Int) throws(WeightError) {
        guard found >= minimum else { throw .countTooSmall(found: found, minimum: minimum) }
    }
}
