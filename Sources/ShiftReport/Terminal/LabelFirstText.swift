import Foundation
import ShiftPipeline

/// What `textshift split --method label-first` prints.
public enum LabelFirstText {
    /// The text, in one language.
    public static func text(_ draw: LabelFirst, language: Language = .english) -> String {
        let wording = Wording(language)
        let (rows, all) = (draw.eligibleRows, draw.testRows)
        let count = draw.strata.reduce(0) { $0 + $1.drawn }
        let isPart = rows < all
        var text = wording.say("\(count) of \(rows) test rows to label", "\(rows) 行测试中要标注的 \(count) 行")
        if isPart {
            text += wording.say(
                ", all of them without support in train (\(all) test rows in all)", "，都是训练集里无支撑的（测试共 \(all) 行）")
        }
        if draw.isSample {
            text += wording.say(", from the sample of the test rows that the analysis was fitted on", "，来自拟合所用的测试抽样")
        }
        text += wording.say(".", "。") + "\n\n"
        text += wording.say("  p_test          rows   drawn   probability\n", "  p_test          行数    抽取   概率\n")
        for stratum in draw.strata {
            let (low, high) = (
                String(format: "%.3f", stratum.pTest.lowerBound), String(format: "%.3f", stratum.pTest.upperBound)
            )
            text +=
                "  \(low) \(wording.say("to", "至")) \(high)  "
                + String(
                    format: "%5d  %6d   %.4f\n", stratum.rows, stratum.drawn, Double(stratum.drawn) / Double(stratum.rows))
        }
        let over =
            isPart
            ? wording.say("these rows", "这些行")
            : draw.isSample
                ? wording.say("the sample, which is a random part of test", "这份抽样（测试集的随机一部分）") : wording.say("test", "测试集")
        return text + "\n"
            + wording.say(
                "Sum of value / inclusion_probability over the labelled rows, divided by \(rows): an unbiased mean over \(over).",
                "对标注的行求 值 / inclusion_probability 之和，再除以 \(rows)：\(over)上均值的无偏估计。") + "\n"
    }
}
