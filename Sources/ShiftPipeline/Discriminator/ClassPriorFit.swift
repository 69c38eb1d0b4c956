import Foundation
import ImportanceWeights
import ParallelWork
import ShiftEstimates
import ShiftModel
import SparseFeatures
import Statistics
import TextRecords

/// Weights by class: q(y)/p(y), where p(x | y) is the same on both sides.
///
/// The shares of test are those of maximum likelihood under calibrated, cross-validated predictions of the label: of a classifier on the
/// discriminator's features, or of the user's model.
struct ClassPriorFit: Sendable {
    let stored: ClassPriors
    let summary: ClassPriorSummary

    /// - Parameters:
    ///   - train: Rows of the pair that count as train, and those that count as test.
    ///   - predictions: Files with class probabilities, or classes, for rows of either side; nil for a classifier of our own.
    /// - Throws: ``AnalysisError/labelIsNoClass(key:)``, ``AnalysisError/classesNotTold(key:found:minimum:worst:share:)``, and what cannot be
    ///   read of predictions.
    init(
        _ label: LabelColumn, train: [Int], test: [Int], _ pair: ComparedPair, _ views: FeatureViews,
        _ options: AnalysisOptions,
        predictions: (train: String, test: String)?, _ workers: WorkerPool
    ) throws {
        guard label.classes.count >= 2, !label.isFree else { throw AnalysisError.labelIsNoClass(key: label.key) }
        let (rows, others): ([Int], [Int])
        let logits: (train: [Double], test: [Double])
        let source: String
        if let predictions {
            func read(_ path: String, _ side: CorpusSide) throws -> ClassPredictions {
                try ClassPredictions(path, label, pair, idKey: options.idKey, side: side, workers)
            }
            let (known, unknown) = (try read(predictions.train, .train), try read(predictions.test, .test))
            (rows, others) = (known.rows.filter { label.ofRow[$0] >= 0 }, unknown.rows)
            logits = (known.logits(of: rows), unknown.logits(of: others))
            source = (predictions.train as NSString).lastPathComponent
        } else {
            let classified = ClassifiedRows(label, rows: train, pair, views, options, workers)
            (rows, others) = (classified.rows, test)
            logits = (classified.logits, classified.logits(of: others))
            source = ClassPriorSummary.ownSource
        }
        let labels = rows.map { label.ofRow[$0] }
        guard Set(labels).count == label.classes.count, !others.isEmpty else {
            throw AnalysisError.labelIsNoClass(key: label.key)
        }
        let groups = pair.groups.ofRow
        let estimation = PriorShiftEstimation(
            classes: label.classes.count, trainLogits: logits.train, labels: labels, trainGroups: rows.map { Int(groups[$0]) },
            testLogits: logits.test, testGroups: others.map { Int(groups[$0]) })
        let confusion = estimation.balancedConfusion
        let smallest = SmallestSingularValue.of(confusion, size: label.classes.count)
        if smallest < ClassPriorSummary.leastSingularValue {
            let count = label.classes.count
            let worst = (0..<count).min { (confusion[$0 * count + $0], $0) < (confusion[$1 * count + $1], $1) } ?? 0
            throw AnalysisError.classesNotTold(
                key: label.key, found: smallest, minimum: ClassPriorSummary.leastSingularValue, worst: label.classes[worst],
                share: confusion[worst * count + worst])
        }
        let ratios = estimation.likelihoodRatios
        stored = ClassPriors(key: label.key, names: label.classes, ratios: ratios, hasOthers: label.hasOthers)
        let right = zip(estimation.trainPredictions, labels).count { $0 == $1 }
        summary = ClassPriorSummary(
            label: label.key, source: source, accuracy: Double(right) / Double(max(labels.count, 1)),
            smallestSingularValue: smallest, trainRows: labels.count,
            classes: label.classes.indices.map { number in
                ClassPriorSummary.Class(
                    name: label.classes[number], trainShare: estimation.priors[number],
                    testShare: estimation.priors[number] * ratios[number], ratio: ratios[number],
                    blackBoxRatio: estimation.blackBoxRatios?[number])
            })
    }
}

extension ClassPriors {
    /// Where no shift was shown: every row has the weight 1.
    static func none(_ key: String) -> ClassPriors { ClassPriors(key: key, names: [], ratios: [], hasOthers: false) }

    /// The ratio of some rows of a pair.
    func ratios(of rows: [Int], _ pair: ComparedPair) -> [Double] {
        rows.map { ratio(of: pair.table($0).label(at: pair.fileRow($0), key: key)) }
    }
}

extension RecordTable {
    /// The class of a record: text, a number or a truth value under `key`; nil for anything else.
    func label(at row: Int, key: String) -> String? {
        guard let column = column(named: key) else { return nil }
        switch column.kind(at: row) {
        case .text, .number, .boolean: return column.string(at: row)
        default: return nil
        }
    }
}
