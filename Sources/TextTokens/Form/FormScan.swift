/// Finds the marks of form in a text.
package enum FormScan {
    /// The marks of a text as it is compared, and those that only its own bytes have.
    package static func marks(of text: UnsafeBufferPointer<UInt8>) -> FormMarks {
        var marks: FormMarks = []
        scan(text) { mark, _ in marks.formUnion(mark) }
        return marks
    }

    /// Where one of some marks begins, in bytes; nil where the text has none of them, and for those of a whole text.
    package static func place(of wanted: FormMarks, in text: UnsafeBufferPointer<UInt8>) -> Int? {
        var found: Int?
        scan(text) { mark, at in
            if let at, !wanted.isDisjoint(with: mark) { found = min(found ?? at, at) }
        }
        return found
    }

    /// The marks of the blanks of a text as it is in its record.
    package static func blanks(of text: UnsafeBufferPointer<UInt8>) -> FormMarks {
        var marks: FormMarks = []
        var first = 0
        while first < text.count, text[first] <= 0x20 { first += 1 }
        var last = text.count
        while last > first, text[last - 1] <= 0x20 { last -= 1 }
        if first > 0 { marks.formUnion(Sign.leadingBlanks) }
        if last < text.count {
            let end = text[last...]
            marks.formUnion(end.contains { $0 == 0x0A || $0 == 0x0D } ? Sign.trailingLineEnd : Sign.trailingBlanks)
        }
        for at in first..<last {
            switch text[at] {
            case 0x0A...0x0D: marks.formUnion(Sign.lineEnds)
            case 0x09: marks.formUnion(Sign.runsOfBlanks)
            case 0x20 where text[at + 1] == 0x20: marks.formUnion(Sign.runsOfBlanks)
            case 0xA0 where text[at - 1] == 0xC2: marks.formUnion(Sign.wideBlanks)
            case 0x80 where at > 1 && text[at - 1] == 0x80 && text[at - 2] == 0xE3: marks.formUnion(Sign.wideBlanks)
            default: break
            }
        }
        return marks
    }

    /// Reports each mark; the place is nil for marks of a whole text.
    @inline(__always)
    private static func scan(_ text: UnsafeBufferPointer<UInt8>, _ note: (FormMarks, Int?) -> Void) {
        guard let base = text.baseAddress else { return }
        var (capitals, letters, words, capitalWords) = (0, 0, 0, 0)
        var (emoji, ideographs, traditional) = (0, 0, 0)
        var isInWord = false
        var isAfterHan = false
        var at = 0
        while at < text.count {
            let byte = base[at]
            if byte < 0x80 {
                let lower = byte | 0x20
                if lower &- 0x61 < 26 {
                    letters &+= 1
                    let isCapital = byte & 0x20 == 0
                    capitals &+= isCapital ? 1 : 0
                    if !isInWord {
                        words &+= 1
                        capitalWords &+= isCapital ? 1 : 0
                        if at == 0, !isCapital { note(Sign.smallStart, 0) }
                    }
                    isInWord = true
                } else {
                    isInWord = byte == 0x27 || byte &- 0x30 < 10
                    switch byte {
                    case 0x26: if Escapes.entity(text, at) != nil { note(Sign.entities, at) }
                    case 0x3C: if Escapes.tag(text, at) > 0 { note(Sign.tags, at) }
                    case 0x5C: if Escapes.backslash(text, at) != nil { note(Sign.backslashes, at) }
                    case 0x3A, 0x3B:
                        if Emoji.emoticon(text, at) > 0 {
                            note(Sign.emoticons, at)
                        } else if isAfterHan {
                            note(Sign.halfWidthPunctuation, at)
                        }
                    case 0x21, 0x28, 0x29, 0x2C, 0x3F: if isAfterHan { note(Sign.halfWidthPunctuation, at) }
                    default: break
                    }
                }
                isAfterHan = false
                at &+= 1
                continue
            }
            isInWord = byte < 0xE0
            let length = UTF8Sequence.length(base + at, available: text.count - at)
            let point = UTF8Sequence.codePoint(base + at, length: length)
            isAfterHan = point >= 0x4E00 && point < 0xA000
            if isAfterHan {
                ideographs &+= 1
                if TraditionalHan.isTraditional(point) {
                    traditional &+= 1
                    note(Sign.traditional, at)
                } else if point == 0x951F, isReplaced(text, at) {
                    note(Sign.replacements, at)
                }
            } else if point < 0x200 || point >= 0x2000 {
                switch point {
                case 0x80...0x9F: note(Sign.controls, at)
                case 0xA0...0x1FF: if Mojibake.misread(text, at) != nil { note(Sign.misread, at) }
                case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: note(Sign.fullWidthLetters, at)
                case 0xFF01...0xFF5E: note(Sign.fullWidthPunctuation, at)
                case 0xFF65...0xFF9F: note(Sign.halfWidthKana, at)
                case 0xFFFD: note(Sign.replacements, at)
                default:
                    if Emoji.isEmoji(point) {
                        emoji &+= 1
                        note(Sign.emoji, at)
                    }
                }
            }
            at &+= max(length, 1)
        }
        if letters >= 10, capitals == 0 { note(Sign.noCapitals, nil) }
        if letters >= 10, capitals * 2 >= letters { note(Sign.mostlyCapitals, nil) }
        if words >= 5, capitalWords * 5 >= words * 4 { note(Sign.capitalWords, nil) }
        if emoji >= 3 { note(Sign.manyEmoji, nil) }
        if traditional > 0, traditional * 10 >= ideographs { note(Sign.mostlyTraditional, nil) }
    }

    /// Whether 锟斤拷 is at `at`.
    static func isReplaced(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        let replaced: [UInt8] = [0xE9, 0x94, 0x9F, 0xE6, 0x96, 0xA4, 0xE6, 0x8B, 0xB7]
        return at + 9 <= text.count && text[at..<at + 9].elementsEqual(replaced)
    }
}

/// The marks as bits that need no look-up.
private enum Sign {
    static let leadingBlanks = FormMarks(.leadingBlanks)
    static let trailingBlanks = FormMarks(.trailingBlanks)
    static let trailingLineEnd = FormMarks(.trailingLineEnd)
    static let lineEnds = FormMarks(.lineEnds)
    static let runsOfBlanks = FormMarks(.runsOfBlanks)
    static let wideBlanks = FormMarks(.wideBlanks)
    static let entities = FormMarks(.entities)
    static let tags = FormMarks(.tags)
    static let backslashes = FormMarks(.backslashes)
    static let noCapitals = FormMarks(.noCapitals)
    static let mostlyCapitals = FormMarks(.mostlyCapitals)
    static let smallStart = FormMarks(.smallStart)
    static let capitalWords = FormMarks(.capitalWords)
    static let fullWidthLetters = FormMarks(.fullWidthLetters)
    static let fullWidthPunctuation = FormMarks(.fullWidthPunctuation)
    static let halfWidthPunctuation = FormMarks(.halfWidthPunctuation)
    static let halfWidthKana = FormMarks(.halfWidthKana)
    static let traditional = FormMarks(.traditional)
    static let mostlyTraditional = FormMarks(.mostlyTraditional)
    static let emoji = FormMarks(.emoji)
    static let manyEmoji = FormMarks(.manyEmoji)
    static let emoticons = FormMarks(.emoticons)
    static let replacements = FormMarks(.replacements)
    static let misread = FormMarks(.misread)
    static let controls = FormMarks(.controls)
}
