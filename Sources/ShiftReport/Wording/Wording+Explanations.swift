import ImportanceWeights
import ShiftPipeline

/// A figure of the report with what it means and what to do about it, in one sentence.
package struct FigureMeaning: Codable, Sendable, Equatable {
    /// Where the figure is in report.json, as a path of keys: "weights.effectiveRows".
    package var figure: String
    /// What the figure means here, and what to do.
    package var sentence: String

    /// A figure's path and its sentence.
    package init(figure: String, sentence: String) {
        self.figure = figure
        self.sentence = sentence
    }
}

extension Wording {
    /// One sentence for each diagnostic in `summary` that has something to say, in the order of the report. Field names
    /// are neutral.
    package func explanations(_ summary: ShiftSummary) -> [FigureMeaning] {
        var all: [FigureMeaning] = []
        func add(_ figure: String, _ sentence: String?) {
            if let sentence { all.append(FigureMeaning(figure: figure, sentence: sentence)) }
        }
        add("discriminator.gain", gain(summary.discriminator))
        if let separability = summary.separability {
            add("separability.auc", auc(separability))
            add("separability.pValue", pValue(separability))
            add("separability.groupsLeftOut", groupsLeftOut(separability))
            add("separability.surfaceAUC", surfaceAUC(separability))
        }
        add("groups.testRowsInTrain", copies(summary.groups.testRowsInTrain, of: summary.fit.testRows))
        // Without a shift all weights are 1, and there is nothing more to say.
        guard summary.verdict.isShift else { return all }
        for (position, field) in summary.fields.enumerated() {
            add("fields.\(position).auc", fieldAUC(field))
        }
        let weight = summary.weightForm
        add("weights.effectiveRows", effectiveRows(summary.weights.effectiveRows, of: summary.fit.trainRows, weight: weight))
        add(
            "weights.effectiveGroups",
            effectiveGroups(summary.weights.effectiveGroups, of: summary.groups.train, weight: weight))
        add("weights.meanRatio", meanRatioMeaning(summary.weights.meanRatio))
        add("weights.tailShape", tail(summary.weights, weight: weight))
        add("weights.topPercentShare", top(summary.weights.topPercentShare, weight: weight))
        add("overlap.noSupportShare", summary.overlap.map(support))
        add("balance.left", summary.balance.map(balance))
        add("reliability.slope", summary.reliability.slope.map { slope($0, weight: weight) })
        add("validation.poolEffectiveRows", pool(summary.validation))
        return all
    }

    func gain(_ discriminator: DiscriminatorSummary) -> String? {
        guard let gain = discriminator.gain, let error = discriminator.gainStandardError else { return nil }
        let (mean, spread) = (NumberText.fixed(gain, 4), NumberText.fixed(error, 4))
        return discriminator.verdict == .shift
            ? say.gainShown(mean: mean, error: spread) : say.gainNotShown(mean: mean, error: spread)
    }

    func auc(_ separability: Separability) -> String {
        let isChance = separability.lower <= 0.5 && separability.upper >= 0.5
        return say.pairs(times: NumberText.fixed(separability.auc * 100, 0))
            + (isChance ? say.pairsMayBeChance : say.pairsTell)
    }

    func pValue(_ separability: Separability) -> String { separability.pValue < 0.05 ? say.pSmall : say.pLarge }

    func groupsLeftOut(_ separability: Separability) -> String? {
        separability.groupsLeftOut > 0 ? say.groupsOnBothSides(count: separability.groupsLeftOut) : nil
    }

    func surfaceAUC(_ separability: Separability) -> String {
        let auc = NumberText.fixed(separability.surfaceAUC, 3)
        return separability.surfaceAUC < 0.55 ? say.formAlike(auc: auc) : say.formDiffers(auc: auc)
    }

    func fieldAUC(_ field: Field) -> String? {
        guard let area = field.auc else { return nil }
        let (name, auc) = (DisplayText.neutral(field.name), NumberText.fixed(area, 3))
        if field.tellsSidesApart { return tellsSidesApart(name, area) }
        return area < 0.55 ? say.fieldSaysLittle(field: name, auc: auc) : say.fieldDiffers(field: name, auc: auc)
    }

    func copies(_ rows: Int, of total: Int) -> String {
        rows == 0
            ? say.noCopies(rows: total) : say.copies(share: NumberText.percent(Double(rows) / Double(max(total, 1))))
    }

    func effectiveRows(_ found: Double, of rows: Int, weight: WeightForm) -> String {
        let part = found / Double(max(rows, 1))
        let (worth, share) = (NumberText.rounded(found), NumberText.percent(part))
        guard part < 0.1 || found < 100 else { return say.precision(worth: worth, share: share) }
        return weight.isBounded
            ? say.precisionLowThoughBounded(worth: worth, share: share) : say.precisionLow(worth: worth, share: share)
    }

    func effectiveGroups(_ found: Double, of groups: Int, weight: WeightForm) -> String {
        if found < TrustLimits.leastEffectiveRows { return effectiveSampleSize(found, weight: weight) }
        return say.effectiveGroups(worth: NumberText.rounded(found), all: NumberText.whole(groups))
    }

    func meanRatioMeaning(_ found: Double) -> String {
        TrustLimits.meanRatios.contains(found) ? say.ratioNearOne(mean: NumberText.fixed(found, 2)) : meanRatio(found)
    }

    /// The tail of the weights as they are used, which may be bounded. It is no reason not to trust them.
    func tail(_ weights: WeightSummary, weight: WeightForm) -> String {
        guard let shape = weights.tailShape else { return say.noTail }
        if shape > TrustLimits.greatestTailShape {
            return weight.isBounded
                ? say.tailBounded(greatest: Limits.tailShape, weight: weight.description) : tailShape(shape, weight: weight)
        }
        return say.tailLight(shape: NumberText.fixed(shape, 2), greatest: Limits.tailShape)
    }

    func top(_ part: Double, weight: WeightForm) -> String {
        let share = NumberText.percent(part)
        guard part > 0.2 else { return say.heaviest(share: share) }
        return weight.isBounded ? say.heaviestLook(share: share) : say.heaviestBound(share: share)
    }

    func balance(_ balance: BalanceSummary) -> String {
        say.balanceMeaning(auc: NumberText.fixed(balance.weighted.auc, 3), share: NumberText.percent(balance.left))
    }

    func support(_ overlap: OverlapSummary) -> String {
        if let lower = overlap.lower, lower > TrustLimits.greatestNoSupportShare { return noSupport(lower) }
        let part = overlap.noSupportShare
        let share = NumberText.percent(part)
        return part > 0.01 ? say.someUnsupported(share: share) : say.covered(share: share)
    }

    func slope(_ found: Double, weight: WeightForm) -> String {
        let slope = NumberText.fixed(found, 2)
        return switch found {
        case ..<0.8 where weight.isBounded: say.slopeExtremeThoughBounded(slope: slope, weight: weight.description)
        case ..<0.8: say.slopeExtreme(slope: slope)
        case ...1.25: say.slopeRight(slope: slope)
        default: say.slopeCautious(slope: slope)
        }
    }

    func pool(_ validation: ValidationSummary) -> String {
        let worth = NumberText.rounded(validation.poolEffectiveRows)
        return validation.poolEffectiveRows < 100 ? say.poolWorthFew(worth: worth) : say.poolWorth(worth: worth)
    }
}
