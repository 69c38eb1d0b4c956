import Foundation
import ImportanceWeights
import ParallelWork
import ShiftModel
import Statistics

extension Separability {
    /// Replicates of the group bootstrap.
    static let replicates = 400
    /// AUC with its interval and p-value, from the best first-stage candidate.
    init(_ fitted: DiscriminatorFit, groups: Groups, options: AnalysisOptions, workers: WorkerPool) throws {
        let folds = fitted.data.folds.numbers
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
        let bootstrap = try AreaBootstrap(best, groups: groupOf)
        let spread = try Self.spread(best, bootstrap, seed: options.seed, workers)
        let error = AreaTest.error(
            of: best, bootstrap: spread.standardError, groups: fitted.data.groupCounts, factor: AreaTest.trainingFactor)
        let pValue =
            if let refits = options.permutations {
                try Self.refitPValue(fitted, groups: groups, observed: best.area, refits: refits, options, workers)
            } else {
                AreaTest.pValue(area: best.area, error: error)
            }
        self.init(
            auc: best.area, lower: max(best.area - AreaTest.trainingFactor * max(best.area - spread.lower, 0), 0),
            upper: min(best.area + AreaTest.trainingFactor * max(spread.upper - best.area, 0), 1), pValue: pValue,
            finalAUC: ranked[2].area, groupsLeftOut: groups.sides(isTest: fitted.data.isTest).count { $0 == .both },
            surfaceAUC: ranked[1].area, standardError: error)
    }

    /// The replicates of the bootstrap with the scores fixed.
    static func spread(
        _ ranks: RankStatistics, _ bootstrap: AreaBootstrap, seed: UInt64, _ workers: WorkerPool
    ) throws -> BootstrapInterval {
        let parts = 16
        let areas = workers.map(parts) { part in
            bootstrap.areas(replicates: part * replicates / parts..<(part + 1) * replicates / parts, seed: seed)
        }
        return try BootstrapInterval(areas.flatMap { $0 })
    }

    /// The 95% interval of a cross-fitted AUC: that of the bootstrap with the scores fixed, widened by ``AreaTest/trainingFactor``.
    static func interval(
        _ ranks: RankStatistics, _ bootstrap: AreaBootstrap, seed: UInt64, _ workers: WorkerPool
    ) throws -> (lower: Double, upper: Double) {
        let fixed = try spread(ranks, bootstrap, seed: seed, workers)
        return (
            max(ranks.area - AreaTest.trainingFactor * max(ranks.area - fixed.lower, 0), 0),
            min(ranks.area + AreaTest.trainingFactor * max(fixed.upper - ranks.area, 0), 1)
        )
    }

    /// (1 + permutations whose refitted AUC reaches the observed one) / (B + 1): sides are dealt again to the groups that have
    /// rows of only one side, and the whole first stage is fitted again, the choice among its candidates included.
    private static func refitPValue(
        _ fitted: DiscriminatorFit, groups: Groups, observed: Double, refits: Int, _ options: AnalysisOptions,
        _ workers: WorkerPool
    ) throws -> Double {
        let sides = groups.sides(isTest: fitted.data.isTest)
        let pure = sides.indices.filter { sides[$0] != .both }
        var reached = 1
        for refit in 0..<refits {
            var generator = SeededGenerator(
                seed: options.seed, purpose: SeededGenerator.Purpose("refit-permutation"), key: UInt64(refit))
            let shuffled = pure.map { sides[$0].hasTest }.shuffled(using: &generator)
            var sideOf = sides.map(\.hasTest)
            for (position, group) in pure.enumerated() { sideOf[group] = shuffled[position] }
            let isTest = groups.ofRow.indices.map { row in
                let group = Int(groups.ofRow[row])
                return sides[group] == .both ? fitted.data.isTest[row] : sideOf[group]
            }
            let data = LabelledRows(
                rows: fitted.data.rows, isTest: isTest,
                folds: Folds(groups, count: options.folds, isTest: isTest, seed: options.seed),
                groupCounts: groups.counts(isTest: isTest))
            let area = try fitted.firstStage.ranks(data, groups: groups, workers).area
            if area >= observed { reached += 1 }
        }
        return Double(reached) / Double(refits + 1)
    }
}
