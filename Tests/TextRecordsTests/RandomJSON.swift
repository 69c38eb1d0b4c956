import TestSupport

/// Writes JSON in all the ways that JSON allows: blanks, escapes, nesting, odd keys.
struct RandomJSON {
    var generator: SplitMix

    init(seed: UInt64) {
        generator = SplitMix(seed: seed)
    }

    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &generator) < percent }

    mutating func blanks() -> String {
        chance(70) ? "" : String(repeating: chance(50) ? " " : "\t", count: Int.random(in: 1...3, using: &generator))
    }

    static let scalars: [Unicode.Scalar] = [
        "a", "b", "Z", "0", " ", "\"", "\\", "/", "{", "}", "[", "]", ",", ":", "\n", "\t", "\r", "\u{0}", "\u{1F}", "\u{7F}",
        "é", "ß", "中", "文", "\u{FFFD}", "\u{2028}", "😀", "𠮷", "\u{FEFF}",
    ]

    mutating func text(upTo count: Int = 12) -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...count, using: &generator) {
            text.append(Self.scalars[Int.random(in: 0..<Self.scalars.count, using: &generator)])
        }
        return String(text)
    }

    /// One of the spellings of `text` as a JSON string.
    mutating func spelling(of text: String) -> String {
        var spelled = "\""
        for scalar in text.unicodeScalars {
            let short: [Unicode.Scalar: String] = [
                "\"": "\\\"", "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", "/": "\\/",
            ]
            if let escape = short[scalar], scalar.value < 0x20 || scalar == "\"" || scalar == "\\" || chance(30), chance(80) {
                spelled += escape
            } else if scalar.value < 0x20 || scalar == "\"" || scalar == "\\" || chance(15) {
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16, uppercase: chance(50))
                    spelled += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            } else {
                spelled.unicodeScalars.append(scalar)
            }
        }
        return spelled + "\""
    }

    mutating func number() -> String {
        let whole = chance(30) ? "0" : String(Int.random(in: 1...999_999, using: &generator))
        let fraction = chance(40) ? "." + String(Int.random(in: 0...9999, using: &generator)) : ""
        let exponent = chance(20) ? ["e5", "E-3", "e+2"][Int.random(in: 0...2, using: &generator)] : ""
        let huge = chance(5) ? "123456789012345678901234567890" : ""
        return (chance(30) ? "-" : "") + (huge.isEmpty ? whole + fraction + exponent : huge)
    }

    mutating func value(depth: Int = 0) -> String {
        switch Int.random(in: 0..<(depth > 3 ? 5 : 7), using: &generator) {
        case 0, 1: return spelling(of: text())
        case 2: return number()
        case 3: return chance(50) ? "true" : "false"
        case 4: return "null"
        case 5:
            let items = (0..<Int.random(in: 0...3, using: &generator)).map { _ in blanks() + value(depth: depth + 1) + blanks()
            }
            return "[" + (items.isEmpty ? blanks() : items.joined(separator: ",")) + "]"
        default:
            return object(members(upTo: 3, depth: depth + 1))
        }
    }

    /// A member: what its key means, and the spelling of the whole.
    struct Member {
        var key: String
        var spelling: String
    }

    mutating func member(key: String, value: String) -> Member {
        Member(key: key, spelling: spelling(of: key) + blanks() + ":" + blanks() + value)
    }

    mutating func members(upTo count: Int, depth: Int = 0) -> [Member] {
        var members: [Member] = []
        for _ in 0..<Int.random(in: 0...count, using: &generator) {
            members.append(member(key: text(upTo: 5), value: value(depth: depth)))
        }
        return members
    }

    mutating func object(_ members: [Member]) -> String {
        var text = "{" + blanks()
        for (position, member) in members.enumerated() {
            if position > 0 { text += blanks() + "," + blanks() }
            text += member.spelling
        }
        return text + blanks() + "}"
    }
}
