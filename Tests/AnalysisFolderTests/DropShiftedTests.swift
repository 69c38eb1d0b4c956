import Foundation
import ShiftReport
import TestSupport
import Testing
import TextRecords

@testable import AnalysisFolder
@testable import ShiftPipeline

/// `--drop-shifted`: what gives the sides away goes, and nothing else.
@Suite struct DropShiftedTests {
    private let workspace: TemporaryFolder
    private var corpora = SeededCorpora(seed: 41)

    init() throws { workspace = try TemporaryFolder() }

    private mutating func rows(_ count: Int, _ shares: [Double], _ more: (Int) -> [String: String]) -> [[String: String]] {
        (0..<count).map { row in
            let text = corpora.sentence(topic: corpora.topic(shares))
            let own = more(row)
            return ["text": text + (own["tail"] ?? "")].merging(own.filter { $0.key != "tail" }) { $1 }
        }
    }

    private func options(_ bound: Double, threads: Int = 2) -> AnalysisOptions {
        var options = AnalysisOptions()
        options.dropShifted = bound
        options.threads = threads
        return options
    }

    /// Two sources by two names; the text has no shift.
    private mutating func twoFields() throws -> (train: String, test: String) {
        let train = rows(240, [1, 1, 1]) { ["source": "taken from the old archive, box \($0 % 40)"] }
        let test = rows(240, [1, 1, 1]) { ["source": "crawled by our new robot, page \($0 % 40)"] }
        return (try workspace.write(train, to: "train.jsonl"), try workspace.write(test, to: "test.jsonl"))
    }

    @Test mutating func aFieldThatTellsTheSidesApartGoesAndTheOtherStays() throws {
        let (train, test) = try twoFields()
        let plain = try analyze(train: train, test: test)
        #expect((plain.summary.separability?.auc ?? 0) > 0.99)
        let analysis = try analyze(train: train, test: test, options: options(0.6))
        let dropped = try #require(analysis.summary.dropped)
        #expect(dropped.rounds.map(\.kind) == [.field] && dropped.fields == ["source"])
        #expect(dropped.auc == plain.summary.separability?.auc)
        #expect(dropped.remainingAUC < 0.6 && dropped.remainingAUC == analysis.summary.separability?.auc)
        #expect(analysis.summary.discriminator.verdict == .noShift)
        #expect(analysis.weights.allSatisfy { $0 == 1 })
        // The records keep the field.
        let written = try analysis.write(to: workspace.path("out"), replacing: false)
        #expect(written.summary.files.contains("train.weighted.jsonl"))
        #expect(try workspace.lines("out/train.weighted.jsonl").allSatisfy { $0.contains("old archive") })
    }

    /// A tag on most test rows beside a shift of topics.
    private mutating func tagged() throws -> (train: String, test: String) {
        let train = rows(300, [2, 1, 1]) { _ in [:] }
        let test = rows(300, [1, 1, 2]) { ["tail": $0 % 10 == 0 ? "" : " zqtag"] }
        return (try workspace.write(train, to: "train.jsonl"), try workspace.write(test, to: "test.jsonl"))
    }

    @Test mutating func aPlantedTermGoesAndTheTopicsStay() throws {
        let (train, test) = try tagged()
        var untagged = options(0.9)
        let analysis = try analyze(train: train, test: test, options: untagged)
        let dropped = try #require(analysis.summary.dropped)
        #expect(dropped.auc > 0.9 && dropped.remainingAUC < 0.9)
        #expect(dropped.rounds.flatMap(\.words).map(\.term).contains("zqtag"))
        #expect(dropped.rounds.flatMap(\.words).count <= 12, "\(dropped.rounds)")
        #expect(analysis.summary.discriminator.verdict == .shift)
        // What is seen of a row no longer depends on the tag: rows of one topic weigh alike, tagged or not.
        let moved = analysis.summary.details?.terms.map(\.term) ?? []
        #expect(!moved.contains("zqtag") && moved.contains { $0.hasPrefix("t") })
        // Threads, the order of the rows, and the model alone change nothing.
        untagged.threads = 1
        #expect(try analyze(train: train, test: test, options: untagged).pTest == analysis.pTest)
        let lines = try workspace.lines("train.jsonl")
        try (lines.reversed().joined(separator: "\n") + "\n")
            .write(toFile: workspace.path("reversed.jsonl"), atomically: true, encoding: .utf8)
        let reversed = try analyze(train: workspace.path("reversed.jsonl"), test: test, options: untagged)
        #expect(reversed.weights == analysis.weights.reversed())
        #expect(reversed.summary.dropped == dropped)
        let scorer = try fit(train: [train], test: [test], options: untagged)
        let texts = try lines.map { line in
            try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String])["text"]
        }
        #expect(try scorer.scores(texts.map { [$0] }).map(\.pTest) == Array(analysis.pTest[..<texts.count]))
    }

    @Test mutating func anAnalysisThatDroppedIsReadAgainAsItWas() throws {
        let (train, test) = try tagged()
        let analysis = try analyze(train: train, test: test, options: options(0.9))
        _ = try analysis.write(to: workspace.path("out"), replacing: false)
        let saved = try RestoredAnalysis(AnalysisFolder(workspace.path("out")).record, RereadOptions())
        #expect(saved.summary.dropped == analysis.summary.dropped)
        #expect(saved.views.terms.hashes == saved.model.wordHashes)
        #expect(saved.weights == saved.pair.trainRows.map { analysis.weights[saved.pair.fileRow($0)] })
    }

    @Test mutating func withoutAShiftNothingGoes() throws {
        let train = try workspace.write(rows(150, [1, 1, 1]) { _ in [:] }, to: "train.jsonl")
        let test = try workspace.write(rows(150, [1, 1, 1]) { _ in [:] }, to: "test.jsonl")
        for bound in [0.501, 0.6] {
            let analysis = try analyze(train: train, test: test, options: options(bound))
            #expect(analysis.summary.dropped?.rounds.isEmpty == true)
            #expect(analysis.weights.allSatisfy { $0 == 1 })
        }
    }

    /// No word of one side is in the other: all would have to go.
    @Test mutating func aBoundThatLeavesNothingIsRefused() throws {
        let letters = Array("abcdefghij")
        func side(_ alphabet: ArraySlice<Character>) -> [[String: String]] {
            (0..<120).map { row in
                let words = (0..<8).map { place in
                    String(
                        (0..<5).map {
                            alphabet[alphabet.startIndex + (row * 7 + place * 3 + $0 * (row % 4 + 1)) % alphabet.count]
                        })
                }
                return ["text": words.joined(separator: " ")]
            }
        }
        let train = try workspace.write(side(letters[..<5]), to: "train.jsonl")
        let test = try workspace.write(side(letters[5...]), to: "test.jsonl")
        #expect {
            try analyze(train: train, test: test, options: options(0.55))
        } throws: { error in
            guard case .shiftNotDropped(let bound, let reached, _) = error as? AnalysisError else { return false }
            return bound == 0.55 && reached >= 0.55
        }
    }
}
