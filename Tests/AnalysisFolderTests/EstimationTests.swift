import Foundation
import ShiftReport
import TestSupport
import Testing

@testable import AnalysisFolder
@testable import ShiftPipeline
@testable import TextRecords

@Suite("Estimates and splits from a saved analysis")
struct EstimationTests {
    private let workspace: TemporaryFolder
    private let labels: [Int]

    init() throws {
        workspace = try TemporaryFolder()
        var corpora = SeededCorpora(seed: 11)
        var labels: [Int] = []
        let train = (0..<300).map { row -> [String: Any] in
            let topic = corpora.topic([3, 3, 2, 1, 1, 1])
            labels.append(topic % 2)
            return ["id": "a\(row)", "label": topic % 2, "text": corpora.sentence(topic: topic)]
        }
        let test = (0..<200).map { row -> [String: Any] in
            ["id": "b\(row)", "text": corpora.sentence(topic: corpora.topic([1, 1, 1, 2, 3, 3]))]
        }
        self.labels = labels
        let paths = (try workspace.write(train, to: "train.jsonl"), try workspace.write(test, to: "test.jsonl"))
        var options = AnalysisOptions()
        options.threads = 2
        _ = try analyze(train: paths.0, test: paths.1, options: options).write(to: workspace.path("out"), replacing: false)
    }

    private func options(_ change: (inout EstimateOptions) -> Void = { _ in }) -> EstimateOptions {
        var options = EstimateOptions()
        options.replicates = 60
        // Worlds take long without optimisation; one test has them.
        options.isQuick = true
        change(&options)
        return options
    }

    private func scores(_ rows: [Int]) -> [[String: Any]] {
        rows.map { ["id": "a\($0)", "correct": $0 % 3 == 0 ? 0 : 1, "prediction": $0 % 5 == 0 ? 1 - labels[$0] : labels[$0]] }
    }

    @Test("The same for any order of the scores and number of threads; labels come from train")
    func order() throws {
        let rows = Array(0..<250)
        let (a, b) = (
            try workspace.write(scores(rows), to: "a.jsonl"), try workspace.write(scores(rows.reversed()), to: "b.jsonl")
        )
        let folder = workspace.path("out")
        let first = try AnalysisFolder(folder).estimate(
            scores: a,
            options: options {
                $0.reread.threads = 1
                $0.isQuick = false
            })
        var second = try AnalysisFolder(folder).estimate(
            scores: b,
            options: options {
                $0.reread.threads = 3
                $0.isQuick = false
            })
        second.scores = first.scores
        #expect(first == second)
        #expect(first.models.first?.metrics.map(\.name) == ["correct", "accuracy", "macro-f1", "micro-f1"])
        let accuracy = try #require(first.models.first?.metrics.first { $0.name == "accuracy" })
        #expect(accuracy.unweighted.value == 0.8)
        #expect(accuracy.doublyRobust != nil && accuracy.rows == 250)
        let refitted = try AnalysisFolder(folder).estimate(scores: a, options: options { $0.refits = 3 })
        let wider = try #require(refitted.models.first?.metrics.first { $0.name == "accuracy" })
        if first.analysis.isShift {
            #expect(wider.selfNormalised?.standardError ?? 0 > accuracy.selfNormalised?.standardError ?? 1)
        }
        #expect(wider.selfNormalised?.value == accuracy.selfNormalised?.value)
    }

