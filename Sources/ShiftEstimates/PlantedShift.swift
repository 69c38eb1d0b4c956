import ElementaryFunctions
import Foundation
import ImportanceWeights
import Statistics

/// A shift made artificially within one corpus, so that the true ratio q/p is known: whole groups are dealt to a planted
/// train and a planted test side, some more often to test than others.
///
/// By domain: with b the domain's share of the rows, and t_in, t_out the shares of its inside and outside that go to test,
///
///     t_in / (1 - t_in) = odds · t_out / (1 - t_out),   b · t_in + (1 - b) · t_out = testShare,
///
/// the ratio is constant inside the domain and outside it. Within each part groups are dealt at random, so nothing else
/// differs.
///
/// By a ratio r of each group: a group goes to test with a chance t of its own,
///
///     t / (1 - t) = c · r,   mean of t over the rows = testShare.
///
/// A corpus with density p is then dealt to (1 - t)p and tp, whose ratio is r up to a constant, however large r is. They are
/// less far apart than p and rp if r is large for few rows: what goes to test is missing from train.
package struct PlantedShift: Sendable, Equatable {
    /// What the domain is made of.
    package enum Kind: String, Sendable, Codable, CaseIterable {
        /// No domain: no shift.
        case none
        /// The end of a direction in which the corpus varies most.
        case topic
        /// The longest rows.
        case length
        /// A tenth of the rows, from the end of a direction.
        case rare
        /// The rows of one label.
        case label
        /// No domain, but the ratio that an analysis estimated.
        case found
    }

    /// What to plant.
    package struct Plan: Sendable, Equatable {
        /// What the domain is made of.
        package var kind: Kind
        /// Odds of test inside the domain over those outside; 1 without a domain.
        package var odds: Double
        /// Share of the rows that the domain takes, above 0 and below 1.
        package var share: Double

        /// A plan to plant `kind` in this share of the rows with these odds.
        package init(kind: Kind, odds: Double, share: Double) {
            self.kind = kind
            self.odds = odds
            self.share = share
        }
    }

    /// The side of each row: true for planted test.
    package let isTest: [Bool]
    /// q/p of each row: what perfect weights would be, mean 1 over planted train. For a domain, from the shares of its part on
    /// the two sides; for a ratio, from the chance of its group.
    package let trueRatio: [Double]
    /// Share of the domain on the planted train side, and on the planted test side; for a ratio, that of the rows with a ratio
    /// above the mean.
    package let domainShares: (train: Double, test: Double)

    package static func == (a: PlantedShift, b: PlantedShift) -> Bool {
        a.isTest == b.isTest && a.trueRatio == b.trueRatio
    }

    /// - Parameters:
    ///   - scores: One per row; the groups with the highest mean scores are the domain.
    ///   - groups: The group of each row, 0..<identities.count.
    ///   - identities: A hash for each group that belongs to its records.
    ///   - testShare: Share of the rows that become test.
    ///   - draw: Number of the draw: which groups go where.
    ///   - seed: The user's seed.
    package init(
        _ plan: Plan, scores: [Double], groups: [Int], identities: [UInt64], testShare: Double, draw: Int, seed: UInt64
    ) {
        let inside = Self.domain(plan.share, scores, groups, identities)
        var rows = [Int](repeating: 0, count: identities.count)
        for group in groups { rows[group] += 1 }
        let counts = rows.indices.reduce(into: (inside: 0, outside: 0)) {
            if inside[$1] { $0.inside += rows[$1] } else { $0.outside += rows[$1] }
        }
        let share = Double(counts.inside) / Double(max(groups.count, 1))
        let rates = Self.rates(odds: plan.odds, share: share, testShare: testShare)
        let purpose = SeededGenerator.Purpose("planted-shift-\(draw)")
        let order = identities.indices
            .map { (place: SeededGenerator.bits(seed: seed, purpose: purpose, key: identities[$0]), group: $0) }
            .sorted { $0 < $1 }
        var goes = [Bool](repeating: false, count: identities.count)
        // By rows, so that the shares hold whatever the sizes of the groups.
        var left = (
            inside: rates.inside * Double(counts.inside), outside: rates.outside * Double(counts.outside)
        )
        for (_, group) in order {
            let size = Double(rows[group])
            if inside[group], left.inside >= size / 2 {
                goes[group] = true
                left.inside -= size
            } else if !inside[group], left.outside >= size / 2 {
                goes[group] = true
                left.outside -= size
            }
        }
        isTest = groups.map { goes[$0] }
        let shares = Self.shares(of: inside, groups, goes)
        domainShares = shares
        let ratios = (
            inside: shares.train > 0 ? shares.test / shares.train : 1,
            outside: shares.train < 1 ? (1 - shares.test) / (1 - shares.train) : 1
        )
        trueRatio = groups.map { inside[$0] ? ratios.inside : ratios.outside }
    }

    /// - Parameters:
    ///   - ratios: One per row, above 0: a group uses their mean, so that the mass of a group is that of its rows.
    ///   - groups: The group of each row, 0..<identities.count.
    ///   - identities: A hash for each group that belongs to its records.
    ///   - testShare: Share of the rows that become test, in expectation.
    ///   - draw: Number of the draw: which groups go where.
    ///   - seed: The user's seed.
    package init(
        ratios: [Double], groups: [Int], identities: [UInt64], testShare: Double, draw: Int, seed: UInt64
    ) {
        var sums = [(ratio: Double, rows: Double)](repeating: (0, 0), count: identities.count)
        for (row, group) in groups.enumerated() {
            sums[group].ratio += ratios[row]
            sums[group].rows += 1
        }
        let ofGroup = sums.map { $0.ratio / max($0.rows, 1) }
        let scale = Self.scale(ofGroup, rows: sums.map(\.rows), testShare: testShare)
        let purpose = SeededGenerator.Purpose("planted-ratio-\(draw)")
        let goes = identities.indices.map { group in
            let odds = scale * ofGroup[group]
            let uniform = Double(SeededGenerator.bits(seed: seed, purpose: purpose, key: identities[group]) >> 11) * 0x1p-53
            return uniform * (1 + odds) < odds
        }
        isTest = groups.map { goes[$0] }
        let mean = ratios.reduce(0, +) / Double(max(ratios.count, 1))
        domainShares = Self.shares(of: ofGroup.map { $0 > mean }, groups, goes)
        var train = (ratio: 0.0, rows: 0.0)
        for group in groups where !goes[group] {
            train.ratio += ofGroup[group]
            train.rows += 1
        }
        let normaliser = train.ratio > 0 ? train.rows / train.ratio : 1
        trueRatio = groups.map { ofGroup[$0] * normaliser }
    }

    /// The domain's share of the rows of each side.
    private static func shares(of inside: [Bool], _ groups: [Int], _ goes: [Bool]) -> (train: Double, test: Double) {
        var sides = (trainIn: 0, train: 0, testIn: 0, test: 0)
        for group in groups {
            if goes[group] {
                sides.test += 1
                if inside[group] { sides.testIn += 1 }
            } else {
                sides.train += 1
                if inside[group] { sides.trainIn += 1 }
            }
        }
        return (Double(sides.trainIn) / Double(max(sides.train, 1)), Double(sides.testIn) / Double(max(sides.test, 1)))
    }

    /// c, by bisection on its logarithm: the test share increases with it.
    private static func scale(_ ratios: [Double], rows: [Double], testShare: Double) -> Double {
        let wanted = testShare * rows.reduce(0, +)
        var (low, high) = (-100.0, 100.0)
        for _ in 0..<80 {
            let middle = 0.5 * (low + high)
            let scale = Double.exp(middle)
            let dealt = zip(ratios, rows).reduce(0) { $0 + $1.1 * scale * $1.0 / (1 + scale * $1.0) }
            if dealt < wanted { low = middle } else { high = middle }
        }
        return Double.exp(0.5 * (low + high))
    }

    /// Whether each group is in the domain: those with the highest mean scores, ties by identity, until they have `share` of
    /// the rows.
    private static func domain(
        _ share: Double, _ scores: [Double], _ groups: [Int], _ identities: [UInt64]
    ) -> [Bool] {
        var sums = [(score: Double, rows: Int)](repeating: (0, 0), count: identities.count)
        for (row, group) in groups.enumerated() {
            sums[group].score += scores[row]
            sums[group].rows += 1
        }
        let means = sums.map { $0.score / Double(max($0.rows, 1)) }
        var inside = [Bool](repeating: false, count: identities.count)
        var left = share * Double(groups.count)
        for group in identities.indices.sorted(by: { (means[$0], identities[$1]) > (means[$1], identities[$0]) }) {
            guard left >= Double(sums[group].rows) / 2 else { break }
            inside[group] = true
            left -= Double(sums[group].rows)
        }
        return inside
    }

    /// t_in and t_out, by bisection: the test share increases with t_out.
    static func rates(odds: Double, share: Double, testShare: Double) -> (inside: Double, outside: Double) {
        func inside(_ outside: Double) -> Double {
            let ratio = odds * outside / (1 - outside)
            return ratio / (1 + ratio)
        }
        var (low, high) = (0.0, 1.0)
        for _ in 0..<60 {
            let middle = 0.5 * (low + high)
            if share * inside(middle) + (1 - share) * middle < testShare { low = middle } else { high = middle }
        }
        let outside = 0.5 * (low + high)
        return (inside(outside), outside)
    }
}
