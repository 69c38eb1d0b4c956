import Foundation
import TestSupport
import Testing
import TextShift

@Suite("The main job: textshift analyze")
struct AnalyzeTests {
    private struct Scores: Decodable {
        var sample_weight: Double?
        var p_test: Double
    }

    private static let arguments = ["analyze", "train.jsonl", "test.jsonl"]

    private func scores(_ lines: [String]) throws -> [Scores] {
        try lines.map { try JSONDecoder().decode(Scores.self, from: Data($0.utf8)) }
    }

    /// A record without its closing brace and what follows it.
    private func stem(_ line: String) -> Substring { line[..<(line.lastIndex(of: "}") ?? line.endIndex)] }

    @Test("What --weight clip cut is in the summary and in report.json")
    func clipped() throws {
        let folder = try LeaningCorpora.folder()
        let found = try Program.run(
            ["analyze", "train.jsonl", "test.jsonl", "--weight", "clip:1", "--output", "out"], in: folder)
        let match = try #require(
            found.output.replacing(/\s+/, with: " ").firstMatch(
                of: #/(\d+) weights were cut at 1 times the mean \(([\d.]+)% of all weight\)/#))
        let report = try ReportJSON.decode(folder.read("out/report.json"))
        let clipped = try #require(report.weights.clipped)
        #expect(Int(match.output.1) == clipped.rows && clipped.rows > 0 && clipped.cap == 1)
        // Cut at the mean, what is lost is what the others lack to it.
        let ratio = try Program.run(["analyze", "train.jsonl", "test.jsonl", "--output", "ratio"], in: folder)
        #expect(ratio.status == 0 && !ratio.output.contains(" cut at "))
        let weights = try folder.lines("ratio/train.weighted.jsonl").compactMap {
            $0.firstMatch(of: #/"sample_weight": ([\d.]+)/#).flatMap { Double($0.output.1) }
        }
        #expect(weights.count == 60 && weights.count { $0 > 1 } == clipped.rows)
        #expect(abs(weights.reduce(0) { $0 + max($1 - 1, 0) } / 60 - clipped.mass) < 1e-9)
        #expect(!(try folder.read("ratio/report.json").contains("\"clipped\"")))
    }

    @Test("Every file of the contract, as the contract has it")
    func contract() throws {
        let folder = try LeaningCorpora.folder()
        let paths = ["train.jsonl", "test.jsonl"].map { folder.url.appendingPathComponent($0).path }
        let outcome = try Program.run(["analyze"] + paths + ["--output", "out"], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let files = try folder.contents().filter { $0.hasPrefix("out/") }
        #expect(files == AnalysisFolder.names().map { "out/" + $0 }.sorted())

        let weighted = try folder.lines("out/train.weighted.jsonl")
        #expect(weighted.count == LeaningCorpora.train.count)
        for (input, line) in zip(LeaningCorpora.train, weighted) {
            // The input's bytes, three members before the closing brace, the input's bytes again.
            #expect(line.hasPrefix(stem(input)))
            let added = line.dropFirst(stem(input).count)
            #expect(
                added.firstMatch(of: #/^, "sample_weight": \d+\.?\d*, "p_test": 0\.\d+, "cv_fold": [0-4]}/#) != nil, "\(added)")
            #expect(added.drop { $0 != "}" } == input.dropFirst(stem(input).count))
        }
        let trainScores = try scores(weighted)
        let weights = trainScores.compactMap(\.sample_weight)
        #expect(weights.count == LeaningCorpora.train.count)
        #expect(abs(weights.reduce(0, +) / Double(weights.count) - 1) < 1e-9)
        #expect(weights.allSatisfy { $0 > 0 } && Set(weights).count > 1, "a shift was planted")

        let scored = try folder.lines("out/test.scored.jsonl")
        #expect(scored.count == LeaningCorpora.test.count)
        for (input, line) in zip(LeaningCorpora.test, scored) {
            #expect(line.dropFirst(stem(input).count).firstMatch(of: #/^, "p_test": 0\.\d+}/#) != nil)
            #expect(line.hasPrefix(stem(input)))
        }
        let testScores = try scores(scored)
        func mean(_ scores: [Scores]) -> Double { scores.map(\.p_test).reduce(0, +) / Double(scores.count) }
        #expect(mean(testScores) > mean(trainScores))

        let report = try ReportJSON.decode(folder.read("out/report.json"))
        #expect(report.files == AnalysisFolder.names())
        #expect(report.discriminator.verdict == .shift)
        let drawn = try folder.lines("out/validation.jsonl")
        #expect(drawn.count == report.validation.draws)
        #expect(Set(drawn).isSubset(of: Set(LeaningCorpora.train)), "records as they were")
        #expect(Set(drawn).count == report.validation.uniqueRows)

        let remaining = try folder.lines("out/train.remaining.jsonl")
        #expect(remaining.count == report.validation.remainingRows)
        #expect(remaining.count + report.validation.poolRows == LeaningCorpora.train.count)
        let remainingWeights = try scores(remaining).compactMap(\.sample_weight)
        #expect(abs(remainingWeights.reduce(0, +) / Double(remaining.count) - 1) < 1e-9)
        let kept = Set(remaining.map { String($0.prefix { $0 != "," }) })
        #expect(!drawn.contains { row in kept.contains { row.hasPrefix($0 + ",") } }, "no row is on both sides")

        // Nothing tells where or when it was made.
        for name in AnalysisFolder.names() {
            let text = try folder.read("out/\(name)")
            if name != "timings.json" { #expect(!text.contains(folder.url.lastPathComponent), "\(name)") }
            #expect(text.contains("\"seconds\"") == (name == "timings.json"), "\(name)")
        }

        // The library says the same.
        var summary = try TextShift.analyze(train: paths[0], test: paths[1]).summary
        #expect(summary.files.isEmpty)
        summary.files = AnalysisFolder.names()
        #expect(try ReportJSON.encode(summary) == folder.read("out/report.json"))
    }

    @Test("The number of threads changes no byte, but of timings.json")
    func deterministic() throws {
        let folder = try LeaningCorpora.folder()
        for (name, threads) in [("one", "1"), ("two", "2")] {
            let outcome = try Program.run(Self.arguments + ["--output", name, "--threads", threads], in: folder)
            #expect(outcome.status == 0)
        }
        for name in AnalysisFolder.names() where name != "timings.json" {
            #expect(try folder.bytes("one/\(name)") == folder.bytes("two/\(name)"), "\(name)")
        }
        #expect(try folder.read("two/timings.json").contains("\"threads\" : 2"))
    }

    @Test("A folder is made with those above it")
    func nestedOutput() throws {
        let folder = try LeaningCorpora.few()
        let outcome = try Program.run(Self.arguments + ["--output", "a/b/c/", "--quiet"], in: folder)
        #expect(outcome.status == 0)
        #expect(try folder.contents().contains("a/b/c/report.json"))
    }

    @Test("With --quiet and a folder nothing is said; without a folder the summary is the result")
    func quiet() throws {
        let folder = try LeaningCorpora.few()
        let silent = try Program.run(Self.arguments + ["--output", "out", "--quiet"], in: folder)
        #expect(silent.status == 0)
        #expect(silent.output.isEmpty && silent.errors.isEmpty)
        let summary = try Program.run(Self.arguments + ["--quiet"], in: folder)
        #expect(summary.status == 0)
        #expect(summary.output.hasPrefix("Not measured: ") && summary.errors.isEmpty)
    }

    @Test("Standard output has the summary and nothing else; no escapes, no progress without a terminal")
    func streams() throws {
        let folder = try LeaningCorpora.folder()
        let plain = try Program.run(Self.arguments, in: folder)
        #expect(plain.status == 0)
        #expect(!(plain.output + plain.errors).unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\r" })
        #expect(plain.errors.split(separator: "\n").allSatisfy { $0.hasPrefix("note: ") })
        #expect(!plain.output.contains("note: "))
        #expect(plain.output.contains("The corpora differ") && plain.output.contains("More in test"))
    }

    @Test("Timings go to standard error")
    func timings() throws {
        let folder = try LeaningCorpora.few()
        let outcome = try Program.run(Self.arguments + ["--timings"], in: folder)
        #expect(outcome.status == 0)
        #expect(outcome.errors.contains(#/\ntotal +[\d.]+ s +[\d.]+ MB/s\n/#))
        #expect(outcome.output == (try Program.run(Self.arguments, in: folder)).output)
    }

    @Test("Standard input as a corpus")
    func standardInput() throws {
        let folder = try LeaningCorpora.few()
        let piped = try Program.shell(#""$0" analyze - test.jsonl --quiet < train.jsonl"#, in: folder)
        #expect(piped.status == 0, "\(piped.errors)")
        #expect(piped.output == (try Program.run(Self.arguments, in: folder)).output)
        let bad = try Program.shell(#"echo '{nope}' | "$0" analyze - test.jsonl --format jsonl"#, in: folder)
        #expect(bad.status == 2)
        #expect(bad.errors.hasPrefix("-:1:2: error: not JSON"), "\(bad.errors)")
    }
}
