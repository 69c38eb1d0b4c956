import ImportanceWeights
import ShiftPipeline

/// What the figures say, in one language: chooses the sentences of the catalogue and formats the figures in them.
package struct Wording: Sendable {
    /// The language of the sentences.
    package let language: Language
    /// Its sentences.
    package let say: any Catalogue

    /// The sentences of one language.
    package init(_ language: Language) {
        self.language = language
        say =
            switch language {
            case .english: EnglishCatalogue()
            case .chinese: ChineseCatalogue()
            }
    }

    /// The English sentences: those of report.json.
    package static let english = Wording(.english)

    /// A list of things, joined as in the language.
    package func list(_ items: [String]) -> String { items.joined(separator: say.comma) }

    /// Sentences one after another.
    func join(_ sentences: [String]) -> String { sentences.joined(separator: say.gap) }

    /// The verdict in one line.
    package func headline(_ summary: ShiftSummary) -> String {
        switch summary.verdict.kind {
        case .noShift:
            guard let separability = summary.separability else { return say.noShiftWithoutArea }
            if let area = summary.discriminator.detectableAUC {
                return say.noShiftDetectable(
                    train: summary.fit.trainRows, test: summary.fit.testRows, auc: NumberText.fixed(area, 2))
            }
            return say.noShift(
                train: summary.fit.trainRows, test: summary.fit.testRows, upper: NumberText.fixed(separability.upper, 3))
        case .difference:
            guard let separability = summary.separability else { return say.differByUnknown }
            return say.difference(auc: NumberText.fixed(separability.auc, 3), p: self.p(separability))
        case .tooFewGroups: return say.tooFewGroups(folds: summary.discriminator.folds)
        case .shift: return summary.separability.map { say.differ(size: size($0.auc)) } ?? say.differByUnknown
        }
    }

    /// Which rows the figures refer to, if not all; nil otherwise.
    package func fit(_ summary: ShiftSummary) -> String? {
        let fit = summary.fit
        guard let sample = sample(fit) else { return nil }
        guard let mean = fit.meanWeight, let effective = fit.effectiveRows else { return say.fitted(sample: sample) }
        return join([
            say.fitted(sample: sample),
            say.allRows(
                rows: summary.inputs.train.records, weight: NumberText.fixed(mean, 2), worth: NumberText.rounded(effective)),
        ])
    }

    /// Which rows were fitted on, as part of a sentence; nil if all were.
    package func sample(_ fit: FitSummary) -> String? {
        fit.isSample ? say.sample(train: fit.trainRows, test: fit.testRows) : nil
    }

    /// An AUC in words.
    package func size(_ auc: Double) -> String {
        switch auc {
        case ..<0.6: say.slightly
        case ..<0.7: say.moderately
        case ..<0.85: say.strongly
        case ..<0.95: say.veryStrongly
        default: say.almostCompletely
        }
    }

    /// The figures behind the headline.
    package func separability(_ summary: ShiftSummary) -> String {
        guard let s = summary.separability else {
            return say.fewGroups(
                train: summary.groups.train, test: summary.groups.test, folds: summary.discriminator.folds)
        }
        return say.separability(
            auc: NumberText.fixed(s.auc, 3), lower: NumberText.fixed(s.lower, 3), upper: NumberText.fixed(s.upper, 3),
            p: p(s))
    }

    func p(_ separability: Separability) -> String { p(separability.pValue) }

    private func p(_ value: Double) -> String { "p \(value < 0.001 ? "" : "= ")\(NumberText.pValue(value))" }

    /// The least total variation distance that the lower end of the AUC's interval allows; nil if it allows none.
    package func variation(_ summary: ShiftSummary) -> String? {
        summary.separability?.leastVariation.map { say.variation(share: NumberText.percent($0)) }
    }

    /// Whether to weight.
    package func trust(_ summary: ShiftSummary) -> String {
        if summary.verdict.kind == .difference { return say.differenceNotWeighed }
        if !summary.verdict.isShift { return say.nothingToWeight }
        return summary.verdict.isTrusted ? say.trustHolds : say.trustFails
    }

    /// A condition of trust that failed: what it means and what to do.
    /// - Parameter weight: The form of the weights, as `--weight` names it.
    package func failure(_ failure: TrustReason, weight: WeightForm) -> String {
        let found = failure.found ?? .infinity
        return switch failure.condition {
        case .effectiveSampleSize: effectiveSampleSize(found, weight: weight)
        case .balance: say.unbalanced(share: NumberText.percent(found), greatest: Limits.left)
        case .drawnSet: say.drawnUnbalanced(share: NumberText.percent(found), greatest: Limits.left)
        case .noSupport: noSupport(found)
        case .meanRatio: meanRatio(found)
        case .form: formIsAll(found)
        }
    }

    /// An effective sample size too small for an estimate.
    package func effectiveSampleSize(_ found: Double, weight: WeightForm) -> String {
        let (rows, least) = (NumberText.fixed(found, 1), Limits.effectiveRows)
        return weight.isBounded
            ? say.effectiveTooSmallThoughBounded(rows: rows, least: least, weight: weight.description)
            : say.effectiveTooSmall(rows: rows, least: least)
    }

    /// A heavy tail of the density ratio, whose weights may be bounded.
    package func tailShape(_ found: Double, weight: WeightForm) -> String {
        let (shape, greatest) = (NumberText.fixed(found, 2), Limits.tailShape)
        return weight.isBounded
            ? say.tailTooHeavyThoughBounded(shape: shape, greatest: greatest, weight: weight.description)
            : say.tailTooHeavy(shape: shape, greatest: greatest)
    }

    /// Test rows beyond train's support.
    package func noSupport(_ found: Double) -> String {
        say.unsupported(share: NumberText.percent(found), greatest: Limits.noSupport)
    }

    /// What says that test rows have no support: each kind of evidence in a sentence.
    package func supportEvidence(_ summary: ShiftSummary) -> [String] {
        guard summary.verdict.lacksSupport, let overlap = summary.overlap else { return [] }
        func listed(_ evidence: [OverlapSummary.Evidence], of all: Int) -> String? {
            guard !evidence.isEmpty else { return nil }
            let names = evidence.prefix(3).map { say.evidenceRows(text: DisplayText.cut($0.text, to: 40), rows: $0.rows) }
            return list(names + (all > names.count ? [say.evidenceMore(count: all - names.count)] : []))
        }
        let (terms, texts) = (overlap.terms ?? [], overlap.atoms ?? [])
        return [
            listed(terms, of: overlap.absentTerms ?? terms.count).map(say.unsupportedTerms),
            listed(texts, of: texts.count).map(say.unsupportedTexts),
            overlap.beyond.flatMap { $0.counts ? say.unsupportedBeyond(rows: $0.rows, p: p($0.pValue)) : nil },
        ].compactMap { $0 }
    }

    /// A mean ratio away from 1.
    package func meanRatio(_ found: Double) -> String {
        say.ratioOff(mean: NumberText.fixed(found, 2), least: Limits.meanRatio.least, greatest: Limits.meanRatio.greatest)
    }

    /// A condition of trust that failed, with its requirement, in a few words.
    func briefly(_ failure: TrustReason) -> String {
        let found = failure.found ?? .infinity
        return switch failure.condition {
        case .effectiveSampleSize: say.brieflyEffective(rows: NumberText.fixed(found, 1), least: Limits.effectiveRows)
        case .balance: say.brieflyUnbalanced(share: NumberText.percent(found), greatest: Limits.left)
        case .drawnSet: say.brieflyDrawnUnbalanced(share: NumberText.percent(found), greatest: Limits.left)
        case .noSupport: say.brieflyUnsupported(share: NumberText.exactPercent(found), greatest: Limits.noSupport)
        case .meanRatio:
            say.brieflyRatio(
                mean: NumberText.fixed(found, 2), least: Limits.meanRatio.least, greatest: Limits.meanRatio.greatest)
        case .form: say.brieflyForm(left: NumberText.percent(max(found, 0)), least: Limits.formLeft)
        }
    }

    /// A field that gives the sides away.
    package func tellsSidesApart(_ field: String, _ auc: Double) -> String {
        say.tellsSidesApart(field: field, auc: NumberText.fixed(auc, 3))
    }

    /// Rows left out by a review; nil if there are none.
    package func excluded(_ inputs: Inputs) -> String? {
        let (train, test) = (inputs.train.excludedRows ?? 0, inputs.test.excludedRows ?? 0)
        return train + test > 0 ? say.excluded(train: train, test: test) : nil
    }
}

/// The limits of trust, formatted for sentences.
enum Limits {
    static let effectiveRows = NumberText.typed(TrustLimits.leastEffectiveRows)
    static let tailShape = NumberText.typed(TrustLimits.greatestTailShape)
    static let formLeft = NumberText.percent(TrustLimits.leastLeftOfForm)
    static let noSupport = NumberText.exactPercent(TrustLimits.greatestNoSupportShare)
    static let left = NumberText.percent(TrustLimits.greatestLeft)
    static let meanRatio = (
        least: NumberText.typed(TrustLimits.meanRatios.lowerBound),
        greatest: NumberText.typed(TrustLimits.meanRatios.upperBound)
    )
}
