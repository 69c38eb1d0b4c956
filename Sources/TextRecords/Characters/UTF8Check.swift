import CSimdjson

/// Well-formedness of UTF-8, as the Unicode Standard's table 3-7 defines it.
enum UTF8Check {
    /// Whether `bytes` are well-formed.
    static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        csimdjson_is_utf8(bytes.baseAddress, bytes.count)
    }

    /// The offset of the first byte that does not start a well-formed sequence, or nil. Slow: for error messages.
    static func firstFault(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var at = 0
        while at < bytes.count {
            let lead = bytes[at]
            let (length, second): (Int, ClosedRange<UInt8>) =
                switch lead {
                case 0x00...0x7F: (1, 0...0)
                case 0xC2...0xDF: (2, 0x80...0xBF)
                case 0xE0: (3, 0xA0...0xBF)
                case 0xED: (3, 0x80...0x9F)
                case 0xE1...0xEF: (3, 0x80...0xBF)
                case 0xF0: (4, 0x90...0xBF)
                case 0xF1...0xF3: (4, 0x80...0xBF)
                case 0xF4: (4, 0x80...0x8F)
                default: (0, 0...0)
                }
            guard length > 0, bytes.count - at >= length else { return at }
            if length > 1, !second.contains(bytes[at + 1]) { return at }
            for next in 2..<max(2, length) where bytes[at + next] & 0xC0 != 0x80 { return at }
            at += length
        }
        return nil
    }
}
