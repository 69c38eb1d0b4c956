import CSimdjson

/// A JSON document as it was read, before anything is made of it.
package indirect enum JSONValue: Sendable {
    case null, flag(Bool), number(Double), text(String), list([JSONValue]), object([String: JSONValue])

    /// Most brackets around a value, as many as Foundation's decoder takes.
    package static let greatestDepth = 512

    /// Parses an object or a list with simdjson, in time that its size alone decides: Foundation's decoder takes as much longer for a value as
    /// it lies deep.
    ///
    /// What is made of the document is decoded from the same bytes afterwards, so what two parsers may read differently is refused: a key
    /// that an object has twice. What simdjson's caller here lets pass (`NaN`, half a surrogate) is refused there.
    /// - Returns: nil for what is no document.
    package init?(document: [UInt8]) {
        let value = document.withUnsafeBufferPointer { bytes -> JSONValue? in
            let parser = JSONRecordParser()
            guard let kind = try? parser.parseDocument(bytes, isPadded: false), parser.startWalk() else { return nil }
            return Self.walked(parser, isObject: kind == .object, depth: 1)
        }
        guard let value else { return nil }
        self = value
    }

    /// The object or list that the parser's walk is in.
    private static func walked(_ parser: JSONRecordParser, isObject: Bool, depth: Int) -> JSONValue? {
        guard depth <= greatestDepth else { return nil }
        var elements: [JSONValue] = []
        var members: [String: JSONValue] = [:]
        var member = csimdjson_member()
        while parser.walk(&member) {
            let key = String(decoding: member.key.buffer, as: UTF8.self)
            guard let value = value(of: member, parser, depth: depth) else { return nil }
            if !isObject {
                elements.append(value)
            } else if members.updateValue(value, forKey: key) != nil {
                return nil
            }
        }
        return isObject ? .object(members) : .list(elements)
    }

    private static func value(of member: csimdjson_member, _ parser: JSONRecordParser, depth: Int) -> JSONValue? {
        var text: String { String(decoding: member.text.buffer, as: UTF8.self) }
        switch member.valueKind {
        case .text: return .text(text)
        case .number: return Double(text).map { .number($0) }
        case .boolean: return .flag(text == "true")
        case .object, .array:
            guard parser.enter() else { return nil }
            defer { parser.leave() }
            return walked(parser, isObject: member.valueKind == .object, depth: depth + 1)
        default: return .null
        }
    }
}
