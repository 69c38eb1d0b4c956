import TextRecords

/// The true labels of the records: their own, or those of the training rows that they are about.
struct Truths {
    private let key: String
    private let scores: ScoreFile
    private let table: RecordTable
    private let column: FieldColumn
    private let isOwn: Bool

    init(key: String, scores: ScoreFile, train: RecordTable) throws(AnalysisError) {
        self.key = key
        self.scores = scores
        if let own = scores.table.column(named: key) {
            (table, column, isOwn) = (scores.table, own, true)
        } else if let label = train.column(named: key) {
            (table, column, isOwn) = (train, label, false)
        } else {
            throw .scoreKeyAbsent(path: train.path, key: key, available: train.columns.map(\.name))
        }
    }

    /// The values of the whole field, classes by name.
    func classes() -> Set<String> {
        Set(
            (0..<table.count).compactMap { row in
                [.text, .number, .boolean].contains(column.kind(at: row)) ? ClassName.of(column.string(at: row)) : nil
            })
    }

    /// Whether the records, or the rows that they are about, have this field.
    static func exist(_ key: String, scores: ScoreFile, train: RecordTable) -> Bool {
        scores.table.column(named: key) != nil || train.column(named: key) != nil
    }

    private func row(_ record: Int) -> Int { isOwn ? record : scores.rows[record] }

    func texts(_ records: [Int]) throws(AnalysisError) -> [String] {
        var values: [String] = []
        for record in records {
            switch column.kind(at: row(record)) {
            case .text, .number, .boolean: values.append(column.string(at: row(record)))
            case let kind: throw .valueMissing(table.location(ofRecord: row(record)), key: key, found: kind)
            }
        }
        return values
    }

    /// The elements of lists; a single text is a list of itself.
    func lists(_ records: [Int]) throws(AnalysisError) -> [[String]] {
        var values: [[String]] = []
        for record in records {
            guard let list = JSONList.elements(table, key, row(record)) else {
                throw .valueMissing(table.location(ofRecord: row(record)), key: key, found: column.kind(at: row(record)))
            }
            values.append(list)
        }
        return values
    }
}
