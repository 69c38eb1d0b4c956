import Foundation
import ShiftReport

/// A JSON document as it was read, before anything is made of it.
indirect enum JSONValue: Sendable {
    case null, flag(Bool), number(Double), text(String), list([JSONValue]), object([String: JSONValue])

    /// Most brackets around a value, as many as Foundation's decoder takes.
    static let greatestDepth = 512

    /// Parses a document, in time that its size alone decides: Foundation's decoder takes as much longer for a value as it lies deep.
    ///
    /// What is made of the document is decoded from the same bytes afterwards, so what two parsers may read differently is refused: a key
    /// that an object has twice. What is no JSON in other ways may pass here, and is refused there.
    /// - Returns: nil for what is no document.
    init?(document: Data) {
        let value = document.withUnsafeBytes { bytes -> JSONValue? in
            var reader = Reader(bytes: bytes.bindMemory(to: UInt8.self))
            let value = reader.value(depth: 0)
            return reader.isAtEnd() ? value : nil
        }
        guard let value else { return nil }
        self = value
    }

    /// What it is, for a message: the value of a number, a flag or a short text, else its kind.
    var shown: String {
        switch self {
        case .null: "null"
        case .flag(let flag): "\(flag)"
        case .number(let number): NumberText.typed(number)
        case .text(let text): text.count <= 40 ? "\"\(text)\"" : "\"\(text.prefix(40))…\""
        case .list: "[…]"
        case .object: "{…}"
        }
    }
}

extension JSONValue {
    /// Walks over the bytes once.
    private struct Reader {
        let bytes: UnsafeBufferPointer<UInt8>
        var at = 0

        /// The next byte that is no blank; nil at the end.
        private mutating func next() -> UInt8? {
            while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) { at += 1 }
            return at < bytes.count ? bytes[at] : nil
        }

        private mutating func take(_ byte: Character) -> Bool {
            guard let wanted = byte.asciiValue, next() == wanted else { return false }
            at += 1
            return true
        }

        mutating func isAtEnd() -> Bool { next() == nil }

        mutating func value(depth: Int) -> JSONValue? {
            guard depth < JSONValue.greatestDepth, let first = next() else { return nil }
            switch Character(Unicode.Scalar(first)) {
            case "{": return object(depth: depth + 1)
            case "[": return list(depth: depth + 1)
            case "\"": return text().map { .text($0) }
            case "t": return word("true", .flag(true))
            case "f": return word("false", .flag(false))
            case "n": return word("null", .null)
            default: return number()
            }
        }

        private mutating func object(depth: Int) -> JSONValue? {
            at += 1
            var members: [String: JSONValue] = [:]
            if take("}") { return .object(members) }
            while true {
                guard next() == 0x22, let key = text(), take(":"), let value = value(depth: depth),
                    members.updateValue(value, forKey: key) == nil
                else { return nil }
                if take("}") { return .object(members) }
                guard take(",") else { return nil }
            }
        }

        private mutating func list(depth: Int) -> JSONValue? {
            at += 1
            var values: [JSONValue] = []
            if take("]") { return .list(values) }
            while true {
                guard let value = value(depth: depth) else { return nil }
                values.append(value)
                if take("]") { return .list(values) }
                guard take(",") else { return nil }
            }
        }

        private mutating func word(_ word: String, _ value: JSONValue) -> JSONValue? {
            guard bytes[at...].starts(with: word.utf8) else { return nil }
            at += word.utf8.count
            return value
        }

        private mutating func number() -> JSONValue? {
            let start = at
            while at < bytes.count, "+-.0123456789eE".utf8.contains(bytes[at]) { at += 1 }
            return Double(String(decoding: bytes[start..<at], as: UTF8.self)).map { .number($0) }
        }

        /// A text from its quote on.
        private mutating func text() -> String? {
            at += 1
            let start = at
            var isPlain = true
            while at < bytes.count, bytes[at] != 0x22 {
                isPlain = isPlain && bytes[at] != 0x5C
                at += bytes[at] == 0x5C ? 2 : 1
            }
            guard at < bytes.count else { return nil }
            at += 1
            if isPlain { return String(decoding: bytes[start..<at - 1], as: UTF8.self) }
            return unescaped(UnsafeBufferPointer(rebasing: bytes[start..<at - 1]))
        }

        private func unescaped(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
            var units: [UInt16] = []
            var at = 0
            while at < bytes.count {
                guard bytes[at] == 0x5C else {
                    let start = at
                    while at < bytes.count, bytes[at] != 0x5C { at += 1 }
                    units += String(decoding: bytes[start..<at], as: UTF8.self).utf16
                    continue
                }
                // The byte behind a backslash is there: the text ends behind it at the earliest.
                let mark = Character(Unicode.Scalar(bytes[at + 1]))
                at += 2
                switch mark {
                case "\"", "\\", "/": units += String(mark).utf16
                case "b": units.append(0x08)
                case "f": units.append(0x0C)
                case "n": units.append(0x0A)
                case "r": units.append(0x0D)
                case "t": units.append(0x09)
                case "u":
                    guard at + 4 <= bytes.count,
                        let unit = UInt16(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16)
                    else { return nil }
                    units.append(unit)
                    at += 4
                default: return nil
                }
            }
            return String(decoding: units, as: UTF16.self)
        }
    }
}
