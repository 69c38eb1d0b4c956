import ShiftEstimates

/// A model's probabilities of the classes of some rows, and what it predicts for them.
struct ClassTable: Sendable {
    /// In the order of the columns.
    let classes: [String]
    let rows: ExpectedCounts.Rows

    /// Of the probability of one class alone: the other is whatever it is not.
    init(positive: String, probabilities: [Double]) {
        classes = ["", positive]
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

/// A model's probabilities of classes for scored rows, with the rows' true classes.
struct ScoredClasses: Sendable {
    /// The fields that they come from, in the scores and in the file of test rows.
    enum Source: Sendable {
        /// All probabilities, and the predicted class if it has a field.
        case all(key: String, prediction: String?)
        /// That of the positive class alone.
        case positive(key: String)
    }

    let table: ClassTable
    /// One per row; nil where there are none.
    let labels: [String]?
    let source: Source

    /// Whether they are of all classes.
    var areAll: Bool { if case .all = source { true } else { false } }

    /// The numbers of the labels among the classes; nil without labels.
    var numbers: [Int]? {
        let numbers = Dictionary(uniqueKeysWithValues: table.classes.enumerated().map { ($1, $0) })
        return labels.map { $0.map { numbers[$0] ?? 0 } }
    }

    /// The same model's probabilities of test rows, a row per record; nil where the file does not have them.
    ///
    /// - Throws: ``AnalysisError`` for values that are none.
    func table(ofTest file: ScoreFile) throws(AnalysisError) -> ClassTable? {
        switch source {
        case .positive(let key):
            guard file.table.column(named: key) != nil else { return nil }
            return ClassTable(positive: table.classes[1], probabilities: try file.numbers(under: key, within: 0...1))
        case .all(let key, let prediction):
            let chances = try ProbabilityColumn(file, key: key).chances(of: table.classes)
            let predicted = prediction.flatMap { file.table.column(named: $0) == nil ? nil : $0 }
            let predictions = try predicted.map { key throws(AnalysisError) in try file.texts(under: key).map(ClassName.of) }
            return ClassTable(classes: table.classes, chances: chances, predictions: predictions)
        }
    }
}

/// A metric of a model on scored rows.
struct ScoredMetric: Sendable {
    /// A figure of classes that expected counts give.
    enum Figure: Sendable {
        /// The mean of the classes' F1.
        case macroF1
        /// The AUC of the probability of this class.
        case area(positive: Int)
    }

    let name: String
    let measure: Measure
    /// nil for any other.
    var figure: Figure?
}

private func < (a: (Double, Int), b: (Double, Int)) -> Bool { a.0 != b.0 ? a.0 < b.0 : a.1 < b.1 }
