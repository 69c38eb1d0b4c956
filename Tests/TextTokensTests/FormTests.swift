import Testing

@testable import TextTokens

@Suite("The form of a text")
struct FormTests {
    private static func marks(_ text: String) -> Set<FormMark> {
        var text = text
        let found = text.withUTF8 { FormScan.marks(of: $0).union(FormScan.blanks(of: $0)) }
        return Set(FormMark.allCases.filter { found.contains(FormMarks($0)) })
    }

    private static func erased(_ text: String, _ kinds: Set<FormKind>, _ boilerplate: [Boilerplate] = []) -> String {
        var text = text
        return text.withUTF8 { bytes in
            FormEraser(kinds, boilerplate: boilerplate).with(bytes, field: 0) { String(decoding: $0, as: UTF8.self) }
        }
    }

    @Test(
        "Each mark is found where it is",
        arguments: [
            ("it&#39;s", [.entities]), ("it&#x27;s", [.entities]), ("a &amp; b", [.entities]), ("AT&T; x", []), ("a & b", []),
            ("one<br />two", [.tags]), ("x < y > z", []), ("the <unk> word", []), ("</p>", [.tags]),
            ("one\\ntwo", [.backslashes]),
            ("C:\\new", []), ("\\theta", []), ("\\u4e2d", [.backslashes]), ("SHOUTING AT YOU", [.mostlyCapitals]),
            ("quiet and without capitals", [.noCapitals, .smallStart]), ("Every Word Has A Capital", [.capitalWords]),
            ("ＡＢＣ", [.fullWidthLetters]), ("好，真好！", [.fullWidthPunctuation]), ("好,真好", [.halfWidthPunctuation]),
            ("ｶﾀｶﾅ", [.halfWidthKana]), ("這個時間", [.traditional, .mostlyTraditional]), ("这个时间", []), ("著名的乾坤", []),
            ("😀", [.emoji]), ("😀😀😀", [.emoji, .manyEmoji]), ("Good :-)", [.emoticons]), ("Note 2:)", []), ("Answer:Data", []),
            ("a\u{FFFD}b", [.replacements]), ("锟斤拷", [.replacements]), ("Itâ€™s", [.misread]), ("CafÃ©", [.misread]),
            ("Café", []), ("Ça va, Éric", []), ("\u{93}Hi\u{94}", [.controls]), (" A", [.leadingBlanks]),
            ("A ", [.trailingBlanks]),
            ("A\n", [.trailingLineEnd]), ("A\nB", [.lineEnds]), ("A  B", [.runsOfBlanks]), ("A\u{A0}B", [.wideBlanks]),
            ("A B", []),
            ("", []),
        ] as [(String, Set<FormMark>)])
    func marks(text: String, expected: Set<FormMark>) {
        // Short examples in small letters say nothing of case.
        let isOfCase = expected.contains { $0.kind == .letterCase }
        #expect(Self.marks(text).filter { isOfCase || $0.kind != .letterCase } == expected, "\(text)")
    }

    @Test(
        "A kind is taken out, and nothing else",
        arguments: [
            ("It&amp;#39;s &lt;b&gt; <b>bold</b>\\nnext", .escapes, "It's <b>  bold  next"),
            ("ABC Ünï", .letterCase, "abc Ünï"),
            ("ＡＢＣ，１２", .width, "ABC,12"), ("這個時間，學習", .script, "这个时间，学习"), ("好😀 :-) 的", .emoji, "好    的"),
            ("Itâ€™s CafÃ© \u{FFFD}ä½\u{A0}å¥½", .mojibake, "It’s Café 你好"),
            ("Well-known, don't (stop)!", .surface, "Well-known  don't  stop  "),
            (" as it is ", .trimming, " as it is "),
        ] as [(String, FormKind, String)])
    func erases(text: String, kind: FormKind, expected: String) {
        #expect(Self.erased(text, [kind]) == expected)
    }

    @Test(
        "A text without a kind shows none of its marks",
        arguments: FormKind.allCases.filter { ![.surface, .trimming, .boilerplate, .letterCase].contains($0) })
    func nothingLeft(kind: FormKind) {
        let texts = [
            "it&#39;s <br> \\n", "ＡＢＣ，好", "這個", "😀 :)", "Itâ€™s \u{FFFD} \u{85} 锟斤拷", "plain text", "SHOUTING AT ALL OF YOU",
        ]
        for text in texts {
            let marks = Self.marks(Self.erased(text, [kind]))
            #expect(!marks.contains { $0.kind == kind }, "\(text): \(marks)")
        }
    }

    @Test("Starts and ends that many texts have are found and cut off; a form letter is what a text says")
    func boilerplate() {
        var (plain, signed) = (Boilerplate.Counter(), Boilerplate.Counter())
        func add(_ text: String, _ counter: inout Boilerplate.Counter) {
            var text = text
            text.withUTF8 { counter.add($0) }
        }
        for number in 0..<200 {
            let own = "number\(number) other\(number * 7) word\(number * 13) some\(number) last\(number * 3) more\(number * 5)"
            add("\(own)", &plain)
            add(number % 4 == 0 ? "\(own) sent from my phone" : own, &signed)
            add("Your order \(number) was delivered", &signed)
        }
        let found = Boilerplate([plain, signed])
        #expect(found.starts.isEmpty)
        #expect(found.ends.count == 1)
        #expect(
            Self.erased("A text of its own and long enough sent from my phone", [.boilerplate], [found])
                == "A text of its own and long enough ")
        #expect(Self.erased("Nothing to sign", [.boilerplate], [found]) == "Nothing to sign")
    }

    @Test("The table of traditional characters maps each to another that stays as it is")
    func traditional() {
        let mapped = (0x4E00...0x9FFF).compactMap { point in
            TraditionalHan.simplified(UInt32(point)).map { (UInt32(point), $0) }
        }
        #expect(mapped.count > 2800)
        for (from, to) in mapped { #expect(from != to && (0x3400...0x9FFF).contains(to)) }
        #expect(TraditionalHan.simplified(0x4E2D) == nil && !TraditionalHan.isTraditional(0x8457))
    }
}
