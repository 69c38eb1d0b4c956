import Foundation
import ShiftReport
import TestSupport
import Testing
import TextRecords

@testable import AnalysisFolder
@testable import ShiftPipeline

/// Corpora that are larger than the fit.
@Suite struct SampledAnalysisTests {
    private let workspace: TemporaryFolder
    private var corpora = SeededCorpora(seed: 31)

    init() throws { workspace = try TemporaryFolder() }

    /// Five questions to a context; two topics trade places.
    private mutating func side(_ name: String, _ contexts: Int, _ shares: [Double]) throws -> String {
        var rows: [[String: Any]] = []
        for context in 0..<contexts {
            let topic = corpora.topic(shares)
            let text = corpora.sentence(topic: topic, words: 25)
            for question in 0..<5 {
                rows.append([
                    "id": "\(name)-\(context)-\(question)", "context": text,
                    "question": corpora.sentence(topic: topic, words: 6), "topic": topic,
                ])
            }
        }
        return try workspace.write(rows, to: name)
    }

    private mutating func pair() throws -> (train: String, test: String) {
        (try side("train.jsonl", 160, [3, 1, 2]), try side("test.jsonl", 80, [1, 3, 2]))
    }

    private func options(_ rows: Int, threads: Int = 2) throws -> AnalysisOptions {
        var options = AnalysisOptions()
        options.fields = [try FieldPath(parsing: "question"), try FieldPath(parsing: "context")]
        options.fitBounds.rows = rows
        options.threads = threads
        return options
    }

    /// The values of a key. (`JSONSerialization` may be a unit in the last place off.)
    private func numbers(_ file: String, _ key: String) throws -> [Double] {
        try workspace.lines(file).map { line in
            let start = try #require(line.range(of: "\"\(key)\": ")).upperBound
            return try #require(Double(line[start...].prefix { !",}".contains($0) }))
        }
    }

    @Test mutating func everyRowIsScoredAndWritten() throws {
        let (train, test) = try pair()
        let analysis = try analyze(train: train, test: test, options: try options(300))
        #expect(analysis.summary.fit.isSample && analysis.summary.fit.trainRows <= 300 && analysis.summary.fit.trainRows > 280)
        #expect(analysis.summary.inputs.train.records == 800 && analysis.summary.fit.meanWeight == nil)
        let written = try analysis.write(to: workspace.path("out"), replacing: false)
        let weighted = try workspace.lines("out/train.weighted.jsonl")
        let originals = try workspace.lines("train.jsonl")
        #expect(weighted.count == 800)
        #expect(try workspace.lines("out/test.scored.jsonl").count == 400)
        #expect(zip(weighted, originals).allSatisfy { $0.hasPrefix($1.dropLast()) })
        let weights = try numbers("out/train.weighted.jsonl", "sample_weight")
        let mean = weights.reduce(0, +) / 800
        #expect(abs(try #require(written.summary.fit.meanWeight) - mean) < 1e-9 && abs(mean - 1) < 0.15)
        let effective = weights.reduce(0, +) * weights.reduce(0, +) / weights.reduce(0) { $0 + $1 * $1 }
        #expect(abs(try #require(written.summary.fit.effectiveRows) - effective) < 1e-6)
        // Topics are told by their weights, in the sample and beyond it.
        let topics = try originals.map {
            try #require(JSONText.object($0)["topic"] as? Int)
        }
        let byTopic = (0..<3).map { topic in
            let own = zip(weights, topics).filter { $0.1 == topic }.map(\.0)
            return own.reduce(0, +) / Double(own.count)
        }
        #expect(byTopic[0] < 0.7 && byTopic[1] > 1.6, "\(byTopic)")
        // The pool and the rest are all of train, and no context is in both.
        let remaining = try workspace.lines("out/train.remaining.jsonl")
        let drawn = try workspace.lines("out/validation.jsonl")
        let v = written.summary.validation
        #expect(remaining.count == v.remainingRows && v.poolRows + v.remainingRows == 800 && drawn.count == v.draws)
        #expect(Set(drawn).count == v.uniqueRows && v.draws == v.poolRows)
        #expect((0.1...0.3).contains(Double(v.poolRows) / 800))
        let known = Set(originals)
        #expect(drawn.allSatisfy { known.contains($0) })
        func contexts(_ lines: [String]) throws -> Set<String> {
            Set(
                try lines.map {
                    try #require(JSONText.object($0)["context"] as? String)
                })
        }
        #expect(try contexts(remaining).isDisjoint(with: contexts(drawn)))
        let mine = try numbers("out/train.remaining.jsonl", "sample_weight")
        #expect(abs(mine.reduce(0, +) / Double(mine.count) - 1) < 0.15)
    }

