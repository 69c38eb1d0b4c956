import ShiftPipeline

/// What `textshift conformal` prints besides the thresholds.
public enum ConformalText {
    /// The text, in one language.
    public static func lines(_ sets: ConformalSets, language: Language = .english) -> [String] {
        let say = Wording(language).say
        let main = say.calibration(
            rows: sets.calibrationRows, worth: Int(sets.effectiveRows.rounded()),
            bounded: sets.rows.count { $0.threshold.isFinite },
            all: sets.rows.count)
        return [main] + (sets.isSample ? [say.onlySample] : []) + (sets.isTrusted ? [] : [say.setsFail])
    }
}
