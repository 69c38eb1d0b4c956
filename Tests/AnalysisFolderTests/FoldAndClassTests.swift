import Foundation
import ImportanceWeights
import ShiftReport
import TestSupport
import Testing

@testable import AnalysisFolder
@testable import ShiftPipeline
@testable import TextRecords

/// The folds that people train in, weights by class, and the shares of `--stratify`.
@Suite struct FoldAndClassTests {
    private let workspace: TemporaryFolder
    private var corpora = SeededCorpora(seed: 77)

    init() throws { workspace = try TemporaryFolder() }

    /// Pairs of rows with the same text; the topic tells the label, and a source says nothing.
    private mutating func side(_ name: String, _ pairs: Int, positive: Double, labelled: Bool = true) throws -> String {
        var draws = Draws(UInt64(name.utf8.count * 1000 + pairs))
        return try workspace.write(
            (0..<pairs).flatMap { pair -> [[String: Any]] in
                let label = draws.uniform() < positive ? 1 : 0
                let text = corpora.sentence(topic: label, words: 12)
                return (0..<2).map { copy in
                    var row: [String: Any] = ["id": "\(name)-\(pair)-\(copy)", "text": text]
                    if labelled { row["label"] = label == 1 ? "yes" : "no" }
                    if labelled { row["source"] = pair == 7 ? "rare" : "usual" }
                    return row
                }
            }, to: name)
    }

    private func values(_ file: String, _ key: String) throws -> [Double] {
        try workspace.lines(file).map { line in
            let start = try #require(line.range(of: "\"\(key)\": ")).upperBound
            return try #require(Double(line[start...].prefix { !",}".contains($0) }))
        }
    }

    private func options(_ change: (inout AnalysisOptions) throws -> Void = { _ in }) throws -> AnalysisOptions {
        var options = AnalysisOptions()
        options.threads = 2
        try change(&options)
        return options
    }

