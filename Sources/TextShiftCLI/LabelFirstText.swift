import Foundation
import TextShift

/// What `textshift split --method label-first` prints.
enum LabelFirstText {
    static func text(_ draw: LabelFirst) -> String {
        let count = draw.strata.reduce(0) { $0 + $1.drawn }
        var text = "\(count) of \(draw.eligibleRows) test rows to label"
        if draw.eligibleRows < draw.testRows { text += ", all of them without support in train (\(draw.testRows) test rows in all)" }
        text += ".\n\n  p_test          rows   drawn   probability\n"
        for stratum in draw.strata {
            text += String(
                format: "  %.3f to %.3f  %5d  %6d   %.4f\n", stratum.pTest.lowerBound, stratum.pTest.upperBound, stratum.rows,
                stratum.drawn, Double(stratum.drawn) / Double(stratum.rows))
        }
        return text + "\nSum of value / inclusion_probability over the labelled rows, divided by \(draw.eligibleRows): an unbiased mean over "
            + (draw.eligibleRows < draw.testRows ? "these rows" : "test") + ".\n"
    }
}
