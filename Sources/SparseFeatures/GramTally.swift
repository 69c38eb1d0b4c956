/// Finds which buckets of one text were met before, and counts them.
///
/// Open addressing over positions: a slot holds where its bucket stands among those of the text, on a clock that moves on
/// with each text, so that what earlier texts left is known by its age and never has to be cleared away. Whether a bucket
/// is new is nothing to foresee: nothing branches on it but a collision, which a table of many slots makes rare.
///
/// Invariants: at most ``begin(_:)``'s `most` distinct buckets a text, fewer than half of its slots; counts are 0 from
/// `written` on; a position is never above `written`, whatever a slot holds.
struct GramTally: ~Copyable {
    /// Slots that a text gets without need, so that buckets seldom collide: those that a second-level cache holds.
    private static let roomySlots = 1 << 17

    private var slots: UnsafeMutablePointer<UInt32>
    private var slotCapacity = 1 << 13
    /// Slots in use for the current text, less one; a short text takes few, which stay in cache.
    private var mask: UInt32 = 0
    /// What a slot holds for the current text's first bucket, at most 2³¹ with all of its buckets; what is below is of
    /// earlier texts.
    private var clock: UInt32 = 1

    /// The text's distinct buckets in the order in which they were met, and how often each was.
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
        if clock > UInt32(Int32.max) - UInt32(most) {
            slots.update(repeating: 0, count: slotCapacity)
            clock = 1
        }
        // One more than can be kept: it is written before it is known whether it stays.
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
        var written = UInt32(written)
        for bucket in met {
            // Written in any case, and kept by moving on: if the bucket is new, this is what is found.
            buckets[Int(written)] = bucket
            var slot = bucket & mask
            // Its position; for what an earlier text left it is below 0, and so above `written` without a sign.
            var age = slots[Int(slot)] &- clock
            var position = min(age, written)
            while buckets[Int(position)] != bucket {
                slot = (slot &+ 1) & mask
                age = slots[Int(slot)] &- clock
                position = min(age, written)
            }
            slots[Int(slot)] = position &+ clock
            counts[Int(position)] &+= 1
            // One more if the bucket is new: the sign, since the compiler makes a branch of a comparison.
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
