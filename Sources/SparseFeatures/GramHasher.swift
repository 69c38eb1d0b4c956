/// Hashes the n-grams of one text, a block at a time, in the order in which they end.
///
/// Invariant: `next` is within the text, or at its end; a block has room for ``blockCapacity`` buckets.
struct GramHasher {
    /// Code points of a block: few, so that its buckets stay in the L1 cache.
    private static let blockPoints = 256
    /// Most buckets of a block.
    static let blockCapacity = (blockPoints + 8) * 3

    private var next: UnsafePointer<UInt8>
    private let end: UnsafePointer<UInt8>
    private let base: UInt32
    private let shift: UInt32
    /// The last code points, the last first.
    private var last: (UInt64, UInt64, UInt64) = (0, 0, 0)
    /// Code points so far; more than 3 count as 3.
    private var seen = 0

    /// - Parameters:
    ///   - text: UTF-8 that outlives this.
    ///   - base: Added to each bucket.
    ///   - bits: Buckets without the base are below 2^bits; 1...24.
    init(_ text: UnsafeBufferPointer<UInt8>, base: UInt32, bits: Int) {
        let none = UnsafePointer<UInt8>(bitPattern: 1)!  // never read: the text is empty
        next = text.baseAddress ?? none
        end = next + text.count
        self.base = base
        shift = UInt32(32 - bits)
    }

    /// Writes the buckets of some further n-grams to `buckets`; returns how many, or nil at the end of the text.
    mutating func fill(_ buckets: UnsafeMutablePointer<UInt32>, _ terms: UnsafePointer<UInt64>) -> Int? {
        guard next < end else { return nil }
        // Local copies: the compiler cannot tell that writing a bucket leaves the originals unchanged.
        var (next, end, seen) = (next, end, seen)
        var (c1, c2, c3) = last
        let a = GramTerms.multipliers
        var output = buckets
        let full = buckets + Self.blockPoints * 3
        while next < end, output < full {
            if seen == 3, c1 | c2 | c3 < 0x80, var word = Self.plainWord(next, end, spaceBefore: c1 == 0x20) {
                var r1 = terms + Int(c1) &* GramTerms.stride
                var r2 = terms + Int(c2) &* GramTerms.stride
                var r3 = terms + Int(c3) &* GramTerms.stride
                var ended = word
                while true {
                    ended = word
                    for _ in 0..<8 {
                        let r0 = terms + Int(word & 0xFF) &* GramTerms.stride
                        let h2 = r0[0] &+ r1[1]
                        let h3 = r0[2] &+ r1[3] &+ r2[4]
                        let h4 = r0[5] &+ r1[6] &+ r2[7] &+ r3[8]
                        output[0] = UInt32(truncatingIfNeeded: h2 &>> 32)
                        output[1] = UInt32(truncatingIfNeeded: h3 &>> 32)
                        output[2] = UInt32(truncatingIfNeeded: h4 &>> 32)
                        output += 3
                        (r1, r2, r3) = (r0, r1, r2)
                        word &>>= 8
                    }
                    next += 8
                    guard output < full,
                        let more = Self.plainWord(next, end, spaceBefore: ended &>> 56 == 0x20)
                    else { break }
                    word = more
                }
                (c1, c2, c3) = (ended &>> 56, ended &>> 48 & 0xFF, ended &>> 40 & 0xFF)
                continue
            }
            // One at a time, until the next n-grams are all ASCII.
            repeat {
                var decoder = CodePoints(UnsafeBufferPointer(start: next, count: end - next))
                let point = decoder.next() ?? 0
                next = decoder.position
                let isSpace = point == 0x20 || point &- 0x09 < 5
                if isSpace && c1 == 0x20 { continue }
                let c0 = isSpace ? 0x20 : UInt64(point)
                // Those that are too short are written too, and then overwritten.
                output[0] = UInt32(truncatingIfNeeded: (c0 &* a.0 &+ c1 &* a.1) &>> 32)
                output[1] = UInt32(truncatingIfNeeded: (c0 &* a.2 &+ c1 &* a.3 &+ c2 &* a.4) &>> 32)
                output[2] = UInt32(truncatingIfNeeded: (c0 &* a.5 &+ c1 &* a.6 &+ c2 &* a.7 &+ c3 &* a.8) &>> 32)
                output += seen
                seen = min(seen &+ 1, 3)
                (c1, c2, c3) = (c0, c1, c2)
            } while c1 | c2 | c3 >= 0x80 && next < end && output < full
        }
        self.next = next
        self.seen = seen
        last = (c1, c2, c3)
        let written = output - buckets
        for position in 0..<written { buckets[position] = base &+ buckets[position] &>> shift }
        return written
    }

    /// The next eight bytes if they are eight separate code points: printable ASCII, or DEL, and no space after another.
    @inline(__always)
    private static func plainWord(
        _ next: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, spaceBefore: Bool
    ) -> UInt64? {
        guard end - next >= 8 else { return nil }
        let ones: UInt64 = 0x0101_0101_0101_0101
        let high = ones &* 0x80
        let word = UInt64(littleEndian: UnsafeRawPointer(next).loadUnaligned(as: UInt64.self))
        // The high bit of a byte: set in `word` above ASCII, in the difference below a space.
        guard (word | (word &- ones &* 0x20)) & high == 0 else { return nil }
        // No byte is above 0x7F, so that no sum carries over: the high bit of the sum is clear if a byte is a space.
        let spaces = ~((word ^ ones &* 0x20) &+ ones &* 0x7F) & high
        let before = spaces &<< 8 | (spaceBefore ? 0x80 : 0)
        return spaces & before == 0 ? word : nil
    }
}

/// The multipliers of the n-gram hashes, and their products with ASCII.
enum GramTerms {
    typealias Multipliers = (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64)

    /// Odd 64-bit constants: the SplitMix64 sequence from 0, lowest bit set. Two for 2-grams, three for 3-grams, four for
    /// 4-grams; that of the last code point first.
    static let multipliers: Multipliers = (
        0xE220_A839_7B1D_CDAF, 0x6E78_9E6A_A1B9_65F5, 0x06C4_5D18_8009_454F, 0xF88B_B8A8_724C_81ED,
        0x1B39_896A_51A8_749B, 0x53CB_9F0C_747E_A2EB, 0x2C82_9ABE_1F45_32E1, 0xC584_133A_C916_AB3D,
        0x3EE5_7890_41C9_8AC3
    )

    /// Products of an ASCII character, in a row.
    static let stride = 9

    /// A new table of 128 rows, the caller's to free.
    static func table() -> UnsafeMutablePointer<UInt64> {
        let a = multipliers
        let factors = [a.0, a.1, a.2, a.3, a.4, a.5, a.6, a.7, a.8]
        let table = UnsafeMutablePointer<UInt64>.allocate(capacity: 128 * stride)
        for point in 0..<128 {
            for (column, factor) in factors.enumerated() {
                table.advanced(by: point * stride + column).initialize(to: UInt64(point) &* factor)
            }
        }
        return table
    }
}
