import TextRecords

/// Texts for tools that split words at spaces.
///
/// Blanks of any kind, including line ends, become one space; each Chinese character or kana is a word of its own, so that
/// n-grams of them form the words of the language. Nothing else is changed: `docs/using-the-weights.md` has the same in Python,
/// for the rows that are to be predicted.
struct PlainWords {
    private let fields: [String]
    private var columns: [FieldColumn] = []

    init(fields: [String]) {
        self.fields = fields
    }

    mutating func begin(_ table: RecordTable) { columns = fields.compactMap { table.column(named: $0) } }

    /// The words of a row of the current table, one field after another.
    func text(_ row: Int) -> [UInt8] {
        var words: [UInt8] = []
        for column in columns {
            column.withText(at: row) { text in
                if !words.isEmpty { words.append(0x20) }
                Self.append(text, to: &words)
            }
            if words.last == 0x20 { words.removeLast() }
        }
        return words
    }

    /// Appends the words of well-formed UTF-8; no space is put before the first.
    static func append(_ text: UnsafeBufferPointer<UInt8>, to words: inout [UInt8]) {
        let start = words.count
        var isApart = false
        var at = 0
        while at < text.count {
            let lead = text[at]
            let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
            let character = text[at..<min(at + length, text.count)]
            at += length
            let point = Self.point(character)
            if isBlank(point) {
                isApart = true
                continue
            }
            let isAlone = Script.isIdeograph(point) || Script.isKana(point)
            if isApart || isAlone, words.count > start { words.append(0x20) }
            words.append(contentsOf: character)
            isApart = isAlone
        }
    }

    private static func point(_ character: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32 {
        let lead = UInt32(character.first ?? 0)
        if lead < 0x80 { return lead }
        let first = lead < 0xE0 ? lead & 0x1F : lead < 0xF0 ? lead & 0x0F : lead & 0x07
        return character.dropFirst().reduce(first) { $0 << 6 | UInt32($1 & 0x3F) }
    }

    /// What Python's `str.split` splits at, and NUL, which ends strings in C.
    private static func isBlank(_ point: UInt32) -> Bool {
        switch point {
        case 0, 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }
}

/// Texts that must not break a line of tab-separated columns.
enum OneLine {
    /// The text with a space for each tab and each character that ends a line.
    static func text(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { "\t\n\r".unicodeScalars.contains($0) ? " " : $0 }))
    }
}
