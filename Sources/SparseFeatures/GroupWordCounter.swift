import ParallelWork

/// Counts the words.
struct GroupWordCounter: Sendable {
    private(set) var counts: [TermGroups.Sides<TermGroups.Count>] = []
    /// Of each unit in each field, units × fields.
    private(set) var lengths: [Int32] = []
    private(set) var totals: [TermGroups.Sides<TermGroups.Lengths>] = []

    private typealias Counts = [TermGroups.Sides<TermGroups.Count>]

    init(_ matrix: SparseMatrix, _ units: GroupUnits, _ workers: WorkerPool) {
        let none = TermGroups.Sides(train: TermGroups.Count(), test: TermGroups.Count())
        let parts = workers.map(units.parts) { part -> (counts: Counts, lengths: [Int32]) in
            var counts = Counts(repeating: none, count: matrix.featureCount)
            var stamps = [Int32](repeating: -1, count: matrix.featureCount)
            var stamp: Int32 = 0
            var lengths: [Int32] = []
            var segments: [Int] = []
            var words: [Int] = []
            matrix.entries.withUnsafeBufferPointer { entries in
                counts.withUnsafeMutableBufferPointer { counts in
                    for unit in units.range(part) {
                        for slot in 0..<units.slots {
                            units.gather(unit, slot: slot, into: &segments)
                            stamp += 1
                            words.removeAll(keepingCapacity: true)
                            for segment in segments {
                                for entry in entries[matrix.offsets[segment]..<matrix.offsets[segment + 1]] {
                                    let word = Int(entry >> 8)
                                    // The words of one text differ.
                                    if segments.count > 1 {
                                        if stamps[word] == stamp { continue }
                                        stamps[word] = stamp
                                    }
                                    words.append(word)
                                }
                            }
                            lengths.append(Int32(words.count))
                            if units.isTest(unit) {
                                for word in words {
                                    counts[word].test.groups &+= 1
                                    counts[word].test.lengths &+= words.count
                                }
                            } else {
                                for word in words {
                                    counts[word].train.groups &+= 1
                                    counts[word].train.lengths &+= words.count
                                }
                            }
                        }
                    }
                }
            }
            return (counts, lengths)
        }
        counts = parts.dropFirst().reduce(into: parts[0].counts) { sums, part in
            for word in sums.indices {
                sums[word].train += part.counts[word].train
                sums[word].test += part.counts[word].test
            }
        }
        lengths = parts.flatMap(\.lengths)
        totals = (0..<units.slots).map { slot in
            var sides = TermGroups.Sides(train: TermGroups.Lengths(), test: TermGroups.Lengths())
            for unit in 0..<units.count {
                let length = Int(lengths[unit * units.slots + slot])
                sides[units.isTest(unit)].groups += units.isEmpty(unit) ? 0 : 1
                sides[units.isTest(unit)].total += length
                sides[units.isTest(unit)].squares += Double(length) * Double(length)
            }
            return sides
        }
    }
}
