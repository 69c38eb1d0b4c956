import ParallelWork
import ShiftModel
import SparseFeatures

/// In which rows and texts some terms occur: counted over the whole fit in one pass.
struct TermPlaces {
    /// One term's.
    struct Found: Sendable {
        var trainRows = 0
        var testRows = 0
        /// Sum of the term's values over the rows of each side; for words only.
        var trainMean = 0.0
        var testMean = 0.0
        /// For a phrase: rows in which each word comes before it, and after it, at its first place in a text.
        var before: [Int32: Int] = [:]
        var after: [Int32: Int] = [:]
        /// The first segments that hold it, of rows of train and of test.
        var segments: (train: [Int], test: [Int]) = ([], [])
    }

    /// Segments kept per side: enough to find some from different groups.
    fileprivate static let kept = 12
    private static let share = 4096

    /// By term.
    private(set) var found: [Found]

    init(_ terms: [TermGroups.Term], _ fitted: DiscriminatorFit, _ workers: WorkerPool) {
        let data = fitted.data
        let words = fitted.views.words
        let order = fitted.views.order
        var uses = [(train: Int, test: Int)](repeating: (0, 0), count: words.segmentCount)
        for row in 0..<data.count {
            for slot in 0..<data.rows.slots {
                if data.isTest[row] { uses[data.rows[row, slot]].test += 1 } else { uses[data.rows[row, slot]].train += 1 }
            }
        }
        var numberOfWord = [Int32](repeating: -1, count: words.featureCount)
        var phrases: [UInt64: Int] = [:]
        var opens = [Bool](repeating: false, count: words.featureCount)
        for (number, term) in terms.enumerated() {
            if term.second < 0 {
                numberOfWord[Int(term.first)] = Int32(number)
            } else {
                opens[Int(term.first)] = true
                phrases[Self.key(term.first, term.second)] = number
            }
        }
        let (numbers, phraseNumbers, opening, used) = (numberOfWord, phrases, opens, uses)
        let parts = workers.map((words.segmentCount + Self.share - 1) / Self.share) { part in
            var found = [Found](repeating: Found(), count: terms.count)
            for segment in part * Self.share..<min((part + 1) * Self.share, words.segmentCount) {
                let use = used[segment]
                for entry in words.entries[words.offsets[segment]..<words.offsets[segment + 1]] {
                    let number = Int(numbers[Int(entry >> 8)])
                    if number < 0 { continue }
                    let value =
                        SparseMatrix.countWeights[Int(entry & 0xFF)] * words.featureWeights[Int(entry >> 8)]
                        * words.inverseNorms[segment]
                    found[number].trainMean += Double(value) * Double(use.train)
                    found[number].testMean += Double(value) * Double(use.test)
                    found[number].add(segment, use)
                }
                if phraseNumbers.isEmpty { continue }
                var seen: [Int] = []
                let own = order[segment]
                var last: Int32 = -1
                for (place, word) in zip(own.indices, own) {
                    if last >= 0, word >= 0, opening[Int(last)], let number = phraseNumbers[Self.key(last, word)],
                        !seen.contains(number)
                    {
                        seen.append(number)
                        found[number].add(segment, use)
                        let (first, next) = (place - 2, place + 1)
                        let rows = use.train + use.test
                        if first >= own.startIndex, own[first] >= 0 { found[number].before[own[first], default: 0] += rows }
                        if next < own.endIndex, own[next] >= 0 { found[number].after[own[next], default: 0] += rows }
                    }
                    last = word
                }
            }
            return found
        }
        found = parts.reduce([Found](repeating: Found(), count: terms.count)) { sums, part in
            zip(sums, part).map { $0.adding($1) }
        }
    }

    private static func key(_ first: Int32, _ second: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: second))
    }
}

extension TermPlaces.Found {
    fileprivate mutating func add(_ segment: Int, _ use: (train: Int, test: Int)) {
        trainRows += use.train
        testRows += use.test
        if use.train > 0, segments.train.count < TermPlaces.kept { segments.train.append(segment) }
        if use.test > 0, segments.test.count < TermPlaces.kept { segments.test.append(segment) }
    }

    /// Adds what a later part found.
    fileprivate func adding(_ other: Self) -> Self {
        var sum = self
        sum.trainRows += other.trainRows
        sum.testRows += other.testRows
        sum.trainMean += other.trainMean
        sum.testMean += other.testMean
        sum.before.merge(other.before, uniquingKeysWith: +)
        sum.after.merge(other.after, uniquingKeysWith: +)
        sum.segments.train = Array((segments.train + other.segments.train).prefix(TermPlaces.kept))
        sum.segments.test = Array((segments.test + other.segments.test).prefix(TermPlaces.kept))
        return sum
    }
}
