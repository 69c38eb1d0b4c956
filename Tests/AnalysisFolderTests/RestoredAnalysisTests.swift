import Foundation
import ImportanceWeights
import ShiftReport
import TestSupport
import Testing
import TextRecords

@testable import AnalysisFolder
@testable import ShiftPipeline

@Suite struct SavedAnalysisTests {
    private let workspace: TemporaryFolder
    private var corpora = SeededCorpora(seed: 77)

    init() throws { workspace = try TemporaryFolder() }

    private mutating func side(_ name: String, _ contexts: Int, _ shares: [Double]) throws -> String {
        var rows: [[String: Any]] = []
        for context in 0..<contexts {
            let topic = corpora.topic(shares)
            let text = corpora.sentence(topic: topic, words: 25)
            for question in 0..<3 {
                rows.append([
                    "id": "\(context)-\(question)", "context": text, "kind": "sort \(topic)",
                    "data": ["question": corpora.sentence(topic: topic, words: 6)],
                ])
            }
        }
        return try workspace.write(rows, to: name)
    }

    private mutating func analysis(_ options: AnalysisOptions, shares: [Double] = [3, 1, 2]) throws -> Analysis {
        let train = try side("train.jsonl", 120, shares)
        let test = try side("test.jsonl", 60, [1, 3, 2])
        let analysis = try analyze(train: train, test: test, options: options)
        try analysis.write(to: workspace.path("out"), replacing: true)
        return analysis
    }

    /// Every option that the rows, groups or weights depend on is read back.
    @Test(arguments: [1, 2]) mutating func rowsAreThoseOfTheAnalysis(threads: Int) throws {
        var options = AnalysisOptions()
        options.fields = [try FieldPath(parsing: "context"), try FieldPath(parsing: "q=data.question")]
        options.groupKey = try FieldPath(parsing: "context")
        options.folds = 4
        options.seed = 9
        options.weighting = .relative(alpha: 0.2)
        let analysis = try analysis(options)
        let saved = try RestoredAnalysis(AnalysisFolder(workspace.path("out")).record, RereadOptions(threads: threads))
        #expect(saved.summary.separability == analysis.summary.separability && saved.model == analysis.model)
        #expect(saved.data.folds.count == 4 && saved.pair.fields == ["context", "q"])
        for (row, weight) in zip(saved.pair.trainRows, saved.weights) {
            #expect(weight == analysis.weights[saved.pair.fileRow(row)])
        }
        for row in 0..<saved.pair.count {
            let filed = saved.pair.fileRow(row) + (saved.pair.isTest[row] ? saved.pair.train.count : 0)
            #expect(saved.scores[row].pTest == analysis.pTest[filed])
        }
    }

    @Test mutating func aSampleIsTheSameSample() throws {
        var options = AnalysisOptions()
        options.fitBounds.rows = 150
        let analysis = try analysis(options)
        #expect(analysis.summary.fit.isSample)
        let saved = try RestoredAnalysis(AnalysisFolder(workspace.path("out")).record, RereadOptions())
        #expect(saved.pair.train.count == analysis.summary.fit.trainRows)
        #expect(saved.pair.trainRows.map { analysis.weights[saved.pair.fileRow($0)] } == saved.weights)
    }

    @Test mutating func tooFewGroupsWeighAlike() throws {
        let train = try side("train.jsonl", 3, [3, 1, 2])
        let test = try side("test.jsonl", 40, [1, 3, 2])
        let analysis = try analyze(train: train, test: test).write(to: workspace.path("out"), replacing: true)
        #expect(analysis.summary.discriminator.verdict == .tooFewGroups)
        let saved = try RestoredAnalysis(AnalysisFolder(workspace.path("out")).record, RereadOptions())
        #expect(saved.weights.allSatisfy { $0 == 1 } && saved.data.folds.count == 1)
    }

    @Test mutating func inputsThatMovedAreNamedAgain() throws {
        _ = try analysis(AnalysisOptions())
        try FileManager.default.moveItem(atPath: workspace.path("train.jsonl"), toPath: workspace.path("moved.jsonl"))
        #expect(
            throws: AnalysisError.inputLost(path: workspace.path("train.jsonl"), folder: workspace.path("out"), side: "train")
        ) {
            try RestoredAnalysis(AnalysisFolder(workspace.path("out")).record, RereadOptions())
        }
        _ = try RestoredAnalysis(
            AnalysisFolder(workspace.path("out")).record, RereadOptions(train: [workspace.path("moved.jsonl")]))
        try FileManager.default.removeItem(atPath: workspace.path("out/timings.json"))
        #expect(throws: AnalysisError.inputsUnknown(folder: workspace.path("out"), side: "test", isStandardInput: false)) {
            try RestoredAnalysis(
                AnalysisFolder(workspace.path("out")).record, RereadOptions(train: [workspace.path("moved.jsonl")]))
        }
        let both = [workspace.path("moved.jsonl"), workspace.path("test.jsonl")]
        #expect(throws: AnalysisError.inputCount(folder: workspace.path("out"), side: "train", found: 2, expected: 1)) {
            try RestoredAnalysis(AnalysisFolder(workspace.path("out")).record, RereadOptions(train: both, test: [both[1]]))
        }
    }

    @Test mutating func inputsThatChangedAreRefused() throws {
        let analysis = try analysis(AnalysisOptions())
        let path = workspace.path("test.jsonl")
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try text.replacingOccurrences(of: "\"id\":\"0-0\"", with: "\"id\":\"0-9\"").write(
            toFile: path, atomically: true, encoding: .utf8)
        let error = #expect(throws: AnalysisError.self) {
            try RestoredAnalysis(AnalysisFolder(workspace.path("out")).record, RereadOptions())
        }
        guard case .inputDiffers(path, workspace.path("out"), let found, let expected) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(expected == analysis.summary.inputs.test.digest && found != expected)
    }

    @Test mutating func aModelOfAnotherAnalysisIsRefused() throws {
        _ = try analysis(AnalysisOptions())
        try FileManager.default.moveItem(atPath: workspace.path("out/model.textshift"), toPath: workspace.path("first"))
        _ = try analysis(AnalysisOptions(), shares: [4, 1, 1])
        let model = workspace.path("out/model.textshift")
        try FileManager.default.removeItem(atPath: model)
        try FileManager.default.moveItem(atPath: workspace.path("first"), toPath: model)
        #expect(throws: AnalysisError.modelOfOtherAnalysis(path: model)) {
            try RestoredAnalysis(AnalysisFolder(workspace.path("out")).record, RereadOptions())
        }
    }
}
