/// How a corpus is written.
public enum RecordFormat: String, CaseIterable, Sendable {
    /// One JSON object a line.
    case jsonLines = "jsonl"
    /// One document a line; the single field is ``textField``.
    case plainText = "text"

    /// The name of the only field of plain text.
    public static let textField = "text"

    /// The format that some content most likely is in: ``jsonLines`` where the first byte that is not blank opens an
    /// object, ``plainText`` otherwise. A byte order mark is looked past.
    public static func detect(_ bytes: some Sequence<UInt8>) -> RecordFormat {
        var matchedMark = 0
        for byte in bytes {
            if matchedMark < ByteOrderMark.bytes.count, byte == ByteOrderMark.bytes[matchedMark] {
                matchedMark += 1
                continue
            }
            if byte.isBlank || byte == UInt8(ascii: "\n") { continue }
            return byte == UInt8(ascii: "{") ? .jsonLines : .plainText
        }
        return .plainText
    }
}

/// The three bytes with which some programs start UTF-8 files.
enum ByteOrderMark {
    static let bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Bytes of the mark that `text` starts with; 0 without one.
    static func count(in text: UnsafeBufferPointer<UInt8>) -> Int { text.starts(with: bytes) ? bytes.count : 0 }
}

extension UInt8 {
    /// Whether this is a blank within a line: a space, a tab or a carriage return.
    @inline(__always) var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0D }
}
