import ShiftPipeline

/// What `textshift split --method label-first` prints.
public enum LabelFirstText {
    /// The text, in one language.
    public static func text(_ draw: LabelFirst, language: Language = .english) -> String {
        let say = Wording(language).say
        let (rows, all) = (draw.eligibleRows, draw.testRows)
        let isPart = rows < all
        var text = say.toLabel(count: draw.strata.reduce(0) { $0 + $1.drawn }, rows: rows)
        if isPart { text += say.toLabelUncovered(all: all) }
        if draw.isSample { text += say.toLabelOfSample }
        text += say.stop + "\n"
        if draw.earlierRows > 0 { text += say.toLabelEarlier(count: draw.earlierRows) + "\n" }
        if !isPart {
            text += say.toLabelWidth(points: NumberText.fixed(draw.expectedWidth, 1), isGuess: draw.areProbabilities) + "\n"
        }
        text += "\n"
        func right(_ text: String, _ columns: Int) -> String { DisplayText.pad(left: text, to: columns) }
        text +=
            "  " + DisplayText.pad(draw.isByConfidence ? say.strataConfidence : "p_test", to: 14) + right(say.strataRows, 7)
            + right(say.strataDrawn, 8) + "   "
            + say.strataProbability + "\n"
        for stratum in draw.strata {
            let range = say.range(
                low: NumberText.fixed(stratum.scores.lowerBound, 3), high: NumberText.fixed(stratum.scores.upperBound, 3))
            text +=
                "  " + DisplayText.pad(range, to: 14) + right(String(stratum.rows), 7) + right(String(stratum.drawn), 8) + "   "
                + NumberText.fixed(Double(stratum.drawn) / Double(stratum.rows), 4) + "\n"
        }
        let over = draw.isStream ? say.theStream : isPart ? say.theseRows : draw.isSample ? say.thisSample : say.test
        return text + "\n" + say.unbiasedMean(rows: rows, over: over) + "\n"
    }
}
