import Foundation
import TestSupport
import Testing

@testable import TextRecords

/// The folder of public corpora, or nil where there is none.
let publicData = ProcessInfo.processInfo.environment["TEXTSHIFT_DATA"]

/// Counts of public files as other readers have them.
@Suite(.enabled(if: publicData != nil, "TEXTSHIFT_DATA names no folder of public corpora"))
struct PublicCorporaTests {
    func read(_ name: String) throws -> RecordTable {
        try RecordTable.read(path: #require(publicData) + "/" + name)
    }

    @Test(arguments: [
        ("cmrc2018_dev.json.gz", 3219, 848), ("cmrc2018_trial.json.gz", 1002, 256),
        ("squadshifts_new_wiki.json.gz", 7938, 1581), ("squadshifts_reddit.json.gz", 9803, 2033),
    ])
    func questions(name: String, count: Int, contexts: Int) throws {
        let table = try read(name)
        #expect(table.format == .squad)
        #expect(table.isCompressed)
        #expect(table.count == count)
        #expect(try distinct(table, "context") == contexts)
    }

    struct Question: Decodable {
        struct Answer: Decodable {
            var text: String
            var answer_start: Int
        }
        var id: String
        var title: String
        var context: String
        var question: String
        var answers: [Answer]
    }

    private struct Document: Decodable {
        struct Article: Decodable {
            struct Paragraph: Decodable {
                struct Entry: Decodable {
                    var id: String
                    var question: String
                    var answers: [Question.Answer]
                }
                var context: String
                var qas: [Entry]
            }
            var paragraphs: [Paragraph]
        }
        var data: [Article]
    }

    /// Another reader finds the same questions, with answers where they were: offsets count code points.
    /// `astray` is how many of them Python finds to be wrong in the file itself.
    @Test(arguments: [("cmrc2018_dev", 200), ("cmrc2018_trial", 5), ("squadshifts_new_wiki", 0), ("squadshifts_reddit", 0)])
    func answersStayWhereTheyWere(name: String, astray: Int) throws {
        let source = try GzipByteSource(file(#require(publicData) + "/\(name).json.gz"), path: name)
        let document = try JSONDecoder().decode(Document.self, from: Data(source.readAll()))
        let paragraphs = document.data.flatMap(\.paragraphs)
        let table = try read(name + ".json.gz")
        var row = 0
        var found = 0
        for paragraph in paragraphs {
            let points = Array(paragraph.context.unicodeScalars)
            for entry in paragraph.qas {
                var json: [UInt8] = []
                table.appendJSON(ofRecord: row, to: &json)
                let record = try JSONDecoder().decode(Question.self, from: Data(json))
                #expect(record.id == entry.id && record.question == entry.question)
                // Swift's == takes canonical equivalents for equal.
                #expect(record.context.unicodeScalars.elementsEqual(points))
                #expect(record.answers.count == entry.answers.count)
                for (answer, before) in zip(record.answers, entry.answers) {
                    #expect(answer.answer_start == before.answer_start)
                    #expect(answer.text.unicodeScalars.elementsEqual(before.text.unicodeScalars))
                    let own = record.context.unicodeScalars.dropFirst(max(0, answer.answer_start))
                    if answer.answer_start < 0 || !own.starts(with: answer.text.unicodeScalars) { found += 1 }
                }
                row += 1
            }
        }
        #expect(row == table.count)
        #expect(found == astray)
    }

    @Test func reviews() throws {
        // The table in its zip, by a reader that is not ours.
        let archive = try #require(publicData) + "/online_shopping_10_cats.zip"
        try withTemporaryFolder { folder in
            try Tool.run(["python3", "-m", "zipfile", "-e", archive, folder])
            let table = try RecordTable.read(path: folder + "/online_shopping_10_cats.csv")
            #expect(table.format == .csv)
            #expect(table.count == 62_774)
            #expect(table.columns.map(\.name) == ["cat", "label", "review"])
            #expect(try distinct(table, "cat") == 10)
            #expect(try distinct(table, "label") == 2)
            try Pieces.checkCuts(
                Array(Data(contentsOf: URL(fileURLWithPath: folder + "/online_shopping_10_cats.csv")).prefix(300_000)), .csv,
                sizes: [1000, 50_000])
        }
    }

    @Test(arguments: [("entities_en.jsonl.gz", 14_667), ("entities_zh.jsonl.gz", 8_844)])
    func entities(name: String, count: Int) throws {
        let table = try read(name)
        #expect(table.format == .jsonLines)
        #expect(table.count == count)
        #expect(table.columns.map(\.name) == ["domain", "text", "spans"])
    }

    @Test(arguments: ["lines_en.txt.gz", "lines_zh.txt.gz"])
    func lines(name: String) throws {
        let table = try read(name)
        #expect(table.format == .plainText)
        #expect(table.encoding == .utf8)
    }
}
