import ImportanceWeights
import ParallelWork
import ShiftEstimates
import ShiftModel
import SparseFeatures
import Statistics

/// Worlds in which the ratio that an analysis estimated is the true one: what the pipeline finds in them says how much of a shift
/// like this it recovers from so many rows, and how much its weights vary.
///
/// In each world the groups of both corpora are dealt anew to train and test, a group to test with the odds that its estimated
/// ratio q/p gives, so that both sides are as large as they are and the ratio is known (a parametric bootstrap of the sides). The
/// discriminator is then fitted as in the analysis, every λ and the calibration chosen anew, on its features and folds, and gives
/// each training row of the *analysis* weights out of fold. These are held against the ratio that was planted on the same rows with
/// the same scores, so that the noise of the scores cancels.
///
/// Drawing pseudo-test from train alone, and taking it out, would make both sides smaller than they are: a smaller part is then found.
///
/// Depends on the seed and on the records, not on threads.
struct PlugInWorlds: Sendable {
    /// The weights of one world.
    struct World: Sendable {
        /// Those that were planted: by canonical row; 0 for test rows.
        let planted: [Double]
        /// Those that the pipeline found.
        let found: [Double]
    }

    let worlds: [World]
    /// Σ Cov_p(found, planted) / Σ Var_p(planted) over the worlds: the part of a planted ratio that is found; nil where nothing was
    /// planted.
    let recovered: Double?
    /// The weights of the best score that is not null, by canonical row: those of the analysis where it found a shift.
    let alternative: [Double]

    /// Fits of this many entries of the matrices are made in all, so that the time is bounded.
    private static let budget = 60_000_000
    private static let counts = 8...32

    /// - Parameter progress: Called as each world begins, with its number and how many there are.
    init?(
        _ saved: RestoredAnalysis, _ workers: WorkerPool, progress: (@Sendable (Int, Int) -> Void)?
    ) throws {
        // Weights by class are no function of the discriminator.
        guard saved.model.header.classPriors == nil, saved.data.folds.count > 1, saved.data.groupCounts.train > 1,
            saved.data.groupCounts.test > 1
        else { return nil }
        let pair = saved.pair
        let entries = saved.views.words.entries.count + saved.views.grams.entries.count
        let count = min(max(Self.budget / max(entries, 1), Self.counts.lowerBound), Self.counts.upperBound)
        let isShift = saved.summary.verdict.isShift
        let firstStage = FirstStage(saved.views, rows: pair.rows, workers)
        func probabilities(_ data: LabelledRows) -> [Double] {
            DiscriminatorFit(
                views: saved.views, firstStage: firstStage, data: data, groups: nil, keepsModels: false, workers: workers
            )
            .stages.calibratedLogits.map(LogisticObjective.sigmoid)
        }
        func weights(_ pTest: [Double]) throws -> [Double] {
            pair.order.spread(
                ofTrain: try saved.options.weighting.weights(of: pair.trainRows.map { pTest[$0] }).values, other: 0)
        }
        let base = isShift ? saved.scores.map(\.pTest) : probabilities(saved.data)
        alternative = try weights(base)
        let ratios = base.map(DensityRatio.ratio(from:))
        let groups = pair.groups.ofRow.map { Int($0) }
        let testShare = Double(saved.data.isTest.count { $0 }) / Double(max(saved.data.count, 1))
        var worlds: [World] = []
        for number in 0..<count {
            progress?(number, count)
            let shift = PlantedShift(
                ratios: ratios, groups: groups, identities: pair.groups.identities, testShare: testShare, draw: number,
                seed: saved.options.seed)
            let sides = pair.groups.counts(isTest: shift.isTest)
            guard sides.train >= saved.data.folds.count, sides.test >= saved.data.folds.count else { continue }
            let data = LabelledRows(
                rows: pair.rows, isTest: shift.isTest, folds: saved.data.folds, groupCounts: sides)
            let planted = shift.trueRatio.map { $0 / (1 + $0) }
            worlds.append(World(planted: try weights(planted), found: try weights(probabilities(data))))
        }
        guard worlds.count > 1 else { return nil }
        self.worlds = worlds
        recovered = Self.recovered(worlds, rows: pair.trainRows)
    }

    private static func recovered(_ worlds: [World], rows: [Int]) -> Double? {
        var (product, square) = (0.0, 0.0)
        for world in worlds {
            for row in rows {
                // Both have mean 1 over train.
                product += (world.found[row] - 1) * (world.planted[row] - 1)
                square += (world.planted[row] - 1) * (world.planted[row] - 1)
            }
        }
        return square > 1e-9 * Double(rows.count * worlds.count) ? product / square : nil
    }
}
