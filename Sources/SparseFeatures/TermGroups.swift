import ParallelWork

/// How many groups of rows have each word and each phrase of two adjacent words, by side.
///
/// A group with rows of both sides counts on both. Integers, so that threads change nothing.
package struct TermGroups: Sendable {
    /// Counts of one term on one side.
    package struct Count: Sendable, Equatable {
        /// Groups that hold it.
        package var groups = 0
        /// Sum of these groups' lengths. A group's length is the number of different words in the term's field.
        package var lengths = 0

        static func += (sum: inout Count, other: Count) {
            sum.groups += other.groups
            sum.lengths += other.lengths
        }
    }

    /// A value for each side.
    package struct Sides<Value: Sendable & Equatable>: Sendable, Equatable {
        /// Of train.
        package var train: Value
        /// Of test.
        package var test: Value

        @inline(__always)
        subscript(isTest: Bool) -> Value {
            get { isTest ? test : train }
            set { if isTest { test = newValue } else { train = newValue } }
        }
    }

    /// A word, or a phrase of two.
    package struct Term: Sendable, Equatable {
        /// Feature of the word matrix of the word, or of the first word of the phrase.
        package var first: Int32
        /// That of the phrase's second word; -1 for a word alone.
        package var second: Int32
        /// Rows and groups that hold it.
        package var counts: Sides<Count>
    }

    /// All groups of one side.
    package struct Lengths: Sendable, Equatable {
        /// Number of groups of the side.
        package var groups = 0
        /// Sum of the groups' lengths in a field; a length is the number of different terms.
        package var total = 0
        /// Sum of the squares of these lengths.
        package var squares = 0.0
    }

    /// By field.
    package let lengths: [Sides<Lengths>]
    /// Terms with at least the minimum number of groups over both sides: words by number, then phrases by their words' numbers.
    package let terms: [Term]

    /// - Parameters:
    ///   - views: With their word order.
    ///   - rows: Segments of each row.
    ///   - isTest: Side of each row.
    ///   - groups: Group of each row, 0..<n.
    ///   - minimum: Least number of groups of words and of phrases. It ignores the sides, so it leaves a test of the sides
    ///     valid.
    package init(
        views: FeatureViews, rows: SegmentRows, isTest: [Bool], groups: [Int32], minimum: (words: Int, phrases: Int),
        workers: WorkerPool
    ) {
        let units = GroupUnits(rows: rows, isTest: isTest, groups: groups)
        let words = WordCounter(views.words, units, workers)
        let isFrequent = words.counts.map { $0.train.groups + $0.test.groups >= minimum.words }
        lengths = words.totals
        terms =
            isFrequent.indices.filter { isFrequent[$0] }.map {
                Term(first: Int32($0), second: -1, counts: words.counts[$0])
            }
            + PhraseCounter.count(
                views.order, units, lengths: words.lengths, isFrequent: isFrequent, minimum: minimum.phrases, workers)
    }
}

/// The rows of each group on each side: what counts once.
struct GroupUnits: Sendable {
    /// Parts that are counted separately, with one table each.
    let parts = 4
    /// Fields.
    let slots: Int
    /// Rows of unit `u` have the segments `segments[starts[u]..<starts[u + 1]]`, row-major.
    private let starts: [Int]
    private let segments: [Int32]

    init(rows: SegmentRows, isTest: [Bool], groups: [Int32]) {
        func unit(_ row: Int) -> Int { 2 * Int(groups[row]) + (isTest[row] ? 1 : 0) }
        let count = 2 * (Int(groups.max() ?? -1) + 1)
        slots = rows.slots
        var starts = [Int](repeating: 0, count: count + 1)
        for row in isTest.indices { starts[unit(row) + 1] += rows.slots }
        for unit in 0..<count { starts[unit + 1] += starts[unit] }
        var next = starts
        var segments = [Int32](repeating: 0, count: rows.segments.count)
        for row in isTest.indices {
            let own = unit(row)
            for slot in 0..<rows.slots { segments[next[own] + slot] = Int32(rows[row, slot]) }
            next[own] += rows.slots
        }
        self.starts = starts
        self.segments = segments
    }

    /// Number of units; those of a group without rows on a side are empty.
    var count: Int { starts.count - 1 }

    /// Whether a unit is of test.
    func isTest(_ unit: Int) -> Bool { unit % 2 == 1 }

    /// Whether a unit's group has no rows on its side.
    func isEmpty(_ unit: Int) -> Bool { starts[unit] == starts[unit + 1] }

    /// The units of a part.
    func range(_ part: Int) -> Range<Int> { part * count / parts..<(part + 1) * count / parts }

    /// Replaces `distinct` with the distinct segments of one field of a unit, in the order of its rows.
    @inline(__always)
    func gather(_ unit: Int, slot: Int, into distinct: inout [Int]) {
        distinct.removeAll(keepingCapacity: true)
        var place = starts[unit] + slot
        while place < starts[unit + 1] {
            let segment = Int(segments[place])
            // Rows that share a text are mostly adjacent; a repeat does no harm.
            if distinct.last != segment { distinct.append(segment) }
            place += slots
        }
    }
}

/// Counts the words.
private struct WordCounter: Sendable {
    private(set) var counts: [TermGroups.Sides<TermGroups.Count>] = []
    /// For each unit and field, units × fields.
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
                                    // The words of one text are distinct.
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
