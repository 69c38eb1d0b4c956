/// The outermost shape of JSON that may be cut off.
struct JSONHead {
    private let text: UnsafeBufferPointer<UInt8>
    private var at = 0

    init(_ text: UnsafeBufferPointer<UInt8>) {
        self.text = text
    }

    /// The shapes of JSON that are told apart.
    enum Shape {
        case lines, array, questions
    }

    /// The shape of `text`, or nil if it is not JSON.
    static func shape(of text: UnsafeBufferPointer<UInt8>) -> Shape? {
        guard let first = text.first(where: { !$0.isBlank && $0 != 0x0A }) else { return nil }
        guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else { return nil }
        var head = JSONHead(text)
        return head.shape
    }

    private var shape: Shape? {
        mutating get {
            at = 0
            if skip(UInt8(ascii: "[")) {
                // An empty array counts as one of objects.
                if skip(UInt8(ascii: "]")) { return isAtEnd ? .array : nil }
                guard skip(UInt8(ascii: "{")) else { return nil }
                return hasMember(["qas", "paragraphs", "context_text"]) ? .questions : .array
            }
            guard skip(UInt8(ascii: "{")) else { return nil }
            let start = at
            if isEmptyDocument { return .questions }
            at = start
            guard find(["data"]), skip(UInt8(ascii: "[")), skip(UInt8(ascii: "{")) else { return .lines }
            return hasMember(["paragraphs", "qas"]) ? .questions : .lines
        }
    }

    private var isAtEnd: Bool {
        mutating get {
            skipBlanks()
            return at == text.count
        }
    }

    /// Whether what follows the opening brace is a document without articles, and nothing else:
    /// `"version": "1.1", "data": []}`.
    private var isEmptyDocument: Bool {
        mutating get {
            var hasData = false
            repeat {
                skipBlanks()
                guard at < text.count, text[at] == UInt8(ascii: "\""), let key = string(), skip(UInt8(ascii: ":")) else {
                    return false
                }
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

    /// Whether `text` is an array whose first element is one: its elements are not records, which the array reader reports.
    static func isArrayOfArrays(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var head = JSONHead(text)
        return head.skip(UInt8(ascii: "[")) && head.skip(UInt8(ascii: "["))
    }

    private mutating func hasMember(_ keys: [String]) -> Bool { find(keys) && skip(UInt8(ascii: "[")) || isAtContext }

    /// Whether the member found last is CMRC's name for a context, which only flat documents have.
    private var isAtContext = false

    /// Moves to the value of the first member with one of `keys`, in the object whose opening brace was just read.
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

    /// The content of the string that starts here, escapes as they are; nil if it is cut off.
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

    /// False if the value is cut off.
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
