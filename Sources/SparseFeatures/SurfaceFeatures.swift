import ElementaryFunctions
import Foundation
import TextTokens

/// Features of the form of a text, not of its words: they tell "formatting, not topic".
package enum SurfaceFeatures {
    /// What each column holds. Shares are of the text's code points.
    package static let names = [
        "log length", "latin share", "han share", "other script share", "digit share", "punctuation share",
        "symbol share", "space share", "upper-case share", "full-width share", "ends with punctuation",
    ]
    /// Columns of a row.
    package static var count: Int { names.count }

    /// The first column of a text of two code points, and a little.
    package static let logLengthOfTwo: Float = 1.1

    /// Share of letters and digits of the row that begins at `base`.
    package static func letterShare(_ features: [Float], _ base: Int) -> Float {
        features[base + 1] + features[base + 2] + features[base + 3] + features[base + 4]
    }

    /// Counted once: the list of cases is created again at each access.
    private static let classCount = ScriptClass.allCases.count

    /// Appends one row: ln(1 + code points), then shares and a flag in 0...1.
    static func append(of text: UnsafeBufferPointer<UInt8>, to row: inout [Float]) {
        withUnsafeTemporaryAllocation(of: Int.self, capacity: classCount) { classes in
            classes.initialize(repeating: 0)
            var counts = SurfaceCounts(classes: classes)
            counts.add(text)
            let share = 1 / Float(max(counts.length, 1))
            func count(_ kind: ScriptClass) -> Int { classes[Int(kind.rawValue)] }
            row.append(Float(Double.log(Double(1 + counts.length))))
            row.append(Float(count(.latin)) * share)
            row.append(Float(count(.han)) * share)
            let other = count(.kana) + count(.hangul) + count(.cyrillic) + count(.arabic) + count(.otherLetter)
            row.append(Float(other) * share)
            row.append(Float(count(.digit)) * share)
            row.append(Float(count(.punctuation)) * share)
            row.append(Float(count(.symbol)) * share)
            row.append(Float(count(.space)) * share)
            row.append(Float(counts.upper) * share)
            row.append(Float(counts.fullWidth) * share)
            row.append(counts.last == .punctuation ? 1 : 0)
        }
    }
}
