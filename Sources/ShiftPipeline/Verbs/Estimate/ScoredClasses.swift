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
