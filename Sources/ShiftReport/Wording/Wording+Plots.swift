import ShiftPipeline

/// The text of plots that depends on figures.
extension Wording {
    /// The quartiles of each side, for a description.
    func quartiles(_ name: String, _ histogram: ShiftCurves.Histogram, _ text: (Double) -> String) -> String {
        let sides: [(String, KeyPath<ShiftCurves.Histogram, [Double]>)] = [(say.trainName, \.train), (say.testName, \.test)]
        let parts = sides.compactMap { side, path -> String? in
            let found = [0.25, 0.5, 0.75].compactMap { histogram.quantile($0, of: path).map(text) }
            guard found.count == 3 else { return nil }
            return say.quartiles(side: side, first: found[0], median: found[1], third: found[2])
        }
        return name + say.stop + say.gap + parts.joined(separator: say.semicolon)
    }

    func densityCaption(train: Double, test: Double, isShift: Bool) -> String {
        isShift ? say.densityCaption(test: NumberText.percent(test), train: NumberText.percent(train)) : say.densityAlike
    }

    func reliabilityCaption(_ slope: Double?) -> String {
        slope.map { say.reliabilityCaption(slope: NumberText.fixed($0, 2)) } ?? say.reliabilityCaptionWithoutSlope
    }

    func weightCaption(_ summary: ShiftSummary) -> String {
        say.weightCaption(
            rows: summary.fit.trainRows, worth: NumberText.rounded(summary.weights.effectiveRows),
            share: NumberText.percent(summary.weights.topPercentShare))
    }

    func rocCaption(_ area: Double) -> String { say.rocCaption(auc: NumberText.fixed(area, 3)) }

    func lengthCaption(_ medians: (train: Double, test: Double)?) -> String {
        guard let medians else { return say.lengthPlain }
        let (train, test) = (NumberText.rounded(medians.train), NumberText.rounded(medians.test))
        return switch medians.test / max(medians.train, 1e-9) {
        case ..<0.8: say.testShorter(train: train, test: test)
        case ...1.25: say.lengthsAlike(train: train, test: test)
        default: say.testLonger(train: train, test: test)
        }
    }

    func scriptCaption(_ scripts: [ShiftCurves.Script]) -> String {
        guard let most = scripts.max(by: { abs($0.test - $0.train) < abs($1.test - $1.train) }),
            abs(most.test - most.train) >= 0.02
        else { return say.scriptsAlike }
        return say.scriptsDiffer(
            name: script(most.name), train: NumberText.percent(most.train), test: NumberText.percent(most.test))
    }

    /// A script or another kind of character.
    func script(_ name: String) -> String {
        switch name.lowercased() {
        case "latin": say.scriptLatin
        case "han": say.scriptHan
        case "kana": say.scriptKana
        case "hangul": say.scriptHangul
        case "cyrillic": say.scriptCyrillic
        case "arabic": say.scriptArabic
        case "otherletter", "other letter", "other letters", "other script": say.scriptOther
        case "digit", "digits": say.digits
        case "punctuation": say.punctuation
        case "symbol", "symbols": say.symbols
        case "space", "spaces": say.spaces
        case "other": say.otherCharacters
        default: DisplayText.cut(name, to: 10)
        }
    }

    func fieldsCaption(_ summary: ShiftSummary) -> String {
        guard let best = summary.fields.filter({ $0.auc != nil }).max(by: { ($0.auc ?? 0) < ($1.auc ?? 0) }),
            let area = best.auc, area >= 0.55
        else { return say.noFieldTells }
        return say.fieldTellsMost(field: DisplayText.cut(best.name, to: 40), auc: NumberText.fixed(area, 3))
    }

    func checkCaption(_ check: ValidationCheck) -> String {
        let asked = say.asked(
            set: check.setRows, test: check.testRows, before: NumberText.fixed(check.random.auc, 3),
            after: NumberText.fixed(check.drawn.auc, 3))
        guard check.drawn.auc <= check.random.auc - 0.02 else { return asked + say.drawnNoDifference }
        return asked + (check.drawn.auc < 0.55 ? say.drawnAlike : say.drawnCloser)
    }

    func scatterText(_ terms: [String]) -> String { say.scatterText + terms.joined(separator: say.semicolon) }
}
