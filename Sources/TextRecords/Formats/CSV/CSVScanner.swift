import Foundation

/// Finds the rows and cells of tables (RFC 4180, with any delimiter), in place.
///
/// Rows end at newlines outside quotes; a carriage return before one belongs to it. Quotes count where they open a cell;
/// anywhere else they are characters. A quote must be closed: followed by a delimiter, a line end or the end of the text,
/// after ``maximumQuoted`` bytes at most. An unclosed one costs only its own line: the row ends with the line on which the
/// quote opened, and reading goes on after it, so that a missing quote cannot swallow the rest of a file.
///
/// Tab-separated corpora commonly hold quotes that mean nothing (`"So what," he said`). In a lenient dialect a quote that is
/// not closed, or whose cell would hold both a delimiter and a line end, is an ordinary character.
struct CSVScanner {
    let dialect: CSVDialect
    /// The delimiter's first byte; mostly it is all of it.
    private let delimiter: UInt8
    private let isLong: Bool
    private let isLenient: Bool
    private let maximumQuoted: Int
    /// Whether the text is one row that was found before, without its line's end: a carriage return at its end belongs to the
    /// cell.
    let isOfRecord: Bool

    private static let quote = UInt8(ascii: "\"")

    /// Where a cell's content is.
    struct Cell {
        var start: Int
        var end: Int
        /// Whether two quotes stand for one in it.
        var hasDoubledQuotes: Bool
    }

    struct Row {
        /// The end of the row's content.
        var end: Int
        /// The start of the next row.
        var next: Int
        /// The first quote that is not closed.
        var openQuote: Int?
        /// Whether a quoted cell may hold newlines.
        var hasQuotes: Bool
    }

    init(_ dialect: CSVDialect, isOfRecord: Bool = false) {
        self.dialect = dialect
        self.isOfRecord = isOfRecord
        delimiter = dialect.delimiter.first ?? UInt8(ascii: ",")
        isLong = dialect.delimiter.count > 1
        isLenient = dialect.isLenient
        maximumQuoted = dialect.maximumQuoted
    }

    /// Whether all of the delimiter stands at a place where its first byte does.
    private func isDelimiter(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
        !isLong || bytes[place...].starts(with: dialect.delimiter)
    }

    /// Whether a row, without its end, is blank: blanks only, and no delimiter (such as a tab).
    static func isBlank(_ row: UnsafeBufferPointer<UInt8>) -> Bool { row.allSatisfy { $0 == 0x20 } }

    /// Appends a cell's text.
    static func append(_ content: UnsafeBufferPointer<UInt8>, of cell: Cell, to bytes: inout [UInt8]) {
        var at = 0
        if cell.hasDoubledQuotes {
            while let quote = content.first(UInt8(ascii: "\""), from: at) {
                bytes.append(contentsOf: content[at...quote])
                at = quote + 2
            }
        }
        if at < content.count { bytes.append(contentsOf: content[at...]) }
    }

    /// Reads the row that starts at `start`, which is before the end, and puts its cells into `cells`.
    ///
    /// Nil where more bytes are needed; never with `isAtEnd`.
    func row(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, isAtEnd: Bool, cells: inout [Cell]) -> Row? {
        cells.removeAll(keepingCapacity: true)
        var at = start
        var hasQuotes = false
        while true {
            if at < bytes.count, bytes[at] == Self.quote {
                switch quoted(in: bytes, from: at, isAtEnd: isAtEnd) {
                case .needsMore: return nil
                case .cell(let cell):
                    hasQuotes = true
                    cells.append(cell)
                    at = cell.end + 1
                    if at < bytes.count, bytes[at] == 0x0D { at += 1 }
                    if at >= bytes.count {
                        return Row(end: cell.end + 1, next: bytes.count, openQuote: nil, hasQuotes: true)
                    }
                    if bytes[at] == 0x0A { return row(endingAt: at, in: bytes, from: start, hasQuotes: true) }
                    at += dialect.delimiter.count
                    continue
                case .notClosed where isLenient: break
                case .notClosed:
                    guard let newline = bytes.firstNewline(from: at) ?? (isAtEnd ? bytes.count : nil) else { return nil }
                    var row = row(endingAt: newline, in: bytes, from: start, hasQuotes: true)
                    row.openQuote = at
                    return row
                }
            }
            let cellStart = at
            while true {
                while at < bytes.count, bytes[at] != delimiter, bytes[at] != 0x0A { at += 1 }
                if isLong, !isAtEnd, at + dialect.delimiter.count > bytes.count { return nil }
                if at == bytes.count || bytes[at] == 0x0A || isDelimiter(bytes, at: at) { break }
                at += 1
            }
            if at == bytes.count, !isAtEnd { return nil }
            guard at < bytes.count, bytes[at] == delimiter else {
                let row = row(endingAt: at, in: bytes, from: start, hasQuotes: hasQuotes)
                cells.append(Cell(start: cellStart, end: max(row.end, cellStart), hasDoubledQuotes: false))
                return row
            }
            cells.append(Cell(start: cellStart, end: at, hasDoubledQuotes: false))
            at += dialect.delimiter.count
        }
    }

