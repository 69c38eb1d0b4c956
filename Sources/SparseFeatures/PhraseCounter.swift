import ParallelWork

/// Counts phrases of two words: first coarsely by hash, a filter that every phrase with enough groups passes, then exactly
/// those that passed.
enum PhraseCounter {
    /// - Parameters:
    ///   - lengths: For each unit and field, units × fields.
    ///   - isFrequent: Whether a word itself has enough groups.
    ///   - minimum: Least number of groups.
    static func count(
        _ order: WordOrder, _ units: GroupUnits, lengths: [Int32], isFrequent: [Bool], minimum: Int, _ workers: WorkerPool
    ) -> [TermGroups.Term] {
        // Some collisions cost less than a table too large for the cache.
        let size = min(max(order.words.count / 4, 1 << 12), 1 << 22).nextPowerOfTwo
        let coarse = workers.map(units.parts) { part in
            var counts = [UInt8](repeating: 0, count: size)
            counts.withUnsafeMutableBufferPointer { counts in
                forEachPhrase(of: units, in: units.range(part), order, isFrequent) { _, hash, _, _ in
                    let slot = Int(truncatingIfNeeded: hash &>> 32) & (size &- 1)
                    counts[slot] &+= counts[slot] < 255 ? 1 : 0
                }
            }
            return counts
        }
        let least = min(minimum, 255)
        let passes = (0..<size).map { slot in coarse.reduce(0) { $0 + Int($1[slot]) } >= least }
        let tables = workers.map(units.parts) { part in
            var table = PhraseTable()
            passes.withUnsafeBufferPointer { passes in
                forEachPhrase(of: units, in: units.range(part), order, isFrequent) { key, hash, unit, slot in
                    if passes[Int(truncatingIfNeeded: hash &>> 32) & (size &- 1)] {
                        table.add(
                            key, hash, unit: unit, isTest: units.isTest(unit), length: Int(lengths[unit * units.slots + slot]))
                    }
                }
            }
            return table
        }
        var sums = PhraseTable()
        for table in tables { sums.add(table) }
        return sums.phrases.filter { $0.counts.train.groups + $0.counts.test.groups >= minimum }
            .sorted { $0.key < $1.key }
            .map {
                TermGroups.Term(
                    first: Int32(truncatingIfNeeded: $0.key >> 32), second: Int32(truncatingIfNeeded: $0.key & 0xFFFF_FFFF),
                    counts: $0.counts)
            }
    }

    @inline(__always)
    fileprivate static func hash(_ key: UInt64) -> UInt64 { FeatureHasher.mix(key, 0x9A1B) }

    @inline(__always)
    private static func forEachPhrase(
        of units: GroupUnits, in range: Range<Int>, _ order: WordOrder, _ isFrequent: [Bool],
        _ body: (_ key: UInt64, _ hash: UInt64, _ unit: Int, _ slot: Int) -> Void
    ) {
        var segments: [Int] = []
        order.words.withUnsafeBufferPointer { words in
            isFrequent.withUnsafeBufferPointer { isFrequent in
                for unit in range {
                    for slot in 0..<units.slots {
                        units.gather(unit, slot: slot, into: &segments)
                        for segment in segments {
                            var last: Int32 = -1
                            for place in order.offsets[segment]..<order.offsets[segment + 1] {
                                let found = words[place]
                                let word = found >= 0 && isFrequent[Int(found)] ? found : -1
                                if last >= 0, word >= 0 {
                                    let key = UInt64(UInt32(bitPattern: last)) << 32 | UInt64(UInt32(bitPattern: word))
                                    body(key, hash(key), unit, slot)
                                }
                                last = word
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Counts by phrase: open addressing, linear probing (``ProbeSecret``), one cache line per phrase.
private struct PhraseTable: Sendable {
    struct Phrase: Sendable {
        /// Both words' numbers; `none` for a free slot.
        var key: UInt64
        /// The unit that was counted last.
        var unit: Int32 = -1
        var counts = TermGroups.Sides(train: TermGroups.Count(), test: TermGroups.Count())
    }

    private static let none = UInt64.max

    private var places: [Phrase]
    private var mask: Int
    private let secret = ProbeSecret.value
    private var count = 0

    init(capacity: Int = 1 << 15) {
        mask = capacity - 1
        places = [Phrase](repeating: Phrase(key: Self.none), count: capacity)
    }

    /// In no particular order.
    var phrases: [Phrase] { places.filter { $0.key != Self.none } }

    @inline(__always)
    mutating func add(_ key: UInt64, _ hash: UInt64, unit: Int, isTest: Bool, length: Int) {
        let place = find(key, hash)
        places.withUnsafeMutableBufferPointer { places in
            guard places[place].unit != Int32(truncatingIfNeeded: unit) else { return }
            places[place].unit = Int32(truncatingIfNeeded: unit)
            if isTest {
                places[place].counts.test.groups &+= 1
                places[place].counts.test.lengths &+= length
            } else {
                places[place].counts.train.groups &+= 1
                places[place].counts.train.lengths &+= length
            }
        }
    }

    /// Adds another table's counts of other units.
    mutating func add(_ other: PhraseTable) {
        for phrase in other.places where phrase.key != Self.none {
            let place = find(phrase.key, PhraseCounter.hash(phrase.key))
            places[place].counts.train += phrase.counts.train
            places[place].counts.test += phrase.counts.test
        }
    }

    /// The slot of a phrase, created if it has none.
    @inline(__always)
    private mutating func find(_ key: UInt64, _ hash: UInt64) -> Int {
        var place = Int(truncatingIfNeeded: FeatureHasher.mix(hash, secret)) & mask
        let isNew = places.withUnsafeMutableBufferPointer { places in
            while places[place].key != key {
                if places[place].key == Self.none {
                    places[place].key = key
                    return true
                }
                place = (place &+ 1) & mask
            }
            return false
        }
        if isNew {
            count += 1
            if count * 2 > places.count { return grow(keeping: key) }
        }
        return place
    }

    /// Doubles the table; returns the new slot of `key`.
    @inline(never)
    private mutating func grow(keeping key: UInt64) -> Int {
        var wider = PhraseTable(capacity: places.count * 2)
        var kept = 0
        for phrase in places where phrase.key != Self.none {
            let place = wider.find(phrase.key, PhraseCounter.hash(phrase.key))
            wider.places[place] = phrase
            if phrase.key == key { kept = place }
        }
        self = wider
        return kept
    }
}
