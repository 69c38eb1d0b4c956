extension RecordTable {
    /// The table without the records at `rows`, which are ascending. Lines, bytes and digest stay those of the file.
    package func excluding(_ rows: [Int]) -> RecordTable {
        guard !rows.isEmpty else { return self }
        var table = RecordTable(
            path: path, formatWasDetected: formatWasDetected, skipped: skipped, skippedCount: skippedCount,
            columns: columns.map { $0.excluding(rows) }, fieldsLeftOut: fieldsLeftOut, layout: layout,
            fileColumns: fileColumns.map { $0.excluding(rows) }, storage: storage,
            records: records.excluding(rows))
        (table.encoding, table.packing, table.remarks, table.tabs) = (encoding, packing, remarks, tabs)
        table.shortRows = shortRows
        // The mark of a row that is left out goes to the next one that stays.
        table.documentStarts = documentStarts.map { start in start - rows.count { $0 < start } }.reduce(into: []) {
            if $0.last != $1, $1 < table.count { $0.append($1) }
        }
        table.file = file
        table.origins = origins.isEmpty ? [] : origins.excluding(rows)
        return table
    }
}
