import Foundation
import TextShift

/// What `textshift split --method label-first` prints.
enum LabelFirstText {
    static func text(_ draw: LabelFirst) -> String {
        let count = draw.strata.reduce(0) { $0 + $1.drawn }
        let isPart = draw.eligibleRows < draw.testRows
        var text = "\(count) of \(draw.eligibleRows) test rows to label"
        if isPart { text += ", all of them without support in train (\(draw.testRows) test rows in all)" }
        if draw.isSample { text += ", from the sample of the test rows that the analysis was fitted on" }
        text += ".\n\n  p_test          rows   drawn   probability\n"
        for stratum in draw.strata {
            text += String(
                format: "  %.3f to %.3f  %5d  %6d   %.4f\n", stratum.pTest.lowerBound, stratum.pTest.upperBound, stratum.rows,
                stratum.drawn, Double(stratum.drawn) / Double(stratum.rows))
        }
        let over = isPart ? "these rows" : draw.isSample ? "the sample, which is a random part of test" : "test"
        return text + "\nSum of value / inclusion_probability over the labelled rows, divided by \(draw.eligibleRows): an unbiased "
            + "mean over \(over).\n"
    }
}
