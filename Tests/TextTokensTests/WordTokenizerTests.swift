import Testing

@testable import TextTokens

@Suite("Words, by hand")
struct WordTokenizerTests {
    /// Text and its words.
    static let goldens: [(String, [String])] = [
        ("", []),
        (" \t\r\n", []),
        ("can't", ["can't"]),
        ("won’t 'tis", ["won’t", "tis"]),
        ("3.14", ["3.14"]),
        ("1,234.50 and 50%", ["1,234.50", "and", "50"]),
        ("e.g.", ["e.g"]),
        ("U.S.A. today", ["U.S.A", "today"]),
        ("foo_bar __x", ["foo_bar", "__x"]),
        ("3..4 a..b", ["3", "4", "a", "b"]),
        ("semi-final, no/yes", ["semi", "final", "no", "yes"]),
        ("naïve café", ["naïve", "café"]),
        ("cafe\u{301}s", ["cafe\u{301}s"]),
        ("The quick brown fox.", ["The", "quick", "brown", "fox"]),
        ("中", ["中"]),
        ("ＡＢＣ１２３", ["ＡＢＣ１２３"]),
        ("한국어 문장", ["한국어", "문장"]),
        ("\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467} ok \u{1F44D}\u{1F3FD}", ["ok"]),
    ]

    /// Text and its words by the dictionaries of ICU 72; others may know other words.
    static let dictionaryGoldens: [(String, [String])] = [
        ("我们在北京大学学习。", ["我们", "在", "北京", "大学", "学习"]),
        ("今天天气很好，我们去公园吧！", ["今天", "天气", "很好", "我们", "去", "公园", "吧"]),
        ("研究生命的起源", ["研究", "生命", "的", "起源"]),
        ("2018年iPhone卖了3.5万台", ["2018", "年", "iPhone", "卖", "了", "3.5", "万", "台"]),
        ("カタカナ_テスト", ["カタカナ_テスト"]),
    ]

    @Test("Words of a dictionary", .enabled(if: ICUVersion.major == 72), arguments: dictionaryGoldens)
    func dictionary(_ text: String, _ expected: [String]) throws {
        #expect(try WordTokenizer().words(in: text) == expected)
    }

    @Test("Words of a text", arguments: goldens)
    func words(_ text: String, _ expected: [String]) throws {
        #expect(try WordTokenizer().words(in: text) == expected)
    }

    @Test("Full-width letters and digits become one plain word")
    func foldedFullWidth() throws {
        let folded = try TextNormalizer().normalize("ＡＢＣ１２３，ｘ")
        #expect(folded == "abc123,x")
        #expect(try WordTokenizer().words(in: folded) == ["abc123", "x"])
    }

    @Test("Marks between words are tokens too")
    func spaces() throws {
        let tokens = try WordTokenizer().tokens("a  b.\r\n")
        #expect(
            tokens == [
                WordToken(start: 0, end: 1, isWord: true), WordToken(start: 1, end: 3, isWord: false),
                WordToken(start: 3, end: 4, isWord: true), WordToken(start: 4, end: 5, isWord: false),
                WordToken(start: 5, end: 7, isWord: false),
            ])
    }

    @Test("An emoji sequence is one token, and no word")
    func emoji() throws {
        let family = "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}"
        #expect(try WordTokenizer().tokens(family) == [WordToken(start: 0, end: 18, isWord: false)])
        let flags = try WordTokenizer().tokens("\u{1F1E8}\u{1F1F3}\u{1F1EB}\u{1F1F7}")
        #expect(flags.map(\.end) == [8, 16])
    }

    @Test("ICU 72 divides at a colon and joins at an @", .enabled(if: ICUVersion.major == 72))
    func colon() throws {
        #expect(try WordTokenizer().words(in: "a.b:c") == ["a.b", "c"])
        #expect(try WordTokenizer().words(in: "me@b.org") == ["me@b.org"])
    }

    @Test("A tokenizer carries nothing from one text to the next")
    func reuse() throws {
        let tokenizer = try WordTokenizer()
        var tokens = [WordToken(start: 7, end: 9, isWord: true)]
        for text in ["中文分词", "", "x", "不知道 what", ""] {
            Array(text.utf8).withUnsafeBufferPointer { tokenizer.tokenize($0, into: &tokens) }
            #expect(tokens == (try WordTokenizer().tokens(text)))
        }
        #expect(tokens.isEmpty)
    }

    @Test("Long texts: buffers grow, tokens are those of ICU", arguments: ["ab ", "汉语词典", "x", ". ", "é1_"])
    func long(_ piece: String) throws {
        let text = String(repeating: piece, count: 20_000)
        #expect(try WordTokenizer().tokens(text) == ReferenceICU().tokens(text))
    }
}
