import Foundation
import ImportanceWeights
import ShiftReport
import TestSupport
import Testing
import TextRecords

@testable import AnalysisFolder
@testable import ShiftPipeline

@Suite struct AnalysisTests {
    private let workspace: TemporaryFolder
    private var corpora = SeededCorpora(seed: 11)

    init() throws { workspace = try TemporaryFolder() }

    /// Two topics trade places: the weights follow the true ratio, which is 3, 1/3 or 1.
    @Test mutating func aPlantedShiftIsRecovered() throws {
        let (p, q) = ([3.0, 1, 2, 2, 2, 2], [1.0, 3, 2, 2, 2, 2])
        var truth: [Double] = []
        let train = (0..<600).map { row -> [String: Any] in
            let topic = corpora.topic(p)
            truth.append(q[topic] / p[topic])
            return ["id": "a\(row)", "text": corpora.sentence(topic: topic), "label": row % 2]
        }
        let test = (0..<300).map { ["id": "b\($0)", "text": corpora.sentence(topic: corpora.topic(q))] as [String: Any] }
        let analysis = try analyze(
            train: try workspace.write(train, to: "train.jsonl"), test: try workspace.write(test, to: "test.jsonl"))
        #expect(analysis.summary.discriminator.verdict == .shift)
        #expect(abs(analysis.weights.reduce(0, +) / 600 - 1) < 1e-12)
        #expect(correlation(analysis.weights, truth) > 0.75)
        let separability = try #require(analysis.summary.separability)
        #expect(separability.lower < separability.auc && separability.auc < separability.upper && separability.lower > 0.5)
        #expect(separability.pValue < 0.05)
        #expect(analysis.summary.trust.isTrusted)
        #expect((0.8...1.25).contains(analysis.summary.weights.meanRatio))
        let up = analysis.summary.terms.towardsTest.map(\.term)
        let down = analysis.summary.terms.towardsTrain.map(\.term)
        // By chance a common word may stand among the last of them.
        #expect(up.prefix(3).filter { $0.hasPrefix("t1w") }.count == 3, "\(up)")
        #expect(down.prefix(3).filter { $0.hasPrefix("t0w") }.count == 3, "\(down)")
        #expect(up.filter { $0.hasPrefix("t1w") }.count >= 8 && down.filter { $0.hasPrefix("t0w") }.count >= 8)
        // The id and the label never enter.
        #expect(analysis.summary.fields.filter(\.isUsed).map(\.name) == ["text"])
        #expect(analysis.summary.fields.first { $0.name == "label" }?.reason == .oneSideOnly)
        #expect(analysis.summary.fields.first { $0.name == "id" }?.reason == .reservedName)
    }

    /// No shift, five questions to a context: the case in which ungrouped folds report an AUC near 1.
    @Test mutating func repeatedContextsWithoutShiftAreNoShift() throws {
        func side(_ name: String, _ contexts: Int) throws -> String {
            var rows: [[String: Any]] = []
            for context in 0..<contexts {
                let text = corpora.sentence(topic: context % 6, words: 25)
                for question in 0..<5 {
                    rows.append([
                        "context": text, "question": corpora.sentence(topic: context % 6, words: 6),
                        "id": "\(name)\(context)-\(question)",
                    ])
                }
            }
            return try workspace.write(rows, to: name)
        }
        let analysis = try analyze(train: try side("train.jsonl", 60), test: try side("test.jsonl", 40))
        #expect(analysis.summary.groups.by.contains("context"))
        #expect(analysis.summary.groups.train == 60 && analysis.summary.groups.test == 40)
        #expect(analysis.summary.discriminator.verdict == .noShift)
        #expect(analysis.weights.allSatisfy { $0 == 1 } && analysis.pTest.allSatisfy { $0 == 0.5 })
        let separability = try #require(analysis.summary.separability)
        #expect(separability.lower <= 0.5 && separability.upper >= 0.5)
    }

    @Test mutating func fewerGroupsThanFoldsGiveTheNullModel() throws {
        let train = (0..<20).map { _ in ["text": corpora.sentence(topic: 0), "author": "x"] as [String: Any] }
        let test = (0..<20).map { _ in ["text": corpora.sentence(topic: 5), "author": "y"] as [String: Any] }
        var options = AnalysisOptions()
        options.groupKey = try FieldPath(parsing: "author")
        let analysis = try analyze(
            train: try workspace.write(train, to: "a"), test: try workspace.write(test, to: "b"), options: options)
        #expect(analysis.summary.discriminator.verdict == .tooFewGroups)
        #expect(analysis.weights.allSatisfy { $0 == 1 })
        #expect(analysis.summary.separability == nil)
        let text = TerminalSummary(analysis.summary).text
        #expect(text.contains("oo few groups") && text.contains("1 group"))
    }

    /// Same records in another order: the same number for each record, bit for bit; and threads change nothing.
    @Test mutating func neitherTheOrderOfRowsNorThreadsMatter() throws {
        let train = (0..<160).map { ["id": "a\($0)", "text": corpora.sentence(topic: $0 % 4)] as [String: Any] }
        let test = (0..<80).map { ["id": "b\($0)", "text": corpora.sentence(topic: 2 + $0 % 4)] as [String: Any] }
        var options = AnalysisOptions()
        options.threads = 1
        let first = try analyze(
            train: try workspace.write(train, to: "a1"), test: try workspace.write(test, to: "b1"), options: options)
        let order = Array(train.indices).shuffled(using: &corpora.generator)
        options.threads = 3
        let second = try analyze(
            train: try workspace.write(order.map { train[$0] }, to: "a2"), test: try workspace.write(test.reversed(), to: "b2"),
            options: options)
        #expect(order.map { first.weights[$0] } == second.weights)
        #expect(Array(first.pTest[160...].reversed()) == Array(second.pTest[160...]))
        #expect(first.validationRows == second.validationRows.map { order[$0] })
        #expect(Set(first.remainingRows) == Set(second.remainingRows.map { order[$0] }))
        #expect(first.summary.separability == second.summary.separability)
    }

