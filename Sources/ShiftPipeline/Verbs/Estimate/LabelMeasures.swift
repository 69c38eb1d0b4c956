import ElementaryFunctions
import Foundation
import ShiftEstimates

/// The metrics of labels and predictions, each as a function of means over rows if it is one.
enum LabelMeasures {
    /// Accuracy, macro F1 and micro F1, which is accuracy where each row has one class.
    static func classes(labels: [String], predictions: [String]) -> [(name: String, measure: Measure)] {
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
        return [("accuracy", .mean(hits, bounds: 0...1)), ("macro-f1", macro), ("micro-f1", .mean(hits, bounds: 0...1))]
    }

    /// Log-loss and AUC of the probability of a positive label. AUC is left out if one kind of label is absent.
    static func probabilities(_ probabilities: [Double], isPositive: [Bool]) -> [(name: String, measure: Measure)] {
        let losses = zip(probabilities, isPositive).map { probability, positive in
            -Double.log(max(positive ? probability : 1 - probability, 1e-15))
        }
        var measures = [("log-loss", Measure.mean(losses, bounds: 0...(.infinity)))]
        if isPositive.contains(true), isPositive.contains(false) {
            measures.append(("auc", Measure(.area(scores: probabilities, isPositive: isPositive), bounds: 0...1)))
        }
        return measures
    }

    /// Exact match and F1 of answers.
    static func answers(_ truths: [[String]], predictions: [String]) -> [(name: String, measure: Measure)] {
        let scores = zip(predictions, truths).map { AnswerOverlap.best($0, $1) }
        return [("em", .mean(scores.map(\.exact), bounds: 0...1)), ("f1", .mean(scores.map(\.f1), bounds: 0...1))]
    }

    /// Micro F1 over the elements of lists, and the share of lists that are wholly right.
    static func spans(_ truths: [[String]], predictions: [[String]]) -> [(name: String, measure: Measure)] {
        let sets = zip(truths, predictions).map { (Set($0), Set($1)) }
        let columns = [
            sets.map { Double($0.0.intersection($0.1).count) }, sets.map { Double($0.1.count) },
            sets.map { Double($0.0.count) },
        ]
        let micro = Measure(.means(columns) { f1($0[0], $0[1], $0[2]) }, bounds: 0...1)
        return [("span-f1", micro), ("em", .mean(sets.map { $0.0 == $0.1 ? 1 : 0 }, bounds: 0...1))]
    }

    /// 2 hits / (predicted + actual); 0 where there is neither.
    static func f1(_ hits: Double, _ predicted: Double, _ actual: Double) -> Double {
        predicted + actual > 0 ? 2 * hits / (predicted + actual) : 0
    }
}
