import Foundation
import ParallelWork
import ShiftEstimates
import SparseFeatures
import TextRecords

/// Plants known shifts in a training corpus, runs the analysis on each, and reports how well it recovered the true ratio and
/// the true value of a metric.
///
/// The metric is the mean of each number in `options.scores`; without scores the out-of-fold accuracy of a classifier of the
/// label on the discriminator's own features, where `options.analysis.labelKey` names a label; else the shares of rows in the
/// upper half along the directions in which the corpus varies most.
///
/// - Parameters:
///   - train: Paths of the corpus; they must be files, since they are read twice.
///   - options: See ``AuditOptions``.
///   - progress: Called as each planted shift begins, with its number and how many there are.
/// - Throws: `RecordError`, ``AnalysisError``.
public func audit(
    train: [String], options: AuditOptions = AuditOptions(), progress: (@Sendable (Int, Int) -> Void)? = nil
) throws -> AuditSummary {
    let workers = WorkerPool(workers: options.analysis.threads)
    let subject = try AuditSubject(train, options, workers)
    let plans = subject.plans
    var done = 0
    var shifts: [AuditSummary.Shift] = []
    for plan in plans {
        let runs = try (0..<options.draws).map { draw in
            progress?(done, plans.count * options.draws)
            done += 1
            return try subject.run(plan, draw: draw, testShare: options.testShare, workers)
        }
        shifts.append(subject.summary(of: plan, runs))
    }
    let planted = shifts.filter { $0.kind != PlantedShift.Kind.none.rawValue }
    func mean(_ value: (AuditSummary.Errors) -> Double) -> Double {
        planted.reduce(0) { $0 + value($1.errors) } / Double(max(planted.count, 1))
    }
    return AuditSummary(
        version: Version.current, name: subject.name, digest: subject.digest, rows: subject.pair.count,
        groups: subject.pair.groups.count, isSample: subject.isSample, fields: subject.pair.fields,
        seed: options.analysis.seed, testShare: options.testShare, draws: options.draws,
        metrics: subject.metrics.map { AuditSummary.Metric(name: $0.name, mean: $0.mean) },
        isOfInputs: subject.isOfInputs, letters: subject.letters, shifts: shifts,
        overall: AuditSummary.Errors(
            unweighted: mean(\.unweighted), weighted: mean(\.weighted), trueRatio: mean(\.trueRatio)))
}
