import SparseFeatures
import Statistics
import TextRecords

/// A key that keeps rows together although nobody named it: the number of a document, a thread, an author.
///
/// It must stand on both sides, with many values, none of them large and few of them shared by the sides; and two rows with one value
/// must resemble each other beyond chance. What only repeats is proposed, and not used.
struct FoundKey {
    /// Its name.
    let name: String

    /// Least values a side, for each fold.
    private static let valuesPerFold = 20
    /// The largest share of a side's rows that one value may have, and of a side's values that the other side may have too.
    private static let mostOfASide = 0.02
    private static let mostShared = 0.1
    /// Rows for each value from which a key is said to repeat.
    private static let repeats = 1.2
    /// Pairs of rows that are compared, of one value and at random.
    private static let pairs = 300
    /// Standard errors by which rows of one value must resemble each other more.
    private static let leastScore = 3.0

    /// The key that is used, if one is, and those that repeat without being used.
    static func find(
        _ train: RecordTable, _ test: RecordTable, _ selection: FieldSelection, folds: Int, seed: UInt64
    ) -> (key: FoundKey?, proposed: [String]) {
        var proposed: [String] = []
        var best: (key: FoundKey, score: Double)?
        let texts = selection.used[selection.longest]
        for field in selection.all where isCandidate(field) {
            guard let columns = both(train, test, field.name), let longest = both(train, test, texts) else { continue }
            let sides = [Side(columns.train), Side(columns.test)]
            guard sides.contains(where: { Double($0.rows) >= repeats * Double($0.values.count) && $0.values.count > 1 }) else {
                continue
            }
            proposed.append(field.name)
            let shared = sides[0].values.count { sides[1].rowsOf[$0] != nil }
            guard
                sides.allSatisfy({ side in
                    side.values.count >= valuesPerFold * folds && Double(side.largest) <= mostOfASide * Double(side.rows)
                        && Double(shared) < mostShared * Double(side.values.count)
                })
            else { continue }
            let score = resemblance(sides, [longest.train, longest.test], [train, test].map(rowsByRecord), seed)
            if score >= leastScore, score > best?.score ?? 0 { best = (FoundKey(name: field.name), score) }
        }
        return (best?.key, proposed.filter { $0 != best?.key.name })
    }

    private static func isCandidate(_ field: Field) -> Bool {
        switch field.reason {
        case .identifier, .notText: true
        case .reservedName: FieldName.isIdentifier(field.name)
        default: false
        }
    }

    private static func both(
        _ train: RecordTable, _ test: RecordTable, _ name: String
    ) -> (train: FieldColumn, test: FieldColumn)? {
        guard let a = train.column(named: name), let b = test.column(named: name) else { return nil }
        return (a, b)
    }

    /// The values of one side, in the order of the file, and their rows.
    private struct Side {
        var values: [UInt64] = []
        var rowsOf: [UInt64: [Int]] = [:]
        var rows = 0
        var largest = 0

        init(_ column: FieldColumn) {
            for row in 0..<column.count {
                let value = column.tidyFingerprint(at: row)
                guard !GroupRule.isBlank(value) else { continue }
                rows += 1
                if rowsOf[value] == nil { values.append(value) }
                rowsOf[value, default: []].append(row)
            }
            largest = rowsOf.values.lazy.map(\.count).max() ?? 0
        }
    }

    /// The rows in an order that is the records' own.
    private static func rowsByRecord(_ table: RecordTable) -> [Int] {
        let prints = (0..<table.count).map { table.fingerprint(ofRecord: $0) }
        return prints.indices.sorted { (prints[$0], $0) < (prints[$1], $1) }
    }

    /// By how many standard errors two rows of one value share more of their words than two rows at random.
    ///
    /// - Parameter orders: The rows of each side in the order in which pairs are drawn.
    private static func resemblance(
        _ sides: [Side], _ columns: [FieldColumn], _ orders: [[Int]], _ seed: UInt64
    ) -> Double {
        var generator = SeededGenerator(seed: seed, purpose: .foundKey, key: 0)
        var (same, other): ([Double], [Double]) = ([], [])
        var (a, b) = (Shingles(), Shingles())
        func similarity(_ side: Int, _ first: Int, _ second: Int) -> Double {
            columns[side].withText(at: first) { a.read($0) }
            columns[side].withText(at: second) { b.read($0) }
            return Shingles.jaccardOfWords(a, b)
        }
        for (number, side) in sides.enumerated() {
            let order = orders[number]
            var place = [Int](repeating: 0, count: order.count)
            for (at, row) in order.enumerated() { place[row] = at }
            let repeated = side.values.sorted().filter { side.rowsOf[$0, default: []].count > 1 }
            guard !repeated.isEmpty else { continue }
            for _ in 0..<pairs {
                let rows = side.rowsOf[repeated[Int.random(in: 0..<repeated.count, using: &generator)], default: []]
                    .sorted { place[$0] < place[$1] }
                let first = Int.random(in: 0..<rows.count, using: &generator)
                let second = (first + Int.random(in: 1..<rows.count, using: &generator)) % rows.count
                same.append(similarity(number, rows[first], rows[second]))
                let x = order[Int.random(in: 0..<order.count, using: &generator)]
                let y = order[Int.random(in: 0..<order.count, using: &generator)]
                if x != y { other.append(similarity(number, x, y)) }
            }
        }
        guard same.count > 30, other.count > 30 else { return 0 }
        func moments(_ values: [Double]) -> (mean: Double, error: Double) {
            let mean = values.reduce(0, +) / Double(values.count)
            let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
            return (mean, variance / Double(values.count))
        }
        let (one, two) = (moments(same), moments(other))
        let error = (one.error + two.error).squareRoot()
        return error > 0 ? (one.mean - two.mean) / error : one.mean > two.mean ? .infinity : 0
    }
}

extension SeededGenerator.Purpose {
    /// The pairs of rows by which a key that nobody named is judged.
    fileprivate static let foundKey = SeededGenerator.Purpose("found-key")
}
