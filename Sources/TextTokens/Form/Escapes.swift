/// Escapes of HTML and of programming languages, which a text holds where an export left them in.
enum Escapes {
    /// What stands for what: a code point and the bytes that it takes.
    typealias Found = (point: UInt32, length: Int)

    /// The character reference at `at`, which is an ampersand: `&#39;`, `&#x27;`, `&quot;`. One that was escaped twice (`&amp;#39;`) is
    /// read as one.
    static func entity(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Found? {
        guard var found = reference(text, at + 1) else { return nil }
        found.length += 1
        while found.point == 0x26, let next = reference(text, at + found.length) {
            found = (next.point, found.length + next.length)
        }
        return found
    }

    /// A reference after its ampersand.
    private static func reference(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Found? {
        var end = start
        while end < text.count, end - start < 10, text[end] != 0x3B {
            guard isWord(text[end]) || (end == start && text[end] == 0x23) else { return nil }
            end += 1
        }
        guard end < text.count, text[end] == 0x3B, end > start else { return nil }
        let length = end - start + 1
        guard text[start] == 0x23 else {
            let name = String(decoding: UnsafeBufferPointer(rebasing: text[start..<end]), as: UTF8.self)
            return names[name].map { ($0, length) }
        }
        let isHexadecimal = end > start + 1 && text[start + 1] | 0x20 == 0x78
        let digits = UnsafeBufferPointer(rebasing: text[(start + (isHexadecimal ? 2 : 1))..<end])
        guard let point = UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10),
            Unicode.Scalar(point) != nil
        else { return nil }
        return (point, length)
    }

    /// Bytes of the HTML tag at `at`, which is a less-than sign; 0 where there is none. Only names that HTML has: `<unk>` is none.
    static func tag(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
        var start = at + 1
        if start < text.count, text[start] == 0x2F { start += 1 }
        var end = start
        while end < text.count, end - start < 12, isWord(text[end]) { end += 1 }
        guard end > start, end < text.count, text[end] == 0x3E || text[end] == 0x20 || text[end] == 0x2F else { return 0 }
        let name = String(decoding: UnsafeBufferPointer(rebasing: text[start..<end]), as: UTF8.self).lowercased()
        guard tags.contains(name) else { return 0 }
        for close in end..<min(text.count, end + 400) {
            if text[close] == 0x3E { return close - at + 1 }
            if text[close] == 0x3C { return 0 }
        }
        return 0
    }

    /// The escape at `at`, which is a backslash.
    static func backslash(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Found? {
        guard at + 1 < text.count else { return nil }
        switch text[at + 1] {
        case 0x6E: return at > 0 && (text[at - 1] == 0x3A || text[at - 1] == 0x5C) ? nil : (0x20, 2)
        // A small letter after it makes it a name: \theta, C:\temp.
        case 0x72, 0x74: return at + 2 < text.count && isSmall(text[at + 2]) && text[at + 2] != 0x5C ? nil : (0x20, 2)
        case 0x22, 0x27, 0x2F: return (UInt32(text[at + 1]), 2)
        case 0x75 where at + 5 < text.count:
            let digits = UnsafeBufferPointer(rebasing: text[at + 2..<at + 6])
            guard let point = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) else { return nil }
            return (Unicode.Scalar(point) == nil ? 0x20 : point, 6)
        default: return nil
        }
    }

    @inline(__always)
    private static func isWord(_ byte: UInt8) -> Bool { isSmall(byte | 0x20) || (0x30...0x39).contains(byte) }
    @inline(__always)
    private static func isSmall(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

    private static let tags: Set<String> = [
        "a", "abbr", "article", "b", "blockquote", "body", "br", "center", "cite", "code", "dd", "div", "dl", "dt", "em",
        "font",
        "footer", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "i", "iframe", "img", "li", "link",
        "main",
        "meta", "nav", "ol", "p", "pre", "script", "section", "small", "span", "strike", "strong", "style", "sub", "sup",
        "table",
        "tbody", "td", "tfoot", "th", "thead", "title", "tr", "u", "ul", "video",
    ]

    /// The names that exports write.
    private static let names: [String: UInt32] = [
        "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "nbsp": 0x20, "copy": 0xA9, "reg": 0xAE,
        "trade": 0x2122,
        "hellip": 0x2026, "mdash": 0x2014, "ndash": 0x2013, "lsquo": 0x2018, "rsquo": 0x2019, "ldquo": 0x201C, "rdquo": 0x201D,
        "sbquo": 0x201A, "bdquo": 0x201E, "laquo": 0xAB, "raquo": 0xBB, "bull": 0x2022, "middot": 0xB7, "deg": 0xB0,
        "plusmn": 0xB1,
        "frac12": 0xBD, "frac14": 0xBC, "frac34": 0xBE, "times": 0xD7, "divide": 0xF7, "euro": 0x20AC, "pound": 0xA3,
        "yen": 0xA5,
        "cent": 0xA2, "sect": 0xA7, "para": 0xB6, "iexcl": 0xA1, "iquest": 0xBF, "agrave": 0xE0, "aacute": 0xE1, "acirc": 0xE2,
        "atilde": 0xE3, "auml": 0xE4, "aring": 0xE5, "aelig": 0xE6, "ccedil": 0xE7, "egrave": 0xE8, "eacute": 0xE9,
        "ecirc": 0xEA,
        "euml": 0xEB, "igrave": 0xEC, "iacute": 0xED, "icirc": 0xEE, "iuml": 0xEF, "ntilde": 0xF1, "ograve": 0xF2,
        "oacute": 0xF3,
        "ocirc": 0xF4, "otilde": 0xF5, "ouml": 0xF6, "oslash": 0xF8, "ugrave": 0xF9, "uacute": 0xFA, "ucirc": 0xFB,
        "uuml": 0xFC,
        "yacute": 0xFD, "yuml": 0xFF, "szlig": 0xDF, "ensp": 0x20, "emsp": 0x20, "thinsp": 0x20, "zwj": 0x200D, "zwnj": 0x200C,
        "shy": 0xAD, "rarr": 0x2192, "larr": 0x2190, "hearts": 0x2665, "infin": 0x221E, "ne": 0x2260, "le": 0x2264,
        "ge": 0x2265,
    ]
}
