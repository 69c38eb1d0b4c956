extension RecordFormat {
    /// Bytes that are enough to look at.
    static let headSize = 1 << 20

    /// The format that some content most likely is in. A byte order mark is looked past.
    ///
    /// JSON is known by its content: a document of questions, an array of objects, or else one object a line, be it that the first
    /// line is cut. For the rest
    /// the name of the file counts (`.csv`, `.tsv`, `.conll`, `.bio`, `.bmes`, `.jsonl`; `.gz` is looked through); without one,
    /// tags in the last column of every line show tagged tokens, and a header with as many cells in all rows a table.
    /// Everything else is ``plainText``.
    ///
    /// - Parameters:
    ///   - bytes: The content in UTF-8: all of it, or its first MiB.
    ///   - path: What the file is called.
    package static func detect(_ bytes: [UInt8], path: String? = nil) -> RecordFormat {
        bytes.withUnsafeBufferPointer { bytes in
            let start = ByteOrderMark.count(in: bytes)
            let head = UnsafeBufferPointer(rebasing: bytes[start..<max(start, min(bytes.count, headSize))])
            guard let first = head.first(where: { !$0.isBlank && $0 != 0x0A }) else { return .plainText }
            let name = path.map(lastExtension) ?? ""
            if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
                var shape = JSONHead(head)
                if let format = shape.format { return format }
                if name == "json", shape.isArrayOfArrays { return .jsonArray }
            }
            switch name {
            case "csv": return TableShape.isTable(head, UInt8(ascii: "\t")) && !TableShape.isTable(head, UInt8(ascii: ",")) ? .tsv : .csv
            case "tsv", "tab": return .tsv
            // No JSON after all: an error of the first line, where it is meant to be.
            case "jsonl", "ndjson", "json": return .jsonLines
            case "conll", "bio", "bmes", "bioes", "bieos", "iob", "iob2": return .conll
            default: break
            }
            if Tagged.isTagged(head) { return .conll }
            // Where a corpus was cut, the first line may be the rest of a record: an error, not a text.
            if isCutJSONLines(head) { return .jsonLines }
            // Texts may have as many commas in all lines by chance; of a `.txt` it is believed that they are texts.
            if name == "txt" || name == "text" { return .plainText }
            if TableShape.isTable(head, UInt8(ascii: "\t")) { return .tsv }
            let isCSV = TableShape.isTable(head, UInt8(ascii: ","))
                || TableShape.hasSemicolons(head) && TableShape.isTable(head, UInt8(ascii: ";"))
            return isCSV ? .csv : .plainText
        }
    }

    /// Tabs in each of the first lines, twenty at most: a table of tabs may have been taken for plain text. nil where lines
    /// differ, have none, or are fewer than two.
    static func tabs(inEachLineOf head: UnsafeBufferPointer<UInt8>) -> Int? {
        var lines = LineReader(head)
        var found: Int?
        var count = 0
        while count < 20, let line = lines.next() {
            // The head may end within a line.
            if !line.isTerminated, head.count >= headSize { break }
            let tabs = head[line.start..<line.start + line.count].count { $0 == UInt8(ascii: "\t") }
            guard tabs > 0, found == nil || found == tabs else { return nil }
            found = tabs
            count += 1
        }
        return count >= 2 ? found : nil
    }

    /// What stands between the cells of a file that is CSV: a comma, or the semicolon that spreadsheets write where the comma
    /// stands in numbers, if the header has semicolons and no comma and the row under it has as many.
    static func delimiter(ofCSV head: UnsafeBufferPointer<UInt8>) -> UInt8 {
        TableShape.hasSemicolons(head) ? UInt8(ascii: ";") : UInt8(ascii: ",")
    }

    /// Whether all lines behind the first, two at least, are JSON objects.
    private static func isCutJSONLines(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
        var lines = LineReader(head)
        guard lines.next() != nil else { return false }
        var objects = 0
        while objects < 20, let line = lines.next() {
            let content = head[line.start..<line.start + line.count]
            guard content.starts(with: "{\"".utf8) else { return false }
            // The head may end within a line.
            if line.start + line.count < head.count, content.last(where: { !$0.isBlank }) != UInt8(ascii: "}") { return false }
            objects += 1
        }
        return objects >= 2
    }

    /// The extension in lower case, that before `.gz` where there are two.
    private static func lastExtension(_ path: String) -> String {
        let name = path.lowercased().split(separator: "/").last ?? ""
        var parts = name.split(separator: ".", omittingEmptySubsequences: false)
        if parts.count > 1, parts.last == "gz" { parts.removeLast() }
        return parts.count > 1 ? String(parts.last ?? "") : ""
    }
}

/// The outermost shape of JSON that may break off.
private struct JSONHead {
    private let text: UnsafeBufferPointer<UInt8>
    private var at = 0

    init(_ text: UnsafeBufferPointer<UInt8>) {
        self.text = text
    }

