import SparseFeatures

/// The rows whose whole text is a stock text (an *atom*): stock answers, form letters, blank texts. Their number is no group's size but
/// a share of the corpus that can differ between the sides, so they keep no rows together and are spread over the folds.
struct StockTexts {
    /// Least rows of a side that hold a stock text, and least share of the side.
    private static let leastRows = 10
    private static let leastShare = 0.01

    /// A key for each row that no other row has.
    let alone: [UInt64]
    /// How many rows hold a stock text.
    let rows: Int
    /// By row: the number of its stock text; -1 for a row without one.
    let classes: [Int32]
    private let isStock: [Bool]

    /// - Parameter findsGroups: Whether stock texts are looked for; blank texts are in any case.
    init(_ texts: GroupedTexts, findsGroups: Bool) {
        let width = texts.fields.count
        let sides = (train: texts.isTest.count { !$0 }, test: texts.isTest.count { $0 })
        // The texts of all fields together, near-duplicates being one.
        let wholes = (0..<texts.count).map { row in
            texts.near.isEmpty ? texts.contents[row] : GroupRule.content(of: texts.near[row * width..<(row + 1) * width])
        }
        var known = HashIndex(capacity: texts.count)
        var counts: [(train: Int, test: Int)] = []
        let numbers = wholes.indices.map { row in
            let (number, isNew) = known.insert(wholes[row])
            if isNew { counts.append((0, 0)) }
            if texts.isTest[row] { counts[number].test += 1 } else { counts[number].train += 1 }
            return number
        }
        func isMany(_ rows: Int, of side: Int) -> Bool {
            rows >= Self.leastRows && Double(rows) >= Self.leastShare * Double(side)
        }
        let areStock = counts.map { isMany($0.train, of: sides.train) || isMany($0.test, of: sides.test) }
        let isStock = (0..<texts.count).map { row in
            (findsGroups && areStock[numbers[row]])
                || texts.fields.indices.allSatisfy { GroupRule.isBlank(texts.fingerprint(row, $0)) }
        }
        self.isStock = isStock
        rows = isStock.count { $0 }
        classes = numbers.indices.map { isStock[$0] ? Int32(numbers[$0]) : -1 }
        // Rows with equal contents are adjacent.
        var alone: [UInt64] = []
        alone.reserveCapacity(texts.count)
        var occurrence = 0
        for row in 0..<texts.count {
            occurrence = row > 0 && texts.contents[row] == texts.contents[row - 1] ? occurrence + 1 : 0
            alone.append(GroupRule.key(content: texts.contents[row], occurrence: occurrence))
        }
        self.alone = alone
    }

    /// Whether a row holds a stock text.
    func holds(_ row: Int) -> Bool { isStock[row] }
}
