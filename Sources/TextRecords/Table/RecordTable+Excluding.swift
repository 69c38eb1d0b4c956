extension RecordTable {
    /// The table without the records at `rows`, which are ascending. Lines, bytes and digest stay those of the file.
    package func excluding(_ rows: [Int]) -> RecordTable {
        guard !rows.isEmpty else { return self }
        var table = RecordTable(
            path: path, formatWasDetected: formatWasDetected, skipped: skipped, skippedCount: skippedCount,
            columns: columns.map { $0.excluding(rows) }, fieldsLeftOut: fieldsLeftOut, layout: layout,
            fileColumns: fileColumns.map { $0.excluding(rows) }, storage: storage,
            records: records.excluding(rows))
        (table.encoding, table.isCompressed, table.tabs) = (encoding, isCompressed, tabs)
        table.file = file
        table.origins = origins.isEmpty ? [] : origins.excluding(rows)
        return table
    }
}
