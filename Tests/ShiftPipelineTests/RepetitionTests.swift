import Foundation
import TestSupport
import Testing
import TextRecords

@testable import ShiftPipeline

/// What repeats within and across rows, and what is done about it.
@Suite struct RepetitionTests {
    private let workspace: TemporaryFolder
    private var corpora = SeededCorpora(seed: 31)
    private var draws = SplitMix(seed: 5)

    init() throws { workspace = try TemporaryFolder() }

    private mutating func rare(_ words: Int) -> [String] { (0..<words).map { _ in "word\(draws.below(60) * draws.below(60))" } }

    private func groups(
        _ train: [[String: Any]], _ test: [[String: Any]], _ change: (inout AnalysisOptions) throws -> Void = { _ in }
    )
        throws -> GroupSummary
    {
        var options = AnalysisOptions()
        try change(&options)
        return try analyze(
            train: try workspace.write(train, to: "a"), test: try workspace.write(test, to: "b"), options: options
        ).summary.groups
    }

    @Test mutating func variantsOfATextAreOneGroup() throws {
        func side(_ texts: Int) -> [[String: Any]] {
            (0..<texts).flatMap { _ -> [[String: Any]] in
                let words = rare(20)
                return (0..<3).map { variant in
                    var own = words
                    own[3 + variant] = rare(1)[0] + "x"
                    return ["text": own.joined(separator: " ")]
                }
            }
        }
        let (train, test) = (side(40), side(20))
        let found = try groups(train, test)
        #expect(found.train == 40 && found.test == 20 && found.largest == 3)
        #expect(try groups(train, test) { try $0.setGroup("none") }.train == 120)
    }

    /// A stock answer is a share of the corpus, not a group: its rows are spread.
    @Test mutating func stockTextsKeepNothingTogether() throws {
        func side(_ rows: Int, stock: Int) -> [[String: Any]] {
            (0..<rows).map { $0 < stock ? ["text": "此用户没有填写评价。"] : ["text": rare(14).joined(separator: " ")] }
        }
        let found = try groups(side(100, stock: 12), side(60, stock: 30))
        #expect(found.stockRows == 42 && found.train == 100 && found.test == 60 && found.shared == 0)
        // One fewer on either side is no stock answer.
        let few = try groups(side(100, stock: 9), side(60, stock: 9))
        #expect(few.stockRows == nil && few.train == 92 && few.shared == 1)
    }

    @Test mutating func aBlankKeyMakesNoGroup() throws {
        func side(_ rows: Int) -> [[String: Any]] {
            (0..<rows).map {
                ["text": rare(14).joined(separator: " "), "who": $0 % 5 == 0 ? "w\($0 % 4)" : ["", "  ", "\n"][$0 % 3]]
            }
        }
        let found = try groups(side(100), side(50)) { try $0.setGroup("who") }
        #expect(found.largest <= 10 && found.train == 84)
    }

    /// Of a sentence and the list of its words one is compared; what only begins alike is another text.
    @Test mutating func aTextThatRepeatsAnotherFieldIsLeftOut() throws {
        func side(_ rows: Int) -> [[String: Any]] {
            (0..<rows).map { _ in
                let words = rare(12)
                return [
                    "tokens": words, "sentence": words.joined(separator: " "),
                    "more": (words + rare(30)).joined(separator: " "),
                ]
            }
        }
        let analysis = try analyze(train: try workspace.write(side(60), to: "a"), test: try workspace.write(side(40), to: "b"))
        #expect(analysis.summary.fields.first { $0.name == "tokens" }?.reason == .repeated)
        #expect(Set(analysis.summary.fields.filter(\.isUsed).map(\.name)) == ["sentence", "more"])
    }

    /// The sentences of a document stay together where the file marks documents, but for `--group none` and a named key.
    @Test mutating func documentMarksKeepRowsTogether() throws {
        func side(_ documents: Int) -> [UInt8] {
            let texts = (0..<documents).map { _ in
                "-DOCSTART- O\n\n" + (0..<4).map { _ in rare(9).map { "\($0) O\n" }.joined() + "\n" }.joined()
            }
            return Array(texts.joined().utf8)
        }
        let (train, test) = (try workspace.write(side(30), to: "a.conll"), try workspace.write(side(20), to: "b.conll"))
        var options = AnalysisOptions()
        let found = try analyze(train: train, test: test, options: options).summary.groups
        #expect(found.documents == 50 && found.train == 30 && found.test == 20 && found.largest == 4)
        try options.setGroup("none")
        let apart = try analyze(train: train, test: test, options: options).summary.groups
        #expect(apart.documents == nil && apart.train == 120)
    }

