import ShiftPipeline

/// What is said of how uncertain a score is, and of single weights.
extension Wording {
    /// A share as points of 100.
    private func points(_ share: Double) -> String { NumberText.fixed(100 * share, 1) }

    /// How uncertain a score is on the set and from out-of-fold scores; nil where that is not known.
    func scoreMargin(_ summary: ShiftSummary) -> String? {
        guard let margin = summary.validation.scoreMargin else { return nil }
        var sentence = say.scoreMargin(
            score: NumberText.percent(margin.score), set: points(margin.drawnSet), all: points(margin.allRows))
        // Groups of a row or little more change nothing that can be seen.
        let visible = 1.25
        if let set = margin.drawnSetByGroups, let all = margin.allRowsByGroups,
            max(set / margin.drawnSet, all / margin.allRows) > visible
        {
            sentence += say.scoreMarginByGroups(set: points(set), all: points(all))
        }
        return sentence + say.stop
    }

    /// The same as a row of a table of figures.
    func scoreMarginFigure(_ summary: ShiftSummary) -> (name: String, value: String)? {
        summary.validation.scoreMargin.map { margin in
            (
                say.scoreMarginName(score: NumberText.percent(margin.score)),
                "±\(points(margin.allRows)) / ±\(points(margin.drawnSet))"
            )
        }
    }

    /// The shares that weights by class come from; nil for other weights.
    func classWeights(_ summary: ShiftSummary) -> String? {
        summary.classPriors.map { priors in
            let shown = 4
            let classes = priors.classes.prefix(shown).map {
                say.classWeight(
                    name: DisplayText.cut($0.name, to: 20), train: NumberText.percent($0.trainShare),
                    test: NumberText.percent($0.testShare), ratio: NumberText.fixed($0.ratio, 2))
            }
            return say.classWeights(
                label: DisplayText.cut(priors.label, to: 40), accuracy: NumberText.percent(priors.accuracy),
                source: priors.source == ClassPriorSummary.ownSource ? say.ownSource : priors.source,
                classes: classes.joined(separator: say.comma) + (priors.classes.count > shown ? say.comma + "…" : ""))
        }
    }

    /// What `--stratify` could not keep; nil where nothing is lost.
    func stratification(_ summary: ShiftSummary) -> String? {
        guard let key = summary.options.stratify else { return nil }
        if summary.isTrainSample { return say.stratifyStreamed(key: DisplayText.cut(key, to: 40)) }
        return summary.validation.lost.flatMap { lostStrata($0, key: key) }
    }

    /// The classes that a drawn set has no row of; nil for none.
    func lostStrata(_ lost: [StratumShare], key: String) -> String? {
        guard !lost.isEmpty else { return nil }
        let shown = 8
        let classes = lost.prefix(shown).map {
            say.lostStratum(
                name: DisplayText.cut($0.name, to: 30), rows: $0.trainRows, share: NumberText.percent($0.trainShare))
        }
        return say.lostStrata(
            key: DisplayText.cut(key, to: 40),
            classes: classes.joined(separator: say.comma) + (lost.count > shown ? say.comma + "…" : ""))
    }

    /// The row that carries too much weight; nil where none does.
    func largestWeight(_ summary: ShiftSummary) -> String? {
        summary.weights.largest.map { largest in
            say.largestWeight(
                share: NumberText.percent(largest.share), multiple: NumberText.rounded(largest.multiple),
                place: DisplayText.neutral(place(largest.row)),
                text: DisplayText.cut(summary.text(of: largest.row), to: 60))
        }
    }
}
