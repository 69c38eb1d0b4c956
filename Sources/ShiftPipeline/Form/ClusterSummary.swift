import ShiftModel
import SparseFeatures
import Statistics

/// Rows of a side that resemble rows of other groups of their side: clusters that nothing keeps together.
///
/// Two groups are linked where they share ``leastShared`` words or more of those that two to ``most`` groups hold. Words that fall on rows
/// independently make hardly any link; texts of one document, thread or author make many. Where such texts are on both sides, links cross
/// the sides as often as pairs of groups do, and no fold is misled; so a side is named only where they hardly cross.
public struct ClusterSummary: Codable, Sendable, Equatable {
    /// Share of the sampled training groups that are linked to another one of train, 0...1.
    public var trainShare: Double
    /// Likewise of test.
    public var testShare: Double
    /// Linked pairs of groups.
    public var links: Int
    /// The share of them that cross the sides.
    public var crossing: Double
    /// The share that would, if links did not mind sides.
    public var crossingByChance: Double

    package init(trainShare: Double, testShare: Double, links: Int, crossing: Double, crossingByChance: Double) {
        (self.trainShare, self.testShare, self.links) = (trainShare, testShare, links)
        (self.crossing, self.crossingByChance) = (crossing, crossingByChance)
    }

    /// Rare words that two groups have to share, and the groups that may hold such a word.
    static let (leastShared, most) = (3, 5)
    /// Groups of a side that are looked at.
    static let groups = 4000
    /// The share of a side that has to be linked, the fewest links, and the most crossing ones as a share of those by chance.
    static let (leastShare, leastLinks, mostCrossing) = (0.2, 50, 0.5)

    /// The sides whose rows come in clusters, the first of them in order train, test.
    package var sides: [CorpusSide] {
        guard links >= Self.leastLinks, crossing < Self.mostCrossing * crossingByChance else { return [] }
        return (trainShare >= Self.leastShare ? [.train] : []) + (testShare >= Self.leastShare ? [.test] : [])
    }
}

extension ClusterSummary {
    /// The clusters of a pair; nil where no side has any.
    init?(_ pair: ComparedPair, _ words: SparseMatrix) {
        // The first row of each group; the order of the rows is random.
        var seen = [Bool](repeating: false, count: pair.groups.count)
        var sizes = (train: 0, test: 0)
        var rows: [Int] = []
        for row in 0..<pair.count where !seen[Int(pair.groups.ofRow[row])] {
            guard (pair.isTest[row] ? sizes.test : sizes.train) < Self.groups else { continue }
            seen[Int(pair.groups.ofRow[row])] = true
            if pair.isTest[row] { sizes.test += 1 } else { sizes.train += 1 }
            rows.append(row)
        }
        var holders = [[Int32]](repeating: [], count: words.featureCount)
        for (number, row) in rows.enumerated() {
            for slot in 0..<pair.rows.slots {
                let segment = pair.rows[row, slot]
                for entry in words.entries[words.offsets[segment]..<words.offsets[segment + 1]] {
                    let word = Int(entry >> 8)
                    if holders[word].count <= Self.most { holders[word].append(Int32(number)) }
                }
            }
        }
        var shared: [UInt64: Int] = [:]
        for own in holders where (2...Self.most).contains(own.count) {
            for (place, first) in own.enumerated() {
                for second in own[(place + 1)...] {
                    shared[UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: second)), default: 0] += 1
                }
            }
        }
        var linked = [Bool](repeating: false, count: rows.count)
        var (links, across) = (0, 0)
        for (pairOfRows, count) in shared where count >= Self.leastShared {
            let (first, second) = (Int(pairOfRows >> 32), Int(pairOfRows & 0xFFFF_FFFF))
            links += 1
            if pair.isTest[rows[first]] != pair.isTest[rows[second]] {
                across += 1
            } else {
                (linked[first], linked[second]) = (true, true)
            }
        }
        let all = Double(rows.count)
        guard links > 0, all > 1 else { return nil }
        func share(_ side: Bool, of size: Int) -> Double {
            Double(rows.indices.count { linked[$0] && pair.isTest[rows[$0]] == side }) / Double(max(size, 1))
        }
        self.init(
            trainShare: share(false, of: sizes.train), testShare: share(true, of: sizes.test), links: links,
            crossing: Double(across) / Double(links),
            crossingByChance: 2 * Double(sizes.train) * Double(sizes.test) / (all * (all - 1)))
        if sides.isEmpty { return nil }
    }
}
