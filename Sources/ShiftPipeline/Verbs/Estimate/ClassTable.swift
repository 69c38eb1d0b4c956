import ShiftEstimates

/// A model's probabilities of the classes of some rows, and what it predicts for them.
struct ClassTable: Sendable {
    /// In the order of the columns.
    let classes: [String]
    let rows: ExpectedCounts.Rows

    /// What stands for every class but one: a name that this one cannot have.
    static func others(than positive: String) -> String { "¬" + positive }

    /// Of the probability of one class alone: the other is whatever it is not.
    init(positive: String, probabilities: [Double]) {
        classes = [Self.others(than: positive), positive]
        rows = ExpectedCounts.Rows(
            chances: probabilities.flatMap { [1 - $0, $0] }, predicted: probabilities.map { $0 > 0.5 ? 1 : 0 })
    }

    /// - Parameters:
    ///   - chances: Row-major.
    ///   - predictions: A class per row; nil for the likeliest one, of equal ones the first.
    init(classes: [String], chances: [Double], predictions: [String]?) {
        self.classes = classes
        let numbers = Dictionary(uniqueKeysWithValues: classes.enumerated().map { ($1, $0) })
        let width = classes.count
        let likeliest = stride(from: 0, to: chances.count, by: max(width, 1)).map { start in
            (0..<width).max { (chances[start + $0], $1) < (chances[start + $1], $0) } ?? 0
        }
        let predicted = predictions.map { zip($0, likeliest).map { numbers[$0] ?? $1 } } ?? likeliest
        rows = ExpectedCounts.Rows(chances: chances, predicted: predicted)
    }

    /// The chance of what is predicted for each row: the model's confidence.
    var confidences: [Double] {
        rows.predicted.enumerated().map { rows.chances[$0.offset * classes.count + $0.element] }
    }

    /// What is predicted for each row.
    var predictions: [String] { rows.predicted.map { classes[$0] } }

    /// The chance of a class for one row.
    func chance(of number: Int, at row: Int) -> Double { rows.chances[row * classes.count + number] }

    /// The chance of a class for each row.
    func chances(of number: Int) -> [Double] { (0..<rows.count).map { chance(of: number, at: $0) } }

    /// The same of some of the rows.
    func selecting(_ places: [Int]) -> ExpectedCounts.Rows {
        let width = classes.count
        return ExpectedCounts.Rows(
            chances: places.flatMap { rows.chances[$0 * width..<($0 + 1) * width] },
            predicted: places.map { rows.predicted[$0] })
    }
}

private func < (a: (Double, Int), b: (Double, Int)) -> Bool { a.0 != b.0 ? a.0 < b.0 : a.1 < b.1 }
