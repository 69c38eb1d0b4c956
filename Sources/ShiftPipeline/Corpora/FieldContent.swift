import Foundation
import TextRecords
import TextTokens

/// What a field is, told from some of its texts: not from its name, unless the name says what the texts cannot.
struct FieldContent {
    /// Share of the texts that must look alike to be taken for times, numbers or addresses.
    private static let nearlyAll = 0.9
    /// Least mean number of words of a text.
    private static let fewestWords = 2.0
    /// A class, or an identifier of several words, has at most this many.
    private static let wordsOfAClass = 6.0
    /// Texts whose words are counted.
    private static let counted = 200

    /// The texts, of both sides.
    private let texts: [String]
    /// Mean number of words of a text, as ICU finds them.
    let meanWords: Double
    private let distinct: Int

    /// - Throws: `TokenError` where ICU cannot be opened.
    init(_ texts: [String]) throws {
        self.texts = texts
        let tokenizer = try WordTokenizer()
        let step = max(1, texts.count / Self.counted)
        let some = stride(from: 0, to: texts.count, by: step).map { texts[$0] }
        let words = some.reduce(0) { $0 + tokenizer.words(in: $1).count }
        meanWords = some.isEmpty ? 0 : Double(words) / Double(some.count)
        distinct = Set(texts).count
    }

    /// Why the field is not text to compare; nil if it is.
    func objection(name: String) -> Field.Reason? {
        guard !texts.isEmpty else { return .tooShort }
        if share(where: Self.isNumber) >= Self.nearlyAll { return .notText }
        if share(where: Self.isTime) >= Self.nearlyAll { return .time }
        if share(where: Self.isTag) >= Self.nearlyAll { return .reservedName }
        if share(where: Self.isToken) >= Self.nearlyAll { return isRepetitive ? .classes : .identifier }
        if (isOnePattern && meanWords <= Self.wordsOfAClass) || (FieldName.isOfAPerson(name) && meanWords <= 4) {
            return .identifier
        }
        if isRepetitive, meanWords <= Self.wordsOfAClass, !FieldName.isOfText(name) { return .classes }
        if meanWords < Self.fewestWords { return .tooShort }
        return nil
    }

    /// Few values, each many times.
    private var isRepetitive: Bool { texts.count >= 40 && distinct * 20 <= texts.count }

    /// One pattern with other digits in it, such as `user 20391`.
    private var isOnePattern: Bool {
        guard distinct * 2 > texts.count, texts.count >= 20 else { return false }
        var counts: [String: Int] = [:]
        for text in texts {
            var pattern = ""
            for character in text where !(character.isASCII && character.isNumber && pattern.last == "0") {
                pattern.append(character.isASCII && character.isNumber ? "0" : character)
            }
            counts[pattern, default: 0] += 1
        }
        return Double(counts.values.max() ?? 0) >= Self.nearlyAll * Double(texts.count)
    }

    private func share(where condition: (String) -> Bool) -> Double {
        Double(texts.count(where: condition)) / Double(texts.count)
    }

    /// A number in figures, with or without a sign, a unit of money or a percent sign.
    static func isNumber(_ text: String) -> Bool {
        var figures = Substring(text)
        while let first = figures.first, "+-$€£¥￥".contains(first) { figures.removeFirst() }
        if figures.last == "%" { figures.removeLast() }
        return figures.contains { $0.isNumber } && Double(figures.filter { $0 != "," }) != nil
    }

    /// One token without a blank, of a script that puts blanks between words: an identifier, an address, a class.
    static func isToken(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            !scalar.properties.isWhitespace
                && (scalar.value < 0x0E00 || (0x1E00...0x206F).contains(scalar.value))
        }
    }

    /// Labels of the tokens of a sentence: `O`, `B-PER`.
    static func isTag(_ text: String) -> Bool {
        let parts = text.split(whereSeparator: \.isWhitespace)
        return parts.count > 1
            && parts.allSatisfy { part in
                part == "O"
                    || (part.count > 2 && "BIESLUM".contains(part.first ?? " ") && "-_".contains(part.dropFirst().first ?? " "))
            }
    }

    private static let timeWords: Set<String> = [
        "jan", "january", "feb", "february", "mar", "march", "apr", "april", "may", "jun", "june", "jul", "july", "aug",
        "august",
        "sep", "sept", "september", "oct", "october", "nov", "november", "dec", "december", "mon", "monday", "tue", "tues",
        "tuesday",
        "wed", "wednesday", "thu", "thur", "thurs", "thursday", "fri", "friday", "sat", "saturday", "sun", "sunday", "am", "pm",
        "a",
        "p", "m", "t", "z", "gmt", "utc", "est", "edt", "pst", "pdt", "cet", "cest", "cst", "at", "of", "the", "st", "nd", "rd",
        "th",
        "年", "月", "日", "号", "時", "时", "点", "分", "秒", "上午", "下午", "晚上", "凌晨", "早上", "中午", "星期一", "星期二", "星期三", "星期四",
        "星期五", "星期六", "星期日", "星期天", "周一", "周二", "周三", "周四", "周五", "周六", "周日",
    ]

    /// A date, a time of day, both, or seconds since 1970.
    static func isTime(_ text: String) -> Bool {
        guard text.utf8.count <= 60 else { return false }
        var figures: [String] = []
        var words: [String] = []
        var marks = ""
        for character in text.lowercased() {
            let kind = character.isASCII && character.isNumber ? 0 : character.isLetter ? 1 : 2
            switch kind {
            case 0:
                if marks.last == "0" { figures[figures.count - 1].append(character) } else { figures.append(String(character)) }
                marks.append("0")
            case 1:
                if marks.last == "a" { words[words.count - 1].append(character) } else { words.append(String(character)) }
                marks.append("a")
            default:
                guard " -/.:,+年月日'’()".contains(character) else { return false }
                marks.append(character)
            }
        }
        guard !figures.isEmpty, words.allSatisfy(timeWords.contains) else { return false }
        let isYear = { (part: String) in part.count == 4 && ("1900"..."2100").contains(part) }
        let isSmall = { (part: String) in part.count <= 2 && Int(part) ?? 99 <= 60 }
        if figures.count == 1, words.isEmpty {
            guard let only = figures.first, marks.allSatisfy({ $0 == "0" }) else { return false }
            // 20240131, or seconds or milliseconds since 1970 in this century.
            if only.count == 8 {
                return isYear(String(only.prefix(4))) && ("01"..."12").contains(String(only.dropFirst(4).prefix(2)))
            }
            return (only.count == 10 || only.count == 13) && only.first == "1"
        }
        let months = words.contains { timeWords.contains($0) && $0.count >= 3 } || words.contains { "年月日号时點点分".contains($0) }
        if months { return figures.count <= 7 }
        guard figures.count >= 2, figures.count <= 9 else { return false }
        if figures.contains(where: isYear), figures.count(where: isSmall) >= 2 { return true }
        // A time of day; a date with two figures for the year.
        if marks.contains(":"), figures.prefix(2).allSatisfy(isSmall) { return true }
        return figures.count == 3 && figures.allSatisfy(isSmall) && (marks.contains("/") || marks.contains("-"))
    }
}
