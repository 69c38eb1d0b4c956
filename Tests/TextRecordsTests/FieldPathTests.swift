import Testing

@testable import TextRecords

@Suite struct FieldPathTests {
    @Test(arguments: [
        ("text", "text", ["text"]), ("q=question", "q", ["question"]), ("a=b.c.0", "a", ["b", "c", "0"]),
        ("answers.text", "answers.text", ["answers", "text"]), ("a=b=c", "a", ["b=c"]), ("文=正文", "文", ["正文"]),
    ])
    func pathsAreParsed(text: String, name: String, keys: [String]) throws {
        let field = try FieldPath(parsing: text)
        #expect(field.name == name)
        #expect(field.keys == keys)
        #expect(try FieldPath(name: name, keys: keys) == field)
    }

    @Test(arguments: ["", "=", "a=", "=b", ".", "a.", ".a", "a..b", "a=b..c"])
    func emptyPartsAreRefused(text: String) {
        #expect(throws: RecordError.fieldPathMalformed(text)) { try FieldPath(parsing: text) }
    }

    @Test func emptyListsAreRefused() {
        #expect(throws: RecordError.fieldPathMalformed("a=")) { try FieldPath(name: "a", keys: []) }
        #expect(throws: RecordError.fieldPathMalformed("a=b.")) { try FieldPath(name: "a", keys: ["b", ""]) }
    }
}
