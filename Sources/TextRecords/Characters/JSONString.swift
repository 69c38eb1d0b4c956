/// Strings as JSON writes them, escaping no more than JSON requires (RFC 8259, section 7).
package enum JSONString {
    /// Appends well-formed UTF-8 as a JSON string, with its quotes.
    package static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        // Runs without anything to escape are copied whole.
        var copied = 0
        for (position, byte) in text.enumerated() {
            guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
            bytes.append(contentsOf: text[copied..<position])
            copied = position + 1
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): escape(byte, to: &bytes)
            case 0x08: escape(UInt8(ascii: "b"), to: &bytes)
            case 0x09: escape(UInt8(ascii: "t"), to: &bytes)
            case 0x0A: escape(UInt8(ascii: "n"), to: &bytes)
            case 0x0C: escape(UInt8(ascii: "f"), to: &bytes)
            case 0x0D: escape(UInt8(ascii: "r"), to: &bytes)
            default:
                bytes.append(contentsOf: "\\u00".utf8)
                bytes.append(hexadecimalDigit(byte >> 4))
                bytes.append(hexadecimalDigit(byte & 0x0F))
            }
        }
        bytes.append(contentsOf: text[copied...])
        bytes.append(UInt8(ascii: "\""))
    }

    /// Appends `text` as a JSON string, with its quotes.
    package static func append(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { append($0, to: &bytes) }
    }

    /// Appends texts as a JSON array of strings.
    static func append(_ texts: some Sequence<UnsafeBufferPointer<UInt8>>, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "["))
        for (index, text) in texts.enumerated() {
            if index > 0 { bytes.append(contentsOf: [UInt8(ascii: ","), UInt8(ascii: " ")]) }
            append(text, to: &bytes)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// Appends valid JSON on one line: a line end and the blanks after it, which cannot occur in a string, become a space after
    /// a comma and nothing elsewhere.
    static func appendOnOneLine(_ json: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        var at = 0
        while at < json.count {
            let lineEnd = json.firstNewline(from: at) ?? json.count
            let isCut = lineEnd < json.count
            var end = lineEnd
            while isCut, end > at, json[end - 1].isBlank { end -= 1 }
            bytes.append(contentsOf: json[at..<end])
            at = lineEnd
            while at < json.count, json[at] == 0x0A || json[at].isBlank { at += 1 }
            if isCut, bytes.last == UInt8(ascii: ",") { bytes.append(0x20) }
        }
    }

    private static func escape(_ letter: UInt8, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(letter)
    }

    private static func hexadecimalDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
