/// Adds columns to the rows of a table without touching the rows' own bytes: delimiter, quotes and line ends stay.
///
/// The columns go to the end: `a,"b"` becomes `a,"b",1.25`. With `overwriting`, columns that have those names already are
/// removed first, each with one delimiter; every other byte stays, except that an unquoted cell that starts with a quote is
/// quoted.
package struct TableSplice: Sendable {
    /// The names of the columns that are added, in order.
    package let names: [String]

    /// Which of them are whole numbers, written without a point.
    private let areWhole: [Bool]
    private let header: TableHeader
    private let scanner: CSVScanner
    private static let quote = UInt8(ascii: "\"")
    /// The columns to take out.
    private let replaced: Set<Int>

    /// A splice that adds columns called `names`, those in `wholes` as whole numbers.
    package init(_ header: TableHeader, names: [String], wholes: Set<String> = [], overwriting: Bool = false) {
        self.header = header
        self.names = names
        areWhole = names.map(wholes.contains)
        scanner = CSVScanner(header.header.dialect, isOfRecord: true)
        replaced = overwriting ? header.columns(called: names) : []
    }

    /// The start of a file: the byte order mark and the line `sep=;`, if the table has them, and the header row, unless it has
    /// none.
    package var start: [UInt8] {
        var bytes = (header.hasMark ? ByteOrderMark.bytes : []) + header.header.preamble
        guard header.header.source == .firstRow else { return bytes }
        var hasCells = header.header.row.withUnsafeBufferPointer { appendKept($0, to: &bytes) }
        for name in names {
            if hasCells { bytes.append(contentsOf: header.header.dialect.delimiter) }
            bytes.append(contentsOf: name.utf8)
            hasCells = true
        }
        return bytes + header.header.lineEnd
    }

    /// Appends the row of a record with the columns added, and its line end as in the table: none for a row that ends the file.
    ///
    /// - Parameters:
    ///   - table: A table under this header.
    ///   - values: One finite number a name.
    ///   - bytes: Rows before this one; the last gets a line end if it has none.
    /// - Throws: ``RecordError/notFinite(_:)``.
    package func append(
        record row: Int, of table: RecordTable, values: [Double], to bytes: inout [UInt8]
    ) throws(RecordError) {
        closeLine(of: &bytes)
        var hasCells = table.withRecordBytes(row) { appendKept($0, to: &bytes) }
        for (number, value) in values.enumerated() {
            if hasCells { bytes.append(contentsOf: header.header.dialect.delimiter) }
            if number < areWhole.count, areWhole[number] {
                try DecimalNumber.append(whole: value, to: &bytes)
            } else {
                try DecimalNumber.append(value, to: &bytes)
            }
            hasCells = true
        }
        let span = table.records[row]
        let rest = table.storage.bytes[span.start + Int(span.count)..<table.storage.count]
        if let first = rest.first, first == 0x0D { bytes.append(first) }
        if rest.drop(while: { $0 == 0x0D }).first == 0x0A { bytes.append(0x0A) }
    }

    /// Ends the last line of `bytes` if it is not ended.
    package func closeLine(of bytes: inout [UInt8]) {
        if let last = bytes.last, last != 0x0A { bytes.append(contentsOf: lineEnd) }
    }

    /// How lines end in the header.
    package var lineEnd: [UInt8] { header.header.lineEnd }

    /// Appends a row without the cells to take out, and with as many as the header has; returns whether any cell is left.
    private func appendKept(_ row: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) -> Bool {
        var cells: [CSVScanner.Cell] = []
        _ = scanner.row(in: row, from: 0, isAtEnd: true, cells: &cells)
        let lacking = cells.count < header.names.count ? (cells.count..<header.names.count).count { !replaced.contains($0) } : 0
        var hasCells = false
        defer {
            for _ in 0..<lacking {
                if hasCells { bytes.append(contentsOf: scanner.dialect.delimiter) }
                hasCells = true
            }
        }
        guard !replaced.isEmpty || cells.count > header.names.count else {
            bytes.append(contentsOf: row)
            hasCells = true
            return true
        }
        var start = 0
        for (column, cell) in cells.enumerated() {
            // Content that starts after its cell does is quoted.
            let end = column == cells.count - 1 ? row.count : cell.end + (cell.start > start ? 1 : 0)
            defer { start = end + scanner.dialect.delimiter.count }
            if replaced.contains(column) || column >= header.names.count { continue }
            if hasCells { bytes.append(contentsOf: scanner.dialect.delimiter) }
            let own = row[start..<end]
            if cell.start == start, own.first == Self.quote {
                // A quote that opens nothing here may open a cell once a column is removed.
                bytes.append(Self.quote)
                for byte in own { bytes.append(contentsOf: repeatElement(byte, count: byte == Self.quote ? 2 : 1)) }
                bytes.append(Self.quote)
            } else {
                bytes.append(contentsOf: own)
            }
            hasCells = true
        }
        return hasCells || lacking > 0
    }
}
