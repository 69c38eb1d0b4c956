import ImportanceWeights
import ShiftModel
import SparseFeatures

/// Which test rows train has nothing like.
struct SupportCheck: Sendable {
    /// An exceedance is evidence below this chance, and a term that train lacks below this chance over all terms tried.
    static let level = 0.01
    /// Terms and texts that are named.
    private static let named = 5
    private static let examples = 3

    private let pair: ComparedPair
    private let logits: [Double]
    private let sides: [Bool]
    /// By row: whether any evidence says that it has no support. Only of test.
    private var isUnsupported: [Bool]
    let threshold: Double
    private var beyond: (rows: [Int], pValue: Double)
    private var terms: [(term: TermGroups.Term, pValue: Double, rows: [Int])] = []
    private var absentTerms = 0
    private var atoms: [(rows: [Int], pValue: Double)] = []

    /// The rows beyond train's largest logits alone.
    /// - Parameters:
    ///   - logits: Uncalibrated, out of fold. (A calibrated score has plateaus at its ends, and nothing beyond them.)
    ///   - isTest: Side of each row of the pair; an audit plants its own.
    init(_ pair: ComparedPair, logits: [Double], isTest: [Bool]) {
        self.pair = pair
        self.logits = logits
        sides = isTest
        let chosen = Self.representatives(pair, isTest)
        let train = chosen.train.map { logits[$0] }.sorted(by: >)
        let rank = (train.count + 999) / 1000
        let limit = rank > 0 ? train[rank - 1] : .infinity
        threshold = limit
        let groups = chosen.test.count { logits[$0] > limit }
        let pValue = rank > 0 ? Exceedance.pValue(groups, rank: rank, train: train.count, test: chosen.test.count) : 1
        let rows = isTest.indices.filter { isTest[$0] && logits[$0] > limit }
        beyond = (rows, pValue)
        isUnsupported = [Bool](repeating: false, count: isTest.count)
        if pValue < Self.level { for row in rows { isUnsupported[row] = true } }
    }

    /// With the terms and the stock texts that train lacks.
    init(_ pair: ComparedPair, logits: [Double], moved: MovedTerms, _ views: FeatureViews) {
        self.init(pair, logits: logits, isTest: pair.isTest)
        addTerms(moved, views)
        addAtoms()
    }

    /// One row of each group on each side, chosen by its content alone: rows of a group are not independent, and groups of one side may be
    /// larger.
    private static func representatives(_ pair: ComparedPair, _ isTest: [Bool]) -> (train: [Int], test: [Int]) {
        var best = [(train: Int, test: Int)](repeating: (-1, -1), count: pair.groups.count)
        func hash(_ row: Int) -> UInt64 { FeatureHasher.mix(pair.contents[row], 0x5A1E) }
        for row in isTest.indices {
            let group = Int(pair.groups.ofRow[row])
            let known = isTest[row] ? best[group].test : best[group].train
            guard known < 0 || hash(row) < hash(known) else { continue }
            if isTest[row] { best[group].test = row } else { best[group].train = row }
        }
        return (best.map(\.train).filter { $0 >= 0 }, best.map(\.test).filter { $0 >= 0 })
    }

    private mutating func addTerms(_ moved: MovedTerms, _ views: FeatureViews) {
        let (train, test) = (moved.groupCounts.train, moved.groupCounts.test)
        let limit = Self.level / Double(max(moved.tested, 1))
        let found = moved.onlyInTest.map { term in
            (term: term, pValue: Hypergeometric(drawn: train, held: term.counts.test.groups, all: train + test).atMost(0))
        }.filter { $0.pValue < limit }
        absentTerms = found.count
        guard !found.isEmpty else { return }
        let places = SegmentTerms(found.map(\.term), views)
        var rows = [[Int]](repeating: [], count: found.count)
        for row in pair.testRows {
            var own: Set<Int> = []
            for slot in 0..<pair.rows.slots { own.formUnion(places.terms(of: pair.rows[row, slot])) }
            guard !own.isEmpty else { continue }
            isUnsupported[row] = true
            for term in own { rows[term].append(row) }
        }
        terms = found.indices.map { (found[$0].term, found[$0].pValue, rows[$0]) }
    }

