/// Reads single code points of UTF-8 text that may be malformed.
///
/// Each byte that belongs to no well-formed sequence (Unicode 3.9, table 3-7) counts as one U+FFFD.
enum UTF8Sequence {
    /// What a malformed byte is read as.
    static let replacement: UInt32 = 0xFFFD

    /// Number of bytes of the well-formed sequence at `text`, 1...4, or 0 if there is none.
    ///
    /// - Parameters:
    ///   - text: At least `available` readable bytes.
    ///   - available: At least 1.
    @inline(__always)
    static func length(_ text: UnsafePointer<UInt8>, available: Int) -> Int {
        let lead = text[0]
        if lead < 0x80 { return 1 }
        if lead < 0xE0 {
            return lead >= 0xC2 && available >= 2 && isContinuation(text[1]) ? 2 : 0
        }
        if lead < 0xF0 {
            guard available >= 3, isContinuation(text[1]), isContinuation(text[2]) else { return 0 }
            // Neither overlong nor a surrogate.
            if lead == 0xE0 && text[1] < 0xA0 || lead == 0xED && text[1] >= 0xA0 { return 0 }
            return 3
        }
        guard lead < 0xF5, available >= 4, isContinuation(text[1]), isContinuation(text[2]), isContinuation(text[3])
        else { return 0 }
        // Neither overlong nor above U+10FFFF.
        if lead == 0xF0 && text[1] < 0x90 || lead == 0xF4 && text[1] >= 0x90 { return 0 }
        return 4
    }

    /// The code point of a well-formed sequence of `length` bytes; U+FFFD for length 0.
    @inline(__always)
    static func codePoint(_ text: UnsafePointer<UInt8>, length: Int) -> UInt32 {
        switch length {
        case 1: UInt32(text[0])
        case 2: (UInt32(text[0]) & 0x1F) << 6 | low(text[1])
        case 3: (UInt32(text[0]) & 0x0F) << 12 | low(text[1]) << 6 | low(text[2])
        case 4: (UInt32(text[0]) & 0x07) << 18 | low(text[1]) << 12 | low(text[2]) << 6 | low(text[3])
        default: replacement
        }
    }

    @inline(__always)
    private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

    @inline(__always)
    private static func low(_ byte: UInt8) -> UInt32 { UInt32(byte) & 0x3F }
}