    /// The format of JSON, or nil if this is none.
    var format: RecordFormat? {
        mutating get {
            at = 0
            if skip(UInt8(ascii: "[")) {
                // An array of nothing is one of objects.
                if skip(UInt8(ascii: "]")) { return isAtEnd ? .jsonArray : nil }
                guard skip(UInt8(ascii: "{")) else { return nil }
                return hasMember(["qas", "paragraphs", "context_text"]) ? .squad : .jsonArray
            }
            guard skip(UInt8(ascii: "{")) else { return nil }
            let start = at
            if isEmptyDocument { return .squad }
            at = start
            guard find(["data"]), skip(UInt8(ascii: "[")), skip(UInt8(ascii: "{")) else { return .jsonLines }
            return hasMember(["paragraphs", "qas"]) ? .squad : .jsonLines
        }
    }

    private var isAtEnd: Bool {
        mutating get {
            skipBlanks()
            return at == text.count
        }
    }

    /// Whether what follows the opening brace is a document of no articles, and nothing else: `"version": "1.1", "data": []}`.
    private var isEmptyDocument: Bool {
        mutating get {
            var hasData = false
            repeat {
                skipBlanks()
                guard at < text.count, text[at] == UInt8(ascii: "\""), let key = string(), skip(UInt8(ascii: ":")) else { return false }
                skipBlanks()
                if "data".utf8.elementsEqual(key) {
                    guard skip(UInt8(ascii: "[")), skip(UInt8(ascii: "]")) else { return false }
                    hasData = true
                } else {
                    guard "version".utf8.elementsEqual(key), skipValue() else { return false }
                }
            } while skip(UInt8(ascii: ","))
            return hasData && skip(UInt8(ascii: "}")) && isAtEnd
        }
    }

    /// Whether this is an array whose first element is one: its elements are no records, which the array's reader says.
    var isArrayOfArrays: Bool {
        mutating get {
            at = 0
            return skip(UInt8(ascii: "[")) && skip(UInt8(ascii: "["))
        }
    }

    private mutating func hasMember(_ keys: [String]) -> Bool { find(keys) && skip(UInt8(ascii: "[")) || isAtContext }

    /// Whether the member found last is CMRC's name of a context: of a flat document nothing else has it.
    private var isAtContext = false

    /// Goes to the value of the first member with one of `keys`, within the object whose opening brace is passed.
    private mutating func find(_ keys: [String]) -> Bool {
        while true {
            skipBlanks()
            guard at < text.count, text[at] == UInt8(ascii: "\""), let key = string() else { return false }
            skipBlanks()
            guard skip(UInt8(ascii: ":")) else { return false }
            skipBlanks()
            if let found = keys.first(where: { $0.utf8.elementsEqual(key) }) {
                isAtContext = found == "context_text"
                return true
            }
            guard skipValue(), skip(UInt8(ascii: ",")) else { return false }
        }
    }

    private mutating func skipBlanks() {
        while at < text.count, text[at].isBlank || text[at] == 0x0A { at += 1 }
    }

    private mutating func skip(_ byte: UInt8) -> Bool {
        skipBlanks()
        guard at < text.count, text[at] == byte else { return false }
        at += 1
        return true
    }

    /// The content of the string that starts here, escapes as they are; nil if it breaks off.
    private mutating func string() -> Slice<UnsafeBufferPointer<UInt8>>? {
        let start = at + 1
        at = start
        while at < text.count {
            if text[at] == UInt8(ascii: "\\") {
                at += 1
            } else if text[at] == UInt8(ascii: "\"") {
                at += 1
                return text[start..<at - 1]
            }
            at += 1
        }
        at = text.count
        return nil
    }

    /// False if the value breaks off.
    private mutating func skipValue() -> Bool {
        guard at < text.count else { return false }
        if text[at] == UInt8(ascii: "\"") { return string() != nil }
        if text[at] == UInt8(ascii: "{") || text[at] == UInt8(ascii: "[") {
            var scanner = JSONElementScanner(depth: 0)
            let end = scanner.elementEnd(in: text, from: at, outer: 0)
            at = end ?? text.count
            return end != nil
        }
        while at < text.count {
            if text[at] == UInt8(ascii: ",") || text[at] == UInt8(ascii: "}") { return true }
            at += 1
        }
        return false
    }
}

/// Whether lines are tokens with tags.
private enum Tagged {
    static func isTagged(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let columns = try? TagColumns(head, path: ""), columns.hasTags else { return false }
        var parts: [Range<Int>] = []
        var rows = 0
        var prefixed = 0
        var lines = LineReader(head)
        while rows < 1000, let line = lines.next() {
            let row = UnsafeBufferPointer(rebasing: head[line.start..<line.start + line.count])
            if TaggedSentence.isDocumentStart(row) { continue }
            columns.split(row, into: &parts)
            guard parts.count == columns.count, let label = parts.last else {
                if row.first == UInt8(ascii: "#") { continue }
                // A wrong row or two shall be an error of this format, and the last line may be cut.
                if rows >= 20 { continue }
                return false
            }
            let tag = UnsafeBufferPointer(rebasing: row[label])
            guard TagPattern.isTag(tag) else { return false }
            if TagPattern.isPrefixed(tag) || tag.first != UInt8(ascii: "O") { prefixed += 1 }
            rows += 1
        }
        return rows >= 2 && prefixed > 0
    }
}
