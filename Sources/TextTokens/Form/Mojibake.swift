/// UTF-8 that was read as windows-1252: each of its bytes became a character of its own, `’` became `â€™`.
enum Mojibake {
    /// The code point that a sequence at `at` stood for, and the bytes that it takes; nil where there is none.
    ///
    /// Two characters are such a sequence only where they begin with Â, Ã, Ð or Ñ (Latin-1 and Cyrillic), three with the lead bytes of general
    /// punctuation, kana, ideographs and full-width forms: in those languages that have such letters, two or three of these symbols do not
    /// follow them.
    static func misread(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Escapes.Found? {
        var place = at
        guard let lead = byte(text, &place) else { return nil }
        let count: Int
        switch lead {
        case 0xC2, 0xC3, 0xD0, 0xD1: count = 1
        case 0xE2...0xE9, 0xEF: count = 2
        case 0xF0: count = 3
        default: return nil
        }
        var point = UInt32(lead) & (count == 1 ? 0x1F : count == 2 ? 0x0F : 0x07)
        for _ in 0..<count {
            guard let next = byte(text, &place), next & 0xC0 == 0x80 else { return nil }
            point = point << 6 | UInt32(next & 0x3F)
        }
        guard point >= (count == 1 ? 0xA0 : count == 2 ? 0x800 : 0x10000), Unicode.Scalar(point) != nil else { return nil }
        return (point, place - at)
    }

    /// The byte of windows-1252 that the character at `at` is; ASCII is none.
    private static func byte(_ text: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> UInt8? {
        guard at < text.count, let base = text.baseAddress, text[at] >= 0x80 else { return nil }
        let length = UTF8Sequence.length(base + at, available: text.count - at)
        guard length > 1 else { return nil }
        let point = UTF8Sequence.codePoint(base + at, length: length)
        guard let byte = (0x80...0xFF).contains(point) ? UInt8(point) : upper[point] else { return nil }
        at += length
        return byte
    }

    /// The characters of 0x80 to 0x9F.
    private static let upper: [UInt32: UInt8] = [
        0x20AC: 0x80, 0x201A: 0x82, 0x0192: 0x83, 0x201E: 0x84, 0x2026: 0x85, 0x2020: 0x86, 0x2021: 0x87, 0x02C6: 0x88,
        0x2030: 0x89,
        0x0160: 0x8A, 0x2039: 0x8B, 0x0152: 0x8C, 0x017D: 0x8E, 0x2018: 0x91, 0x2019: 0x92, 0x201C: 0x93, 0x201D: 0x94,
        0x2022: 0x95,
        0x2013: 0x96, 0x2014: 0x97, 0x02DC: 0x98, 0x2122: 0x99, 0x0161: 0x9A, 0x203A: 0x9B, 0x0153: 0x9C, 0x017E: 0x9E,
        0x0178: 0x9F,
    ]
}
