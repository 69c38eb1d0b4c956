import Foundation
import ImportanceWeights
import ParallelWork
import ShiftModel
import ShiftReport

/// The figures of DESIGN's "Diagnostics", each from out-of-fold scores.
enum Diagnostics {
    /// Replicates of the group bootstrap, and permutations a fold.
    static let replicates = 400
    static let permutations = 999
    /// The bootstrap holds the scores fixed, but each pair of groups counts twice in a cross-fitted AUC, once with either
    /// as training data. Where the sides do not differ the AUC is a degenerate U-statistic, and that doubles its variance
    /// (200 simulated nulls: 1.5 times the fixed-score error); elsewhere the wider interval is cautious.
    static let trainingFactor = 2.0.squareRoot()

    /// AUC with its interval and p-value, from the best first-stage candidate.
    static func separability(
        _ fitted: FittedPair, groups: Groups, options: AnalysisOptions, workers: WorkerPool
    ) throws -> Separability {
        let folds = fitted.data.folds.map { Int($0) }
        let groupOf = groups.ofRow.map { Int($0) }
        @Sendable func ranks(_ logits: [Double]) throws -> RankStatistics {
            try RankStatistics(scores: logits, isTest: fitted.data.isTest, folds: folds)
        }
        let scores = [
            fitted.stages.firstStageLogits, fitted.candidates[fitted.candidates.count - 1].logits,
            fitted.stages.calibratedLogits,
        ]
        let ranked = try workers.map(scores.count) { number in Result { try ranks(scores[number]) } }.map { try $0.get() }
        let best = ranked[0]
        let (bootstrap, permutation) = try workers.both(
            { try AreaBootstrap(best, groups: groupOf) }, { try SidePermutation(best, groups: groupOf) })
        let (lower, upper) = try interval(best, bootstrap, seed: options.seed, workers)
        var pValue: Double
        if let refits = options.permutations {
            pValue = try refitPValue(fitted, groups: groups, observed: best.area, refits: refits, options, workers)
        } else {
            let parts = 16
            let counts = workers.map(parts) { part in
                permutation.exceedances(
                    permutations: part * permutations / parts..<(part + 1) * permutations / parts, seed: options.seed)
            }
            let sums = counts.dropFirst().reduce(counts[0]) { zip($0, $1).map(+) }
            pValue = try permutation.pValue(exceedances: sums, permutations: permutations).combined
        }
        if !pValue.isFinite { pValue = 1 }
        return Separability(
            auc: best.area, lower: lower, upper: upper, pValue: pValue,
            finalAUC: ranked[2].area, groupsLeftOut: permutation.mixedGroups, surfaceAUC: ranked[1].area)
    }

    /// The 95% interval of a cross-fitted AUC: that of the bootstrap with the scores fixed, widened by ``trainingFactor``.
    static func interval(
        _ ranks: RankStatistics, _ bootstrap: AreaBootstrap, seed: UInt64, _ workers: WorkerPool
    ) throws -> (lower: Double, upper: Double) {
        let parts = 16
        let areas = workers.map(parts) { part in
            bootstrap.areas(replicates: part * replicates / parts..<(part + 1) * replicates / parts, seed: seed)
        }
        let fixed = try BootstrapInterval(areas.flatMap { $0 })
        return (
            max(ranks.area - trainingFactor * max(ranks.area - fixed.lower, 0), 0),
            min(ranks.area + trainingFactor * max(fixed.upper - ranks.area, 0), 1)
        )
    }

    /// (1 + permutations whose refitted AUC reaches the observed one) / (B + 1): sides are dealt anew to the groups of one
    /// side, and the whole first stage is fitted again.
    private static func refitPValue(
        _ fitted: FittedPair, groups: Groups, observed: Double, refits: Int, _ options: AnalysisOptions,
        _ workers: WorkerPool
    ) throws -> Double {
        var holds = [(train: Bool, test: Bool)](repeating: (false, false), count: groups.count)
        for (row, group) in groups.ofRow.enumerated() {
            if fitted.data.isTest[row] { holds[Int(group)].test = true } else { holds[Int(group)].train = true }
        }
        let pure = holds.indices.filter { holds[$0].train != holds[$0].test }
        var reached = 1
        for refit in 0..<refits {
            var generator = SeededGenerator(
                seed: options.seed, purpose: SeededGenerator.Purpose("refit-permutation"), key: UInt64(refit))
            let shuffled = pure.map { holds[$0].test }.shuffled(using: &generator)
            var sideOf = holds.map(\.test)
            for (position, group) in pure.enumerated() { sideOf[group] = shuffled[position] }
            let isTest = groups.ofRow.indices.map { row in
                let group = Int(groups.ofRow[row])
                return holds[group].train && holds[group].test ? fitted.data.isTest[row] : sideOf[group]
            }
            let folds = groups.folds(options.folds, isTest: isTest, seed: options.seed)
            let data = LabelledRows(
                rows: fitted.data.rows, isTest: isTest, folds: groups.ofRow.map { folds[Int($0)] },
                foldCount: options.folds)
            let (_, candidates) = FittedPair.firstStage(fitted.views, data, workers)
            guard let best = candidates.min(by: { $0.loss < $1.loss }) else { continue }
            let area = try RankStatistics(scores: best.logits, isTest: isTest, folds: data.folds.map(Int.init)).area
            if area >= observed { reached += 1 }
        }
        return Double(reached) / Double(refits + 1)
    }

    /// AUC of each field's own part of the best sparse candidate's logit.
    static func fieldAreas(_ fitted: FittedPair, fields: Int) throws -> [Double] {
        guard let best = fitted.crossFit.candidates.min(by: { $0.loss < $1.loss }) else { return [] }
        let folds = fitted.data.folds.map(Int.init)
        return try (0..<fields).map { slot in
            let scores = (0..<fitted.data.count).map { Double(best.slotLogits[$0 * fields + slot]) }
            return try RankStatistics(scores: scores, isTest: fitted.data.isTest, folds: folds).area
        }
    }

    /// The four conditions of trust, in words.
    static func trust(
        weights: WeightSummary, shape: Double?, overlap: OverlapSummary?, weight: String
    ) -> TrustSummary {
        let evidence = TrustEvidence(
            effectiveSampleSize: weights.effectiveRows, tailShape: shape, noSupportShare: overlap?.noSupportShare ?? 0,
            meanRatio: weights.meanRatio)
        let failures = TrustConditions().failures(evidence).map { failure -> TrustSummary.Failure in
            func fired(_ condition: TrustSummary.Failure.Condition, _ found: Double, _ sentence: String) -> TrustSummary.Failure {
                TrustSummary.Failure(condition: condition, found: found.isFinite ? found : nil, sentence: sentence)
            }
            switch failure {
            case .effectiveSampleSize(let found, _):
                return fired(.effectiveSampleSize, found, Wording.english.effectiveSampleSize(found, weight: weight))
            case .tailShape(let found, _):
                return fired(.tailShape, found, Wording.english.tailShape(found, weight: weight))
            case .noSupport(let found, _): return fired(.noSupport, found, Wording.english.noSupport(found))
            case .meanRatio(let found, _, _): return fired(.meanRatio, found, Wording.english.meanRatio(found))
            }
        }
        // What rules out weighting altogether comes first.
        let order: [TrustSummary.Failure.Condition] = [.noSupport, .meanRatio, .effectiveSampleSize, .tailShape]
        let sorted = order.flatMap { condition in failures.filter { $0.condition == condition } }
        return TrustSummary(isTrusted: failures.isEmpty, failures: sorted)
    }
}
