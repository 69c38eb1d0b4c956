import Testing

@testable import ShiftReport

@Suite("Corpus text for a terminal")
struct DisplayTextTests {
    @Test(arguments: [
        ("", ""), ("  a \t\n b  ", "a b"), ("a\u{0}b", "a\u{FFFD}b"), ("\u{1B}[31m", "\u{FFFD}[31m"),
        ("a\u{3000}b", "a b"), ("a\u{A0}b", "a b"), ("\u{202E}x", "\u{FFFD}x"), ("👩‍🔬", "👩‍🔬"), ("e\u{301}", "e\u{301}"),
    ])
    func neutral(text: String, expected: String) {
        #expect(Array(DisplayText.neutral(text).unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test(arguments: [
        ("", 0), ("abc", 3), ("数据", 4), ("e\u{301}", 1), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("😀", 2), ("⚽", 2),
        ("❤\u{FE0F}", 2), ("☔\u{FE0F}", 2), ("ｱ", 1), ("Ａ", 2), ("…", 1), ("か\u{3099}", 2), ("🇨🇳", 2), ("卡ー", 4),
    ])
    func width(text: String, columns: Int) {
        #expect(DisplayText.width(text) == columns)
    }

    @Test(arguments: [
        ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("abcdef", 1, "…"), ("数据集", 6, "数据集"), ("数据集", 5, "数据…"),
        ("数据集", 4, "数…"), ("数据集", 3, "数…"), ("数据集", 2, "…"), ("a\nb", 3, "a b"), ("a\n\n\nb", 3, "a b"),
        ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"), ("", 5, ""),
    ])
    func cut(text: String, columns: Int, expected: String) {
        #expect(DisplayText.cut(text, to: columns) == expected)
    }

    @Test("A cut text fits, and begins as the text does")
    func cutFits() {
        let text = "Mixed 中文 and English，全角 и кириллица, 😀😀 e\u{301}"
        for columns in 1...60 {
            let cut = DisplayText.cut(text, to: columns)
            #expect(DisplayText.width(cut) <= columns)
            if cut != text {
                #expect(cut.hasSuffix("…"))
                #expect(text.hasPrefix(cut.dropLast()))
                #expect(DisplayText.width(cut) >= columns - 1)
            }
        }
        #expect(DisplayText.cut(text, to: 200) == text)
    }

    @Test func pad() {
        #expect(DisplayText.pad("数据", to: 6) == "数据  ")
        #expect(DisplayText.pad("abcdef", to: 3) == "abcdef")
    }
}

@Suite("Numbers as people read them")
struct NumberTextTests {
    @Test(arguments: [(0, "0"), (7, "7"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567"), (-1_000, "-1,000")])
    func whole(value: Int, expected: String) {
        #expect(NumberText.whole(value) == expected)
    }

    @Test(
        arguments: [
            (0, "0%"), (0.0005, "<0.1%"), (0.001, "0.1%"), (0.0994, "9.9%"), (0.0995, "10%"), (0.5, "50%"), (1, "100%"),
        ] as [(Double, String)])
    func percent(share: Double, expected: String) {
        #expect(NumberText.percent(share) == expected)
    }

    @Test(arguments: [(0.0009, "< 0.001"), (0.001, "0.001"), (0.25, "0.250"), (1, "1.000")] as [(Double, String)])
    func pValue(p: Double, expected: String) {
        #expect(NumberText.pValue(p) == expected)
    }

    @Test func fixed() {
        #expect(NumberText.fixed(1.005, 1) == "1.0")
        #expect(NumberText.fixed(.infinity, 2) == "∞")
    }
}
