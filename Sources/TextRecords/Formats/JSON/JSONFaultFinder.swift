/// Finds where a text stops being JSON (RFC 8259), byte by byte.
///
/// Slow and plain: it runs only over lines that the fast parser refused, to say where and why. UTF-8 is checked elsewhere.
struct JSONFaultFinder {
    /// A fault and the offset of the byte that shows it.
    struct Finding: Equatable {
        var offset: Int
        var fault: JSONFault
    }

    /// How deep arrays and objects may be nested.
    static let maximumDepth = 1024

    private let text: UnsafeBufferPointer<UInt8>
    private var at = 0
    /// The open containers, true for an object.
    private var open: [Bool] = []

    private init(_ text: UnsafeBufferPointer<UInt8>) {
        self.text = text
    }

    /// The first fault of `text`, or nil if it is JSON.
    static func find(in text: UnsafeBufferPointer<UInt8>) -> Finding? {
        var finder = JSONFaultFinder(text)
        do {
            try finder.document()
            return nil
        } catch {
            return Finding(offset: finder.at, fault: error)
        }
    }

    private var byte: UInt8? { at < text.count ? text[at] : nil }

    private mutating func skipSpaces() {
        while let byte, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { at += 1 }
    }

    /// The fault where `expected` should be: the end of the text, or a wrong byte.
    private func fault(_ expected: JSONFault.Expectation) -> JSONFault {
        if let byte { return .unexpected(byte: byte, expected: expected) }
        return .unclosed(open.last == false ? .array : .object)
    }

    private mutating func document() throws(JSONFault) {
        try value()
        while let isObject = open.last {
            skipSpaces()
            switch byte {
            case UInt8(ascii: ","):
                at += 1
                if isObject { try key() }
                try value()
            case isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"):
                at += 1
                open.removeLast()
            default:
                throw fault(.commaOrEnd)
            }
        }
        skipSpaces()
        if at < text.count { throw .trailingContent }
    }

    /// A scalar, or everything up to and including the first scalar or empty container inside.
    private mutating func value() throws(JSONFault) {
        while true {
            skipSpaces()
            guard let byte else { throw fault(.value) }
            switch byte {
            case UInt8(ascii: "{"):
                try push(object: true)
                if close(UInt8(ascii: "}")) { return }
                try key()
            case UInt8(ascii: "["):
                try push(object: false)
                if close(UInt8(ascii: "]")) { return }
            case UInt8(ascii: "\""):
                return try string()
            case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                return try number()
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
                return try word()
            default:
                throw fault(.value)
            }
        }
    }

    private mutating func push(object: Bool) throws(JSONFault) {
        guard open.count < Self.maximumDepth else { throw .tooDeep }
        open.append(object)
        at += 1
    }

    private mutating func close(_ end: UInt8) -> Bool {
        skipSpaces()
        guard byte == end else { return false }
        at += 1
        open.removeLast()
        return true
    }

    private mutating func key() throws(JSONFault) {
        skipSpaces()
        guard byte == UInt8(ascii: "\"") else { throw fault(.key) }
        try string()
        skipSpaces()
        guard byte == UInt8(ascii: ":") else { throw fault(.colon) }
        at += 1
    }

    private mutating func string() throws(JSONFault) {
        at += 1
        while let byte {
            switch byte {
            case UInt8(ascii: "\""):
                at += 1
                return
            case UInt8(ascii: "\\"):
                try escape()
            case 0..<0x20:
                throw .controlCharacter(byte)
            default:
                at += 1
            }
        }
        throw .unclosedString
    }

    private mutating func escape() throws(JSONFault) {
        guard at + 1 < text.count else {
            at = text.count
            throw .unclosedString
        }
        switch text[at + 1] {
        case UInt8(ascii: "u"):
            for offset in 2..<6 {
                guard at + offset < text.count else {
                    at = text.count
                    throw .unclosedString
                }
                guard Character(Unicode.Scalar(text[at + offset])).isHexDigit else { throw .malformedEscape }
            }
            at += 6
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            at += 2
        default:
            throw .malformedEscape
        }
    }

    /// The bytes from `at` up to the next blank or punctuation mark.
    private func token() -> Slice<UnsafeBufferPointer<UInt8>> {
        text[at...].prefix { byte in
            byte > 0x20
                && ![
                    UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ":"),
                    UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\""),
                ].contains(byte)
        }
    }

    private func spelling(_ token: Slice<UnsafeBufferPointer<UInt8>>) -> String {
        String(decoding: token.prefix(32), as: UTF8.self)
    }

    private mutating func word() throws(JSONFault) {
        let token = token()
        guard ["true", "false", "null"].contains(where: { token.elementsEqual($0.utf8) }) else {
            if token.endIndex == text.count,
                ["true", "false", "null"].contains(where: { $0.utf8.starts(with: token) }), let isObject = open.last
            {
                at = text.count
                throw .unclosed(isObject ? .object : .array)
            }
            throw .unknownWord(spelling(token))
        }
        at = token.endIndex
    }

    private mutating func number() throws(JSONFault) {
        let token = token()
        var rest = token
        func digits() -> Int {
            let run = rest.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }.count
            rest = rest.dropFirst(run)
            return run
        }
        if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
        let leadingZero = rest.first == UInt8(ascii: "0")
        let whole = digits()
        var isValid = whole == 1 || (whole > 1 && !leadingZero)
        if isValid, rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            isValid = digits() > 0
        }
        if isValid, let mark = rest.first, mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") {
            rest = rest.dropFirst()
            if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { rest = rest.dropFirst() }
            isValid = digits() > 0
        }
        guard isValid, rest.isEmpty else {
            if rest.isEmpty, token.endIndex == text.count, let isObject = open.last {
                at = text.count
                throw .unclosed(isObject ? .object : .array)
            }
            throw .malformedNumber(spelling(token))
        }
        at = token.endIndex
    }
}
