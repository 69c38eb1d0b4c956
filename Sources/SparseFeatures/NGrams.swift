/// Counts the character 2-, 3- and 4-grams of a text (code points, white space run together) into hashed buckets.
///
/// An n-gram c₁…cₙ falls into bucket ⌊(Σ aₙᵢ·cᵢ mod 2⁶⁴) / 2^(64-bits)⌋: multiply-shift hashing, 2-universal over
/// vectors (Dietzfelbinger 1996), with fixed odd multipliers, so that no code point is ever copied or formed into a string.
public struct NGrams: ~Copyable {
    /// Shortest and longest n-gram, in code points.
    static let orders = 2...4

    /// One slot a distinct bucket of the current text: stamp in the upper half, position in the entry buffer in the lower.
    private var slots: UnsafeMutablePointer<UInt64>
    private var mask: Int
    private var stamp: UInt64 = 0

    /// With room for short texts; it grows with the texts.
    public init() {
        mask = 8191
        slots = .allocate(capacity: mask + 1)
        slots.initialize(repeating: 0, count: mask + 1)
    }

    deinit { slots.deallocate() }

    /// Appends one entry a distinct bucket of `text`, with its count, in order of first occurrence.
    ///
    /// - Parameters:
    ///   - text: Valid UTF-8, normalised.
    ///   - base: First bucket of the text's field.
    ///   - bits: The field has 2^bits buckets; `base + 2^bits` is at most 2²⁴.
    ///   - entries: Where to append.
    public mutating func count(
        _ text: UnsafeBufferPointer<UInt8>, base: UInt32, bits: Int, into entries: inout EntryBuffer
    ) {
        let most = text.count * Self.orders.count
        entries.reserve(most)
        prepare(for: most)
        let shift = UInt64(64 - bits)
        let a = Self.multipliers
        let start = entries.base
        var written = entries.count
        var decoder = CodePoints(text)
        var c1: UInt64 = 0
        var c2: UInt64 = 0
        var c3: UInt64 = 0
        var seen = 0
        var inSpace = false
        while let point = decoder.next() {
            let isSpace = point == 0x20 || (point >= 0x09 && point <= 0x0D)
            if isSpace && inSpace { continue }
            inSpace = isSpace
            let c0 = isSpace ? 0x20 : UInt64(point)
            if seen >= 1 {
                tally(c0 &* a.0 &+ c1 &* a.1, shift, base, start, &written)
                if seen >= 2 {
                    tally(c0 &* a.2 &+ c1 &* a.3 &+ c2 &* a.4, shift, base, start, &written)
                    if seen >= 3 {
                        let h = c0 &* a.5 &+ c1 &* a.6 &+ c2 &* a.7 &+ c3 &* a.8
                        tally(h, shift, base, start, &written)
                    }
                }
            }
            c3 = c2
            c2 = c1
            c1 = c0
            seen &+= 1
        }
        entries.count = written
    }

    @inline(__always)
    private func tally(
        _ hash: UInt64, _ shift: UInt64, _ base: UInt32, _ start: UnsafeMutablePointer<UInt32>, _ written: inout Int
    ) {
        let bucket = base &+ UInt32(truncatingIfNeeded: hash &>> shift)
        var slot = Int(bucket) & mask
        while true {
            let held = slots[slot]
            if held &>> 32 != stamp {
                slots[slot] = stamp &<< 32 | UInt64(written)
                start[written] = bucket &<< 8 | 1
                written &+= 1
                return
            }
            let position = Int(held & 0xFFFF_FFFF)
            let entry = start[position]
            if entry &>> 8 == bucket {
                if entry & 0xFF < 0xFF { start[position] = entry &+ 1 }
                return
            }
            slot = (slot &+ 1) & mask
        }
    }

    /// Starts a new text of at most `most` distinct buckets: at least half of the slots stay free.
    private mutating func prepare(for most: Int) {
        stamp &+= 1
        guard most * 2 > mask + 1 else { return }
        slots.deallocate()
        mask = (most * 2).nextPowerOfTwo - 1
        slots = .allocate(capacity: mask + 1)
        slots.initialize(repeating: 0, count: mask + 1)
    }

    typealias Multipliers = (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64)

    /// Odd 64-bit constants: the SplitMix64 sequence from 0, lowest bit set.
    static let multipliers: Multipliers = (
        0xE220_A839_7B1D_CDAF, 0x6E78_9E6A_A1B9_65F5, 0x06C4_5D18_8009_454F, 0xF88B_B8A8_724C_81ED,
        0x1B39_896A_51A8_749B, 0x53CB_9F0C_747E_A2EB, 0x2C82_9ABE_1F45_32E1, 0xC584_133A_C916_AB3D,
        0x3EE5_7890_41C9_8AC3
    )
}