    /// Stock texts with rows of test only; their rows count by themselves.
    private mutating func addAtoms() {
        let classes = pair.grouping.stockClasses
        var rows: [Int32: (train: Int, test: [Int])] = [:]
        for (row, number) in classes.enumerated() where number >= 0 {
            if pair.isTest[row] {
                rows[number, default: (0, [])].test.append(row)
            } else {
                rows[number, default: (0, [])].train += 1
            }
        }
        let limit = Self.level / Double(max(rows.count, 1))
        for (_, its) in rows.sorted(by: { $0.key < $1.key }) where its.train == 0 {
            let pValue = Hypergeometric(drawn: pair.trainRows.count, held: its.test.count, all: pair.count).atMost(0)
            guard pValue < limit else { continue }
            for row in its.test { isUnsupported[row] = true }
            atoms.append((its.test, pValue))
        }
    }

    /// The share of the test rows without support and its lower bound, from the sums over groups.
    var share: (point: Double, lower: Double) {
        var counts = [(rows: Double, without: Double)](repeating: (0, 0), count: pair.groups.count)
        var (rows, without) = (0.0, 0.0)
        for row in sides.indices where sides[row] {
            let group = Int(pair.groups.ofRow[row])
            counts[group].rows += 1
            rows += 1
            if isUnsupported[row] {
                counts[group].without += 1
                without += 1
            }
        }
        guard rows > 0 else { return (0, 0) }
        let point = without / rows
        let squares = counts.reduce(0) { sum, its in
            let influence = its.without - point * its.rows
            return sum + influence * influence
        }
        return (point, max(point - Self.normal * squares.squareRoot() / rows, 0))
    }

    /// The 95% point of the normal distribution.
    private static let normal = 1.644_853_626_951_473

    /// With up to three rows for each kind of evidence.
    func summary(_ rows: ExampleRows, _ views: FeatureViews?) -> OverlapSummary {
        let found = share
        func listed(_ own: [Int]) -> [Examples.Example] {
            var seen = Set<Int32>()
            return own.sorted { (logits[$1], $0) < (logits[$0], $1) }
                .filter { seen.insert(pair.groups.ofRow[$0]).inserted }.prefix(Self.examples).map(rows.example)
        }
        func most<Item>(_ items: [Item], _ count: (Item) -> Int) -> [Item] {
            Array(items.indices.sorted { (count(items[$1]), $0) < (count(items[$0]), $1) }.prefix(Self.named).map { items[$0] })
        }
        let names = most(terms) { $0.rows.count }.map { item in
            OverlapSummary.Evidence(
                text: MovedTerms.joined(
                    [item.term.first, item.term.second].filter { $0 >= 0 }.compactMap { views?.terms.term(Int($0)) }),
                rows: item.rows.count, pValue: item.pValue, examples: listed(item.rows))
        }
        let texts = most(atoms) { $0.rows.count }.map { item in
            let examples = listed(item.rows)
            return OverlapSummary.Evidence(
                text: pair.fields.compactMap { examples.first?.fields[$0] }.joined(separator: " "), rows: item.rows.count,
                pValue: item.pValue, examples: examples)
        }
        return OverlapSummary(
            threshold: threshold, noSupportShare: found.point, lower: found.lower,
            beyond: OverlapSummary.Beyond(
                rows: beyond.rows.count, pValue: beyond.pValue, counts: beyond.pValue < Self.level,
                examples: listed(beyond.rows)), terms: names, absentTerms: absentTerms, atoms: texts)
    }
}

/// Which of some terms each segment holds.
private struct SegmentTerms {
    private var ofSegment: [[Int32]]

    init(_ terms: [TermGroups.Term], _ views: FeatureViews) {
        var numberOfWord = [Int32](repeating: -1, count: views.words.featureCount)
        var phrases: [UInt64: Int32] = [:]
        for (number, term) in terms.enumerated() {
            if term.second < 0 {
                numberOfWord[Int(term.first)] = Int32(number)
            } else {
                phrases[Self.key(term.first, term.second)] = Int32(number)
            }
        }
        let (words, order) = (views.words, views.order)
        ofSegment = (0..<words.segmentCount).map { segment in
            var own: [Int32] = []
            for entry in words.entries[words.offsets[segment]..<words.offsets[segment + 1]] {
                let number = numberOfWord[Int(entry >> 8)]
                if number >= 0 { own.append(number) }
            }
            if phrases.isEmpty { return own }
            var last: Int32 = -1
            for word in order[segment] {
                if last >= 0, word >= 0, let number = phrases[Self.key(last, word)], !own.contains(number) {
                    own.append(number)
                }
                last = word
            }
            return own
        }
    }

    func terms(of segment: Int) -> [Int] { ofSegment[segment].map { Int($0) } }

    private static func key(_ first: Int32, _ second: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: second))
    }
}
