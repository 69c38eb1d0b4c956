import TestSupport

/// Texts made of the characters that word breaking and folding treat in special ways.
enum RandomText {
    /// What texts are drawn from, one character or short sequence each.
    static let alphabet: [String] =
        [
            "a", "B", "z", "0", "1", "9", "'", ".", ",", ":", ";", "_", "-", "@", "#", "$", "/", "\"", " ", "  ", "\t",
            "\r\n", "\r", "\n", "\u{0B}", "\u{85}", "\u{2028}",
            "é", "ß", "İ", "ﬁ", "\u{301}", "\u{308}", "\u{300}", "\u{345}", "\u{20DD}", "\u{200D}", "\u{200C}", "\u{AD}",
            "\u{FEFF}", "\u{2060}", "\u{FE0F}", "\u{E0020}", "\u{34F}",
            "中", "国", "人民", "的", "不知道", "々", "〇", "一", "\u{20000}", "\u{F900}", "㍿", "①", "½", "²", "。", "、",
            "，", "：", "．", "＿", "　", "Ａ", "ｚ", "１", "＇",
            "あ", "ひらがな", "カ", "カタカナ", "ー", "ｶ", "ﾞ", "\u{3099}", "\u{309B}", "ㇰ",
            "한", "국어", "\u{1100}", "\u{1161}", "\u{11A8}", "ㄱ",
            "ก", "ไทย", "ภาษา", "\u{E31}", "\u{E33}", "ລາວ", "ខ្មែរ", "မြန်မာ",
            "\u{1F600}", "\u{1F468}", "\u{1F3FD}", "\u{1F468}\u{200D}\u{1F469}", "\u{2764}", "\u{1F1E8}", "\u{1F1F3}", "©",
            "א", "ב", "\u{5F3}", "\u{5F4}", "ع", "ش", "\u{64B}", "٣", "٫", "\u{FDFA}", "\u{FDFB}",
            "’", "‘", "“", "·", "․", "‧", "…", "‿", "—", "€", "\u{A0}", "\u{200B}", "\u{1680}",
            "а", "Ж", "Σ", "ς", "ᾳ", "क", "\u{94D}", "ष", "\u{93E}", "\u{1D7CE}", "\u{1D400}", "\u{FFFD}", "\u{10FFFF}",
        ]

    /// A text of 0..<`limit` draws; half of the texts draw from a few characters only, so that they meet often.
    static func make(_ generator: inout SplitMix, limit: Int = 14) -> String {
        let length = Int.random(in: 0..<limit, using: &generator)
        let choices =
            Bool.random(using: &generator)
            ? alphabet : (0..<4).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &generator)] }
        return (0..<length).map { _ in choices[Int.random(in: 0..<choices.count, using: &generator)] }.joined()
    }

    /// Bytes of which some are no UTF-8.
    static func malformed(_ generator: inout SplitMix) -> [UInt8] {
        var bytes = Array(make(&generator).utf8)
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
            let place = Int.random(in: 0...bytes.count, using: &generator)
            if Bool.random(using: &generator) || place == bytes.count {
                bytes.insert(UInt8.random(in: 0x80...0xFF, using: &generator), at: place)
            } else {
                bytes.remove(at: place)
            }
        }
        return bytes
    }
}
