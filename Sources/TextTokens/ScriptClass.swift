/// What kind of character a code point is, in a dozen classes.
public enum ScriptClass: UInt8, Sendable, CaseIterable {
    case latin, han, kana, hangul, cyrillic, arabic, otherLetter, digit, punctuation, symbol, space
    /// Marks, controls, unassigned.
    case other

    /// The class of a code point; constant time.
    @inline(__always)
    public static func of(_ point: UInt32) -> ScriptClass {
        if point &- 0x4E00 < 0x5200 { return .han }
        return table.lookup(point)
    }

    /// Everything that is not the main block of ideographs, once asked of ICU.
    @usableFromInline static let table = ScriptTable()
}

/// A two-stage table over all code points: equal pages of 256 are stored once.
@usableFromInline
struct ScriptTable: Sendable {
    private var pages: [UInt16] = []
    private var classes: [ScriptClass] = []

    init() {
        var known: [[ScriptClass]: UInt16] = [:]
        for page in UInt32(0)..<0x1100 {
            let content = (UInt32(0)..<256).map { CharacterProperties.scriptClass(of: page << 8 | $0) }
            if let number = known[content] {
                pages.append(number)
            } else {
                let number = UInt16(known.count)
                known[content] = number
                pages.append(number)
                classes += content
            }
        }
    }

    @usableFromInline
    func lookup(_ point: UInt32) -> ScriptClass {
        point > 0x10FFFF ? .other : classes[Int(pages[Int(point >> 8)]) << 8 | Int(point & 0xFF)]
    }
}