    @Test("Probabilities as a list or an object are confidences, predictions and chances of the classes")
    func probabilities() throws {
        let rows = Array(0..<300)
        func chance(_ row: Int) -> Double { 0.05 + 0.9 * Double((row * 37 + labels[min(row, 299)] * 50) % 100) / 100 }
        func write(_ name: String, _ letter: String, _ count: Int, _ value: (Double) -> Any) throws -> String {
            try workspace.write((0..<count).map { ["id": "\(letter)\($0)", "p": value(chance($0))] }, to: name)
        }
        let lists = (try write("l.jsonl", "a", 300) { [1 - $0, $0] }, try write("lt.jsonl", "b", 200) { [1 - $0, $0] })
        let objects = (
            try write("o.jsonl", "a", 300) { ["1": $0, "0": 1 - $0] },
            try write("ot.jsonl", "b", 200) { ["0": 1 - $0, "1": $0] }
        )
        let folder = try AnalysisFolder(workspace.path("out"))
        func found(_ files: (String, String), _ change: (inout EstimateOptions) -> Void = { $0.probabilitiesKey = "p" }) throws
            -> [EstimateSummary.Metric]
        {
            try folder.estimate(
                scores: files.0,
                options: options {
                    $0.testConfidences = files.1
                    change(&$0)
                }
            ).models[0].metrics
        }
        let metrics = try found(lists)
        #expect(metrics.map(\.name) == ["accuracy", "macro-f1", "micro-f1", "log-loss", "auc"])
        #expect(try found(objects) == metrics)
        for metric in metrics {
            let road = try #require(metric.roads.first { $0.name == .confidenceUnderWeights })
            let value = try #require(road.value)
            if metric.name != "log-loss" { #expect((0...1).contains(value) && metric.recommended?.low != nil) }
        }
        // The same by the confidence itself.
        let sure = (
            try workspace.write(
                rows.map {
                    ["id": "a\($0)", "prediction": chance($0) > 0.5 ? 1 : 0, "sure": max(chance($0), 1 - chance($0))]
                }, to: "s.jsonl"),
            try workspace.write((0..<200).map { ["id": "b\($0)", "sure": max(chance($0), 1 - chance($0))] }, to: "st.jsonl")
        )
        let plain = try found(sure) { $0.confidenceKey = "sure" }
        let accuracy = try #require(plain.first { $0.name == "accuracy" })
        // But for ties that rounding makes.
        #expect(abs((accuracy.recommended?.value ?? 0) - (metrics[0].recommended?.value ?? 1)) < 1e-3)
        let f1 = try #require(plain.first { $0.name == "macro-f1" })
        #expect(f1.roads.first { $0.name == .confidenceUnderWeights }?.reason == .noProbabilities)
        // The probability of one class is enough for AUC.
        let single = (
            try write("p.jsonl", "a", 300) { $0 }, try write("pt.jsonl", "b", 200) { $0 }
        )
        let auc = try #require(try found(single) { $0.probabilityKey = "p" }.first { $0.name == "auc" })
        let first = try #require(auc.roads.first { $0.name == .confidenceUnderWeights }?.value)
        let whole = try #require(metrics[4].roads.first { $0.name == .confidenceUnderWeights }?.value)
        #expect(abs(first - whole) < 1e-9)
        // A class that no row has is nobody's.
        for positive in ["", "yes"] {
            let unknown = #expect(throws: AnalysisError.self) {
                try found(single) {
                    $0.probabilityKey = "p"
                    $0.positive = positive
                }
            }
            if case .positiveUnknown(_, "p", positive, ["0", "1"]) = unknown {
            } else {
                Issue.record("\(String(describing: unknown))")
            }
        }
        let absent = #expect(throws: AnalysisError.self) { try found(lists) { $0.probabilitiesKey = "q" } }
        if case .scoreKeyAbsent(_, "q", _) = absent {} else { Issue.record("\(String(describing: absent))") }
        for (values, isExpected) in [
            ([0.5, 0.2], { if case .probabilitiesSum(_, "p", _) = $0 { true } else { false } }),
            ([0.5, 0.2, 0.3], { if case .probabilitiesCount(_, "p", 3, ["0", "1"]) = $0 { true } else { false } }),
            ([1.5, -0.5], { if case .outOfRange(_, "p", _, 0, 1) = $0 { true } else { false } }),
        ] as [([Double], (AnalysisError) -> Bool)] {
            let bad = try write("bad.jsonl", "a", 300) { _ in values }
            let error = #expect(throws: AnalysisError.self) { try found((bad, lists.1)) }
            #expect(error.map(isExpected) == true, "\(String(describing: error))")
        }
    }

    @Test("Several models are ranked")
    func models() throws {
        var rows: [[String: Any]] = []
        for row in 0..<200 {
            let own = Double(row % 3) / 10
            rows.append(["id": "a\(row)", "model": "good", "loss": 0.1 + own])
            rows.append(["id": "a\(row)", "model": "bad", "loss": 0.8 + own])
        }
        let found = try AnalysisFolder(workspace.path("out")).estimate(
            scores: try workspace.write(rows, to: "m.jsonl"), options: options())
        #expect(found.rankings.count == 1)
        #expect(found.rankings.first?.models == ["good", "bad"])
        #expect(found.rankings.first?.probability == 1)
    }