    /// Each query with many passages, each passage with many queries: one of the two is left out, or a side would be one group.
    @Test mutating func crossedFieldsAreCut() throws {
        func side(_ rows: Int, _ queries: Int, _ passages: Int) -> [[String: Any]] {
            let (q, p) = (
                (0..<queries).map { _ in rare(8).joined(separator: " ") },
                (0..<passages).map { _ in rare(25).joined(separator: " ") }
            )
            return (0..<rows).map { _ in ["query": q[draws.below(queries)], "passage": p[draws.below(passages)]] }
        }
        let (train, test) = (side(300, 20, 60), side(150, 10, 30))
        let analysis = try analyze(train: try workspace.write(train, to: "a"), test: try workspace.write(test, to: "b"))
        #expect(analysis.summary.groups.cut == ["query"])
        #expect(analysis.summary.fields.first { $0.name == "query" }?.reason == .crossing)
        #expect(analysis.summary.fields.filter(\.isUsed).map(\.name) == ["passage"])
        #expect(analysis.summary.verdict.kind != .shift)
    }

    @Test mutating func aKeyIsFoundWhereItsRowsResembleOneAnother() throws {
        func side(_ threads: Int, _ from: Int, resemble: Bool) -> [[String: Any]] {
            (0..<threads).flatMap { thread -> [[String: Any]] in
                let own = rare(5)
                return (0..<4).map { _ in
                    ["thread": from + thread, "text": (rare(8) + (resemble ? own : rare(5))).joined(separator: " ")]
                }
            }
        }
        let found = try groups(side(120, 0, resemble: true), side(110, 1000, resemble: true))
        #expect(found.found == "thread" && found.by.first == "thread" && found.train == 120)
        let other = try groups(side(120, 0, resemble: false), side(110, 1000, resemble: false))
        #expect(other.found == nil && other.proposed == ["thread"])
    }

    /// A line's end behind every text of one side is no difference of the texts.
    @Test mutating func blanksAroundATextAreNotCompared() throws {
        let texts = (0..<120).map { _ in rare(12).joined(separator: " ") }
        func side(_ part: Range<Int>, _ end: String) -> [[String: Any]] { texts[part].map { ["text": $0 + end] } }
        let plain = try analyze(
            train: try workspace.write(side(0..<80, ""), to: "a"), test: try workspace.write(side(80..<120, ""), to: "b"))
        let ended = try analyze(train: workspace.path("a"), test: try workspace.write(side(80..<120, " \r\n"), to: "c"))
        #expect(plain.pTest == ended.pTest)
    }

    @Test mutating func chatsAndNestedTextsAreFound() throws {
        func side(_ rows: Int) -> [[String: Any]] {
            (0..<rows).map { _ in
                [
                    "messages": [
                        ["role": "system", "content": "You help."],
                        ["role": "user", "content": rare(9).joined(separator: " ")],
                        ["role": "assistant", "content": "Gladly, and at length."],
                    ],
                    "data": ["body": rare(9).joined(separator: " "), "label": "an answer in words"],
                    "parts": [["text": "one two three"]],
                ]
            }
        }
        let analysis = try analyze(train: try workspace.write(side(60), to: "a"), test: try workspace.write(side(40), to: "b"))
        let used = Set(analysis.summary.fields.filter(\.isUsed).map(\.name))
        #expect(used.isSuperset(of: ["data.body", "messages.user"]))
        #expect(used.isDisjoint(with: ["data.label", "messages.assistant", "messages.system"]))
        var options = AnalysisOptions()
        options.fields = [try FieldPath(parsing: "messages.assistant")]
        let named = try analyze(train: workspace.path("a"), test: workspace.path("b"), options: options)
        #expect(named.summary.fields.filter(\.isUsed).map(\.name) == ["messages.assistant"])
        #expect(named.summary.fields[0].missingTrain == 0)
    }

    @Test mutating func theSidesMayCallTheTextDifferently() throws {
        let train: [[String: Any]] = (0..<60).map { _ in ["text": rare(9).joined(separator: " "), "label": "a"] }
        let test: [[String: Any]] = (0..<40).map { _ in ["sentence": rare(9).joined(separator: " ")] }
        let (a, b) = (try workspace.write(train, to: "a"), try workspace.write(test, to: "b"))
        do {
            _ = try analyze(train: a, test: b)
            Issue.record("no field is on both sides")
        } catch AnalysisError.noFields(_, let renamed) {
            #expect(renamed == AnalysisError.RenamedField(train: "text", test: "sentence"))
        }
        var options = AnalysisOptions()
        options.testFields = [try FieldPath(parsing: "text=sentence")]
        let analysis = try analyze(train: a, test: b, options: options)
        #expect(analysis.summary.fields.filter(\.isUsed).map(\.name) == ["text"])
        options = AnalysisOptions()
        options.ignoredFields = ["text"]
        #expect(throws: AnalysisError.self) { try analyze(train: a, test: a, options: options) }
    }
}
