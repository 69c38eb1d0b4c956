import TextRecords

/// How the letters of texts divide among scripts; what is no letter (digits, punctuation, symbols, emoji, spaces) does not count. All
/// are 0 where there is no letter.
public struct LetterShares: Codable, Sendable, Equatable {
    /// Latin letters.
    public var latin: Double
    /// Han ideographs.
    public var han: Double
    /// Letters of all other scripts: kana, Hangul, Cyrillic and so on.
    public var other: Double

    package init(latin: Double, han: Double, other: Double) {
        (self.latin, self.han, self.other) = (latin, han, other)
    }

    /// Of a few texts, by the ranges of the usual letters.
    init(of texts: [String]) {
        var counts = (latin: 0.0, han: 0.0, other: 0.0)
        for scalar in texts.joined().unicodeScalars {
            if Script.isHan(scalar.value) {
                counts.han += 1
            } else if scalar.properties.isAlphabetic {
                if scalar.value < 0x250 { counts.latin += 1 } else { counts.other += 1 }
            }
        }
        self.init(mean: [counts])
    }

    /// The mean of several, such as both sides of a comparison, each of which counts the same however long it is.
    init(mean sides: [(latin: Double, han: Double, other: Double)]) {
        let shares = sides.compactMap { side -> LetterShares? in
            let sum = side.latin + side.han + side.other
            return sum > 0 ? LetterShares(latin: side.latin / sum, han: side.han / sum, other: side.other / sum) : nil
        }
        let count = Double(max(shares.count, 1))
        self.init(
            latin: shares.reduce(0) { $0 + $1.latin } / count, han: shares.reduce(0) { $0 + $1.han } / count,
            other: shares.reduce(0) { $0 + $1.other } / count)
    }
}
