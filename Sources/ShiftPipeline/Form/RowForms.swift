import ParallelWork
import SparseFeatures
import TextRecords
import TextTokens

/// The marks of form of each row of a pair.
struct RowForms: Sendable {
    /// By row, over all compared fields.
    let marks: [FormMarks]
    /// By row: which start and end of a text it has, of those that many have; 0 for none.
    let boilerplate: [Int]
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
        marks = rows.flatMap { $0.map(\.0) }
        boilerplate = rows.flatMap { $0.map(\.1) }
    }

    private static let common = FormMarks(.commonStart).union(FormMarks(.commonEnd))

    /// What a row shows of a kind: equal codes for rows that look alike by it.
    func codes(of kind: FormKind) -> [Int] {
        if kind == .boilerplate { return boilerplate }
        let own = FormMarks(of: kind)
        return marks.map { Int($0.intersection(own).rawValue) }
    }
}

/// Scores rows by a code of few values, each row by the other folds: the logarithm of how much more common its code is in test, by the order
/// that it gives; codes that the others lack say nothing.
enum CodeScores {
    /// One score a row.
    static func outOfFold(_ codes: [Int], isTest: [Bool], folds: [Int], count: Int) -> [Double] {
        var numbers: [Int: Int] = [:]
        let ofRow = codes.map { code -> Int in
            if let number = numbers[code] { return number }
            numbers[code] = numbers.count
            return numbers.count - 1
        }
        let width = numbers.count
        var counts = [Double](repeating: 0, count: count * width * 2)
        for (row, code) in ofRow.enumerated() { counts[(folds[row] * width + code) * 2 + (isTest[row] ? 1 : 0)] += 1 }
        var scores = [Double](repeating: 0, count: count * width)
        for fold in 0..<count {
            var sums = [(train: Double, test: Double)](repeating: (0, 0), count: width)
            for other in 0..<count where other != fold {
                for code in 0..<width {
                    sums[code].train += counts[(other * width + code) * 2]
                    sums[code].test += counts[(other * width + code) * 2 + 1]
                }
            }
            let all = sums.reduce((train: 0.0, test: 0.0)) { ($0.train + $1.train, $0.test + $1.test) }
            for code in 0..<width {
                // One row of each side more, in proportion.
                let more = all.test / max(all.train, 1)
                let train = (sums[code].train + 1) / (all.train + 1)
                let test = (sums[code].test + more) / max(all.test + more, .leastNormalMagnitude)
                scores[fold * width + code] = test / (test + train)
            }
        }
        return ofRow.indices.map { scores[folds[$0] * width + ofRow[$0]] }
    }
}
