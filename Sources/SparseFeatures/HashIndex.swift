/// Numbers 64-bit hashes 0, 1, 2, … in the order of their first occurrence. Open addressing, linear probing from a place that no input
/// can know (``ProbeSecret``).
package struct HashIndex: Sendable {
    private var slots: [Int32]
    /// The hashes, by number.
    package private(set) var hashes: [UInt64] = []
    private var mask: Int
    private let secret = ProbeSecret.value

    /// - Parameter capacity: How many hashes to make room for; more can be added.
    package init(capacity: Int = 1024) {
        let size = max(16, capacity * 2).nextPowerOfTwo
        slots = [Int32](repeating: -1, count: size)
        mask = size - 1
    }

    @inline(__always)
    private func first(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: FeatureHasher.mix(hash, secret)) & mask }

    /// Number of distinct hashes so far.
    package var count: Int { hashes.count }

    /// The number of `hash`, and whether it is new.
    package mutating func insert(_ hash: UInt64) -> (number: Int, isNew: Bool) {
        var slot = first(hash)
        while slots[slot] >= 0 {
            let number = Int(slots[slot])
            if hashes[number] == hash { return (number, false) }
            slot = (slot + 1) & mask
        }
        let number = hashes.count
        hashes.append(hash)
        slots[slot] = Int32(number)
        if hashes.count * 2 > slots.count { grow() }
        return (number, true)
    }

    /// The number of `hash`, or nil if it was never inserted.
    func number(of hash: UInt64) -> Int? {
        var slot = first(hash)
        while slots[slot] >= 0 {
            let number = Int(slots[slot])
            if hashes[number] == hash { return number }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// Removes all hashes and keeps the memory.
    mutating func removeAll() {
        hashes.removeAll(keepingCapacity: true)
        for slot in slots.indices { slots[slot] = -1 }
    }

    /// The most slots that a search for one of the hashes looks at.
    var longestProbe: Int {
        slots.indices.reduce(0) { most, slot in
            let number = Int(slots[slot])
            return number < 0 ? most : max(most, (slot - first(hashes[number]) + slots.count) & mask + 1)
        }
    }

    private mutating func grow() {
        mask = slots.count * 2 - 1
        slots = [Int32](repeating: -1, count: mask + 1)
        for (number, hash) in hashes.enumerated() {
            var slot = first(hash)
            while slots[slot] >= 0 { slot = (slot + 1) & mask }
            slots[slot] = Int32(number)
        }
    }
}

extension Int {
    /// The least power of two that is not below this.
    var nextPowerOfTwo: Int { self <= 1 ? 1 : 1 << (Int.bitWidth - (self - 1).leadingZeroBitCount) }
}
