import ParallelWork
import ShiftEstimates
import ShiftModel
import SparseFeatures
import Statistics

/// How large a difference these rows would have shown, had there been one.
///
/// Both corpora are taken as one, since nothing tells them apart, and a shift of a known size is planted in it: the rows at one end of a
/// direction in which the texts vary go more often to one side. The AUC of the best score between the planted sides is then
/// ½ + (share of that end in test - share in train) / 2. The first stage is fitted to them as to the corpora; and the weakest
/// one whose mean AUC exceeds ½ by
///
///     (1.645 + 0.842) SE
///
/// is found with p < 0.05 four times of five: 1.645 SE is what p < 0.05 asks, and 0.842 SE what a fifth of the samples fall short of the mean.
struct DetectableShift {
    /// Odds of the sides at one end to those at the other.
    private static let odds = [1.5, 2.5, 4, 7, 15, 50]
    /// Share of that end.
    private static let share = 0.5
    /// Most rows of the sample that shifts are planted in. A larger corpus finds smaller shifts than its sample, so that what is said of it
    /// is cautious.
    private static let mostRows = 2000
    /// Up to so many rows each direction is planted twice.
    private static let fewRows = 600
    /// What the choice by other folds adds to an AUC, in standard errors: see ``NestedChoice``. It spares the folds within folds.
    private static let choice = 1.0 / 6
    /// Of the standard normal distribution: 95% and 80% points.
    private static let points = (level: 1.644_853_626_951_473, power: 0.841_621_233_572_914)

    private let words: SparseMatrix
    private let firstStage: FirstStage
    private let data: LabelledRows
    private let groups: Groups
    private let options: AnalysisOptions

    init(_ fitted: DiscriminatorFit, _ pair: ComparedPair, _ options: AnalysisOptions, _ workers: WorkerPool) {
        (words, self.options) = (fitted.views.words, options)
        let rows = Self.sample(pair, options)
        let subset = RowSubset(rows, of: fitted.data, groups: pair.groups)
        (data, groups) = (subset.data, subset.groups)
        firstStage = rows.count < pair.count ? FirstStage(fitted.views, rows: data.rows, workers) : fitted.firstStage
    }

    /// Whole groups in the order of their hash, until there are enough rows of both sides together.
    private static func sample(_ pair: ComparedPair, _ options: AnalysisOptions) -> [Int] {
        guard pair.count > mostRows else { return Array(0..<pair.count) }
        let purpose = SeededGenerator.Purpose("detectable-shift-sample")
        var sizes = [Int](repeating: 0, count: pair.groups.count)
        for group in pair.groups.ofRow { sizes[Int(group)] += 1 }
        let order = pair.groups.identities.indices
            .map {
                (place: SeededGenerator.bits(seed: options.seed, purpose: purpose, key: pair.groups.identities[$0]), group: $0)
            }
            .sorted { $0 < $1 }
        var (taken, kept) = (0, [Bool](repeating: false, count: sizes.count))
        for (_, group) in order where taken < mostRows {
            kept[group] = true
            taken += sizes[group]
        }
        return (0..<pair.count).filter { kept[Int(pair.groups.ofRow[$0])] }
    }

    /// The AUC; nil if even the strongest shift that is planted would mostly go unseen.
    /// - Parameter error: Standard error of the AUC of the corpora.
    func area(error: Double, _ workers: WorkerPool) throws -> Double? {
        let wanted = (Self.points.level + Self.points.power + Self.choice) * error
        let directions = PrincipalDirections(words, rows: data.rows, count: PrincipalDirections.maximum).scores
        guard !directions.isEmpty else { return nil }
        // Bisection, since stronger shifts show more.
        var (below, above) = ((number: -1, area: 0.5, excess: 0.0), (number: Self.odds.count, area: 1.0, excess: 0.0))
        while above.number - below.number > 1 {
            let middle = (below.number + above.number) / 2
            guard let found = try mean(Self.odds[middle], directions, workers) else { return nil }
            if found.excess >= wanted {
                above = (middle, found.area, found.excess)
            } else {
                below = (middle, found.area, found.excess)
            }
        }
        guard above.number < Self.odds.count else { return nil }
        let part = above.excess > below.excess ? (wanted - below.excess) / (above.excess - below.excess) : 1
        return below.area + min(max(part, 0), 1) * max(above.area - below.area, 0)
    }

    /// The means over planted shifts of the best AUC, and of how far the first stage's exceeds ½; nil if none could be planted.
    private func mean(
        _ odds: Double, _ directions: [[Double]], _ workers: WorkerPool
    ) throws -> (area: Double, excess: Double)? {
        var (area, excess, count) = (0.0, 0.0, 0.0)
        for draw in 0..<(data.count <= Self.fewRows ? 2 : 1) * directions.count {
            guard let (best, shown) = try planted(odds, directions[draw % directions.count], draw, workers) else { continue }
            area += best
            excess += shown - 0.5
            count += 1
        }
        return count > 0 ? (area / count, excess / count) : nil
    }

    /// The best AUC between planted sides, and the one that the first stage shows; nil where a fold has rows of one side only.
    private func planted(
        _ odds: Double, _ scores: [Double], _ draw: Int, _ workers: WorkerPool
    ) throws -> (best: Double, shown: Double)? {
        let sides = PlantedShift(
            PlantedShift.Plan(kind: .topic, odds: odds, share: Self.share), scores: scores,
            groups: groups.ofRow.map { Int($0) }, identities: groups.identities,
            testShare: Double(data.isTest.count { $0 }) / Double(max(data.count, 1)), draw: draw, seed: options.seed)
        let counts = groups.counts(isTest: sides.isTest)
        guard min(counts.train, counts.test) >= options.folds else { return nil }
        let own = LabelledRows(
            rows: data.rows, isTest: sides.isTest,
            folds: Folds(groups, count: options.folds, isTest: sides.isTest, seed: options.seed), groupCounts: counts)
        let ranks = try firstStage.ranks(own, groups: nil, workers)
        return (0.5 + 0.5 * (sides.domainShares.test - sides.domainShares.train), ranks.area)
    }
}
