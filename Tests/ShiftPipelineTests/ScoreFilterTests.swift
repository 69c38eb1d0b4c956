import Foundation
import ImportanceWeights
import ShiftReport
import TestSupport
import Testing
import TextRecords

@testable import ShiftPipeline

@Suite("The filter and its model: what is refused, and what a row without a text gets")
struct ScoreFilterTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try LeaningCorpora.folder()
        try folder.write(LeaningCorpora.fewTrain, to: "few-train.jsonl")
        try folder.write(LeaningCorpora.fewTest, to: "few-test.jsonl")
    }

    /// A model of too few rows, which is not fitted and made in no time.
    private func few(_ options: AnalysisOptions = AnalysisOptions()) throws -> Scorer {
        try fit(train: [folder.path("few-train.jsonl")], test: [folder.path("few-test.jsonl")], options: options)
    }

    /// A model that is fitted.
    private func whole() throws -> Scorer { try fit(train: [folder.path("train.jsonl")], test: [folder.path("test.jsonl")]) }

    /// Passes a file through a model; what was written, and what is said of it.
    private func filtered(
        _ name: String, by scorer: Scorer, _ change: (inout ScoreOptions) throws -> Void = { _ in }
    ) throws -> (lines: [String], summary: ScoreSummary) {
        var options = ScoreOptions()
        try change(&options)
        let output = try OutputFolder(path: folder.path("filtered"), replacing: true, names: ["f.jsonl"])
        let file = try #require(output.file("f.jsonl"))
        let summary = try scorer.filter([folder.path(name)], to: file, options: options)
        try output.commit()
        return (try folder.lines("filtered/f.jsonl"), summary)
    }

    /// The sentence that the program prints, with paths as if it ran in the folder.
    private func sentence(_ body: () throws -> Void) throws -> String {
        try #require(throws: (any Error).self, performing: body).localizedDescription
            .replacing(folder.url.path + "/", with: "")
    }

    @Test("A model without a fit gives every row weight 1", arguments: [Weighting.ratio, .discriminator])
    func noFit(weighting: Weighting) throws {
        var options = AnalysisOptions()
        options.weighting = weighting
        let scorer = try few(options)
        #expect(!ModelSummary(scorer).isFitted)
        let found = try filtered("few-train.jsonl", by: scorer) { $0.onlyScores = true }
        #expect(found.lines.count == 4 && Set(found.lines) == [#"{"sample_weight": 1.0, "p_test": 0.5}"#], "\(found.lines)")
    }

    @Test("What cannot be scored is said")
    func refusals() throws {
        let scorer = try few()
        let absent = try sentence { _ = try filtered("nowhere.jsonl", by: scorer) }
        #expect(absent.hasPrefix("nowhere.jsonl: error: there is no such file"))
        let unknown = try sentence {
            _ = try filtered("train.jsonl", by: scorer) { $0.fields = [try FieldPath(parsing: "body=text")] }
        }
        #expect(unknown.hasPrefix("error: the model does not look at the field \"body\"; it looks at text"))
        try folder.write(["{\"body\": \"river\"}"], to: "other.jsonl")
        #expect(
            try sentence { _ = try filtered("other.jsonl", by: scorer) }.hasPrefix(
                "other.jsonl: error: found 1 record, and in none a field that the model looks at (text); there are: body"))
        // Not the field that has the name in the model.
        let named = try sentence {
            _ = try filtered("train.jsonl", by: scorer) { $0.fields = try [FieldPath(parsing: "text=nope")] }
        }
        #expect(named.contains("in none a field that the model looks at (nope); there are: "), "\(named)")
    }

    @Test("Records without any text are counted, and score as any empty text")
    func withoutText() throws {
        let scorer = try whole()
        try folder.write(["\"\"", "null", "\" river\"", "{}"].map { "{\"text\": \($0)}" }, to: "empty.jsonl")
        let (lines, summary) = try filtered("empty.jsonl", by: scorer) { $0.onlyScores = true }
        #expect(summary.withoutText == 3)
        #expect(lines.count == 4 && lines[0] == lines[1] && lines[1] == lines[3] && lines[2] != lines[0])
        #expect(try filtered("train.jsonl", by: scorer).summary.withoutText == 0)
    }

    @Test("A file that is no whole model of this version is refused by name")
    func models() throws {
        try whole().write(to: folder.path("m.model"), replacing: false)
        let model = Array(try folder.bytes("m.model"))
        for (name, bytes, message) in [
            ("cut", Array(model[..<(model.count / 2)]), "the model ends early"),
            ("altered", model[..<500] + [model[500] ^ 1] + model[501...], "the model's checksum does not match"),
            ("newer", model[..<16] + [99] + model[17...], "a newer textshift wrote it"),
            ("other", Array("{}".utf8), "this is no model of textshift"),
        ] {
            let path = try folder.write(bytes, to: name)
            let sentences = [
                try sentence { _ = try Scorer(contentsOf: path) }, try sentence { _ = try ModelSummary(contentsOf: path) },
            ]
            for said in sentences {
                #expect(said.hasPrefix("\(name): error: ") && said.contains(message), "\(said)")
            }
        }
    }

    @Test("A hash of a field or key that no record has is no hash; of a part of a corpus it may be")
    func hashOfNothing() throws {
        func hashes(_ fields: [String], group: String? = nil, isPart: Bool = false) throws -> (lines: [String], error: String) {
            var options = GroupHashOptions(fields: try fields.map { try FieldPath(parsing: $0) })
            options.groupKey = try group.map { try FieldPath(parsing: $0) }
            options.isPart = isPart
            let output = try OutputFolder(path: folder.path("hashed"), replacing: true, names: ["h.jsonl"])
            var error = ""
            do {
                try hashGroups([folder.path("part.jsonl")], to: try #require(output.file("h.jsonl")), options: options)
            } catch let refusal {
                error = refusal.localizedDescription.replacing(folder.url.path + "/", with: "")
            }
            try output.commit()
            return (try folder.lines("hashed/h.jsonl"), error)
        }
        try folder.write(LeaningCorpora.inserting("{\"text\": \"stone\", \"note\": \"once\"}"), to: "part.jsonl")
        let cases: [([String], String?, String)] = [
            (["text", "body"], nil, "\"body\""), (["text"], "thread", "\"thread\" of --group"),
        ]
        for (fields, group, said) in cases {
            let found = try hashes(fields, group: group)
            #expect(found.error.hasPrefix("part.jsonl: error: no record has") && found.error.contains(said), "\(found.error)")
            #expect(found.error.contains("there are: id, text, label, note"))
            let part = try hashes(fields, group: group, isPart: true)
            #expect(part.error.isEmpty && part.lines == found.lines && part.lines.count == 61)
        }
        #expect(try hashes(["note"]).error.isEmpty, "one record has it")
    }
}
