import Foundation
import Testing

@testable import TextRecords

@Suite struct QuestionDocumentTests {
    private func written(_ table: RecordTable, _ rows: [Int], version: String = "1.1") -> String {
        var document = QuestionDocument(version: version)
        var bytes = document.start
        for row in rows {
            var packed: [UInt8] = []
            QuestionDocument.pack(record: row, of: table, to: &packed)
            document.append(packed, to: &bytes)
        }
        return String(decoding: bytes + document.end, as: UTF8.self)
    }

    @Test func questionsAreGroupedAndNamedApart() throws {
        let table = try table(SQuADTests.document)
        #expect(
            written(table, [0, 0, 1, 2, 2, 2], version: "v2.0") == """
                {"version": "v2.0", "data": [
                {"title": "T \\"1\\"", "paragraphs": [
                {"context": "café Él", "qas": [
                {"id": "q1", "question": "Who?", "answers": [{"text": "Él", "answer_start": 3}]},
                {"id": "q1#2", "question": "Who?", "answers": [{"text": "Él", "answer_start": 3}]},
                {"id": "2", "question": "What?", "answers": [], "is_impossible": true}
                ]},
                {"context": "plain 中文", "qas": [
                {"id": "q3", "question": "Q"},
                {"id": "q3#2", "question": "Q"},
                {"id": "q3#3", "question": "Q"}
                ]}]}]}

                """)
        #expect(written(table, []) == "{\"version\": \"1.1\", \"data\": []}\n")
    }

    /// CMRC's flat form has the answers' texts alone; two articles, one of them without a title.
    @Test func theFlatForm() throws {
        let table = try table(
            """
            [{"context_id": "C0", "context_text": "一二三二", "title": "T", "qas": [
               {"query_text": "问", "query_id": "a#2", "answers": ["二", "四"]},
               {"query_text": "又", "query_id": "a", "answers": []}]},
             {"context_text": "文", "qas": [{"query_text": "再", "answers": ["文"]}]}]
            """)
        let json = written(table, [0, 1, 1, 2])
        #expect(json.contains(#"[{"text": "二", "answer_start": 1}, {"text": "四", "answer_start": -1}]"#))
        // `a#2` is taken, so the second `a` is the third.
        #expect(json.contains("{\"id\": \"a#3\", \"question\": \"又\", \"answers\": []}"))
        #expect(json.contains("\n]}]},\n{\"title\": \"\", \"paragraphs\": [\n{\"context\": \"文\""))
        let isJSON = Array(json.utf8).withUnsafeBufferPointer { JSONFaultFinder.find(in: $0) == nil }
        #expect(isJSON)
        #expect(json == written(table, [0, 1, 1, 2]))
    }

    @Test(
        "The names of copies lead back to the question",
        arguments: [
            ("q#2", "q"), ("a#2#13", "a#2"), ("q", nil), ("q#1", nil), ("#2", nil), ("q#", nil), ("q#x", nil), ("q#-2", nil),
        ] as [(String, String?)])
    func copies(name: String, original: String?) {
        #expect(QuestionDocument.original(ofCopy: name) == original)
    }

    /// What is written reads as what was read.
    @Test func roundTrip() throws {
        let first = try table(SQuADTests.document)
        let second = try table(written(first, [0, 1, 2]))
        for row in 0..<3 {
            for name in ["id", "title", "context", "question"] {
                #expect(try strings(first, name)[row] == strings(second, name)[row])
            }
        }
    }
}
