/// How a corpus is written.
public enum RecordFormat: String, CaseIterable, Sendable {
    /// One JSON object a line.
    case jsonLines = "jsonl"
    /// One document a line; the single field is ``textField``.
    case plainText = "text"
    /// One JSON array of objects, over any number of lines.
    case jsonArray = "json"
    /// Values with commas, or semicolons, between them and a header row (RFC 4180).
    case csv
    /// Tab-separated values with a header row.
    case tsv
    /// A token and its tag a line, sentences apart by blank lines (CoNLL, BIO, BMES).
    case conll
    /// A JSON document of questions about texts (SQuAD, CMRC and their kin); one record a question.
    case squad

    /// The name of the only field of plain text.
    public static let textField = "text"
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
