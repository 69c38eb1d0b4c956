import ShiftModel
import TextTokens

/// Results of a pass over all rows of corpora larger than the fit.
package struct StreamedTotals: Sendable {
    /// Mean weight of all training rows.
    package var meanWeight: Double
    /// (Σw)²/Σw² of all training rows.
    package var effectiveRows: Double
    /// The set that was drawn from the whole pool; nil if it is that of the fit.
    package var validation: ValidationSummary?

    /// Totals of one pass.
    package init(meanWeight: Double, effectiveRows: Double, validation: ValidationSummary?) {
        self.meanWeight = meanWeight
        self.effectiveRows = effectiveRows
        self.validation = validation
    }
}

extension ShiftSummary {
    /// What an analysis found, with nothing written.
    init(_ corpora: Corpora, _ pair: ComparedPair, _ dropped: DroppedShift?, _ figures: Figures, _ options: AnalysisOptions) {
        self.init(
            version: Version.current, icuVersion: ICUVersion.current, unicodeVersion: ICUVersion.unicode,
            inputs: corpora.inputs,
            options: OptionSummary(options, review: corpora.excluded?.digest), fields: figures.fields,
            fit: FitSummary(corpora, pair), groups: figures.groups, discriminator: figures.discriminator,
            separability: figures.separability, form: figures.form, clusters: figures.clusters, weights: figures.weights,
            overlap: figures.overlap, balance: figures.balance,
            reliability: figures.reliability, trust: TrustSummary(figures.verdict), validation: figures.drawn.summary,
            terms: Terms(figures.details?.terms ?? [], trainRows: pair.train.count, testRows: pair.test.count),
            examples: figures.examples, letters: figures.letters, details: figures.details, dropped: dropped, files: [])
        classPriors = figures.classPriors
    }

    /// The summary of the same analysis once its rows are written.
    ///
    /// - Parameters:
    ///   - files: Their names.
    ///   - totals: Results of the pass over rows that are not in the fit; nil if all are.
    package func written(_ files: [String], _ totals: StreamedTotals?) -> ShiftSummary {
        var summary = self
        summary.files = files
        if let totals {
            if fit.isSample {
                summary.fit = FitSummary(
                    trainRows: fit.trainRows, testRows: fit.testRows, isSample: true, meanWeight: totals.meanWeight,
                    effectiveRows: totals.effectiveRows)
            }
            summary.validation = totals.validation ?? validation
        }
        return summary
    }
}

extension FitSummary {
    /// How much of the corpora a pair has.
    init(_ corpora: Corpora, _ pair: ComparedPair) {
        self.init(
            trainRows: pair.train.count, testRows: pair.test.count,
            isSample: pair.train.count < corpora.train.records || pair.test.count < corpora.test.records)
    }
}