    @Test("Rows of a group share a fold, whether all rows are in the fit or few", arguments: [1_000_000, 70])
    mutating func folds(rows: Int) throws {
        let (train, test) = (try side("train.jsonl", 90, positive: 0.5), try side("test.jsonl", 60, positive: 0.95))
        let analysis = try analyze(train: train, test: test, options: options { $0.fitBounds.rows = rows })
        #expect(analysis.summary.fit.isSample == (rows == 70))
        _ = try analysis.write(to: workspace.path("out"), replacing: false)
        let folds = try values("out/train.weighted.jsonl", "cv_fold")
        #expect(folds.count == 180 && Set(folds) == [0, 1, 2, 3, 4])
        for pair in 0..<90 { #expect(folds[2 * pair] == folds[2 * pair + 1]) }
        for fold in 0..<5 { #expect(folds.count { $0 == Double(fold) } > 12) }
        if rows > 1000 { #expect(analysis.cvFolds.map(Double.init) == folds) }
        // The rest has the folds of all.
        let all = Dictionary(uniqueKeysWithValues: zip(try ids("out/train.weighted.jsonl"), folds))
        for (id, fold) in zip(try ids("out/train.remaining.jsonl"), try values("out/train.remaining.jsonl", "cv_fold")) {
            #expect(all[id] == fold)
        }
    }

    private func ids(_ file: String) throws -> [String] {
        try workspace.lines(file).map { try #require(JSONText.object($0)["id"] as? String) }
    }

    @Test("split --method kfold writes the same folds in one file, and others for another number")
    mutating func kfold() throws {
        let (train, test) = (try side("train.jsonl", 90, positive: 0.5), try side("test.jsonl", 60, positive: 0.95))
        _ = try analyze(train: train, test: test, options: options()).write(to: workspace.path("out"), replacing: false)
        var split = SplitOptions()
        split.method = .kfold
        try AnalysisFolder(workspace.path("out")).split(split).write(to: workspace.path("five"), replacing: false)
        #expect(try workspace.lines("five/train.folds.jsonl") == workspace.lines("out/train.weighted.jsonl"))
        split.folds = 3
        try AnalysisFolder(workspace.path("out")).split(split).write(to: workspace.path("three"), replacing: false)
        let folds = try values("three/train.folds.jsonl", "cv_fold")
        #expect(Set(folds) == [0, 1, 2])
        #expect(try workspace.lines("three/fold.2.validation.jsonl").count == folds.count { $0 == 1 })
    }

    @Test("Where a side has too few groups for a fit there are folds all the same")
    mutating func foldsWithoutFit() throws {
        let (train, test) = (try side("train.jsonl", 40, positive: 0.5), try side("test.jsonl", 2, positive: 0.5))
        let analysis = try analyze(train: train, test: test, options: options())
        #expect(analysis.summary.discriminator.verdict == .tooFewGroups && Set(analysis.cvFolds) == [0, 1, 2, 3, 4])
    }

    @Test("Weights by class recover a planted shift of shares, in every file that has weights", arguments: [1_000_000, 150])
    mutating func classPrior(rows: Int) throws {
        let train = try side("train.jsonl", 100, positive: 0.5)
        let test = try side("test.jsonl", 100, positive: 0.95, labelled: false)
        let analysis = try analyze(
            train: train, test: test,
            options: options { ($0.weighting, $0.labelKey, $0.fitBounds.rows) = (.classPrior, "label", rows) })
        let folder = try analysis.write(to: workspace.path("out"), replacing: false)
        let priors = try #require(folder.summary.classPriors)
        #expect(priors.smallestSingularValue > 0.5 && priors.accuracy > 0.8 && priors.source == ClassPriorSummary.ownSource)
        let yes = try #require(priors.classes.first { $0.name == "yes" })
        #expect(abs(yes.testShare - 0.95) < 0.1, "\(priors)")
        #expect(abs(yes.ratio * yes.trainShare - yes.testShare) < 1e-9)
        let weights = try values("out/train.weighted.jsonl", "sample_weight")
        let labels = try workspace.lines("out/train.weighted.jsonl").map {
            try #require(JSONText.object($0)["label"] as? String)
        }
        for (weight, label) in zip(weights, labels) {
            let ratio = try #require(priors.classes.first { $0.name == label }).ratio
            #expect(abs(weight - ratio) < 0.02 * ratio)
        }
        #expect(Set(weights).count == 2)
        // The model gives the same weights, and those who read the folder do too.
        let scorer = try Scorer(contentsOf: workspace.path("out/model.textshift"))
        let output = try OutputFolder(path: workspace.path("scored"), replacing: false, names: ["s.jsonl"])
        _ = try scorer.filter([train], to: #require(output.file("s.jsonl")))
        try output.commit()
        #expect(try values("scored/s.jsonl", "sample_weight") == weights)
        #expect(
            folder.summary.options.weight == .classPrior && TerminalSummary(folder.summary).text.contains("Weights by class"))
        if rows > 1000 {
            let saved = try RestoredAnalysis(folder.record, RereadOptions())
            #expect(saved.pair.order.filed(ofTrain: saved.weights) == weights)
        }
    }

    @Test("Labels that the texts do not tell are refused, and labels that are no classes too")
    mutating func refused() throws {
        let test = try side("test.jsonl", 80, positive: 0.95, labelled: false)
        _ = try side("told.jsonl", 80, positive: 0.5)
        let rows = try workspace.lines("told.jsonl").enumerated().map { number, line in
            line.replacing(
                #/"label": ?"\w+"/#, with: "\"label\":\"\((number / 2 * 7 % 13) % 2 == 0 ? "a" : "b")\",\"free\":\"x\(number)\""
            )
        }
        let train = try workspace.write(rows, to: "train.jsonl")
        func refusal(_ key: String) throws -> AnalysisError? {
            do {
                _ = try analyze(train: train, test: test, options: options { ($0.weighting, $0.labelKey) = (.classPrior, key) })
                return nil
            } catch let error as AnalysisError { return error }
        }
        guard case .classesNotTold(let key, let found, let minimum, _, _)? = try refusal("label") else {
            Issue.record("not refused")
            return
        }
        #expect(key == "label" && found < minimum)
        #expect(try refusal("free") == .labelIsNoClass(key: "free"))
        guard case .diagnosedLabelAbsent? = try refusal("nowhere") else {
            Issue.record("not refused")
            return
        }
    }

    @Test("The drawn set has the weighted shares of --stratify, groups stay whole, and what is lost is named")
    mutating func stratified() throws {
        let (train, test) = (try side("train.jsonl", 120, positive: 0.4), try side("test.jsonl", 60, positive: 0.8))
        for seed in UInt64(1)...2 {
            let analysis = try analyze(
                train: train, test: test, options: options { ($0.stratifyKey, $0.seed) = ("label", seed) })
            let labels = try workspace.lines("train.jsonl").map { try JSONText.object($0)["label"] as? String == "yes" }
            let expected = zip(analysis.weights, labels).reduce(0) { $0 + ($1.1 ? $1.0 : 0) } / Double(labels.count)
            let found = Double(analysis.validationRows.count { labels[$0] }) / Double(analysis.validationRows.count)
            #expect(abs(found - expected) < 0.08, "seed \(seed): \(found) of \(expected)")
            let remaining = Set(analysis.remainingRows.map { $0 / 2 })
            #expect(analysis.validationRows.allSatisfy { !remaining.contains($0 / 2) })
            let rare = try analyze(train: train, test: test, options: options { ($0.stratifyKey, $0.seed) = ("source", seed) })
            let held = rare.validationRows.contains { $0 / 2 == 7 }
            let named = try #require(rare.summary.validation.lost).map(\.name)
            #expect(named == (held ? [] : ["rare"]))
        }
    }

    @Test("A score is the less uncertain the more rows it is of")
    mutating func margins() throws {
        let even = ScoreMargin(drawnSet: 100, allRows: 400)
        #expect(abs(even.drawnSet - 1.96 * 0.04) < 1e-12 && abs(even.allRows - 1.96 * 0.02) < 1e-12)
        let known = try #require(
            try ScoreMargin(drawn: [0, 0, 1, 1], weights: [1, 1, 1, 1], groups: [0, 0, 1, 2]))
        #expect(abs(known.drawnSet - 1.96 * (0.16 / 2).squareRoot()) < 1e-12)
        #expect(abs((known.drawnSetByGroups ?? 0) - 1.96 * 0.4) < 1e-12)
        #expect(abs((known.allRowsByGroups ?? 0) - 1.96 * (0.16 / (16.0 / 6)).squareRoot()) < 1e-12)
        let (train, test) = (try side("train.jsonl", 90, positive: 0.5), try side("test.jsonl", 60, positive: 0.95))
        let summary = try analyze(train: train, test: test, options: options()).summary
        let margin = try #require(summary.validation.scoreMargin)
        #expect(margin.allRows < margin.drawnSet && margin.allRows < margin.allRowsByGroups ?? 0)
        #expect(TerminalSummary(summary).text.contains("Nothing was written"))
    }
}