    @Test("The seed decides what is drawn, and only the seed")
    func theSeedDecides() throws {
        let folder = try LeaningCorpora.folder()
        for (name, seed) in [("a", 1), ("b", 2), ("c", 1)] as [(String, UInt64)] {
            var options = AnalysisOptions()
            // More folds than groups: nothing is fitted, rows are drawn all the same.
            (options.folds, options.seed) = (64, seed)
            try analyze(train: folder.path("train.jsonl"), test: folder.path("test.jsonl"), options: options)
                .write(to: folder.path(name), replacing: false)
        }
        #expect(try folder.bytes("a/validation.jsonl") != folder.bytes("b/validation.jsonl"))
        #expect(try folder.bytes("a/validation.jsonl") == folder.bytes("c/validation.jsonl"))
        #expect(try folder.bytes("a/report.json") == folder.bytes("c/report.json"))
    }

    @Test mutating func theFilesKeepTheContract() throws {
        let train = (0..<150).map { ["id": "a\($0)", "text": corpora.sentence(topic: $0 % 3), "label": $0] as [String: Any] }
        let test = (0..<90).map { ["id": "b\($0)", "text": corpora.sentence(topic: 1 + $0 % 4)] as [String: Any] }
        let trainPath = try workspace.write(train, to: "train.jsonl")
        let analysis = try analyze(train: trainPath, test: try workspace.write(test, to: "test.jsonl"))
        let folder = try analysis.write(to: workspace.path("out"), replacing: false)
        #expect(try AnalysisFolder(workspace.path("out")).summary == folder.summary)
        #expect(Set(try FileManager.default.contentsOfDirectory(atPath: workspace.path("out"))) == Set(AnalysisFolder.names()))
        let original = try workspace.lines("train.jsonl")
        let weighted = try workspace.lines("out/train.weighted.jsonl")
        #expect(weighted.count == original.count)
        for (row, (line, source)) in zip(weighted, original).enumerated() {
            #expect(line.hasPrefix(source.dropLast()))
            let added = line.dropFirst(source.count - 1)
            let parts = added.dropLast().split(separator: ": ").map { $0.split(separator: ",")[0] }
            #expect(parts.count == 4 && added.hasPrefix(", \"sample_weight\": ") && added.contains(", \"p_test\": "))
            #expect(Double(parts[1]) == analysis.weights[row] && Double(parts[2]) == analysis.pTest[row])
            #expect(!added.contains("e-") && parts[1...2].allSatisfy { $0.contains(".") })
            #expect(String(parts[3]) == "\(analysis.cvFolds[row])" && added.contains(", \"cv_fold\": "))
        }
        let pool = analysis.summary.validation
        let validation = try workspace.lines("out/validation.jsonl")
        #expect(validation.count == pool.draws && pool.draws == pool.poolRows)
        #expect(validation.allSatisfy { original.contains($0) })
        #expect(Set(validation).count == pool.uniqueRows)
        let remaining = try workspace.lines("out/train.remaining.jsonl")
        #expect(remaining.count == pool.remainingRows && pool.remainingRows + pool.poolRows == 150)
        // No record is both in the validation set and in what is left to train on.
        #expect(remaining.allSatisfy { line in !validation.contains { line.hasPrefix($0.dropLast()) } })
        #expect(abs(analysis.remainingWeights.reduce(0, +) / Double(remaining.count) - 1) < 1e-12)
        let report = try String(contentsOfFile: workspace.path("out/report.json"), encoding: .utf8)
        #expect(try ReportJSON.decode(report) == folder.summary)
        #expect(!report.contains(workspace.url.path))
        #expect(throws: RecordError.outputHoldsResults(path: workspace.path("out"), files: AnalysisFolder.names())) {
            try analysis.write(to: workspace.path("out"), replacing: false)
        }
    }

    @Test mutating func weightFormsAreBounded() throws {
        let train = try workspace.write(
            (0..<200).map { _ in ["text": corpora.sentence(topic: corpora.topic([8, 1, 1, 1, 1, 1]))] }, to: "a")
        let test = try workspace.write(
            (0..<200).map { _ in ["text": corpora.sentence(topic: corpora.topic([1, 1, 1, 1, 1, 8]))] }, to: "b")
        var options = AnalysisOptions()
        let ratio = try analyze(train: train, test: test, options: options)
        options.weighting = .relative(alpha: 0.5)
        let relative = try analyze(train: train, test: test, options: options)
        #expect(relative.weights.max()! / relative.weights.min()! < ratio.weights.max()! / ratio.weights.min()!)
        #expect(relative.summary.weights.effectiveRows > ratio.summary.weights.effectiveRows)
        #expect(relative.pTest == ratio.pTest)
    }

    private func correlation(_ a: [Double], _ b: [Double]) -> Double {
        let n = Double(a.count)
        let (ma, mb) = (a.reduce(0, +) / n, b.reduce(0, +) / n)
        let covariance = zip(a, b).reduce(0) { $0 + ($1.0 - ma) * ($1.1 - mb) }
        let (va, vb) = (a.reduce(0) { $0 + ($1 - ma) * ($1 - ma) }, b.reduce(0) { $0 + ($1 - mb) * ($1 - mb) })
        return covariance / (va * vb).squareRoot()
    }
}
