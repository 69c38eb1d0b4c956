/// Reads the code points of UTF-8 text. A malformed byte reads as U+FFFD; records are validated before they get here.
struct CodePoints {
    private var next_: UnsafePointer<UInt8>
    private let end: UnsafePointer<UInt8>

    init(_ text: UnsafeBufferPointer<UInt8>) {
        let none = UnsafePointer<UInt8>(bitPattern: 1)!  // never read: the text is empty
        next_ = text.baseAddress ?? none
        end = next_ + text.count
    }

    /// Where the next code point begins.
    var position: UnsafePointer<UInt8> { next_ }
    /// How many bytes of `text`, which this was made from, have been read.
    func offset(in text: UnsafeBufferPointer<UInt8>) -> Int { text.count - (end - next_) }

    /// The next code point, or nil at the end.
    @inline(__always)
    mutating func next() -> UInt32? {
        guard next_ < end else { return nil }
        let lead = UInt32(next_[0])
        if lead < 0x80 {
            next_ += 1
            return lead
        }
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard lead >= 0xC2, lead < 0xF5, end - next_ >= length else {
            next_ += 1
            return 0xFFFD
        }
        defer { next_ += length }
        let c1 = UInt32(next_[1]) & 0x3F
        if length == 2 { return (lead & 0x1F) &<< 6 | c1 }
        let c2 = UInt32(next_[2]) & 0x3F
        if length == 3 { return (lead & 0x0F) &<< 12 | c1 &<< 6 | c2 }
        return (lead & 0x07) &<< 18 | c1 &<< 12 | c2 &<< 6 | UInt32(next_[3]) & 0x3F
    }
}
