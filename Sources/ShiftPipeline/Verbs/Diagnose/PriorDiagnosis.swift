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
            let train = try ClassPredictions(predictions.train, label, pair, idKey: saved.options.idKey, side: .train, workers)
            let test = try ClassPredictions(predictions.test, label, pair, idKey: saved.options.idKey, side: .test, workers)
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
        let left = isShift ? try gainLeft(saved, workers) : nil
        // All that follows rests on p(x | y) being the same; where that is rejected no interval holds.
        let isRejected = left?.isClear ?? false
        let likelihood = try SimultaneousIntervals(ratios, replicates: replicates.map { $0.likelihoodRatios.map { $0 } })
        let blackBoxes = try estimation.blackBoxRatios.map { values in
            try SimultaneousIntervals(
                values, replicates: replicates.map { $0.blackBoxRatios.map { $0.map { $0 } } ?? values.map { _ in nil } })
        }
        func ratio(_ value: Double, _ interval: ClosedRange<Double>?) -> DiagnosisSummary.Ratio {
            let kept = isRejected ? nil : interval
            return DiagnosisSummary.Ratio(value: value, lower: kept?.lowerBound, upper: kept?.upperBound)
        }
        let weighted = weightedShares(saved)
        let classes = label.classes.indices.map { number in
            var blackBox: DiagnosisSummary.Ratio?
            if let value = estimation.blackBoxRatios?[number], let interval = blackBoxes?.intervals[number] {
                blackBox = ratio(value, interval)
            }
            return DiagnosisSummary.Class(
                name: label.classes[number], trainShare: estimation.priors[number], weightedShare: weighted[number],
                likelihood: ratio(ratios[number], likelihood.intervals[number]), blackBox: blackBox)
        }
        return DiagnosisSummary.Priors(
            source: source, accuracy: accuracy, trainRows: trainRows.count, testRows: testRows, classes: classes,
            differ: likelihood.intervals.contains { $0.map { !$0.contains(1) } ?? false }, gainLeft: left,
            explain: left.map { !$0.isClear && $0.mean < 0.5 * (saved.summary.discriminator.gain ?? 0) } ?? false)
    }

    /// The share of each class among the labelled training rows under the weights of the analysis.
    private func weightedShares(_ saved: RestoredAnalysis) -> [Double] {
        var weights: [Int: Double] = [:]
        for (row, weight) in zip(saved.pair.trainRows, saved.weights) { weights[row] = weight }
        var sums = [Double](repeating: 0, count: label.classes.count)
        for (row, label) in trainRows { sums[label] += weights[row] ?? 0 }
        let all = sums.reduce(0, +)
        return sums.map { all > 0 ? $0 / all : 0 }
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
