import Foundation
import TestSupport
import Testing

@testable import TextRecords

@Suite struct SQuADTests {
    static let document = """
        {"version": "v2.0",
         "data": [
          {"paragraphs": [
            {"qas": [
              {"question": "Who?", "id": "q1", "answers": [{"text": "Él", "answer_start": 3}]},
              {"id": 2, "answers": [], "question": "W\\u0068at?", "is_impossible": true,
               "plausible_answers": [1]}],
             "context": "caf\\u00e9 Él"},
            {"context": "plain 中文", "qas": [{"question": "Q", "id": "q3"}]}],
           "title": "T \\"1\\""},
          {"title": "T2", "paragraphs": []}]}
        """

    @Test func oneRecordAQuestion() throws {
        let table = try table(Self.document)
        #expect(table.format == .squad)
        #expect(table.columns.map(\.name) == ["id", "title", "context", "question", "answers", "is_impossible"])
        #expect(try strings(table, "id") == ["q1", "2", "q3"])
        #expect(try strings(table, "title") == ["T \"1\"", "T \"1\"", "T \"1\""])
        #expect(try strings(table, "context") == ["café Él", "café Él", "plain 中文"])
        #expect(try strings(table, "question") == ["Who?", "What?", "Q"])
        #expect((0..<3).map { table.location(ofRecord: $0).line } == [5, 6, 9])
        let answers = try #require(table.column(named: "answers"))
        #expect((0..<3).map { answers.kind(at: $0) } == [.array, .array, .missing])
        #expect(Array(table.recordBytes(2)) == Array(#"{"question": "Q", "id": "q3"}"#.utf8))
        func json(_ row: Int) -> String {
            var bytes: [UInt8] = []
            table.appendJSON(ofRecord: row, to: &bytes)
            return String(decoding: bytes, as: UTF8.self)
        }
        #expect(
            json(0)
                == #"{"id": "q1", "title": "T \"1\"", "context": "café Él", "question": "Who?", "answers": [{"text": "Él", "answer_start": 3}]}"#
        )
        #expect(
            json(1)
                == #"{"id": 2, "title": "T \"1\"", "context": "café Él", "question": "What?", "answers": [], "is_impossible": true}"#
        )
        #expect(json(2) == #"{"id": "q3", "title": "T \"1\"", "context": "plain 中文", "question": "Q"}"#)
    }

    /// A context that must be unescaped is unescaped once.
    @Test func contextsAreShared() throws {
        let bytes = Array(Self.document.utf8) + [UInt8](repeating: 0, count: FileContent.padding)
        let chunk = bytes.withUnsafeBufferPointer {
            var reader = SQuADReader()
            return reader.read(
                UnsafeBufferPointer(rebasing: $0.dropLast(FileContent.padding)), index: 0, offset: 0, isFirst: true,
                isLast: true,
                policy: .stop)
        }
        let context = try #require(chunk.fields.first { $0.name == "context" })
        #expect(context.spans[0].arenaOffset == context.spans[1].arenaOffset)
        #expect(context.spans[2].arenaChunk == nil)
        let text = String(decoding: chunk.arena, as: UTF8.self)
        #expect(text.components(separatedBy: "café").count == 2)
    }

    @Test func theFlatForm() throws {
        let table = try table(
            """
            [
              {"context_id": "C0", "context_text": "文", "title": "T", "qas": [
                {"query_text": "问", "query_id": "Q0", "answers": ["a", "b"]},
                {"query_text": "又", "query_id": "Q1", "answers": ["c"]}]}
            ]
            """)
        #expect(table.format == .squad)
        #expect(try strings(table, "id") == ["Q0", "Q1"])
        #expect(try strings(table, "context") == ["文", "文"])
        #expect(try strings(table, "question") == ["问", "又"])
        var bytes: [UInt8] = []
        table.appendJSON(ofRecord: 0, to: &bytes)
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == #"{"id": "Q0", "title": "T", "context": "文", "question": "问", "answers": ["a", "b"]}"#)
    }

    @Test func renamedFieldsStayInTheOutput() throws {
        let table = try table(Self.document, named: [FieldPath(parsing: "question=context")])
        #expect(try strings(table, "question")[2] == "plain 中文")
        var bytes: [UInt8] = []
        table.appendJSON(ofRecord: 2, to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self).contains(#""question": "Q""#))
    }

    static func place(_ article: Int?, _ paragraph: Int? = nil, _ question: Int? = nil) -> QuestionPlace {
        QuestionPlace(article: article, paragraph: paragraph, question: question)
    }

    @Test(
        arguments: [
            (
                #"{"data": [{"paragraphs": [{"context": "c", "qas": []},\#n{"qas": []}]}]}"#, 2, 1, place(0, 1),
                .missing(key: "context")
            ),
            (
                #"{"data": [{"paragraphs": [{"context": 5, "qas": []}]}]}"#, 1, 39, place(0, 0),
                .wrongKind(key: "context", found: .number, expected: .text)
            ),
            (#"{"data": [{"paragraphs": [{"context": "c"}]}]}"#, 1, 27, place(0, 0), .missing(key: "qas")),
            (
                #"{"data": [{"paragraphs": [{"context": "c", "qas": [{"id": "1"}]}]}]}"#, 1, 52, place(0, 0, 0),
                .missing(key: "question")
            ),
            (
                #"{"data": [{"paragraphs": [{"context": "c", "qas": [{"question": null}]}]}]}"#, 1, 65, place(0, 0, 0),
                .wrongKind(key: "question", found: .null, expected: .text)
            ),
            (
                #"{"data": [{"paragraphs": [{"context": "c", "qas": {}}]}]}"#, 1, 51, place(0, 0),
                .wrongKind(key: "qas", found: .object, expected: .array)
            ),
            (#"{"data": [{"paragraphs": [7]}]}"#, 1, 27, place(0, 0), .notAnObject(found: .number)),
            (#"{"data": [{}, {"title": "x"}]}"#, 1, 11, place(0), .missing(key: "paragraphs")),
            (#"{"data": [[]]}"#, 1, 11, place(0), .notAnObject(found: .array)),
            (#"{"data": {}}"#, 1, 10, place(nil), .wrongKind(key: "data", found: .object, expected: .array)),
            (#"{"version": 1}"#, 1, 1, place(nil), .missing(key: "data")),
            (#"[{"context_text": "c"}]"#, 1, 2, place(nil, 0), .missing(key: "qas")),
            ("5", 1, 1, place(nil), .notAnObject(found: .number)),
        ] as [(String, Int, Int, QuestionPlace, QuestionFault)])
    func faultsNameTheirPlace(text: String, line: Int, column: Int, part: QuestionPlace, fault: QuestionFault) {
        let error = RecordError.questionsMalformed(TextRecordsTests.place(line, column), part, fault)
        // Of the whole document there is no part to leave out.
        #expect(throws: part == QuestionPlace() ? RecordError.ofDocument(error) : error) {
            try table(text, format: .squad)
        }
    }

    @Test func wrongPartsCanBeLeftOut() throws {
        let table = try table(
            """
            {"data": [
              {"paragraphs": [{"qas": [{"question": "lost", "id": "0"}]},
                {"context": "c", "qas": [{"id": "1"}, {"id": "2", "question": "kept"}, 5]}]},
              7
            ]}
            """, format: .squad, onError: .skip)
        #expect(try strings(table, "question") == ["kept"])
        #expect(table.skippedCount == 4)
        #expect(table.location(ofRecord: 0).line == 3)
    }

    @Test func brokenDocuments() throws {
        #expect(throws: RecordError.ofDocument(.truncated(TextRecordsTests.place(2, 10)))) {
            try table("{\"data\": [\n  {\"par: ", format: .squad)
        }
        #expect(
            throws: RecordError.ofDocument(
                .notJSON(TextRecordsTests.place(2, 2), .unexpected(byte: UInt8(ascii: "}"), expected: .value)))
        ) { try table("{\"data\":\n }", format: .squad) }
        #expect(throws: RecordError.fileEmpty(path: "f")) { try table("{\"data\": []}", format: .squad) }
        #expect(throws: RecordError.fileEmpty(path: "f")) { try table(" \n", format: .squad) }
        let wrong = Array("{\"data\": \n\"".utf8) + [0xFF] + Array("\"}".utf8)
        #expect(throws: RecordError.ofDocument(.notUTF8(TextRecordsTests.place(2, 2)))) {
            try RecordTable.read(bytes: wrong, path: "f", format: .squad)
        }
    }

    /// Whatever the document is like, reading it does not trap, and what is written is JSON.
    @Test func anyDocument() throws {
        var random = SplitMix(seed: 51)
        let parts = Array(Self.document.split(separator: "\n", omittingEmptySubsequences: false).joined().utf8)
        for _ in 0..<3000 {
            var bytes = parts
            for _ in 0..<Int.random(in: 0...2, using: &random) {
                let at = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[at] = Array("{}[]\",:x0\\".utf8).randomElement(using: &random) ?? 0
                case 1: bytes.remove(at: at)
                default: bytes.removeSubrange(at..<min(bytes.count, at + 20))
                }
            }
            guard let table = try? RecordTable.read(bytes: bytes, path: "f", format: .squad, onError: .skip) else { continue }
            for row in 0..<table.count {
                var json: [UInt8] = []
                table.appendJSON(ofRecord: row, to: &json)
                let isJSON = json.withUnsafeBufferPointer { JSONFaultFinder.find(in: $0) == nil }
                #expect(isJSON, "\(String(decoding: json, as: UTF8.self))")
            }
        }
    }
}
