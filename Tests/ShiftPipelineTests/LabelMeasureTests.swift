import ImportanceWeights
import ParallelWork
import ShiftEstimates
import Statistics
import TestSupport
import Testing

@testable import ShiftPipeline

@Suite("Metrics of labels and predictions")
struct LabelMeasureTests {
    private func value(_ measure: Measure, weights: [Double]) throws -> Double {
        let rows = ScoredRows(
            weights: weights, groups: Array(weights.indices), groupCount: weights.count, testGroupSizes: [1])
        return try Estimates(
            of: measure, rows: rows, bootstrap: GroupBootstrap(groupCount: weights.count, replicates: 2, seed: 1),
            workers: WorkerPool(workers: 1)
        ).values[.selfNormalised]?.value ?? .nan
    }

    @Test("As worked by hand, weighted")
    func classes() throws {
        let (labels, found, weights) = (["a", "b", "a", "c", "b", "a"], ["a", "b", "b", "c", "c", "a"], [1.0, 2, 3, 4, 5, 6])
        let measures = LabelMeasures.classes(labels: labels, predictions: found)
        // Right: 1 + 2 + 4 + 6 of 21. F1 of a 2·7/(7+10), of b 2·2/(5+7), of c 2·4/(9+4).
        #expect(abs(try value(measures[0].measure, weights: weights) - 13.0 / 21) < 1e-12)
        let macro = (14.0 / 17 + 4.0 / 12 + 8.0 / 13) / 3
        #expect(abs(try value(measures[1].measure, weights: weights) - macro) < 1e-12)
        #expect(abs(try value(measures[2].measure, weights: weights) - 13.0 / 21) < 1e-12)
        let probable = LabelMeasures.probabilities([0.9, 0.4, 0.6], isPositive: [true, false, false], positive: 1)
        // Pairs: 0.9 above 0.4 and above 0.6.
        #expect(try value(probable[1].measure, weights: [1, 1, 1]) == 1)
        #expect(abs(try value(probable[0].measure, weights: [1, 1, 2]) - 0.6121918) < 1e-6)
    }

    private static let pairs: [(String, [String], Double, Double)] = [
        ("The cat!", ["a cat"], 1, 1),
        ("black cat", ["the cat"], 0, 0.66667),
        ("dog", ["cat", "a big dog"], 0, 0.66667),
        ("don't", ["dont"], 1, 1),
        ("", [], 1, 1),
        ("x", [], 0, 0),
        ("北京大学", ["北京大学。"], 1, 1),
        ("北京", ["北京大学"], 0, 0.66667),
        ("iPhone 手机", ["iphone手机"], 1, 1),
        ("", ["北京"], 0, 0),
    ]

    @Test("Answers as SQuAD and CMRC compare them", arguments: pairs)
    func answers(prediction: String, truths: [String], exact: Double, f1: Double) {
        let score = AnswerOverlap.best(prediction, truths)
        #expect(score.exact == exact)
        #expect(abs(score.f1 - f1) < 1e-5)
    }

    @Test func spans() throws {
        let measures = LabelMeasures.spans([["a", "b"], []], predictions: [["a", "c"], []])
        #expect(abs(try value(measures[0].measure, weights: [1, 3]) - 0.5) < 1e-12)
        #expect(try value(measures[1].measure, weights: [1, 3]) == 0.75)
    }

    @Test func names() {
        #expect(MetricNames.isLoss("log-loss") && MetricNames.isLoss("val_loss") && !MetricNames.isLoss("accuracy"))
        #expect(MetricNames.range(of: "F1") == 0...1 && MetricNames.range(of: "score") == nil)
        #expect(MetricNames.split("large/f1") == ("large", "f1"))
        #expect(MetricNames.split("/f1") == ("", "/f1"))
    }
}
