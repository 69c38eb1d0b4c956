/// What the columns of a table are called, and how its cells are written.
struct CSVHeader: Sendable {
    /// Where the names come from.
    enum Source: Sendable, Equatable {
        /// The first row.
        case firstRow
        /// There is no such row: the columns are called `1`, `2` and so on.
        case numbers
        /// There is no such row, and one of two columns has few values: `text` and `label`.
        case textAndLabel(text: Int)
    }

    /// The columns' names, distinct and not empty: a column without a name is `Unnamed: 0` by its index, and a second `a` is
    /// `a.1`, as in pandas.
    let names: [String]
    /// What the header row has for each column.
    let texts: [String]
    let dialect: CSVDialect
    let source: Source
    /// Where the first row of cells starts: after the header row, its line's end included.
    let end: Int
    /// A line `sep=;` in front of the header, with its end.
    let preamble: [UInt8]
    /// The header row's own bytes, empty if there is none, and those that end its line (a newline if the file ends with the row).
    let row: [UInt8]
    let lineEnd: [UInt8]
    /// The names as JSON writes them, with `{` or `, ` before and `: ` after.
    let spelled: [[UInt8]]

    /// Reads the header at the start of a table, which must be well-formed UTF-8. A byte order mark is not skipped.
    ///
    /// - Parameters:
    ///   - head: The table's start, with at least one row.
    ///   - source: Where the names come from.
    ///   - path: What to call the file in errors.
    /// - Throws: ``RecordError/quoteNotClosed(_:)``, ``RecordError/notUTF8(_:)``; ``RecordError/fileEmpty(path:)`` where there
    ///   is nothing but blank lines.
    init(
        _ head: UnsafeBufferPointer<UInt8>, dialect: CSVDialect, source: Source = .firstRow, path: String
    ) throws(RecordError) {
        let scanner = CSVScanner(dialect)
        var cells: [CSVScanner.Cell] = []
        preamble = Array(head[..<SeparatorLine.end(in: head)])
        var start = preamble.count
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
            if !CSVScanner.isBlank(bytes) {
                if source == .firstRow { start = row.next }
                break
            }
            start = row.next
        }
        self.source = source
        self.dialect = dialect
        lineEnd = ownEnd.isEmpty ? [0x0A] : ownEnd
        end = start
        guard source == .firstRow else {
            row = []
            names = cells.indices.map { column in
                guard case .textAndLabel(let text) = source else { return String(column + 1) }
                return column == text ? RecordFormat.textField : column < 2 ? "label" : String(column + 1)
            }
            texts = names
            spelled = Self.spelled(names)
            return
        }
        row = own
        texts = cells.map { cell in
            var text: [UInt8] = []
            CSVScanner.append(UnsafeBufferPointer(rebasing: head[cell.start..<cell.end]), of: cell, to: &text)
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
        spelled = Self.spelled(names)
    }

    /// The names as JSON writes them before the values.
    private static func spelled(_ names: [String]) -> [[UInt8]] {
        names.enumerated().map { index, name in
            var bytes = index == 0 ? [UInt8(ascii: "{")] : Array(", ".utf8)
            JSONString.append(name, to: &bytes)
            bytes.append(contentsOf: ": ".utf8)
            return bytes
        }
    }
}

/// The line `sep=;` with which spreadsheets are told the delimiter.
enum SeparatorLine {
    /// Where it ends, its line's end included; 0 if a file does not start with one.
    static func end(in head: UnsafeBufferPointer<UInt8>) -> Int {
        delimiter(in: head) == nil ? 0 : (head.firstNewline(from: 0) ?? head.count - 1) + 1
    }

    /// The delimiter that it names; nil if a file does not start with one.
    static func delimiter(in head: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        guard head.count > 4, head[..<3].map({ $0 | 0x20 }).elementsEqual("sep".utf8), head[3] == UInt8(ascii: "=") else {
            return nil
        }
        let line = head[..<(head.firstNewline(from: 0) ?? head.count)]
        let named = line.dropFirst(4).filter { $0 != 0x0D }
        return named.count == 1 && named[0] != UInt8(ascii: "\"") ? named : nil
    }
}
