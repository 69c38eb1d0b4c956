/// The first row of a table: what its columns are called.
struct CSVHeader: Sendable {
    /// The columns' names, distinct and not empty: a column without a name is `Unnamed: 0` by its index, and a second `a` is
    /// `a.1`, as in pandas.
    let names: [String]
    /// What the header row has for each column.
    let texts: [String]
    /// What stands between cells.
    let delimiter: UInt8
    /// Where the header row ends, its line's end included.
    let end: Int
    /// The header row's own bytes, and those that end its line (a newline if the file ends with the row).
    let row: [UInt8]
    let lineEnd: [UInt8]
    /// The names as JSON writes them, with `{` or `, ` before and `: ` after.
    let spelled: [[UInt8]]

    /// Reads the header at the start of a table, which must be well-formed UTF-8. A byte order mark is not skipped.
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
            if !CSVScanner.isBlank(bytes) { break }
        }
        row = own
        lineEnd = ownEnd.isEmpty ? [0x0A] : ownEnd
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
        self.delimiter = delimiter
        end = start
        spelled = names.enumerated().map { index, name in
            var bytes = index == 0 ? [UInt8(ascii: "{")] : Array(", ".utf8)
            JSONString.append(name, to: &bytes)
            bytes.append(contentsOf: ": ".utf8)
            return bytes
        }
    }
}
