/// The three bytes with which some programs start UTF-8 files.
enum ByteOrderMark {
    static let bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Length of the mark that `text` starts with; 0 without one.
    static func count(in text: UnsafeBufferPointer<UInt8>) -> Int { text.starts(with: bytes) ? bytes.count : 0 }
}

extension CharacterEncoding {
    /// The byte order mark with which files of this encoding may start.
    var mark: [UInt8] {
        switch self {
        case .utf8: ByteOrderMark.bytes
        case .gb18030: [0x84, 0x31, 0x95, 0x33]
        case .utf16le: [0xFF, 0xFE]
        case .utf16be: [0xFE, 0xFF]
        case .utf32le: [0xFF, 0xFE, 0, 0]
        case .utf32be: [0, 0, 0xFE, 0xFF]
        default: []
        }
    }
}
