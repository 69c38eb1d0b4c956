import Foundation
import TextTokens

/// Features of the form of a text, not of its words: they tell "formatting, not topic".
public enum SurfaceFeatures {
    /// What each column holds. Shares are of the text's code points.
    public static let names = [
        "log length", "latin share", "han share", "other script share", "digit share", "punctuation share",
        "symbol share", "space share", "upper-case share", "full-width share", "ends with punctuation",
    ]
    /// Columns of a row.
    public static var count: Int { names.count }

    /// Appends one row: ln(1 + code points), then shares and a flag in 0...1.
    static func append(of text: UnsafeBufferPointer<UInt8>, to row: inout [Float]) {
        var decoder = CodePoints(text)
        var classes = ClassCounts()
        var length = 0
        var upper = 0
        var fullWidth = 0
        var last = ScriptClass.other
        while let point = decoder.next() {
            let kind = ScriptClass.of(point)
            classes.count[Int(kind.rawValue)] &+= 1
            length &+= 1
            if point &- 0x41 < 26 { upper &+= 1 }
            if point &- 0xFF01 < 0x5E || point == 0x3000 { fullWidth &+= 1 }
            if kind != .space { last = kind }
        }
        let share = 1 / Float(max(length, 1))
        let other = [ScriptClass.kana, .hangul, .cyrillic, .arabic, .otherLetter].reduce(0) { $0 + classes[$1] }
        row.append(Float(log(Double(1 + length))))
        for count in [
            classes[.latin], classes[.han], other, classes[.digit], classes[.punctuation], classes[.symbol],
            classes[.space], upper, fullWidth,
        ] { row.append(Float(count) * share) }
        row.append(last == .punctuation ? 1 : 0)
    }

    /// A counter for each script class, on the stack.
    private struct ClassCounts {
        var count = SIMD16<Int>.zero
        subscript(kind: ScriptClass) -> Int { count[Int(kind.rawValue)] }
    }
}
