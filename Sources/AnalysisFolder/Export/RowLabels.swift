import ShiftPipeline
import TextRecords

/// The labels of the rows of a table: one each, or a list of them.
struct RowLabels {
    let key: String
    private var column: FieldColumn?

    init(key: String) { self.key = key }

    mutating func begin(_ table: RecordTable) { column = table.column(named: key) }

    /// The labels of a row as texts.
    /// - Throws: ``FolderError/labelIsNoScalar(_:key:found:)`` for a list that holds something else than labels.
    func labels(_ row: Int, of table: RecordTable) throws(FolderError) -> [String] {
        guard let column else { return [""] }
        guard column.kind(at: row) == .array else { return [column.string(at: row)] }
        guard let labels = table.scalars(ofList: key, record: row) else {
            throw .labelIsNoScalar(table.location(ofRecord: row), key: key, found: .array)
        }
        return labels
    }
}
