/// UTF-16 code units of a piece of UTF-8 text, with the byte that each came from. Buffers are reused.
struct UTF16Piece {
    /// The code units; `count` of them are set.
    private(set) var units: UnsafeMutablePointer<UInt16>
    /// By code unit, and once more at the end: the offset of its first byte in the whole text.
    private(set) var offsets: UnsafeMutablePointer<Int32>
    /// Number of code units.
    private(set) var count = 0
    private var capacity: Int

    init() {
        capacity = 256
        units = .allocate(capacity: capacity)
        offsets = .allocate(capacity: capacity + 1)
    }

    /// Frees the buffers; the owner calls it once, last.
    func deallocate() {
        units.deallocate()
        offsets.deallocate()
    }

    /// Decodes the bytes `start..<end` of `text`; a malformed byte becomes U+FFFD.
    mutating func decode(_ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int) {
        if end - start > capacity { grow(to: end - start) }
        let units = units
        let offsets = offsets
        var filled = 0
        var position = start
        while position < end {
            let length = UTF8Sequence.length(text + position, available: end - position)
            let point = UTF8Sequence.codePoint(text + position, length: length)
            offsets[filled] = Int32(truncatingIfNeeded: position)
            if point < 0x10000 {
                units[filled] = UInt16(truncatingIfNeeded: point)
                filled += 1
            } else {
                // A boundary inside a surrogate pair does not occur, but its offset must be set.
                offsets[filled + 1] = Int32(truncatingIfNeeded: position)
                units[filled] = UInt16(truncatingIfNeeded: 0xD7C0 + (point >> 10))
                units[filled + 1] = UInt16(truncatingIfNeeded: 0xDC00 | point & 0x3FF)
                filled += 2
            }
            position += max(length, 1)
        }
        offsets[filled] = Int32(truncatingIfNeeded: end)
        count = filled
    }

    /// A code point takes at least as many bytes as code units, so as many units as bytes are enough.
    private mutating func grow(to needed: Int) {
        deallocate()
        capacity = max(needed, capacity * 2)
        units = .allocate(capacity: capacity)
        offsets = .allocate(capacity: capacity + 1)
    }
}
