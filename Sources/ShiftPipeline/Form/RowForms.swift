import ParallelWork
import SparseFeatures
import TextRecords
import TextTokens

/// The marks of form of each row of a pair.
struct RowForms: Sendable {
    /// The different looks of rows.
    let looks: [Look]
    /// Which of them each row has.
    let ofRow: [Int32]
    /// The starts and ends of each field that many texts have.
    let common: [Boilerplate]

    /// - Parameter looksAtBlanks: Whether to look at the blanks in the records too, row by row.
    init(_ pair: ComparedPair, looksAtBlanks: Bool, _ workers: WorkerPool) {
        let common = CommonTexts.find(pair.texts, pair.rows, pair.isTest)
        self.common = common
        let share = 2048
        let count = pair.texts.segmentCount
        let starts = pair.texts.fieldStarts
        let segments = workers.map((count + share - 1) / share) { part -> [(FormMarks, Int)] in
            (part * share..<min((part + 1) * share, count)).map { segment in
                let field = (starts.firstIndex { segment < $0 } ?? 1) - 1
                return pair.texts.withUTF8(segment) { text in
                    var marks = FormScan.marks(of: text)
                    guard !common[field].isEmpty else { return (marks, 0) }
                    let (start, end, _) = common[field].find(text)
                    if start != nil { marks.formUnion(FormMarks(.commonStart)) }
                    if end != nil { marks.formUnion(FormMarks(.commonEnd)) }
                    return (marks, Int(truncatingIfNeeded: (start ?? 0) &* 31 &+ (end ?? 0) &+ UInt64(field)))
                }
            }
        }.flatMap { $0 }
        let columns = pair.fields.map { (pair.train.column(named: $0), pair.test.column(named: $0)) }
        let rows = workers.map((pair.count + share - 1) / share) { part -> [(FormMarks, Int)] in
            (part * share..<min((part + 1) * share, pair.count)).map { row in
                var (marks, boilerplate): (FormMarks, Int) = ([], 0)
                for slot in pair.fields.indices {
                    let (own, code) = segments[pair.rows[row, slot]]
                    marks.formUnion(own)
                    if boilerplate == 0, !own.isDisjoint(with: Self.common) { boilerplate = code }
                    if looksAtBlanks, let column = pair.isTest[row] ? columns[slot].1 : columns[slot].0 {
                        marks.formUnion(column.withText(at: pair.fileRow(row)) { FormScan.blanks(of: $0) })
                    }
                }
                return (marks, boilerplate)
            }
        }
        var known: [Look: Int32] = [:]
        var (looks, ofRow): ([Look], [Int32]) = ([], [])
        ofRow.reserveCapacity(pair.count)
        for (marks, boilerplate) in rows.joined() {
            let look = Look(marks: marks, boilerplate: boilerplate)
            if let number = known[look] {
                ofRow.append(number)
            } else {
                known[look] = Int32(looks.count)
                ofRow.append(Int32(looks.count))
                looks.append(look)
            }
        }
        (self.looks, self.ofRow) = (looks, ofRow)
    }

    /// What a row shows.
    struct Look: Hashable, Sendable {
        /// Over all compared fields.
        var marks: FormMarks
        /// Which start and end of a text, of those that many have; 0 for none.
        var boilerplate: Int

        /// Equal for looks that are alike by a kind.
        func code(of kind: FormKind) -> Int {
            kind == .boilerplate ? boilerplate : Int(marks.intersection(FormMarks(of: kind)).rawValue)
        }
    }

    /// The marks of a row.
    func marks(_ row: Int) -> FormMarks { looks[Int(ofRow[row])].marks }

    private static let common = FormMarks(.commonStart).union(FormMarks(.commonEnd))
}

/// Scores rows by a code of few values, each row by the other folds: the share of test among the rows of its code there, each side counting the
/// same.
struct CodeScores {
    private let codes: [Int]
    private let width: Int
    private let folds: Int
    /// Rows by fold, code and side.
    private let counts: [Double]
    /// By fold and code.
    private let scores: [Double]

    /// - Parameters:
    ///   - looks: By fold, look and side: the number of rows.
    ///   - code: The code of each look.
    init(looks: [Double], codes all: [Int], folds: Int) {
        var numbers: [Int: Int] = [:]
        for code in all where numbers[code] == nil { numbers[code] = numbers.count }
        codes = all.map { numbers[$0] ?? 0 }
        width = numbers.count
        self.folds = folds
        var counts = [Double](repeating: 0, count: folds * width * 2)
        for fold in 0..<folds {
            for (look, code) in codes.enumerated() {
                for side in 0...1 {
                    counts[(fold * width + code) * 2 + side] += looks[(fold * all.count + look) * 2 + side]
                }
            }
        }
        self.counts = counts
        var scores = [Double](repeating: 0, count: folds * width)
        for fold in 0..<folds {
            var sums = [(train: Double, test: Double)](repeating: (0, 0), count: width)
            for other in 0..<folds where other != fold {
                for code in 0..<width {
                    sums[code].train += counts[(other * width + code) * 2]
                    sums[code].test += counts[(other * width + code) * 2 + 1]
                }
            }
            let all = sums.reduce((train: 0.0, test: 0.0)) { ($0.train + $1.train, $0.test + $1.test) }
            // One row of train more, and of test in proportion: a code that the others lack says nothing.
            let more = all.test / max(all.train, 1)
            for code in 0..<width {
                let train = (sums[code].train + 1) / (all.train + 1)
                let test = (sums[code].test + more) / max(all.test + more, .leastNormalMagnitude)
                scores[fold * width + code] = test / (test + train)
            }
        }
        self.scores = scores
    }

    /// The AUC within folds, as `RankStatistics` has it.
    var area: Double {
        var (ordered, pairs) = (0.0, 0.0)
        for fold in 0..<folds {
            let order = (0..<width).sorted { scores[fold * width + $0] < scores[fold * width + $1] }
            var (trainBelow, test, at) = (0.0, 0.0, 0)
            while at < width {
                var (trainTied, testTied) = (0.0, 0.0)
                let score = scores[fold * width + order[at]]
                while at < width, scores[fold * width + order[at]] == score {
                    trainTied += counts[(fold * width + order[at]) * 2]
                    testTied += counts[(fold * width + order[at]) * 2 + 1]
                    at += 1
                }
                ordered += testTied * (trainBelow + 0.5 * trainTied)
                trainBelow += trainTied
                test += testTied
            }
            pairs += trainBelow * test
        }
        return pairs > 0 ? ordered / pairs : 0.5
    }

    /// The score of a row.
    func score(look: Int, fold: Int) -> Double { scores[fold * width + codes[look]] }
}
