import Foundation
import ParallelWork
import ShiftEstimates
import ShiftReport
import SparseFeatures
import TextRecords

/// What an audit should do.
public struct AuditOptions: Sendable {
    /// As for an analysis; of them an audit heeds what decides the fields, the groups, the fit and the weights. Of
    /// ``FitBounds/rows`` at most a sample is audited.
    public var analysis: AnalysisOptions
    /// A model's results for rows of the corpus that it was not trained on: the metrics are the means of its numbers. nil for a
    /// classifier of the label.
    public var scores: String?
    /// The numbers of ``scores`` to take; empty for all.
    public var metrics: [String] = []
    /// The folder of an analysis of the corpus: the density ratio that it estimated is planted too; nil for none.
    public var like: String?
    /// Draws of each planted shift, each with other groups on either side and, by topic, another direction.
    public var draws = 3
    /// Share of the rows that become the planted test side.
    public var testShare = 0.25

    /// Three draws of each shift, with the fields, groups and fit of `analysis`.
    public init(analysis: AnalysisOptions = AnalysisOptions()) { self.analysis = analysis }
}

/// Plants known shifts in a training corpus, runs the analysis on each, and says how well it recovered the true ratio and the
/// true value of a metric.
///
/// The metric is the mean of each number in `options.scores`; without scores the out-of-fold accuracy of a classifier of the
/// label on the discriminator's own features, where `options.analysis.labelKey` names a label; else the shares of rows in the
/// upper half along the directions in which the corpus varies most.
///
/// - Parameters:
///   - train: Paths of the corpus; files, since they are read twice.
///   - options: See ``AuditOptions``.
///   - progress: Called as each planted shift begins: its number, and how many there are.
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
        groups: subject.grouping.groups.count, isSample: subject.isSample, fields: subject.pair.fields,
        seed: options.analysis.seed, testShare: options.testShare, draws: options.draws,
        metrics: subject.metrics.map { AuditSummary.Metric(name: $0.name, mean: $0.mean) },
        isOfInputs: subject.isOfInputs, hanShare: subject.hanShare, shifts: shifts,
        overall: AuditSummary.Errors(
            unweighted: mean(\.unweighted), weighted: mean(\.weighted), trueRatio: mean(\.trueRatio)))
}
