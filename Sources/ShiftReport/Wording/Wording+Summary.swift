import ShiftPipeline

/// What the terminal summary and report.md say besides the verdict.
extension Wording {
    /// What was compared.
    func inputs(_ summary: ShiftSummary) -> String {
        let gone = summary.dropped?.fields ?? []
        return say.inputs(
            train: summary.inputs.train.records, test: summary.inputs.test.records,
            fields: list(summary.fields.filter { $0.isUsed && !gone.contains($0.name) }.map(\.name)), dropped: list(gone),
            by: list(summary.groups.by))
    }

    /// Test rows that are also in train; nil if there are none.
    func duplicates(_ summary: ShiftSummary) -> String? {
        let (exact, near) = (summary.groups.testRowsInTrain, summary.groups.testRowsNearTrain ?? 0)
        guard exact + near > 0 else { return nil }
        func share(_ count: Int) -> String {
            NumberText.percent(Double(count) / Double(max(summary.fit.testRows, 1)))
        }
        return say.duplicates(exact: exact, exactShare: share(exact), near: near, nearShare: share(near))
    }

    /// The figures behind the trust in the weights.
    func evidence(_ summary: ShiftSummary) -> String {
        let (weights, rows) = (summary.weights, summary.fit.trainRows)
        return say.evidence(
            worth: NumberText.rounded(weights.effectiveRows), all: rows,
            share: NumberText.percent(weights.effectiveRows / Double(max(rows, 1))), shape: tailShape(weights),
            support: summary.overlap.map { NumberText.percent($0.noSupportShare) } ?? "-",
            mean: NumberText.fixed(weights.meanRatio, 2))
    }

    private func tailShape(_ weights: WeightSummary) -> String {
        weights.tailShape.map { NumberText.fixed($0, 2) } ?? say.noneBounded
    }

    /// What `--weight clip:C` cut off; nil for other weights.
    func clipped(_ summary: ShiftSummary) -> String? {
        guard let clipped = summary.weights.clipped else { return nil }
        // "10" as it was typed, not "10.0".
        let cap = NumberText.typed(clipped.cap)
        guard clipped.rows > 0 else { return say.nothingClipped(cap: cap) }
        return say.clipped(count: clipped.rows, cap: cap, share: NumberText.percent(clipped.mass))
    }

    /// The validation set and what is left to train on.
    func validation(_ summary: ShiftSummary) -> String {
        let v = summary.validation
        return say.validation(
            draws: v.draws, rows: v.uniqueRows, pool: v.poolRows, worth: NumberText.rounded(v.poolEffectiveRows),
            remaining: v.remainingRows) + (scoreMargin(summary).map { say.gap + $0 } ?? "")
    }

    /// Version, seed and weight, for repeating the run.
    ///
    /// - Parameters:
    ///   - code: Put around the weight.
    ///   - escaped: Applied to what a report that was edited may hold any text as.
    func made(_ summary: ShiftSummary, code: String, escaped: (String) -> String) -> String {
        "textshift \(escaped(summary.version)), ICU \(escaped(summary.icuVersion)), "
            + say.made(
                seed: "\(summary.options.seed)", weight: code + summary.options.weight.description + code,
                folds: summary.options.folds)
    }

    /// The title of a list of rows.
    func listTitle(_ list: ExplainedRow.List) -> String {
        switch list {
        case .testLikeTrain: say.testLikeTrainTitle
        case .trainLikeTrain: say.trainLikeTrainTitle
        case .trainLikeTest: say.trainLikeTestTitle
        case .outOfSupportTest: say.outOfSupportTitle
        }
    }

    /// Where a row is; its id if other rows are on its line too.
    func place(_ row: Examples.Example) -> String {
        telling(row).map { say.placeOfID(id: $0, file: row.file) } ?? say.placeOfLine(line: row.line, file: row.file)
    }

    /// "id X" if the line does not identify the row and the id does.
    private func telling(_ row: Examples.Example) -> String? {
        guard row.sharesLine == true, let id = row.id, !id.isEmpty else { return nil }
        return "id " + DisplayText.cut(id, to: 40)
    }

    /// ``place(_:)`` under the heading "line".
    func number(ofLine row: Examples.Example) -> String {
        (telling(row) ?? "\(row.line)") + (row.file.map { say.ofFile(file: $0) } ?? "")
    }

    /// Whether the discriminator uses a field.
    func used(_ field: Field, _ summary: ShiftSummary) -> String {
        guard field.isUsed else { return say.no }
        return summary.dropped?.fields.contains(field.name) == true ? say.droppedWord : say.yes
    }

    /// The figures in the order of the report.
    func figures(_ summary: ShiftSummary) -> [(name: String, value: String)] {
        let weights = summary.weights
        return [
            (say.trainRows, NumberText.whole(summary.inputs.train.records)),
            (say.testRows, NumberText.whole(summary.inputs.test.records)),
            (say.copiesName, NumberText.whole(summary.groups.testRowsInTrain)),
            (say.effectiveRowsName, NumberText.rounded(weights.effectiveRows)),
            (say.effectiveGroupsName, NumberText.rounded(weights.effectiveGroups)),
            ("Pareto k̂", tailShape(weights)),
            (say.noSupportShareName, summary.overlap.map { NumberText.percent($0.noSupportShare) } ?? "-"),
            (say.meanRatioName, NumberText.fixed(weights.meanRatio, 3)),
            (say.largestWeightName, NumberText.fixed(weights.maximum, 2)),
            (say.surfaceName, summary.separability.map { NumberText.fixed($0.surfaceAUC, 3) } ?? "-"),
            (
                say.drawsName,
                "\(NumberText.whole(summary.validation.draws)) / \(NumberText.whole(summary.validation.uniqueRows))"
            ),
        ] + [scoreMarginFigure(summary)].compactMap { $0 }
    }
}
