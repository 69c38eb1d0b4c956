import ShiftPipeline

/// What `textshift conformal` prints besides the thresholds.
public enum ConformalText {
    /// The text, in one language.
    public static func lines(_ sets: ConformalSets, language: Language = .english) -> [String] {
        let wording = Wording(language)
        let (calibration, worth) = (sets.calibrationRows, Int(sets.effectiveRows.rounded()))
        let (bounded, all) = (sets.rows.count { $0.threshold.isFinite }, sets.rows.count)
        var lines = [
            wording.say(
                "\(calibration) calibration rows, worth \(worth) of equal weight; \(bounded) of \(all) test rows have a bound",
                "\(calibration) 行校准样本，相当于 \(worth) 行等权样本；\(all) 行测试中 \(bounded) 行的阈值有界")
        ]
        if sets.isSample {
            lines.append(wording.say("of the test rows that the analysis was fitted on, a sample", "只含拟合所用的测试抽样"))
        }
        if !sets.isTrusted {
            lines.append(
                wording.say(
                    "the analysis does not trust its weights, so the sets may hold the true answer more rarely",
                    "这次分析的权重不可信，预测集包含真实答案的比例可能达不到"))
        }
        return lines
    }
}
