/// UTF-16 and UTF-32 without a byte order mark.
enum WideCharacters {
    /// Code units that are looked at.
    private static let sample = 4096

    /// The encoding whose characters `head` is made of; nil for none. Texts in other encodings have no zero bytes, and a text of
    /// any length in these has some: its blanks and line ends.
    static func find(in head: [UInt8]) -> CharacterEncoding? {
        guard head.prefix(sample * 4).contains(0) else { return nil }
        let wide = [CharacterEncoding.utf32le, .utf32be, .utf16le, .utf16be]
        return wide.first { isText(head, $0) }
    }

    private static func isText(_ head: [UInt8], _ encoding: CharacterEncoding) -> Bool {
        let size = encoding.unitSize
        let count = min(head.count / size, sample)
        guard count >= 4, head.count >= sample * size || head.count % size == 0 else { return false }
        let isLow = encoding == .utf16le || encoding == .utf32le
        var usual = 0
        var blanks = 0
        for unit in 0..<count {
            var point: UInt32 = 0
            for place in 0..<size {
                point |= UInt32(head[unit * size + place]) << UInt32(8 * (isLow ? place : size - 1 - place))
            }
            switch point {
            case 0x09, 0x0A, 0x0D, 0x20: blanks += 1
            case 0x21...0x7E, 0xA0...0x17F, 0x370...0x52F, 0x2010...0x2027, 0x3000...0x30FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3,
                0xFF01...0xFF5E:
                usual += 1
            // No text has NUL, unassigned controls, or what is read with the bytes the wrong way round.
            case 0..<0x20, 0xFFFE, 0xFFFF: return false
            case 0x110000...: return false
            default: break
            }
        }
        return blanks > 0 && (usual + blanks) * 20 >= count * 19
    }
}
