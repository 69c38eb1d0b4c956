extension RecordTable {
    /// The table without the records at `rows`, which are ascending. Lines, bytes and digest stay those of the file.
    package func excluding(_ rows: [Int]) -> RecordTable {
        guard !rows.isEmpty else { return self }
        var table = RecordTable(
            path: path, formatWasDetected: formatWasDetected, skipped: skipped, skippedCount: skippedCount,
            columns: columns.map { $0.excluding(rows) }, fieldsLeftOut: fieldsLeftOut, layout: layout,
            fileColumns: fileColumns.map { $0.excluding(rows) }, storage: storage,
            records: Self.excluding(rows, of: records))
        (table.encoding, table.isCompressed, table.tabs) = (encoding, isCompressed, tabs)
        table.file = file
        table.origins = origins.isEmpty ? [] : Self.excluding(rows, of: origins)
        return table
    }

    /// The elements whose positions are not in `rows`, which are ascending.
    static func excluding<Element>(_ rows: [Int], of elements: [Element]) -> [Element] {
        var kept: [Element] = []
        kept.reserveCapacity(elements.count - rows.count)
        var start = 0
        for row in rows {
            kept += elements[start..<row]
            start = row + 1
        }
        return kept + elements[start...]
    }
}
