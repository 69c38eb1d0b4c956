import Testing
import TextTokens

@Suite struct WordTokenizerTests {
    @Test(arguments: [
        ("", []),
        (" \t\r\n", []),
        ("can't", ["can't"]),
        ("'tis rock 'n' roll'", ["tis", "rock", "n", "roll"]),
        ("it\u{2019}s", ["it\u{2019}s"]),
        ("3.14", ["3.14"]),
        ("1,000.5; 2", ["1,000.5", "2"]),
        ("3.a a.3 a,b 1'2", ["3", "a", "a", "3", "a", "b", "1'2"]),
        ("e.g., this", ["e.g", "this"]),
        ("foo_bar _ __ _1", ["foo_bar", "__", "_1"]),
        ("a.b:c", ["a.b", "c"]),
        ("me@mail.org, @you @ @1", ["me@mail.org", "@you", "@", "@1"]),
        ("well-known R2D2", ["well", "known", "R2D2"]),
        ("ＡＢＣ１２３", ["ＡＢＣ１２３"]),
        ("café cafe\u{301}", ["café", "cafe\u{301}"]),
        ("我爱北京天安门。", ["我", "爱", "北京", "天安门"]),
        ("iPhone很好用", ["iPhone", "很好", "用"]),
        ("ok 👍🏽 👩\u{200D}👧 🇨🇳 fine", ["ok", "fine"]),
    ] as [(String, [String])])
    func knownTexts(text: String, words: [String]) throws {
        #expect(try WordTokenizer().words(in: text) == words)
    }

    @Test func spacesRunTogetherAndOtherSeparatorsStandAlone() throws {
        let tokens = try WordTokenizer().tokens(of: "a  ,\r\n\n!")
        #expect(tokens == [
            WordToken(start: 0, end: 1, isWord: true), WordToken(start: 1, end: 3, isWord: false),
            WordToken(start: 3, end: 4, isWord: false), WordToken(start: 4, end: 6, isWord: false),
            WordToken(start: 6, end: 7, isWord: false), WordToken(start: 7, end: 8, isWord: false),
        ])
    }

    @Test func anEmojiSequenceIsOneTokenThatIsNoWord() throws {
        let family = "👩\u{200D}👧"
        #expect(try WordTokenizer().tokens(of: family) == [WordToken(start: 0, end: 11, isWord: false)])
    }

    @Test func tokensCoverTheTextWithoutGaps() throws {
        let tokenizer = try WordTokenizer()
        let seed: UInt64 = 11
        var draws = Draws(seed: seed)
        for _ in 0..<3000 {
            let text = NastyText.draw(&draws)
            #expect(covers(tokenizer.tokens(of: text), text.utf8.count), "seed \(seed): \(spelled(text))")
        }
    }

    /// The result depends on the text alone, not on what the tokenizer saw before.
    @Test func aTokenizerCanBeUsedAgain() throws {
        let used = try WordTokenizer()
        var draws = Draws(seed: 12)
        for _ in 0..<200 {
            let text = NastyText.draw(&draws)
            #expect(try used.tokens(of: text) == WordTokenizer().tokens(of: text))
        }
    }
}

/// Whether tokens that are not empty follow each other from 0 to `count`.
func covers(_ tokens: [WordToken], _ count: Int) -> Bool {
    var end: Int32 = 0
    for token in tokens {
        guard token.start == end, token.end > token.start else { return false }
        end = token.end
    }
    return Int(end) == count
}
