/// The first row of a table: what its columns are called.
struct CSVHeader: Sendable {
    /// The columns' names, distinct and not empty: a column without a name is `Unnamed: 0` by its index, and the second `a`
    /// is `a.1`, as pandas has them.
    let names: [String]
    /// What the header row has for each column.
    let texts: [String]
    /// What stands between cells.
    let delimiter: UInt8
    /// Where the header row ends, its line's end included.
    let end: Int
    /// The header row's own bytes, and those that end its line; a newline where the file ends with it.
    let row: [UInt8]
    let lineEnd: [UInt8]
    /// The names as JSON writes them, with `{` or `, ` before and `: ` after.
    fileprivate let spelled: [[UInt8]]

    /// Reads the header at the start of a table, which must be well-formed UTF-8. A byte order mark is not looked past.
    ///
    /// - Parameters:
    ///   - head: The table's start, with at least the header row.
    ///   - path: What to call the file in errors.
    /// - Throws: ``RecordError/quoteNotClosed(_:)``, ``RecordError/notUTF8(_:)``; ``RecordError/fileEmpty(path:)`` where there
    ///   is nothing but blank lines.
    init(_ head: UnsafeBufferPointer<UInt8>, delimiter: UInt8, path: String) throws(RecordError) {
        let scanner = CSVScanner(delimiter: delimiter)
        var cells: [CSVScanner.Cell] = []
        var start = 0
        var (own, ownEnd): ([UInt8], [UInt8]) = ([], [])
        while true {
            guard start < head.count, let row = scanner.row(in: head, from: start, isAtEnd: true, cells: &cells) else {
                throw .fileEmpty(path: path)
            }
            let bytes = UnsafeBufferPointer(rebasing: head[start..<row.end])
            func place(_ offset: Int) -> SourceLocation {
                let line = head.lineStart(of: offset)
                return SourceLocation(path: path, line: head.newlines(before: offset) + 1, column: offset - line + 1)
            }
            if let quote = row.openQuote { throw .quoteNotClosed(place(quote)) }
            if let fault = UTF8Check.firstFault(in: bytes) { throw .notUTF8(place(start + fault)) }
            (own, ownEnd) = (Array(bytes), Array(head[row.end..<row.next]))
            start = row.next
            if !CSVReader.isBlank(bytes) { break }
        }
        row = own
        lineEnd = ownEnd.isEmpty ? [0x0A] : ownEnd
        texts = cells.map { cell in
            var text: [UInt8] = []
            CSVReader.append(UnsafeBufferPointer(rebasing: head[cell.start..<cell.end]), of: cell, to: &text)
            return String(decoding: text, as: UTF8.self)
        }
        let given = Set(texts)
        var taken = Set<String>()
        names = texts.enumerated().map { index, text in
            let base = text.isEmpty ? "Unnamed: \(index)" : text
            var name = base
            var copies = 0
            while taken.contains(name) || (name != text && given.contains(name)) {
                copies += 1
                name = "\(base).\(copies)"
            }
            taken.insert(name)
            return name
        }
        self.delimiter = delimiter
        end = start
        spelled = names.enumerated().map { index, name in
            var bytes = index == 0 ? [UInt8(ascii: "{")] : Array(", ".utf8)
            JSONString.append(name, to: &bytes)
            bytes.append(contentsOf: ": ".utf8)
            return bytes
        }
    }

    /// Appends a record's bytes, as ``CSVReader`` marks them out, as a JSON object of strings.
    func appendJSON(_ record: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        var cells: [CSVScanner.Cell] = []
        var unescaped: [UInt8] = []
        if record.count > 0 {
            _ = CSVScanner(delimiter: delimiter, isOfRecord: true).row(in: record, from: 0, isAtEnd: true, cells: &cells)
        }
        for (key, cell) in zip(spelled, cells) {
            bytes.append(contentsOf: key)
            let content = UnsafeBufferPointer(rebasing: record[cell.start..<cell.end])
            if cell.hasDoubledQuotes {
                unescaped.removeAll(keepingCapacity: true)
                CSVReader.append(content, of: cell, to: &unescaped)
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
/// Our own because SwiftCSV 0.10.0 works on `Character`s of one `String` that holds the whole file: no byte ranges, no line
/// numbers, and a few MB/s.
struct CSVReader: ChunkReader {
    private let header: CSVHeader
    private let scanner: CSVScanner
    /// The column of each named nested field: a dot in a column's name is no path.
    private let named: [(name: String, column: Int?)]
    private var cells: [CSVScanner.Cell] = []

    /// - Parameters:
    ///   - header: The file's header row.
    ///   - named: The fields of several keys that were asked for.
    init(header: CSVHeader, named: [FieldPath] = []) {
        self.header = header
        scanner = CSVScanner(delimiter: header.delimiter)
        self.named = named.map { ($0.name, header.names.firstIndex(of: $0.path)) }
    }

    /// Whether a row, without its end, stands for nothing: blanks, but no delimiter, a tab say.
    static func isBlank(_ row: UnsafeBufferPointer<UInt8>) -> Bool { row.allSatisfy { $0 == 0x20 } }

    /// Appends a cell's text.
    static func append(_ content: UnsafeBufferPointer<UInt8>, of cell: CSVScanner.Cell, to bytes: inout [UInt8]) {
        var at = 0
        if cell.hasDoubledQuotes {
            while let quote = content.first(UInt8(ascii: "\""), from: at) {
                bytes.append(contentsOf: content[at...quote])
                at = quote + 2
            }
        }
        if at < content.count { bytes.append(contentsOf: content[at...]) }
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
            if Self.isBlank(record) { continue }
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
                    Self.append(UnsafeBufferPointer(rebasing: bytes[cell.start..<cell.end]), of: cell, to: &chunk.arena)
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

    /// What is wrong with a row, and how many lines after the row's first.
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
