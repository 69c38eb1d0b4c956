import Foundation
import ImportanceWeights
import ShiftPipeline
import TestSupport
import TextTokens
import Testing

@Suite("Differences of form")
struct FormFindingTests {
    private static let words =
        "river stone market engine doctor garden winter signal paper silver bridge forest cloud window letter".split(
            separator: " "
        ).map(String.init)

    /// Texts of random words, each changed by its number and a random number.
    private static func texts(_ side: String, _ count: Int, length: Int = 30, _ change: (String, Double) -> String) -> [String]
    {
        var draws = LinearCongruential(name: side, salt: 3)
        return (0..<count).map { _ in
            change((0..<length).map { _ in draws.element(of: words) }.joined(separator: " "), draws.uniform())
        }
    }

    private static func analyze(_ train: [String], _ test: [String], ignoring kinds: Set<FormKind> = []) throws -> Analysis {
        let folder = try TemporaryFolder()
        try folder.write(train.map { ["text": $0] }, to: "train.jsonl")
        try folder.write(test.map { ["text": $0] }, to: "test.jsonl")
        var options = AnalysisOptions()
        options.threads = 2
        options.ignoredForms = kinds
        return try ShiftPipeline.analyze(
            train: folder.path("train.jsonl"), test: folder.path("test.jsonl"), options: options)
    }

    @Test(
        "Escapes of one side are named, with rows of both and what is left; nothing else is the shift, and ignoring them takes it away"
    )
    func escapes() throws {
        let train = Self.texts("train", 200) { text, _ in text.replacing("river", with: "river's") }
        let test = Self.texts("test", 200) { text, _ in text.replacing("river", with: "river&#39;s") }
        let summary = try Self.analyze(train, test).summary
        #expect(summary.verdict.isShift && summary.verdict.isForm)
        let finding = try #require(summary.form?.findings.first { $0.kind == .escapes })
        #expect(finding.auc > 0.8)
        #expect(finding.marks.first?.mark == .entities)
        #expect(finding.testExample?.text.contains("&#39;") == true)
        #expect(finding.trainExample?.text.contains("&#39;") == false)
        #expect((finding.aucWithout ?? 1) < 0.6)
        let ignoring = try Self.analyze(train, test, ignoring: [.escapes])
        #expect(ignoring.summary.verdict.kind == .noShift)
        #expect(ignoring.summary.form?.findings.isEmpty == true)
        #expect(ignoring.summary.options.ignoredForms == ["escapes"])
    }

    @Test("A model that ignores a kind scores a text by it as one without it")
    func scores() throws {
        let train = Self.texts("train", 150) { text, _ in text }
        let test = Self.texts("test", 150) { text, _ in text.replacing("river", with: "harbour") + " &#39;" }
        let analysis = try Self.analyze(train, test, ignoring: [.escapes, .letterCase])
        let scorer = try Scorer(analysis)
        let (plain, written) = (try scorer.score(["harbour it's now"]), try scorer.score(["HARBOUR it&#39;s <br> now"]))
        #expect(plain == written)
    }

    @Test("Words that moved are no form, however long the texts are")
    func content() throws {
        let train = Self.texts("train", 200, length: 12) { text, _ in text.replacing("river", with: "harbour") }
        let test = Self.texts("test", 200) { text, _ in text.replacing("stone", with: "copper") }
        let summary = try Self.analyze(train, test).summary
        #expect(summary.verdict.isShift && !summary.verdict.isForm)
        #expect(summary.form?.findings.first?.kind == .surface)
        #expect((summary.form?.left?.share ?? 1) > 0.8)
    }

    @Test("Line ends after the texts of one side are said, and are no shift")
    func trimming() throws {
        let train = Self.texts("train", 200) { text, _ in text }
        let test = Self.texts("test", 200) { text, _ in text + "\n" }
        let summary = try Self.analyze(train, test).summary
        #expect(!summary.verdict.isShift)
        #expect(summary.form?.findings.map(\.kind) == [.trimming])
        #expect(summary.form?.findings.first?.testExample?.text.hasSuffix("\\n") == true)
    }

    @Test("Documents that no key keeps together are pointed out, and not where they are on both sides")
    func clusters() throws {
        // Sentences of a document share names of their own.
        func documents(_ side: String, from first: Int) -> [String] {
            var draws = LinearCongruential(name: side, salt: 5)
            return (0..<240).map { row in
                let names = (0..<4).map { "name\(first + row / 3)of\($0)" }
                return (names + (0..<10).map { _ in draws.element(of: Self.words) }).joined(separator: " ")
            }.sorted { $0.hashValueOfWords < $1.hashValueOfWords }
        }
        let apart = try Self.analyze(documents("train", from: 0), documents("test", from: 1000)).summary
        #expect(apart.clusters?.testShare ?? 0 > 0.9)
        let all = documents("train", from: 0) + documents("test", from: 1000)
        let mixed = try Self.analyze(
            all.enumerated().filter { $0.offset % 2 == 0 }.map(\.element),
            all.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
        ).summary
        #expect(mixed.clusters == nil)
    }
}

extension String {
    /// A fixed order that is not that of the texts.
    fileprivate var hashValueOfWords: UInt64 {
        utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
