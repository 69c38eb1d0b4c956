import Foundation
import ShiftPipeline
import TestSupport
import Testing
import TextRecords

@testable import AnalysisFolder

/// The samples of `corpora/formats`, each with the fields that users would name.
@Suite("Samples of every format are recognised, analysed and written")
struct SampleTests {
    struct Sample: Sendable, CustomTestStringConvertible {
        var name: String
        var end: String
        var format: String
        var fields: [String] = []
        var used: [String]
        /// Keys of train's records that are labels, which never enter and stay as they are.
        var labels: [String]
        var groups: [String]
        var rows: (train: Int, test: Int)
        var testDescription: String { "\(name).\(end)" }
    }

    static let folder = Repository.file("corpora/formats").path

    static let samples = [
        Sample(
            name: "reviews", end: "csv", format: "csv", used: ["review"], labels: ["label"], groups: ["review"], rows: (60, 45)),
        Sample(
            name: "reviews-gb18030", end: "csv", format: "csv", used: ["review"], labels: ["label"], groups: ["review"],
            rows: (60, 45)),
        Sample(
            name: "reviews", end: "csv.gz", format: "csv", used: ["review"], labels: ["label"], groups: ["review"],
            rows: (60, 45)),
        Sample(
            name: "tagged-zh", end: "conll", format: "conll", used: ["text"], labels: ["labels"], groups: ["text"],
            rows: (50, 36)),
        Sample(
            name: "tagged-en", end: "conll", format: "conll", used: ["text"], labels: ["labels"], groups: ["text"],
            rows: (50, 36)),
        Sample(
            name: "squad", end: "json", format: "squad", used: ["context", "question"], labels: ["answers"],
            groups: ["context"],
            rows: (49, 33)),
        Sample(
            name: "cmrc", end: "json", format: "squad", used: ["context", "question"], labels: ["answers"], groups: ["context"],
            rows: (47, 35)),
        Sample(
            name: "spans", end: "jsonl", format: "jsonl", used: ["text"], labels: ["label"], groups: ["text"], rows: (50, 36)),
        Sample(
            name: "triples", end: "jsonl", format: "jsonl", used: ["text"], labels: ["spo_list"], groups: ["text"],
            rows: (50, 36)),
        Sample(
            name: "tokens", end: "jsonl", format: "jsonl", fields: ["tokens"], used: ["tokens"],
            labels: ["relation", "h", "t"], groups: ["tokens"], rows: (50, 36)),
        Sample(
            name: "choices", end: "json", format: "json", fields: ["context", "question"],
            used: ["context", "question"], labels: ["answer"], groups: ["context"], rows: (48, 36)),
    ]

    /// Writes the analysis of two files into `out`, and returns its summary.
    private func analyzed(
        _ train: String, _ test: String, fields: [String], in folder: TemporaryFolder
    ) throws -> ShiftSummary {
        var options = AnalysisOptions()
        options.fields = try fields.map { try FieldPath(parsing: $0) }
        return try analyze(train: train, test: test, options: options).write(to: folder.path("out"), replacing: true).summary
    }

    @Test("With the fields, groups and numbers of records that they have", arguments: samples)
    func analysedAndWritten(sample: Sample) throws {
        let folder = try TemporaryFolder()
        let train = "\(Self.folder)/\(sample.name)-train.\(sample.end)"
        let test = "\(Self.folder)/\(sample.name)-test.\(sample.end)"
        let report = try analyzed(train, test, fields: sample.fields, in: folder)
        #expect(report.inputs.train.format == sample.format && report.inputs.test.format == sample.format)
        #expect(report.inputs.train.records == sample.rows.train && report.inputs.test.records == sample.rows.test)
        #expect(report.fields.filter(\.isUsed).map(\.name) == sample.used)
        #expect(report.groups.by == sample.groups)
        for label in sample.labels {
            #expect(report.fields.contains { $0.name == label && !$0.isUsed }, "\(label)")
        }

        // Where there is Python, its readers find the same records in the input.
        let weighted = try folder.records("out/train.weighted.jsonl")
        let expected = try Self.python(train, sample.format)
        #expect(weighted.count == sample.rows.train && (expected.map { $0.count == weighted.count } ?? true))
        for (row, record) in weighted.enumerated() {
            var record = record
            let weight = try #require(record.removeValue(forKey: "sample_weight") as? Double)
            let score = try #require(record.removeValue(forKey: "p_test") as? Double)
            let fold = try #require(record.removeValue(forKey: "cv_fold") as? Int)
            #expect(weight > 0 && score > 0 && score < 1 && (0..<5).contains(fold))
            if let expected { #expect(NSDictionary(dictionary: record) == NSDictionary(dictionary: expected[row])) }
            for label in sample.labels { #expect(record[label] != nil) }
        }
        #expect(try folder.lines("out/test.scored.jsonl").count == sample.rows.test)
        #expect(try !folder.lines("out/validation.jsonl").isEmpty)
    }

    /// A line of JSON stays as it is, byte for byte, but for the keys at its end.
    @Test("Lines of JSON stay as they are", arguments: samples.filter { $0.format == "jsonl" })
    func linesStay(sample: Sample) throws {
        let folder = try TemporaryFolder()
        let path = "\(Self.folder)/\(sample.name)-train.jsonl"
        _ = try analyzed(path, path, fields: sample.fields, in: folder)
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        for (written, line) in zip(try folder.lines("out/train.weighted.jsonl"), lines) {
            #expect(written.hasPrefix(line.dropLast() + ", \"sample_weight\": "))
        }
    }

    @Test("The three ways in which the reviews are stored say the same")
    func sameWeights() throws {
        let folder = try TemporaryFolder()
        var written: [String] = []
        for (name, end) in [("reviews", "csv"), ("reviews-gb18030", "csv"), ("reviews", "csv.gz")] {
            let files = ["train", "test"].map { "\(Self.folder)/\(name)-\($0).\(end)" }
            _ = try analyzed(files[0], files[1], fields: [], in: folder)
            written.append(try folder.read("out/train.weighted.jsonl"))
        }
        #expect(Set(written).count == 1)
    }

    @Test("A list of strings is a text by itself")
    func listsAlone() throws {
        let files = ["train", "test"].map { "\(Self.folder)/tokens-\($0).jsonl" }
        let fields = try analyze(train: files[0], test: files[1]).summary.fields
        #expect(fields.filter(\.isUsed).map(\.name) == ["tokens"])
    }

    /// The records of a sample as Python reads them; nil where there is no Python.
    private static func python(_ path: String, _ format: String) throws -> [[String: Any]]? {
        guard Tool.isThere("python3") else { return nil }
        let script = Repository.file("Tests/Reference/PublicCorpora/readers.py").path
        let records = try Tool.run(["python3", script, path, format]).output
        return try #require(JSONSerialization.jsonObject(with: records) as? [[String: Any]])
    }
}