    @Test("Scores of the drawn set need every draw, and no weights")
    func drawn() throws {
        let ids = try workspace.lines("out/validation.jsonl").map { line -> String in
            let record = try JSONText.object(line)
            return record["id"] as? String ?? ""
        }
        let rows = ids.map { ["id": $0, "correct": 1] as [String: Any] }
        let drawn = options { $0.isDrawn = true }
        let folder = workspace.path("out")
        let found = try AnalysisFolder(folder).estimate(scores: try workspace.write(rows, to: "d.jsonl"), options: drawn)
        #expect(found.models.first?.metrics.first?.unweighted.value == 1)
        #expect(found.models.first?.metrics.first?.selfNormalised == nil)
        // As validation.squad.json calls them: the second draw of `a` is `a#2`.
        var document = QuestionDocument(version: "1.1")
        let named = ids.map { ["id": document.unique($0), "correct": 1] as [String: Any] }
        #expect(named.contains { ($0["id"] as? String)?.hasSuffix("#2") ?? false })
        var copies = try AnalysisFolder(folder).estimate(scores: try workspace.write(named, to: "c.jsonl"), options: drawn)
        copies.scores = found.scores
        #expect(copies == found)
        let wrong = try workspace.write(Array(named.dropLast()) + [["id": "a0#99", "correct": 1]], to: "w.jsonl")
        #expect(throws: AnalysisError.self) { try AnalysisFolder(folder).estimate(scores: wrong, options: drawn) }
        let short = try workspace.write(Array(rows.dropLast()), to: "short.jsonl")
        #expect(throws: AnalysisError.notTheDrawnSet(path: short, found: ids.count - 1, expected: ids.count, unknown: nil)) {
            try AnalysisFolder(folder).estimate(scores: short, options: drawn)
        }
        #expect(throws: AnalysisError.self) {
            try AnalysisFolder(folder).estimate(scores: workspace.path("d.jsonl"), options: options())
        }
    }

    @Test("Inputs that have changed are refused")
    func changed() throws {
        let scores = try workspace.write(scores(Array(0..<50)), to: "s.jsonl")
        let text = try String(contentsOfFile: workspace.path("train.jsonl"), encoding: .utf8)
        try (text + text.split(separator: "\n")[0]).write(
            toFile: workspace.path("train.jsonl"), atomically: true, encoding: .utf8)
        #expect {
            try AnalysisFolder(workspace.path("out")).estimate(scores: scores, options: options())
        } throws: { error in
            if case AnalysisError.inputDiffers(let path, _, _, _) = error { path.hasSuffix("train.jsonl") } else { false }
        }
    }

    @Test("Each method keeps groups whole, weights have mean 1, and nothing is lost", arguments: SplitMethod.allCases)
    func split(method: SplitMethod) throws {
        let saved = try RestoredAnalysis(AnalysisFolder(workspace.path("out")).record, RereadOptions())
        let groups = saved.pair.groups
        let splitter = Splitter(
            weights: saved.weights, pTest: saved.pair.trainRows.map { saved.scores[$0].pTest },
            logits: saved.pair.trainRows.map { saved.scores[$0].logit },
            groupKeys: saved.pair.trainRows.map { groups.identities[Int(groups.ofRow[$0])] }, poolShare: 0.3, seed: 4)
        let parts = try splitter.split(method, size: nil, folds: 4)
        #expect(parts.count == (method == .kfold ? 4 : 1))
        for part in parts {
            let (inside, outside) = (Set(part.validation), Set(part.remaining))
            #expect(inside.isDisjoint(with: outside))
            let keys = Set(part.validation.map { splitter.groupKeys[$0] })
            #expect(part.remaining.allSatisfy { !keys.contains(splitter.groupKeys[$0]) })
            for weights in [part.validationWeights, part.remainingWeights].compactMap({ $0 }) {
                #expect(abs(weights.reduce(0, +) / Double(weights.count) - 1) < 1e-9)
            }
            if method != .resample { #expect(inside.count == part.validation.count) }
        }
        if method == .kfold {
            #expect(parts.flatMap(\.validation).sorted() == Array(saved.weights.indices))
        }
        if method == .top {
            let least = parts[0].validation.map { splitter.pTest[$0] }.min() ?? 0
            #expect(least >= (parts[0].remaining.map { splitter.pTest[$0] }.max() ?? 1) - 1e-12)
        }
    }

    @Test("With the analysis's own seed, resample is the validation set of the analysis")
    func sameSet() throws {
        let split = try AnalysisFolder(workspace.path("out")).split()
        try split.write(to: workspace.path("again"), replacing: false)
        for name in ["validation.jsonl", "train.remaining.jsonl"] {
            #expect(try workspace.lines("again/\(name)") == workspace.lines("out/\(name)"))
        }
    }
}
