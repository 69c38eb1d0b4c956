import ElementaryFunctions
import Foundation
import ShiftEstimates

/// The metrics of labels and predictions, each as a function of means over rows if it is one.
enum LabelMeasures {
    /// Accuracy, macro F1 and micro F1, which is accuracy where each row has one class.
    static func classes(labels: [String], predictions: [String]) -> [ScoredMetric] {
        let hits = zip(labels, predictions).map { $0 == $1 ? 1.0 : 0 }
        let names = Set(labels).union(predictions).sorted()
        var numbers: [String: Int] = [:]
        for (number, name) in names.enumerated() { numbers[name] = number }
        // Of each class: both, predicted, actual.
        var columns = [[Double]](repeating: [Double](repeating: 0, count: labels.count), count: 3 * names.count)
        for row in labels.indices {
            let (actual, found) = (numbers[labels[row]] ?? 0, numbers[predictions[row]] ?? 0)
            if actual == found { columns[3 * actual][row] = 1 }
            columns[3 * found + 1][row] = 1
            columns[3 * actual + 2][row] = 1
        }
        let macro = Measure(
            .means(columns) { means in
                let scores = stride(from: 0, to: means.count, by: 3).map { f1(means[$0], means[$0 + 1], means[$0 + 2]) }
                return scores.reduce(0, +) / Double(max(scores.count, 1))
            }, bounds: 0...1)
        return [
            ScoredMetric(name: "accuracy", measure: .mean(hits, bounds: 0...1)),
            ScoredMetric(name: "macro-f1", measure: macro, figure: .macroF1),
            ScoredMetric(name: "micro-f1", measure: .mean(hits, bounds: 0...1)),
        ]
    }

    /// Log-loss and AUC of the probability of a positive label, of this number among the classes.
    static func probabilities(_ probabilities: [Double], isPositive: [Bool], positive: Int) -> [ScoredMetric] {
        logLoss(zip(probabilities, isPositive).map { $1 ? $0 : 1 - $0 })
            + area(probabilities, isPositive: isPositive, positive: positive)
    }

    /// Log-loss of the probability of each row's own class.
    static func logLoss(_ probabilities: [Double]) -> [ScoredMetric] {
        let losses = probabilities.map { -Double.log(max($0, 1e-15)) }
        return [ScoredMetric(name: "log-loss", measure: .mean(losses, bounds: 0...(.infinity)))]
    }

    /// AUC; left out if one kind of label is absent.
    static func area(_ probabilities: [Double], isPositive: [Bool], positive: Int) -> [ScoredMetric] {
        guard isPositive.contains(true), isPositive.contains(false) else { return [] }
        let measure = Measure(.area(scores: probabilities, isPositive: isPositive), bounds: 0...1)
        return [ScoredMetric(name: "auc", measure: measure, figure: .area(positive: positive))]
    }

    /// Exact match and F1 of answers.
    static func answers(_ truths: [[String]], predictions: [String]) -> [ScoredMetric] {
        let scores = zip(predictions, truths).map { AnswerOverlap.best($0, $1) }
        return [
            ScoredMetric(name: "em", measure: .mean(scores.map(\.exact), bounds: 0...1)),
            ScoredMetric(name: "f1", measure: .mean(scores.map(\.f1), bounds: 0...1)),
        ]
    }

    /// Micro F1 over the elements of lists, and the share of lists that are wholly right.
    static func spans(_ truths: [[String]], predictions: [[String]]) -> [ScoredMetric] {
        let sets = zip(truths, predictions).map { (Set($0), Set($1)) }
        let columns = [
            sets.map { Double($0.0.intersection($0.1).count) }, sets.map { Double($0.1.count) },
            sets.map { Double($0.0.count) },
        ]
        let micro = Measure(.means(columns) { f1($0[0], $0[1], $0[2]) }, bounds: 0...1)
        return [
            ScoredMetric(name: "span-f1", measure: micro),
            ScoredMetric(name: "em", measure: .mean(sets.map { $0.0 == $0.1 ? 1 : 0 }, bounds: 0...1)),
        ]
    }

    /// 2 hits / (predicted + actual); 0 where there is neither.
    static func f1(_ hits: Double, _ predicted: Double, _ actual: Double) -> Double {
        predicted + actual > 0 ? 2 * hits / (predicted + actual) : 0
    }
}
