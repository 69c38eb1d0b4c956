/// UTF-8 text as UTF-16, with the byte offset that each unit came from. A malformed byte becomes U+FFFD.
struct UTF16Buffer {
    private(set) var units: [UInt16] = []
    /// Byte offset of each unit's code point, and at the end the number of bytes.
    private(set) var offsets: [Int32] = []
    private(set) var count = 0

    /// Replaces the content by `text`.
    mutating func assign(_ text: UnsafeBufferPointer<UInt8>) {
        if units.count < text.count {
            units = [UInt16](repeating: 0, count: text.count * 2)
            offsets = [Int32](repeating: 0, count: text.count * 2 + 1)
        }
        if offsets.isEmpty { offsets = [0] }
        var written = 0
        units.withUnsafeMutableBufferPointer { units in
            offsets.withUnsafeMutableBufferPointer { offsets in
                var position = 0
                while position < text.count {
                    offsets[written] = Int32(position)
                    let (point, length) = Self.decode(text, position)
                    if point < 0x10000 {
                        units[written] = UInt16(truncatingIfNeeded: point)
                    } else {
                        units[written] = UInt16(truncatingIfNeeded: 0xD7C0 &+ point &>> 10)
                        written &+= 1
                        offsets[written] = Int32(position)
                        units[written] = UInt16(truncatingIfNeeded: 0xDC00 | point & 0x3FF)
                    }
                    written &+= 1
                    position &+= length
                }
                offsets[written] = Int32(text.count)
            }
        }
        count = written
    }

    /// The code point at a byte, and its length in bytes.
    @inline(__always)
    private static func decode(_ text: UnsafeBufferPointer<UInt8>, _ position: Int) -> (point: UInt32, length: Int) {
        let lead = UInt32(text[position])
        if lead < 0x80 { return (lead, 1) }
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard lead >= 0xC2, lead < 0xF5, text.count &- position >= length else { return (0xFFFD, 1) }
        let c1 = UInt32(text[position &+ 1]) & 0x3F
        if length == 2 { return ((lead & 0x1F) &<< 6 | c1, 2) }
        let c2 = UInt32(text[position &+ 2]) & 0x3F
        if length == 3 { return ((lead & 0x0F) &<< 12 | c1 &<< 6 | c2, 3) }
        let point = (lead & 0x07) &<< 18 | c1 &<< 12 | c2 &<< 6 | UInt32(text[position &+ 3]) & 0x3F
        return point > 0x10FFFF ? (0xFFFD, 1) : (point, 4)  // past the last code point there is no surrogate pair
    }
}