    /// `newline` is that of the row's last line, or the end of the text.
    private func row(endingAt newline: Int, in bytes: UnsafeBufferPointer<UInt8>, from start: Int, hasQuotes: Bool) -> Row {
        let hasEnd = newline < bytes.count || !isOfRecord
        let end = hasEnd && newline > start && bytes[newline - 1] == 0x0D ? newline - 1 : newline
        return Row(end: end, next: min(newline + 1, bytes.count), openQuote: nil, hasQuotes: hasQuotes)
    }

    private enum Quoted {
        case cell(Cell)
        case notClosed
        case needsMore
    }

    /// The quoted cell whose opening quote is at `open`.
    private func quoted(in bytes: UnsafeBufferPointer<UInt8>, from open: Int, isAtEnd: Bool) -> Quoted {
        // Everything here depends on the bytes up to the closing quote and the two after it, so that a piece that ends with
        // a row is read as the whole is.
        let limit = min(bytes.count, open + maximumQuoted + 2)
        let reachable = UnsafeBufferPointer(rebasing: bytes[..<limit])
        let isLimited = limit < bytes.count || isAtEnd
        var at = open + 1
        var doubled = false
        var seen = Seen()
        while let quote = reachable.first(Self.quote, from: at) {
            if isLenient, seen.both(in: bytes, from: at, to: quote, delimiter) { return .notClosed }
            if isLong, !isAtEnd, quote + 1 + dialect.delimiter.count > bytes.count { return .needsMore }
            let after = quote + 1
            if after == bytes.count {
                guard isAtEnd else { return .needsMore }
                return .cell(Cell(start: open + 1, end: quote, hasDoubledQuotes: doubled))
            }
            switch bytes[after] {
            case Self.quote:
                doubled = true
                at = quote + 2
                continue
            case 0x0A: break
            case delimiter where isDelimiter(bytes, at: after): break
            case 0x0D:
                if after + 1 == bytes.count, isOfRecord { return .notClosed }
                if after + 1 == bytes.count, !isAtEnd { return .needsMore }
                if after + 1 < bytes.count, bytes[after + 1] != 0x0A { return .notClosed }
            default: return .notClosed
            }
            return .cell(Cell(start: open + 1, end: quote, hasDoubledQuotes: doubled))
        }
        if isLenient, seen.both(in: bytes, from: at, to: limit, delimiter) { return .notClosed }
        return isLimited ? .notClosed : .needsMore
    }

    /// What a quoted cell contains.
    private struct Seen {
        private var delimiter = false
        private var newline = false

        /// Looks at another part; returns whether the parts so far contain both a delimiter and a line end.
        mutating func both(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, _ byte: UInt8) -> Bool {
            guard start < end else { return false }
            let part = UnsafeBufferPointer(rebasing: bytes[..<end])
            if !newline { newline = part.firstNewline(from: start) != nil }
            if !delimiter { delimiter = part.first(byte, from: start) != nil }
            return newline && delimiter
        }
    }
}

/// Cuts tables between rows.
struct CSVBorders: RecordBorders {
    private let scanner: CSVScanner
    /// The start of a row; there is no place to cut before it.
    private var rowStart = 0
    /// The first known quote at or after ``rowStart``.
    private var quote: Int?
    private var cells: [CSVScanner.Cell] = []
    /// Bytes that the next piece must have: the first has to hold the header row.
    private var least: Int

    /// - Parameter headerEnd: The end of the header row.
    init(_ dialect: CSVDialect, headerEnd: Int) {
        scanner = CSVScanner(dialect)
        least = max(1, headerEnd)
    }

    mutating func pieceEnd(in bytes: UnsafeBufferPointer<UInt8>, size: Int, isAtEnd: Bool) -> Int? {
        let size = max(size, least)
        while rowStart < bytes.count {
            if quote == nil || (quote ?? 0) < rowStart { quote = bytes.first(UInt8(ascii: "\""), from: rowStart) }
            // Up to the next quote, newlines are enough.
            let plainEnd = quote ?? bytes.count
            let plain = UnsafeBufferPointer(rebasing: bytes[..<plainEnd])
            if let newline = plain.firstNewline(from: max(rowStart, size - 1)) {
                return cut(at: newline + 1)
            }
            rowStart = max(rowStart, plain.lineStart(of: plainEnd))
            guard quote != nil else { break }
            guard let row = scanner.row(in: bytes, from: rowStart, isAtEnd: isAtEnd, cells: &cells) else { return nil }
            rowStart = row.next
            if rowStart >= size, rowStart < bytes.count || bytes[rowStart - 1] == 0x0A { return cut(at: rowStart) }
        }
        guard isAtEnd else { return nil }
        return cut(at: bytes.count)
    }

    private mutating func cut(at end: Int) -> Int {
        rowStart = 0
        quote = nil
        least = 1
        return end
    }
}