    @Test mutating func threadsChangeNothing() throws {
        let (train, test) = try pair()
        for threads in [1, 2, 3] {
            _ = try analyze(train: train, test: test, options: try options(250, threads: threads))
                .write(to: workspace.path("out\(threads)"), replacing: false)
        }
        for name in AnalysisFolder.names() where name != "timings.json" {
            let first = try Data(contentsOf: URL(fileURLWithPath: workspace.path("out1/" + name)))
            for threads in [2, 3] {
                #expect(try Data(contentsOf: URL(fileURLWithPath: workspace.path("out\(threads)/" + name))) == first, "\(name)")
            }
        }
    }

    /// The sample, and with it the model, belongs to the records: their order changes no number.
    @Test mutating func theOrderOfTheRowsChangesNoNumber() throws {
        let (train, test) = try pair()
        func weights(_ folder: String, _ train: String) throws -> [String: Double] {
            _ = try analyze(train: train, test: test, options: try options(250))
                .write(to: workspace.path(folder), replacing: false)
            return Dictionary(
                uniqueKeysWithValues: try workspace.lines(folder + "/train.weighted.jsonl").map {
                    let record = try JSONText.object($0)
                    return (try #require(record["id"] as? String), try #require(record["sample_weight"] as? Double))
                })
        }
        var lines = try workspace.lines("train.jsonl")
        let straight = try weights("straight", train)
        lines.shuffle(using: &corpora.generator)
        try (lines.joined(separator: "\n") + "\n").write(
            toFile: workspace.path("shuffled.jsonl"), atomically: true, encoding: .utf8)
        #expect(try weights("shuffled", workspace.path("shuffled.jsonl")) == straight)
    }

    /// Rows of the fit are scored by the model that did not see them, all others by the mean of the folds: a sample of all
    /// rows gives the scores of the whole analysis, to the last digit.
    @Test mutating func rowsOfTheFitAreScoredOutOfFold() throws {
        let (train, test) = try pair()
        let whole = try analyze(train: train, test: test, options: try options(200_000))
        var bounded = try options(200_000)
        // Less than the estimate, but not less than the distinct texts take.
        bounded.fitBounds.memory = 3_700_000
        let sample = try analyze(train: train, test: test, options: bounded)
        #expect(whole.scoring == nil && sample.scoring != nil && !sample.summary.fit.isSample)
        #expect(sample.summary.fit.trainRows == 800 && sample.summary.fit.testRows == 400)
        _ = try sample.write(to: workspace.path("out"), replacing: false)
        let scores = try numbers("out/train.weighted.jsonl", "p_test") + numbers("out/test.scored.jsonl", "p_test")
        let isSame = scores == whole.pTest  // not in the macro, which would print them all
        #expect(isSame)
    }

    /// A corpus in several files is the corpus in one.
    @Test mutating func severalFilesAreOneCorpus() throws {
        let (train, test) = try pair()
        let lines = try workspace.lines("train.jsonl")
        let parts = try [0..<300, 300..<301, 301..<800].enumerated().map { number, range in
            let path = workspace.path("part\(number).jsonl")
            try lines[range].joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
            return path
        }
        let all = try options(200_000)
        let whole = try analyze(train: train, test: test, options: all).write(to: workspace.path("whole"), replacing: false)
        let several = try analyze(train: parts, test: [test], options: all)
            .write(to: workspace.path("several"), replacing: false)
        #expect(
            !several.summary.fit.isSample && several.summary.inputs.train.files.map(\.name) == (0..<3).map { "part\($0).jsonl" }
        )
        for name in ["train.weighted.jsonl", "test.scored.jsonl", "validation.jsonl", "train.remaining.jsonl"] {
            let isSame = try workspace.lines("whole/" + name) == workspace.lines("several/" + name)
            #expect(isSame, "\(name)")
        }
        #expect(several.summary.validation == whole.summary.validation)
        let again = try AnalysisFolder(workspace.path("several")).split()
        try again.write(to: workspace.path("again"), replacing: false)
        for name in ["validation.jsonl", "train.remaining.jsonl"] {
            let isSame = try workspace.lines("again/" + name) == workspace.lines("several/" + name)
            #expect(isSame, "\(name)")
        }
        // Scores of the file that was written, with identifiers and, line for line, without.
        for keys in [["id": true], [:]] as [[String: Bool]] {
            let scores = try workspace.lines("several/validation.jsonl").map { line -> [String: Any] in
                let record = try JSONText.object(line)
                return keys.isEmpty ? ["correct": 1] : ["correct": 1, "id": record["id"] as? String ?? ""]
            }
            var options = EstimateOptions()
            (options.isDrawn, options.replicates) = (true, 20)
            let found = try AnalysisFolder(workspace.path("several")).estimate(
                scores: try workspace.write(scores, to: "scores.jsonl"), options: options)
            #expect(found.models.first?.metrics.first?.rows == scores.count)
        }
        var auditing = AuditOptions(analysis: all)
        auditing.draws = 1
        #expect(try !audit(train: parts, options: auditing).isSample)
        #expect(several.summary.separability == whole.summary.separability && several.summary.weights == whole.summary.weights)
        let examples = several.summary.examples.testLikeTrain
        #expect(zip(examples, whole.summary.examples.testLikeTrain).allSatisfy { $0.fields == $1.fields })
        #expect(examples.contains { $0.file == "part2.jsonl" } && !examples.contains { $0.file == "part0.jsonl" })
    }

