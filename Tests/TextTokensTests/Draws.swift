/// SplitMix64: seeded draws for the tests; the seed stands in each failure.
struct Draws {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    /// A number in `0..<limit`.
    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
}

/// Texts made of what word boundary rules and normalisation treat specially.
enum NastyText {
    /// ASCII that the fast path cuts itself; space and letters more often, since pieces end between them.
    static let ascii: [String] =
        ["a", "b", "Z", "x", "0", "7", "9", " ", " ", " ", "  ", "a b", " 1", "a. b", "'", ".", ",", ":", ";", "_", "-"]
        + ["\"", "@", "\t", "\r", "\n", "\r\n", "\u{0B}", "\u{0C}", "\0", "\u{7F}", "/", "%"]

    /// What is left to ICU.
    static let beyond: [String] = [
        "é", "e\u{301}", "\u{301}", "\u{308}", "ß", "İ", "\u{200D}", "\u{AD}", "\u{200B}", "\u{FEFF}", "\u{2060}", "\u{85}",
        "\u{2028}", "\u{A0}", "\u{3000}", "\u{2019}", "\u{B7}", "\u{2024}", "\u{FF0E}", "\u{FE13}", "中", "国", "人民", "北京",
        "𠀀", "か", "な", "カ", "ー", "゙", "한", "국", "ᄒ", "ᅡ", "ᆫ", "ไ", "ท", "ย", "ที่", "你好。", "，", "ａ", "Ｚ", "１", "．", "＿",
        "א", "ב", "א\"ב", "ו'", "؛", "ع", "٣", "д", "👍", "👍🏽", "👩\u{200D}👧", "❤\u{FE0F}", "🇨", "🇳", "🇺", "#\u{FE0F}\u{20E3}",
        "ﬁ", "㈱", "\u{FDFA}", "①", "Ⅳ", "ſ", "K", "\u{1E9E}", "\u{E0061}", "\u{10FFFF}", "\u{E000}", "\u{FFFD}", "𝟘", "ǅ",
    ]

    /// Up to 14 pieces; a third of the texts hold ASCII alone.
    static func draw(_ draws: inout Draws) -> String {
        let beyondPercent = [0, 20, 60][draws.below(3)]
        var text = ""
        for _ in 0..<1 + draws.below(14) {
            let pieces = draws.below(100) < beyondPercent ? beyond : ascii
            text += pieces[draws.below(pieces.count)]
        }
        return text
    }

    /// Every code point and no other, in texts of 256.
    static var allScalars: [String] {
        (UInt32(0)..<0x1100).map { page in
            var text = ""
            text.unicodeScalars.append(contentsOf: (UInt32(0)..<256).compactMap { Unicode.Scalar(page << 8 | $0) })
            return text
        }
    }
}

/// A text with all that is not ASCII letters or digits written out, for messages.
func spelled(_ text: String) -> String {
    text.unicodeScalars.map { $0.isASCII && $0.value > 0x20 ? String($0) : "{\(String($0.value, radix: 16))}" }.joined()
}
