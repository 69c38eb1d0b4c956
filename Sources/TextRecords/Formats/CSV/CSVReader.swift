extension RecordFormat {
    /// Cells separated by commas, semicolons or bars, or by whatever `--delimiter` names (RFC 4180).
    public static let csv = RecordFormat(named: "csv")
    /// Cells separated by tabs.
    public static let tsv = RecordFormat(named: "tsv")
}

extension FormatDescription {
    static let csv = FormatDescription(
        format: .csv, claim: { TableShape.claim($0, isTabbed: false) },
        layout: { (head) throws(RecordError) in try CSVLayout(head, isTabbed: false) })

    static let tsv = FormatDescription(
        format: .tsv, claim: { TableShape.claim($0, isTabbed: true) },
        layout: { (head) throws(RecordError) in try CSVLayout(head, isTabbed: true) })
}

/// A table.
struct CSVLayout: RecordLayout {
    let header: CSVHeader
    let maximumRecord: Int

    var format: RecordFormat { header.dialect.delimiter == [CSVDialect.tab] ? .tsv : .csv }

    /// - Throws: What is wrong with the header row; ``RecordError/headerMissing(path:columns:first:format:)`` where the first row
    ///   is one of cells, there are more than two, and it was not said that there is no header.
    init(_ head: FileHead, isTabbed: Bool) throws(RecordError) {
        let shape = TableShape.find(head, isTabbed: head.options.format == nil ? nil : isTabbed, isNamed: true)
        let dialect =
            shape?.dialect
            ?? CSVDialect(
                head.options.delimiter.map { Array($0.utf8) } ?? [isTabbed ? CSVDialect.tab : UInt8(ascii: ",")],
                maximumQuoted: head.options.maximumRecord)
        var source = CSVHeader.Source.firstRow
        if !head.options.hasHeader {
            source = .numbers
        } else if head.options.format == nil, let shape, shape.header == .absent {
            guard let text = shape.textBesideLabel else {
                throw .headerMissing(
                    path: head.path, columns: shape.columns, first: shape.first, format: isTabbed ? .tsv : .csv)
            }
            source = .textAndLabel(text: text)
        }
        header = try CSVHeader(head.bytes, dialect: dialect, source: source, path: head.path)
        maximumRecord = head.options.maximumRecord
    }

    /// A table under a header that is known.
    init(header: CSVHeader, maximumRecord: Int = ReadingOptions.defaultMaximumRecord) {
        self.header = header
        self.maximumRecord = maximumRecord
    }

    var remarks: [ReadingRemark] {
        var remarks: [ReadingRemark] = []
        let delimiter = header.dialect.delimiter
        if delimiter != [CSVDialect.tab], delimiter != [UInt8(ascii: ",")] {
            remarks.append(ReadingRemark(.delimiter, header.dialect.text))
        }
        switch header.source {
        case .firstRow: break
        case .numbers: remarks.append(ReadingRemark(.numberedColumns, String(header.names.count)))
        case .textAndLabel(let text): remarks.append(ReadingRemark(.textAndLabel, text == 0 ? "text, label" : "label, text"))
        }
        return remarks
    }

    func borders() -> any RecordBorders { CSVBorders(header.dialect, headerEnd: header.end) }
    func reader(named: [FieldPath]) -> any ChunkReader {
        CSVReader(header: header, named: named.filter { $0.keys.count > 1 }, maximumRecord: maximumRecord)
    }

    /// Appends a record's bytes, as delimited by ``CSVReader``, as a JSON object of strings. Cells beyond the header are empty.
    func appendJSON(_ record: UnsafeBufferPointer<UInt8>, fields: RowFields, to bytes: inout [UInt8]) {
        var cells: [CSVScanner.Cell] = []
        var unescaped: [UInt8] = []
        if record.count > 0 {
            _ = CSVScanner(header.dialect, isOfRecord: true).row(in: record, from: 0, isAtEnd: true, cells: &cells)
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

/// Reads tables, one record a row, every cell a text. A row that ends early lacks the fields that are left; of one with more
/// cells than the header those must be empty.
///
/// Written for textshift because SwiftCSV 0.10.0 works on the `Character`s of one `String` with the whole file: no byte ranges,
/// no line numbers, and a few MB/s.
struct CSVReader: ChunkReader {
    private let header: CSVHeader
    private let scanner: CSVScanner
    /// The column of each named nested field: a dot in a column's name does not make it a path.
    private let named: [(name: String, column: Int?)]
    private let maximumRecord: Int
    private var cells: [CSVScanner.Cell] = []

    /// - Parameters:
    ///   - header: The file's header.
    ///   - named: The requested fields whose paths have several keys.
    ///   - maximumRecord: The most bytes of a row.
    init(header: CSVHeader, named: [FieldPath] = [], maximumRecord: Int) {
        self.header = header
        self.maximumRecord = maximumRecord
        scanner = CSVScanner(header.dialect)
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
        var start = isFirst ? min(header.end, bytes.count) : 0
        chunk.lineCount = bytes.newlines(before: start)
        while start < bytes.count, let row = scanner.row(in: bytes, from: start, isAtEnd: true, cells: &cells) {
            let line = chunk.lineCount
            let record = UnsafeBufferPointer(rebasing: bytes[start..<row.end])
            let rowStart = start
            chunk.lineCount += 1 + (row.hasQuotes ? record.newlines(before: record.count) : 0)
            start = row.next
            if CSVScanner.isBlank(record) { continue }
            if let fault = fault(of: row, from: rowStart, in: bytes, isValid: isValid) {
                chunk.note(fault.cause, line: line + fault.line)
                if policy == .stop { break }
                continue
            }
            let number = UInt32(truncatingIfNeeded: chunk.records.count)
            if cells.count < header.names.count { chunk.shortRows += 1 }
            for (column, cell) in cells.prefix(header.names.count).enumerated() {
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
        if record.count > maximumRecord { return (.tooLong(limit: maximumRecord), 0) }
        let expected = header.names.count
        if cells.count > expected, cells[expected...].contains(where: { $0.start < $0.end }) {
            return (.cellCount(found: cells.count, expected: expected), 0)
        }
        return nil
    }
}
