import ElementaryFunctions
import Foundation
import ParallelWork
import ShiftEstimates
import TextRecords

/// A model's predictions of a label for rows of one side: under ``probabilitiesKey`` an object with a number for each class, or
/// under ``predictionKey`` the class alone.
struct ClassPredictions: Sendable {
    static let probabilitiesKey = "probabilities"
    static let predictionKey = "prediction"
    /// Smaller probabilities are raised to this.
    private static let least = 1e-9

    /// Canonical rows that have predictions, ascending.
    let rows: [Int]
    private let classes: Int
    private let logits: [Int: [Double]]

    /// - Throws: `RecordError`, ``AnalysisError``.
    init(
        _ path: String, _ label: LabelColumn, _ pair: ComparedPair, idKey: String?, side: CorpusSide, _ workers: WorkerPool
    ) throws {
        classes = label.classes.count
        let corpus = side == .train ? pair.train : pair.test
        func read(_ named: [FieldPath]) throws -> ScoreFile {
            try ScoreFile(
                path: path, named: named, corpus: corpus, idKey: idKey, workers: workers)
        }
        var file = try read([])
        var values: [[Double]]
        if file.table.column(named: Self.probabilitiesKey) != nil {
            let named = try label.classes.enumerated().map { number, name in
                try FieldPath(name: "\(Self.probabilitiesKey)[\(number)]", keys: [Self.probabilitiesKey, name])
            }
            file = try read(named)
            let columns = try named.map { try file.numbers(under: $0.name, within: 0...1) }
            values = (0..<file.rows.count).map { record in columns.map { Double.log(max($0[record], Self.least)) } }
        } else {
            let numbers = Dictionary(uniqueKeysWithValues: label.classes.enumerated().map { ($1, $0) })
            // A class that train lacks is evidence for none.
            values = try file.texts(under: Self.predictionKey).map { text in
                var row = [Double](repeating: 0, count: label.classes.count)
                if let number = numbers[text] { row[number] = 1 }
                return row
            }
        }
        let canonical = pair.order.rows(of: side)
        var known: [Int: [Double]] = [:]
        for (record, row) in file.rows.enumerated() { known[canonical[row]] = values[record] }
        logits = known
        rows = known.keys.sorted()
    }

    /// Row-major logits of some of the rows.
    func logits(of rows: [Int]) -> [Double] {
        rows.flatMap { logits[$0] ?? [Double](repeating: 0, count: classes) }
    }
}
