/// The header row of a table, with what is needed to write more tables like it.
package struct TableHeader: Sendable {
    let header: CSVHeader
    /// Whether the file starts with a byte order mark.
    let hasMark: Bool

    /// The columns' names, as the fields of the records have them.
    package var names: [String] { header.names }

    /// What stands between cells: a comma, a tab, or any other text.
    package var delimiter: String { header.dialect.text }

    /// The columns that the header row calls by one of `names`, including those whose field has another name (`v.1`).
    package func columns(called names: [String]) -> Set<Int> {
        Set(header.texts.indices.filter { names.contains(header.texts[$0]) })
    }

    /// Whether rows under both headers have the same columns, written in the same way.
    func hasColumns(of other: TableHeader) -> Bool {
        names == other.names && header.dialect.delimiter == other.header.dialect.delimiter
            && header.source == other.header.source
    }

    init?(_ layout: any RecordLayout, hasMark: Bool) {
        guard let table = layout as? CSVLayout else { return nil }
        header = table.header
        self.hasMark = hasMark
    }
}

extension RecordTable {
    /// The header row, where the corpus is a table.
    package var tableHeader: TableHeader? {
        TableHeader(layout, hasMark: storage.bytes.starts(with: ByteOrderMark.bytes))
    }
}
