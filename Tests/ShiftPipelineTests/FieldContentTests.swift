import Testing

@testable import ShiftPipeline

/// What a field is, by its texts and by its name.
@Suite struct FieldContentTests {
    @Test(arguments: [
        "2024-01-02 03:04:05", "2024-01-02T03:04:05.678+08:00", "02 14, 2014", "2024/02/17", "17/02/2024", "Feb 3, 2015",
        "3rd of May 1999",
        "Tue, 15 Nov 1994 08:12:31 GMT", "2018年4月2日", "9:41", "下午3点20分", "1700000000", "1700000000123", "20240131",
    ])
    func times(text: String) { #expect(FieldContent.isTime(text)) }

    @Test(arguments: [
        "3.5", "42", "room 101", "version 1.2.3 of 2024", "I bought it in May", "the 3rd of them", "2024", "1:0 gewonnen",
        "5/5", "20249931",
        "may", "", "100000000000000",
    ])
    func noTimes(text: String) { #expect(!FieldContent.isTime(text)) }

    @Test func numbersTagsAndTokens() {
        #expect(["3", "-3.5", "1,200", "$9.99", "85%", "1e5"].allSatisfy(FieldContent.isNumber))
        #expect(!["three", "3 stars", "", "1.2.3"].contains(where: FieldContent.isNumber))
        #expect(FieldContent.isTag("O\nO\nB-PER\nI-PER") && FieldContent.isTag("O O O"))
        #expect(!FieldContent.isTag("O") && !FieldContent.isTag("I am") && !FieldContent.isTag("B-side of a record"))
        #expect(["user_12", "https://a.b/c?d=e", "a@b.c", "9f86d081-88"].allSatisfy(FieldContent.isToken))
        #expect(!["two words", "这家店的面条很好吃", "สวัสดีครับ"].contains(where: FieldContent.isToken))
    }

    /// Content decides, whatever the field is called; a name decides only what content cannot.
    @Test func objections() throws {
        func objection(_ name: String = "field", _ text: (Int) -> String) throws -> Field.Reason? {
            try FieldContent((0..<200).map(text)).objection(name: name)
        }
        let words = ["river", "stone", "market", "engine", "doctor", "garden", "winter", "signal"]
        func sentence(_ row: Int) -> String {
            (0..<9).map { words[(row * 31 + $0 * $0 * 7 + row / 8) % 8] }.joined(separator: " ") + " \(row)"
        }
        #expect(try objection("field", sentence) == nil)
        #expect(try objection("weird_name", sentence) == nil)
        #expect(try objection { "2024-02-\(10 + $0 % 19) 10:0\($0 % 10)" } == .time)
        #expect(try objection { "\($0).5" } == .notText)
        #expect(try objection { "user-\($0)" } == .identifier)
        #expect(try objection { "session number \($0 * 7919)" } == .identifier)
        #expect(try objection { ["positive", "negative"][$0 % 2] } == .classes)
        #expect(try objection { ["card lost or stolen", "card not arrived"][$0 % 2] } == .classes)
        // Stock answers are text where the field is called text.
        #expect(try objection("review_text") { ["nothing to add here", "all good thank you"][$0 % 2] } == nil)
        #expect(try objection("author") { "Anna \(words[$0 % 8])\($0)" } == .identifier)
        #expect(try objection { words[$0 % 8] + "s" + words[($0 / 8) % 8] } == .identifier)
        // Seven Chinese characters are several words.
        let han = Array("河流石头市场引擎医生花园冬天信号纸张")
        #expect(try objection { row in String((0..<7).map { han[(row * 7 + $0 * $0 * 3 + row / 5) % han.count] }) } == nil)
    }

    @Test func namesWordByWord() {
        #expect(
            FieldName.words(of: "std_answer") == ["std", "answer"] && FieldName.words(of: "goldLabel2") == ["gold", "label"])
        #expect(
            [
                "answer", "std_answer", "goldLabel", "label3", "标准答案", "user_id", "userId", "createdTime", "发布时间",
                "tweet_created", "url",
            ]
            .allSatisfy(FieldName.isReserved))
        #expect(
            !["text", "question", "title", "Identity", "answering_text_of_user", "内容", "source", "timeline"].contains(
                where: FieldName.isReserved))
        #expect(FieldName.isOfAPerson("reviewer_name") && !FieldName.isOfAPerson("named"))
        #expect(FieldName.isIdentifier("doc_id") && !FieldName.isIdentifier("label_id"))
    }
}
