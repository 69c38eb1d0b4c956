/// Compares the tokens of ``RuleScanner`` with those of ICU on texts that exercise each rule.
///
/// The rules come from ICU in a binary form that is guarded only by its format number. If a later ICU gives the form another
/// meaning, or changes how it uses its dictionary, this keeps results right at the cost of speed.
enum RuleTrial {
    /// Texts chosen so that each kind of rule, and each dictionary, is used by one of them.
    static let texts = [
        "can't won’t rock'n'roll 'quoted' it's. e.g. U.S.A., a.b:c x;y x,y x·y foo_bar _x_ __ @me a@b.org #tag",
        "3.14 1,234.5 1;2 1:2 1.a a.1 2nd x2 $9.99 50% -1 1'000 1’000 1_000 ２３．５ ٣٫١٤ ①② ½",
        "  two  spaces\t\ttabs\r\n\n\rline\u{85}next\u{2028}\u{3000}\u{3000}wide\u{A0}no-break\u{200B}zero",
        "\u{301}start e\u{301}te\u{301} a\u{AD}b a\u{2060}b .\u{301}5 1.\u{301}5 a\u{200D}b \u{200D}\u{1F469} \u{301}",
        "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467} \u{1F44D}\u{1F3FD} \u{1F1E8}\u{1F1F3}\u{1F1E8} \u{2764}\u{FE0F}",
        "\u{5D0}\"\u{5D1} \u{5D0}' \u{5D0}\"1 \u{5D0}'\u{5D1} \u{5D0}\".",
        "宁肯装作无知而不采取行动，不可装作假聪明。2018年a股3.5%的涨幅_中国_ 〇一二 々人 \u{20000}\u{20001}中\u{301}文",
        "私はカタカナとひらがなを書きます。コーヒー_カップ ｶﾞｷﾞ ー あー カ\u{3099} カa aカ 1カ",
        "한국어 띄어쓰기a 가1 1가 \u{1100}\u{1161}각 ภาษาไทยง่ายนิดเดียว abcไทย ລາວ ខ្មែរ မြန်မာ .\u{E31} a\u{E31}",
    ]

    /// Whether all texts have the same tokens both ways.
    static func passes(_ table: RuleTable, _ breaker: WordBreaker) -> Bool {
        texts.allSatisfy { agrees(on: $0, table, nil, breaker) }
    }

    /// Runs of ideographs with words of all lengths, unknown characters, and ties between paths of equal cost.
    static let ideographs = [
        "中华人民共和国全国人民代表大会常务委员会关于修改个人所得税法的决定自公布之日起施行",
        "研究生命的起源是一个很有意思的问题发展中国家的经济结合成分子时大学生活动中心", "乒乓球拍卖完了南京市长江大桥",
        "这家酒店的服务员态度非常好房间干净卫生早餐也很丰富就是离市中心有点远下次还会再来住的",
        "东京都庁舎国際連合安全保障理事会常任理事国", "龘靐齉爩鱻麤龗灪吁龖厵滟爨癵籱饢驫鲡鹂鸾麣纞虋讟钃骊郁鸜麷鞻韽韾响顟顠饙饙騳騱饐",
        "一二三四五六七八九十百千万亿零的了是不在有人我他这个们来到时大地为子中你说生国年着就那和要", "蘋果電腦軟體設計師發現問題並開發應用程式",
        "只听得山上松树林里一片喊声那一干人从树丛中跳将出来手里都拿着朴刀杆棒不知是何处人氏姓甚名谁",
    ]

    /// Whether a text has the same tokens both ways.
    static func agrees(
        on text: String, _ table: RuleTable, _ ideographs: HanDictionary?, _ breaker: WordBreaker
    ) -> Bool {
        var own = TokenBuffer()
        var icu = TokenBuffer()
        defer {
            own.deallocate()
            icu.deallocate()
        }
        let bytes = Array(text.utf8)
        bytes.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return }
            RuleScanner.appendTokens(
                of: base, count: bytes.count, table: table, ideographs: ideographs, breaker: breaker, to: &own)
            breaker.appendTokens(of: base, 0, bytes.count, isWord: nil, to: &icu)
        }
        return own.tokens.elementsEqual(icu.tokens)
    }
}
