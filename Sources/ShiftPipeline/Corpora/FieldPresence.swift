import TextRecords

/// Which of the fields, and the group key, any record of a stream has had so far. One thread at a time.
final class FieldPresence {
    /// How many records at the start may all lack every field before that counts as an error.
    private static let patience = 1000

    private let fields: [FieldPath]
    private let key: FieldPath?
    private var records = 0
    private var isThere: [Bool]
    private var path = ""
    private var available: [String] = []

    init(fields: [FieldPath], key: FieldPath?) {
        self.fields = fields
        self.key = key
        isThere = [Bool](repeating: false, count: fields.count + (key == nil ? 0 : 1))
    }

    /// What one batch has.
    struct Look: Sendable {
        fileprivate let path: String
        fileprivate let records: Int
        fileprivate let isThere: [Bool]
        fileprivate let available: [String]

        /// - Parameter fields: The fields, then the key if there is one.
        init(at table: RecordTable, for fields: [FieldPath]) {
            path = table.path
            records = table.count
            isThere = fields.map { field in
                guard let column = table.column(named: field.name) else { return false }
                return column.count(of: .missing) + column.count(of: .null) < table.count
            }
            available = table.columns.map(\.name)
        }
    }

    func add(_ look: Look) {
        records += look.records
        for (position, isThere) in look.isThere.enumerated() where isThere { self.isThere[position] = true }
        if !look.available.isEmpty { (path, available) = (look.path, look.available) }
    }

    /// Fails if the start of the stream has none of the fields at all.
    /// - Throws: As ``checkEnd()``.
    func checkStart() throws {
        if records >= Self.patience, !isThere.contains(true) { try checkEnd() }
    }

    /// After the last record.
    /// - Throws: `RecordError.fieldAbsent`, ``AnalysisError/keyAbsent(option:key:path:available:)`` for what no record has.
    func checkEnd() throws {
        guard records > 0, let position = isThere.firstIndex(of: false) else { return }
        if position < fields.count {
            throw RecordError.fieldAbsent(path: path, field: fields[position].path, available: available)
        }
        throw AnalysisError.keyAbsent(option: "--group", key: key?.path ?? "", path: path, available: available)
    }
}
