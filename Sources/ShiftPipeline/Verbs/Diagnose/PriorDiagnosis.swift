import Foundation
import ImportanceWeights
import ParallelWork
import ShiftEstimates
import ShiftModel
import Statistics
import TextRecords

/// The shares of the classes on test, if nothing else differs, and whether they explain what the discriminator saw.
struct PriorDiagnosis: Sendable {
    /// Replicates of the bootstrap.
    static let replicates = 200

    /// Labelled training rows in canonical order, with their class.
    let trainRows: [(row: Int, label: Int)]
    private let estimation: PriorShiftEstimation
    private let label: LabelColumn
    private let source: String
    private let accuracy: Double
    private let testRows: Int

    /// q(y)/p(y) by maximum likelihood, one per class.
    var ratios: [Double] { estimation.likelihoodRatios }

    /// nil if the label is not a class.
    init?(
        _ saved: RestoredAnalysis, _ label: LabelColumn, predictions: (train: String, test: String)?, _ workers: WorkerPool
    ) throws {
        guard label.classes.count >= 2, !label.isFree, saved.data.folds.count > 1 else { return nil }
        self.label = label
        let pair = saved.pair
        let classes = label.classes.count
        let rows: [Int]
        let others: [Int]
        let logits: (train: [Double], test: [Double])
        if let predictions {
            let train = try ClassPredictions(predictions.train, label, saved, side: .train, workers)
            let test = try ClassPredictions(predictions.test, label, saved, side: .test, workers)
            (rows, others) = (train.rows.filter { label.ofRow[$0] >= 0 }, test.rows)
            logits = (train.logits(of: rows), test.logits(of: others))
            source = (predictions.train as NSString).lastPathComponent
        } else {
            let classified = ClassifiedRows(
                label, rows: pair.trainRows, pair, saved.views, saved.options, workers)
            rows = classified.rows
            others = pair.testRows
            logits = (classified.logits, classified.logits(of: others))
            source = DiagnosisSummary.Priors.ownSource
        }
        let labels = rows.map { label.ofRow[$0] }
        guard Set(labels).count == classes, !others.isEmpty else { return nil }
        trainRows = Array(zip(rows, labels))
        testRows = others.count
        let groups = pair.groups
        let estimation = PriorShiftEstimation(
            classes: classes, trainLogits: logits.train, labels: labels,
            trainGroups: rows.map { Int(groups.ofRow[$0]) }, testLogits: logits.test,
            testGroups: others.map { Int(groups.ofRow[$0]) })
        self.estimation = estimation
        let right = zip(estimation.trainPredictions, labels).count { $0 == $1 }
        accuracy = Double(right) / Double(max(labels.count, 1))
    }

    func summary(isShift: Bool, _ saved: RestoredAnalysis, _ workers: WorkerPool) throws -> DiagnosisSummary.Priors {
        let replicates = workers.map(Self.replicates) { estimation.replicate($0, seed: saved.options.seed) }
        let tests = label.classes.count == 2 ? 1 : label.classes.count
        var differ = false
        let classes = try label.classes.indices.map { number in
            let own = replicates.map { Optional($0.likelihoodRatios[number]) }
            let joint = try BootstrapInterval(own, level: 1 - 0.05 / Double(tests))
            if joint.lower > 1 || joint.upper < 1 { differ = true }
            let interval = try BootstrapInterval(own)
            let boxed = replicates.map { $0.blackBoxRatios?[number] }
            var blackBox: DiagnosisSummary.Ratio?
            if let value = estimation.blackBoxRatios?[number], boxed.count(where: { $0 != nil }) > boxed.count / 2 {
                let interval = try BootstrapInterval(boxed)
                blackBox = DiagnosisSummary.Ratio(value: value, lower: interval.lower, upper: interval.upper)
            }
            return DiagnosisSummary.Class(
                name: label.classes[number], trainShare: estimation.priors[number],
                likelihood: DiagnosisSummary.Ratio(value: ratios[number], lower: interval.lower, upper: interval.upper),
                blackBox: blackBox)
        }
        let left = isShift ? try gainLeft(saved, workers) : nil
        return DiagnosisSummary.Priors(
            source: source, accuracy: accuracy, trainRows: trainRows.count, testRows: testRows, classes: classes,
            differ: differ,
            gainLeft: left,
            explain: left.map { !$0.isClear && $0.mean < 0.5 * (saved.summary.discriminator.gain ?? 0) } ?? false)
    }

    /// The discriminator's gain once training rows have been thinned to the estimated shares of the classes: row i stays with
    /// probability v(yᵢ) / max v.
    private func gainLeft(_ saved: RestoredAnalysis, _ workers: WorkerPool) throws -> DiagnosisSummary.Gain? {
        let most = ratios.max() ?? 1
        let purpose = SeededGenerator.Purpose("class-prior-thinning")
        let kept = trainRows.filter { row, label in
            SeededGenerator.uniform(seed: saved.options.seed, purpose: purpose, key: UInt64(row)) < ratios[label] / most
        }.map(\.row)
        let rows = (kept + saved.pair.testRows).sorted()
        let subset = RowSubset(rows, of: saved.data, groups: saved.pair.groups)
        let groups = subset.groupCounts
        guard groups.train >= 2 * saved.options.folds, groups.test >= 2 * saved.options.folds else { return nil }
        let gain = DiscriminatorFit(views: saved.views, data: subset.data, groups: subset.groups, workers: workers)
            .gain(groups: subset.groups)
        return DiagnosisSummary.Gain(gain)
    }
}

extension DiagnosisSummary.Gain {
    init(_ gain: BalancedGain) {
        self.init(mean: gain.mean, standardError: gain.standardError, isClear: gain.isClear)
    }
}
