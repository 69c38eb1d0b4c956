import Foundation
import TestSupport
import Testing
import TextRecords

@testable import ShiftPipeline

/// The library's face: strings in, numbers out.
@Suite struct ScorerTests {
    private let workspace: TemporaryFolder
    private let analysis: Analysis
    private let scorer: Scorer
    private let records: [[String: String]]

    init() throws {
        workspace = try TemporaryFolder()
        var corpora = SeededCorpora(seed: 5)
        func side(_ count: Int, _ shares: [Double]) -> [[String: String]] {
            (0..<count).map { row in
                let topic = corpora.topic(shares)
                // A title is missing now and then.
                let title = row % 7 == 0 ? [:] : ["title": corpora.sentence(topic: topic, words: 3)]
                return ["text": corpora.sentence(topic: topic) + " 模型 ＡＢ", "author": "a\(row / 3)"].merging(title) { $1 }
            }
        }
        records = side(200, [3, 1, 2])
        let train = try workspace.write(records, to: "train.jsonl")
        let test = try workspace.write(side(150, [1, 3, 2]), to: "test.jsonl")
        var options = AnalysisOptions()
        options.fields = try [FieldPath(parsing: "title"), FieldPath(parsing: "text")]
        options.groupKey = try FieldPath(parsing: "author")
        analysis = try analyze(train: train, test: test, options: options)
        scorer = try fit(train: [train], test: [test], options: options)
        try scorer.write(to: workspace.path("m.model"), replacing: false)
    }

    private func texts(_ record: [String: String]) -> [String?] { scorer.fields.map { record[$0] } }

    @Test func recordsOfTheFitGetTheNumbersOfTheAnalysis() throws {
        #expect(scorer.fields == ["title", "text"])
        let loaded = try Scorer(contentsOf: workspace.path("m.model"))
        let all = try loaded.scores(records.map(texts), groups: records.map { $0["author"] })
        #expect(all.map(\.pTest) == Array(analysis.pTest[..<records.count]))
        #expect(all.map(\.weight) == analysis.weights)
        for (record, expected) in zip(records, all).prefix(20) {
            #expect(try scorer.score(texts(record), group: record["author"]) == expected)
        }
        // Without its group a record is new, and scored by the mean of the folds.
        #expect(try scorer.scores(records.map(texts)) != all)
    }

    @Test func threadsShareOneScorer() async throws {
        let rows = records.map(texts)
        let expected = try scorer.scores(rows)
        let scores = try await withThrowingTaskGroup(of: (Int, Scorer.Score).self) { group in
            for (row, texts) in rows.enumerated() { group.addTask { [scorer] in (row, try scorer.score(texts)) } }
            var scores: [Int: Scorer.Score] = [:]
            for try await (row, score) in group { scores[row] = score }
            return scores
        }
        #expect(rows.indices.map { scores[$0] } == expected)
    }

    @Test func thePartsOfAnExplanationAddUpAndItsPiecesAreTheText() throws {
        for record in records.prefix(30) {
            let explanation = try scorer.explain(texts(record), group: record["author"])
            #expect(explanation.score == (try scorer.score(texts(record), group: record["author"])))
            let sum = explanation.fields.reduce(explanation.intercept) { sum, field in
                field.pieces.reduce(sum + field.surface) { $0 + $1.contribution }
            }
            #expect(abs(sum - explanation.score.logit) < 1e-5)
            for field in explanation.fields {
                #expect(field.pieces.map(\.text).joined() == record[field.name] ?? "")
                #expect(field.pieces.contains { $0.contribution != 0 } == (record[field.name] != nil))
            }
        }
    }

    @Test("No text at all: the intercept alone is the score")
    func emptyTextsHaveTheIntercept() throws {
        let found = try scorer.explain(["", nil])
        #expect(found.score.logit == found.intercept && found.score.pTest != 0.5)
        #expect(found.fields.allSatisfy { $0.surface == 0 && $0.pieces.isEmpty })
        #expect(try scorer.score([]) == found.score)
    }

    @Test func textsMayBeFewerOrEmpty() throws {
        let bare = try scorer.score([])
        #expect(try scorer.score([nil, nil]) == bare && bare.pTest > 0 && bare.pTest < 1)
        #expect(try scorer.scores([]).isEmpty)
        #expect(try scorer.score(["", ""]).pTest == bare.pTest)
    }

    @Test func theFilterAgreesWithTheLibrary() throws {
        var options = ScoreOptions()
        options.threads = 2
        let folder = try OutputFolder(path: workspace.path("out"), replacing: false, names: ["scored.jsonl"])
        let output = try #require(folder.file("scored.jsonl"))
        let summary = try scorer.filter([workspace.path("train.jsonl")], to: output, options: options)
        try folder.commit()
        #expect(summary.records == 200 && summary.missing == [29, 0] && abs(summary.weight - 200) < 1e-9)
        let lines = try workspace.lines("out/scored.jsonl")
        let expected = try scorer.scores(records.map(texts), groups: records.map { $0["author"] })
        for (line, score) in zip(lines, expected) {
            #expect(line.hasSuffix(", \"sample_weight\": \(score.weight), \"p_test\": \(score.pTest)}"))
        }
        #expect(lines.count == 200)
    }

    @Test func aModelIsDescribedAndReplacedWhole() throws {
        let summary = try ModelSummary(contentsOf: workspace.path("m.model"))
        #expect(summary.fields.map(\.path) == ["title", "text"] && summary.groupBy == "key" && summary.groupPath == "author")
        #expect(summary.trainRows == 200 && summary.testRows == 150 && summary.isShift)
        #expect(throws: AnalysisError.modelRefused(path: "nowhere", .unreadable(errno: ENOENT))) {
            try Scorer(contentsOf: "nowhere")
        }
        #expect(throws: RecordError.self) {
            try scorer.write(to: workspace.path("m.model"), replacing: false)
        }
    }

    /// Groups of lowest place are the sample: what a cluster relies on.
    @Test func placesGiveTheSampleOfTheFit() throws {
        var options = GroupHashOptions(fields: try [FieldPath(parsing: "title"), FieldPath(parsing: "text")])
        options.groupKey = try FieldPath(parsing: "author")
        let folder = try OutputFolder(path: workspace.path("hashes"), replacing: false, names: ["h.jsonl"])
        try hashGroups([workspace.path("train.jsonl")], to: try #require(folder.file("h.jsonl")), options: options)
        try folder.commit()
        let places = try workspace.lines("hashes/h.jsonl").map { line in
            try #require(try JSONDecoder().decode([String: String].self, from: Data(line.utf8))["place"])
        }
        #expect(places.count == 200 && Set(places).count == 67 && places.allSatisfy { $0.count == 16 })
        var bounded = AnalysisOptions()
        bounded.fields = options.fields
        bounded.groupKey = options.groupKey
        bounded.fitBounds.rows = 90
        let sampled = try analyze(train: workspace.path("train.jsonl"), test: workspace.path("test.jsonl"), options: bounded)
        // Whole groups by rising place for as long as 90 rows hold them.
        var rows = 0
        var chosen: Set<String> = []
        for place in Set(places).sorted() {
            rows += places.count { $0 == place }
            if rows > 90 { break }
            chosen.insert(place)
        }
        let expected = places.indices.filter { chosen.contains(places[$0]) }.map { $0 + 1 }
        #expect((0..<sampled.pair.train.count).map { sampled.pair.train.location(ofRecord: $0).line } == expected)
    }
}
