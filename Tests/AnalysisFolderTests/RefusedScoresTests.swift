import Foundation
import ShiftPipeline
import TestSupport
import Testing
import TextRecords

@testable import AnalysisFolder

@Suite("Scores and folders that cannot be used")
struct RefusedScoresTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try LeaningCorpora.folder()
        // Nothing is fitted with more folds than groups: what is looked at here comes before the weights.
        var options = AnalysisOptions()
        options.folds = 64
        try analyze(train: folder.path("train.jsonl"), test: folder.path("test.jsonl"), options: options)
            .write(to: folder.path("out"), replacing: false)
    }

    /// The sentence that the program prints, with paths as if it ran in the folder.
    private func sentence(_ body: () throws -> Void) throws -> String {
        try #require(throws: (any Error).self, performing: body).localizedDescription.replacing(folder.url.path + "/", with: "")
    }

    @Test(
        "A refused record is named",
        arguments: [
            ("{\"id\": \"train-1\", \"f1\": NaN}", "s.jsonl:1:", "expected a finite number"),
            ("{\"id\": \"train-1\", \"f1\": 1.2}", "s.jsonl:1: error: \"f1\" is 1.2", "0 to 1"),
            (
                "{\"id\": \"train-1\", \"cost\": 1e16}", "s.jsonl:1: error: \"cost\" is 1e+16",
                "-1000000000000000 to 1000000000000000"
            ),
            ("{\"id\": \"train-1\", \"loss\": 1e308}", "s.jsonl:1: error: \"loss\" is 1e+308", "0 to 1000000000000000"),
            ("{\"id\": \"train-1\", \"f1\": 1, \"cv_fold\": 0.5}", "s.jsonl:1: error: \"cv_fold\" is 0.5", "a whole number"),
            ("{\"id\": \"train-1\", \"f1\": 1, \"cv_fold\": -2}", "s.jsonl:1: error: \"cv_fold\" is -2", "-1 to"),
            ("{\"id\": \"other\", \"f1\": 1}", "\"other\"", "no row of"),
            (
                "{\"id\": \"train-1\", \"f1\": 1}\n{\"id\": \"train-1\", \"f1\": 1}",
                "s.jsonl:2: error: a second record about \"train-1\"", "--drawn"
            ),
            ("{\"f1\": 1}", "1 record without", "60 rows"),
            ("{\"id\": \"train-1\", \"note\": \"x\"}", "--metric", "note"),
        ])
    func badScores(content: String, first: String, second: String) throws {
        try folder.write(content + "\n", to: "s.jsonl")
        let said = try sentence { _ = try AnalysisFolder(folder.path("out")).estimate(scores: folder.path("s.jsonl")) }
        #expect(said.contains(first) && said.contains(second), "\(said)")
    }

    @Test(
        "Labelled rows of a draw that cannot be one are refused",
        arguments: [
            ("0.5", "50", "s-labelled.jsonl:1: error: \"label_stratum\" is 0.5", "a whole number"),
            ("-1", "50", "\"label_stratum\" is -1", "0 to"),
            ("1e12", "50", "\"label_stratum\" is 1000000000000", "0 to"),
            ("0", "1e300", "\"label_stratum_rows\" is 1e+300", "1 to"),
            ("0", "0", "\"label_stratum_rows\" is 0", "1 to"),
            ("0", "11.5", "\"label_stratum_rows\" is 11.5", "a whole number"),
            ("0", "11", "s-labelled.jsonl:12: error: \"label_stratum_rows\" is 11", "expected 12"),
            ("0", "50, \"other\": 1", "s-labelled.jsonl:12: error: \"label_stratum_rows\" is 49", "expected 50"),
        ])
    func badDraws(stratum: String, rows: String, first: String, second: String) throws {
        try folder.write((0..<60).map { "{\"id\": \"train-\($0)\", \"accuracy\": \($0 % 2)}" }, to: "s.jsonl")
        let labelled = (0..<12).map { row in
            let rows = row == 11 && rows.contains("other") ? "49" : rows
            return "{\"id\": \"test-\(row)\", \"accuracy\": 1, \"label_stratum\": \(stratum), \"label_stratum_rows\": \(rows)}"
        }
        var options = EstimateOptions()
        options.isQuick = true
        options.labelledTest = try folder.write(labelled, to: "s-labelled.jsonl")
        let said = try sentence {
            _ = try AnalysisFolder(folder.path("out")).estimate(scores: folder.path("s.jsonl"), options: options)
        }
        #expect(said.contains(first) && said.contains(second), "\(said)")
    }

    @Test("Options for predictions need predictions", arguments: 0..<3)
    func noPredictions(index: Int) throws {
        try folder.write((0..<60).map { "{\"id\": \"train-\($0)\", \"f1\": 0.5}" }, to: "s.jsonl")
        var options = EstimateOptions()
        switch index {
        case 0: options.task = .classes
        case 1: options.labelKey = "label"
        default: (options.metrics, options.task) = ([try FieldPath(parsing: "f1")], .spans)
        }
        let said = try sentence {
            _ = try AnalysisFolder(folder.path("out")).estimate(scores: folder.path("s.jsonl"), options: options)
        }
        #expect(said == "s.jsonl: error: no record has the key \"prediction\"; there are: id, f1")
    }

    @Test("Files and folders that are not there")
    func missing() throws {
        let absent = try sentence { _ = try AnalysisFolder(folder.path("nowhere")) }
        #expect(absent.hasPrefix("nowhere/report.json: error: there is no such file"))
        let said = try sentence { _ = try AnalysisFolder(folder.path("out")).estimate(scores: folder.path("none.jsonl")) }
        #expect(said.contains("none.jsonl: error: there is no such file"))
    }

    @Test(
        "A report that cannot be rendered",
        arguments: [
            ("", "this is no report of textshift"), ("{}", "\"schema\" is missing"), ("[1]", "this is no report"),
            ("{\"schema\": 99}", "schema 99, expected 1"),
        ])
    func report(content: String, text: String) throws {
        try folder.write(content, to: "out/report.json")
        let said = try sentence { _ = try AnalysisFolder(folder.path("out")) }
        #expect(said.contains("out/report.json: error: ") && said.contains(text), "\(said)")
    }
}
