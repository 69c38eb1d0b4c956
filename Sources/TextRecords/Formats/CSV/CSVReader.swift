extension RecordFormat {
    /// Values separated by commas or semicolons, with a header row (RFC 4180).
    public static let csv = RecordFormat(named: "csv")
    /// Tab-separated values with a header row.
    public static let tsv = RecordFormat(named: "tsv")
}

extension FormatDescription {
    static let csv = FormatDescription(
        format: .csv,
        claim: { head in
            let isTabbed = TableShape.isTable(head, UInt8(ascii: "\t"))
            let isTable = TableShape.isTable(head, UInt8(ascii: ","))
            if head.pathExtension == "csv" { return isTabbed && !isTable ? nil : .isNamed }
            if isTabbed { return nil }
            return isTable || TableShape.hasSemicolons(head) && TableShape.isTable(head, UInt8(ascii: ";")) ? .looksLikely : nil
        },
        layout: { (head) throws(RecordError) in
            // A comma, or the semicolon that spreadsheets write in locales with a decimal comma.
            let delimiter = UInt8(ascii: TableShape.hasSemicolons(head) ? ";" : ",")
            return CSVLayout(header: try CSVHeader(head.bytes, delimiter: delimiter, path: head.path))
        })

    static let tsv = FormatDescription(
        format: .tsv,
        claim: { head in
            let tab = UInt8(ascii: "\t")
            switch head.pathExtension {
            case "tsv", "tab": return .isNamed
            case "csv": return TableShape.isTable(head, tab) && !TableShape.isTable(head, UInt8(ascii: ",")) ? .isNamed : nil
            default: return TableShape.isTable(head, tab) ? .looksLikely : nil
            }
        },
        layout: { (head) throws(RecordError) in
            CSVLayout(header: try CSVHeader(head.bytes, delimiter: UInt8(ascii: "\t"), path: head.path))
        })
}

/// A table with a header row.
struct CSVLayout: RecordLayout {
    let header: CSVHeader

    var format: RecordFormat { header.delimiter == UInt8(ascii: "\t") ? .tsv : .csv }

    func borders() -> any RecordBorders { CSVBorders(delimiter: header.delimiter, headerEnd: header.end) }
    func reader(named: [FieldPath]) -> any ChunkReader {
        CSVReader(header: header, named: named.filter { $0.keys.count > 1 })
    }

    /// Appends a record's bytes, as delimited by ``CSVReader``, as a JSON object of strings.
    func appendJSON(_ record: UnsafeBufferPointer<UInt8>, fields: RowFields, to bytes: inout [UInt8]) {
        var cells: [CSVScanner.Cell] = []
        var unescaped: [UInt8] = []
        if record.count > 0 {
            _ = CSVScanner(delimiter: header.delimiter, isOfRecord: true).row(in: record, from: 0, isAtEnd: true, cells: &cells)
        }
        for (key, cell) in zip(header.spelled, cells) {
            bytes.append(contentsOf: key)
            let content = UnsafeBufferPointer(rebasing: record[cell.start..<cell.end])
            if cell.hasDoubledQuotes {
                unescaped.removeAll(keepingCapacity: true)
                CSVScanner.append(content, of: cell, to: &unescaped)
                unescaped.withUnsafeBufferPointer { JSONString.append($0, to: &bytes) }
            } else {
                JSONString.append(content, to: &bytes)
            }
        }
        if cells.isEmpty { bytes.append(UInt8(ascii: "{")) }
        bytes.append(UInt8(ascii: "}"))
    }
}

/// Reads tables, one record a row, every cell a text. The table's first row that is not blank is its header.
///
/// Written for textshift because SwiftCSV 0.10.0 works on the `Character`s of one `String` with the whole file: no byte ranges,
/// no line numbers, and a few MB/s.
struct CSVReader: ChunkReader {
    private let header: CSVHeader
    private let scanner: CSVScanner
    /// The column of each named nested field: a dot in a column's name does not make it a path.
    private let named: [(name: String, column: Int?)]
    private var cells: [CSVScanner.Cell] = []

    /// - Parameters:
    ///   - header: The file's header row.
    ///   - named: The requested fields whose paths have several keys.
    init(header: CSVHeader, named: [FieldPath] = []) {
        self.header = header
        scanner = CSVScanner(delimiter: header.delimiter)
        self.named = named.map { ($0.name, header.names.firstIndex(of: $0.path)) }
    }

    mutating func read(
        _ bytes: UnsafeBufferPointer<UInt8>, index: Int, offset: Int, isFirst: Bool, isLast: Bool,
        policy: ErrorPolicy
    ) -> RecordChunk {
        var chunk = RecordChunk()
        chunk.fields = header.names.map { RecordChunk.Column(name: $0) }
        chunk.named = named.map { RecordChunk.Column(name: $0.name) }
        let isValid = UTF8Check.isValid(bytes)
        var isBeforeHeader = isFirst
        var start = 0
        while start < bytes.count, let row = scanner.row(in: bytes, from: start, isAtEnd: true, cells: &cells) {
            let line = chunk.lineCount
            let record = UnsafeBufferPointer(rebasing: bytes[start..<row.end])
            let rowStart = start
            chunk.lineCount += 1 + (row.hasQuotes ? record.newlines(before: record.count) : 0)
            start = row.next
            if CSVScanner.isBlank(record) { continue }
            if isBeforeHeader {
                isBeforeHeader = false
                continue
            }
            if let fault = fault(of: row, from: rowStart, in: bytes, isValid: isValid) {
                chunk.note(fault.cause, line: line + fault.line)
                if policy == .stop { break }
                continue
            }
            let number = UInt32(truncatingIfNeeded: chunk.records.count)
            for (column, cell) in cells.enumerated() {
                let span: TextSpan
                if cell.hasDoubledQuotes {
                    let position = chunk.arena.count
                    CSVScanner.append(UnsafeBufferPointer(rebasing: bytes[cell.start..<cell.end]), of: cell, to: &chunk.arena)
                    span = TextSpan(.text, chunk: index, arenaOffset: position, count: chunk.arena.count - position)
                } else {
                    span = TextSpan(.text, fileOffset: offset + cell.start, count: cell.end - cell.start)
                }
                chunk.fields[column].set(span, row: number)
                for (slot, field) in named.enumerated() where field.column == column {
                    chunk.named[slot].set(span, row: number)
                }
            }
            chunk.records.append(
                RecordSpan(
                    start: offset + rowStart, count: UInt32(truncatingIfNeeded: record.count),
                    line: UInt32(truncatingIfNeeded: line)))
        }
        return chunk
    }

    /// What is wrong with a row, and how many lines below the row's first.
    private func fault(
        of row: CSVScanner.Row, from start: Int, in bytes: UnsafeBufferPointer<UInt8>, isValid: Bool
    ) -> (cause: RecordChunk.Fault.Cause, line: Int)? {
        let record = UnsafeBufferPointer(rebasing: bytes[start..<row.end])
        if !isValid, let fault = UTF8Check.firstFault(in: record) {
            return (.notUTF8(offset: fault - record.lineStart(of: fault)), record.newlines(before: fault))
        }
        if let quote = row.openQuote {
            let offset = quote - start
            return (.quoteNotClosed(offset: offset - record.lineStart(of: offset)), record.newlines(before: offset))
        }
        if record.count > maximumLineLength { return (.tooLong, 0) }
        if cells.count != header.names.count { return (.cellCount(found: cells.count, expected: header.names.count), 0) }
        return nil
    }
}
