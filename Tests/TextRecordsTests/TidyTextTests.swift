import Testing

@testable import TextRecords

@Suite struct TidyTextTests {
    private func tidy(_ text: String) -> String {
        Array(text.utf8).withUnsafeBufferPointer { TidyText.with($0) { String(decoding: $0, as: UTF8.self) } }
    }

    @Test(arguments: [
        ("as it is", "as it is"), ("", ""), (" ", ""), ("\n", ""), ("a\n", "a"), ("\r\n a\t\tb \u{3000}c\u{A0}", "a b c"),
        ("a\r\nb", "a b"), ("中\u{3000}文", "中 文"), ("£5 à", "£5 à"), ("。、", "。、"),
    ])
    func runsOfBlanksAreOne(text: String, expected: String) {
        #expect(tidy(text) == expected)
        #expect(tidy(expected) == expected)
    }
}