    @Test mutating func anInputThatChangedIsNamedAndNothingIsLeft() throws {
        let (train, test) = try pair()
        let analysis = try analyze(train: train, test: test, options: try options(250))
        let file = try #require(FileHandle(forUpdatingAtPath: train))
        try file.seekToEnd()
        try file.write(contentsOf: Data("{\"question\": \"new\", \"context\": \"new\"}\n".utf8))
        try file.close()
        #expect(throws: RecordError.fileChanged(path: train)) {
            try analysis.write(to: workspace.path("out"), replacing: false)
        }
        #expect(!FileManager.default.fileExists(atPath: workspace.path("out")))
    }

    @Test mutating func stoppingLeavesNothing() throws {
        let (train, test) = try pair()
        let analysis = try analyze(train: train, test: test, options: try options(250))
        #expect(throws: AnalysisError.stopped) {
            try analysis.write(to: workspace.path("out"), replacing: false, isStopped: { true })
        }
        #expect(!FileManager.default.fileExists(atPath: workspace.path("out")))
    }

    /// A constant instruction is the longest field: it must not make one group of everything.
    @Test mutating func aConstantLongFieldDefinesNoGroup() throws {
        func rows(_ topics: [Double]) -> [[String: Any]] {
            (0..<700).map { _ in
                [
                    "instruction": String(repeating: "Say whether the review is good or bad. ", count: 4),
                    "text": corpora.sentence(topic: corpora.topic(topics)),
                ]
            }
        }
        let train = try workspace.write(rows([3, 1]), to: "a.jsonl")
        let test = try workspace.write(rows([1, 3]), to: "b.jsonl")
        var bounded = AnalysisOptions()
        bounded.fitBounds.rows = 300
        let analysis = try analyze(train: train, test: test, options: bounded)
        #expect((290...300).contains(analysis.summary.fit.trainRows) && analysis.summary.groups.train > 250)
        #expect(analysis.summary.discriminator.verdict == .shift)
    }
}
