/// Finds which buckets of one text have occurred before, and counts them.
///
/// Open addressing (``ProbeSecret``) over positions: a slot holds the position of its bucket among those of the text, on a clock that advances
/// with each text, so that entries of earlier texts are recognised by their age and never have to be cleared. Whether a bucket
/// is new is unpredictable, so nothing branches on it except a collision, which a table with many slots makes rare.
///
/// Invariants: at most ``begin(_:)``'s `most` distinct buckets a text, fewer than half of its slots; counts are 0 from
/// `written` on; a position is never above `written`, whatever a slot holds.
struct GramTally: ~Copyable {
    /// Slots that a text gets beyond its need, so that buckets seldom collide: as many as an L2 cache holds.
    private static let roomySlots = 1 << 17

    private var slots: UnsafeMutablePointer<UInt32>
    private var slotCapacity = 1 << 13
    /// Slots in use for the current text, minus one; a short text uses few, which stay in cache.
    private var mask: UInt32 = 0
    /// A slot is the upper bits of the bucket times an odd number (Dietzfelbinger et al. 1997), the cheapest secret order.
    private var shift: UInt32 = 32
    private let multiplier = UInt32(truncatingIfNeeded: ProbeSecret.value) | 1
    /// What a slot holds for the current text's first bucket, at most 2³¹ with all of its buckets; lower values are from
    /// earlier texts.
    private var clock: UInt32 = 1

    /// The text's distinct buckets in order of first occurrence, and how often each occurred.
    private var buckets: UnsafeMutablePointer<UInt32>
    private var counts: UnsafeMutablePointer<UInt32>
    private var capacity = 1 << 12
    private var written = 0

    init() {
        slots = .allocate(capacity: slotCapacity)
        slots.initialize(repeating: 0, count: slotCapacity)
        buckets = .allocate(capacity: capacity)
        buckets.initialize(repeating: 0, count: capacity)
        counts = .allocate(capacity: capacity)
        counts.initialize(repeating: 0, count: capacity)
    }

    deinit {
        slots.deallocate()
        buckets.deallocate()
        counts.deallocate()
    }

    /// Starts a text of at most `most` distinct buckets, itself at most 2²⁴.
    mutating func begin(_ most: Int) {
        let size = max(64, max(most * 2, min(most * 8, Self.roomySlots))).nextPowerOfTwo
        if size > slotCapacity {
            slots.deallocate()
            slotCapacity = size
            slots = .allocate(capacity: size)
            slots.initialize(repeating: 0, count: size)
        }
        mask = UInt32(size - 1)
        shift = UInt32(32 - mask.nonzeroBitCount)
        if clock > UInt32(Int32.max) - UInt32(most) {
            slots.update(repeating: 0, count: slotCapacity)
            clock = 1
        }
        // One more than can be kept, since it is written before it is known whether it stays.
        if most + 1 > capacity {
            buckets.deallocate()
            counts.deallocate()
            capacity = most + 1
            buckets = .allocate(capacity: capacity)
            buckets.initialize(repeating: 0, count: capacity)
            counts = .allocate(capacity: capacity)
            counts.initialize(repeating: 0, count: capacity)
        }
    }

    /// Counts each of `met`, which are below 2²⁴.
    mutating func add(_ met: UnsafeBufferPointer<UInt32>) {
        let (slots, buckets, counts) = (slots, buckets, counts)
        let (mask, clock) = (mask, clock)
        let (shift, multiplier) = (shift, multiplier)
        var written = UInt32(written)
        for bucket in met {
            // Always written, and kept by advancing: if the bucket is new, this is the value found.
            buckets[Int(written)] = bucket
            var slot = (bucket &* multiplier) &>> shift
            // Its position; for an entry of an earlier text it is below 0, and so above `written` as an unsigned number.
            var age = slots[Int(slot)] &- clock
            var position = min(age, written)
            while buckets[Int(position)] != bucket {
                slot = (slot &+ 1) & mask
                age = slots[Int(slot)] &- clock
                position = min(age, written)
            }
            slots[Int(slot)] = position &+ clock
            counts[Int(position)] &+= 1
            // One more if the bucket is new. Uses the sign, since the compiler turns a comparison into a branch.
            written &+= age &>> 31
        }
        self.written = Int(written)
    }

    /// Ends the text and appends its entries.
    mutating func end(_ entries: inout EntryBuffer) {
        entries.reserve(written)
        let output = entries.base + entries.count
        for position in 0..<written {
            output[position] = buckets[position] &<< 8 | min(counts[position], 0xFF)
        }
        counts.update(repeating: 0, count: written)
        entries.count &+= written
        clock &+= UInt32(written)
        written = 0
    }
}
