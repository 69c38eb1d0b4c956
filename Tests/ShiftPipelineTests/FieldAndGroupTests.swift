import Foundation
import TestSupport
import Testing
import TextRecords

@testable import ShiftPipeline

/// The defaults at first contact: which fields are looked at, which rows stay together.
@Suite struct FieldAndGroupTests {
    private let workspace: TemporaryFolder
    private var corpora = SeededCorpora(seed: 23)

    init() throws { workspace = try TemporaryFolder() }

    private mutating func rows(_ count: Int, _ more: (Int) -> [String: Any]) -> [[String: Any]] {
        (0..<count).map { row in
            ["text": corpora.sentence(topic: row % 3)].merging(more(row)) { _, new in new }
        }
    }

    @Test mutating func eachFieldIsUsedOrLeftOutForAReason() throws {
        func more(_ row: Int) -> [String: Any] {
            [
                "title": "A title of words \(row % 7)", "ID": "row number \(row)", "short": "abc", "number": row,
                "code": "CODE-\(row)-\(row * 31)", "list": ["one", "two"], "answers": "some answer text \(row)",
            ]
        }
        let train = rows(40) { more($0).merging(["only": "only on this side"]) { a, _ in a } }
        let test = rows(30, more)
        let analysis = try analyze(train: try workspace.write(train, to: "a"), test: try workspace.write(test, to: "b"))
        let reasons = Dictionary(uniqueKeysWithValues: analysis.summary.fields.map { ($0.name, $0.reason) })
        #expect(
            reasons == [
                "text": .textLike, "title": .textLike, "ID": .reservedName, "short": .classes, "number": .notText,
                "code": .identifier, "list": .classes, "answers": .reservedName, "only": .oneSideOnly,
            ])
        #expect(analysis.summary.fields.filter(\.isUsed).map(\.name).sorted() == ["text", "title"])
    }

    @Test mutating func rowsWithoutTextAreNoDuplicates() throws {
        let train = rows(40) { $0 < 3 ? ["text": ""] : [:] } + rows(1) { _ in ["text": "the same words"] }
        let test = rows(30) { $0 < 2 ? ["text": ""] : [:] } + rows(1) { _ in ["text": "the same words"] }
        let groups = try analyze(
            train: try workspace.write(train, to: "a"), test: try workspace.write(test, to: "b")
        ).summary.groups
        #expect(groups.testRowsInTrain == 1 && groups.duplicatesInTrain == 0 && groups.duplicatesInTest == 0)
    }

    @Test mutating func chineseNamesOfLabelsAndDatesAreLeftOut() throws {
        func more(_ row: Int) -> [String: Any] {
            ["编号": "第 \(row) 行的编号", "情感标签": "正面的评论 \(row)", "发布时间": "2018-04-02 09:41:\(row)", "评论内容": "这家店的面条真好吃 \(row)"]
        }
        let (train, test) = (rows(40, more), rows(30, more))
        let fields = try analyze(
            train: try workspace.write(train, to: "a"), test: try workspace.write(test, to: "b")
        ).summary.fields
        #expect(Set(fields.filter(\.isUsed).map(\.name)) == ["text", "评论内容"])
    }

    /// Keys that are data are many: those with the most text count, whatever their order.
    @Test mutating func ofVeryManyFieldsThoseWithTheMostTextAreUsed() throws {
        func more(_ row: Int) -> [String: Any] {
            Dictionary(
                uniqueKeysWithValues: (0..<40).map {
                    ("key\($0)", "some words of the key with its number \(row), \(String(repeating: "and more ", count: $0))")
                })
        }
        let (train, test) = (rows(20, more), rows(20, more))
        let analysis = try analyze(train: try workspace.write(train, to: "a"), test: try workspace.write(test, to: "b"))
        let left = analysis.summary.fields.filter { $0.reason == .tooMany }.map(\.name)
        #expect(analysis.summary.fields.count(where: \.isUsed) == 32)
        #expect(left.count == 9 && Set(left).isSuperset(of: (0..<8).map { "key\($0)" }))
    }

    /// Often both sides have labels: two public splits, say.
    @Test mutating func labelsOfPublicCorporaAreLeftOut() throws {
        let labels = [
            "label_desc", "relation", "Sentiment", "answerKey", "intent", "gold_label", "context_id", "ner", "spo_list",
        ]
        func more(_ row: Int) -> [String: Any] {
            Dictionary(uniqueKeysWithValues: labels.map { ($0, "a label in some words \(row % 5)") })
        }
        let train = rows(40, more)
        let test = rows(30, more)
        let analysis = try analyze(train: try workspace.write(train, to: "a"), test: try workspace.write(test, to: "b"))
        #expect(analysis.summary.fields.filter(\.isUsed).map(\.name) == ["text"])
        #expect(Set(analysis.summary.fields.filter { $0.reason == .reservedName }.map(\.name)) == Set(labels))
        var options = AnalysisOptions()
        options.fields = [try FieldPath(parsing: "relation")]
        let named = try analyze(train: workspace.path("a"), test: workspace.path("b"), options: options)
        #expect(named.summary.fields.filter(\.isUsed).map(\.name) == ["relation"])
    }

    /// A list of strings is the text that it stands for: in its scores, its groups and, where a sample is fitted, its cost.
    @Test(arguments: [nil, 60] as [Int?])
    mutating func listsCountAsTheirTexts(fitRows: Int?) throws {
        let contexts = (0..<50).map { context in
            (0..<3).map { _ in corpora.sentence(topic: context % 3 == 0 ? 0 : 1 + context % 2) }
        }
        func side(_ count: Int, _ from: Int) -> [[String: Any]] {
            (0..<count).map { ["body": contexts[from + $0 % 25], "n": $0] }
        }
        func joined(_ rows: [[String: Any]]) -> [[String: Any]] {
            rows.map { row in row.mapValues { ($0 as? [String])?.joined(separator: "\n") ?? $0 } }
        }
        let train = side(100, 0)
        let test = side(80, 25)
        var options = AnalysisOptions()
        options.fields = [try FieldPath(parsing: "body")]
        if let fitRows { options.fitBounds = FitBounds(rows: fitRows) }
        let lists = try analyze(
            train: try workspace.write(train, to: "a"), test: try workspace.write(test, to: "b"), options: options)
        let texts = try analyze(
            train: try workspace.write(joined(train), to: "c"), test: try workspace.write(joined(test), to: "d"),
            options: options)
        #expect(lists.summary.groups == texts.summary.groups && lists.summary.groups.by == ["body"])
        #expect(lists.summary.fit == texts.summary.fit && lists.summary.fit.isSample == (fitRows != nil))
        #expect(lists.pTest == texts.pTest)
    }

    @Test mutating func namedFieldsReplaceTheDefaultAndMayBeNested() throws {
        func nested(_ topic: Int) -> [String: Any] { ["data": ["body": corpora.sentence(topic: topic)], "n": 1] }
        let train = (0..<40).map { nested($0 % 2) }
        let test = (0..<30).map { nested($0 % 2) } + [["n": 2]]
        var options = AnalysisOptions()
        options.fields = [try FieldPath(parsing: "body=data.body")]
        let analysis = try analyze(
            train: try workspace.write(train, to: "a"), test: try workspace.write(test, to: "b"), options: options)
        let used = analysis.summary.fields.filter(\.isUsed)
        #expect(used.map(\.name) == ["body"] && used[0].missingTrain == 0 && used[0].missingTest == 1)
    }

    @Test mutating func wrongFieldsAreErrorsThatNameThePlace() throws {
        let train = try workspace.write(rows(20) { ["n": $0] }, to: "a")
        let test = try workspace.write(rows(20) { _ in [:] }, to: "b")
        var options = AnalysisOptions()
        options.fields = [try FieldPath(parsing: "text"), try FieldPath(parsing: "absent")]
        #expect(throws: RecordError.fieldAbsent(path: train, field: "absent", available: ["n", "text"])) {
            try analyze(train: train, test: test, options: options)
        }
        options.fields = [try FieldPath(parsing: "n")]
        // Numbers are read as they are spelled, and counted.
        #expect(try analyze(train: train, test: train, options: options).summary.inputs.train.spelledValues == 20)
        let lists = try workspace.write((0..<20).map { ["n": [$0, 1], "words": ["a", "b"]] }, to: "l")
        #expect(throws: RecordError.wrongFieldType(TextRecords.SourceLocation(path: lists, line: 1), field: "n", found: .array))
        {
            try analyze(train: lists, test: lists, options: options)
        }
        options = AnalysisOptions()
        options.groupKey = try FieldPath(parsing: "nobody")
        #expect(throws: (any Error).self) { try analyze(train: train, test: test, options: options) }
        let numbers = try workspace.write((0..<10).map { ["n": $0] }, to: "c")
        let left = [Field(name: "n", isUsed: false, reason: .notText)]
        #expect(throws: AnalysisError.noFields(leftOut: left, renamed: nil)) { try analyze(train: numbers, test: numbers) }
    }

    /// A constant instruction is in every row; it must not make one group of them all.
    @Test mutating func aConstantValueDefinesNoGroup() throws {
        let instruction = "Read the following text with care and then answer the question that follows it."
        let train = rows(60) { _ in ["instruction": instruction] }
        let test = rows(40) { _ in ["instruction": instruction] }
        let analysis = try analyze(train: try workspace.write(train, to: "a"), test: try workspace.write(test, to: "b"))
        #expect(analysis.summary.groups.constantValues == 1)
        #expect(analysis.summary.groups.train == 60)
    }

    @Test mutating func duplicatesAreCountedAndKeptTogether() throws {
        let base = rows(50) { _ in [:] }
        let train = base + base[..<10]
        let test = rows(36) { _ in [:] } + base[..<4]
        let analysis = try analyze(train: try workspace.write(train, to: "a"), test: try workspace.write(test, to: "b"))
        let groups = analysis.summary.groups
        #expect(groups.duplicatesInTrain == 10 && groups.duplicatesInTest == 0 && groups.testRowsInTrain == 4)
        #expect(groups.shared == 4 && groups.train == 50 && groups.test == 40)
        // Equal records have equal scores: they share the fold that did not see them.
        #expect(Array(analysis.pTest[..<10]) == Array(analysis.pTest[50..<60]))
    }

    @Test mutating func aGroupKeyReplacesTheLongFieldRule() throws {
        let long = (0..<10).map { corpora.sentence(topic: $0 % 3, words: 20) }
        let train = (0..<50).map {
            ["text": long[$0 % 10], "tail": corpora.sentence(topic: 1), "who": $0 % 25] as [String: Any]
        }
        let test = (0..<40).map {
            ["text": corpora.sentence(topic: 2), "tail": corpora.sentence(topic: 1), "who": 100 + $0] as [String: Any]
        }
        var options = AnalysisOptions()
        let free = try analyze(
            train: try workspace.write(train, to: "a"), test: try workspace.write(test, to: "b"), options: options)
        #expect(free.summary.groups.train == 10)
        options.groupKey = try FieldPath(parsing: "who")
        let keyed = try analyze(train: workspace.path("a"), test: workspace.path("b"), options: options)
        #expect(keyed.summary.groups.by == ["who"] && keyed.summary.groups.train == 25)
    }
}
