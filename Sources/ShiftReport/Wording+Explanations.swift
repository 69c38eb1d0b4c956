/// A figure of the report with what it means and what to do about it, in one sentence.
public struct Explanation: Codable, Sendable, Equatable {
    /// Where the figure stands in report.json, as a path of keys: "weights.effectiveRows".
    public var figure: String
    /// What the figure means here, and what to do.
    public var sentence: String

    /// A figure's path and its sentence.
    public init(figure: String, sentence: String) {
        self.figure = figure
        self.sentence = sentence
    }
}

extension Wording {
    /// One sentence for each diagnostic that exists in `summary` and says something, in the order of the report. Field names
    /// are neutral.
    public static func explanations(_ summary: ShiftSummary) -> [Explanation] {
        var all: [Explanation] = []
        func add(_ figure: String, _ sentence: String?) {
            if let sentence { all.append(Explanation(figure: figure, sentence: sentence)) }
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
        guard summary.discriminator.verdict == .shift else { return all }
        for (position, field) in summary.fields.enumerated() {
            add("fields.\(position).auc", fieldAUC(field))
        }
        add("weights.effectiveRows", effectiveRows(summary.weights.effectiveRows, of: summary.fit.trainRows))
        add("weights.effectiveGroups", effectiveGroups(summary.weights.effectiveGroups, of: summary.groups.train))
        add("weights.meanRatio", meanRatioMeaning(summary.weights.meanRatio))
        add("weights.tailShape", tail(summary.weights))
        add("weights.topPercentShare", top(summary.weights.topPercentShare))
        add("overlap.noSupportShare", summary.overlap.map { support($0.noSupportShare) })
        add("reliability.slope", summary.reliability.slope.map(slope))
        add("validation.poolEffectiveRows", pool(summary.validation))
        return all
    }

    static func gain(_ discriminator: DiscriminatorSummary) -> String? {
        guard let gain = discriminator.gain, let error = discriminator.gainStandardError else { return nil }
        let figures = "\(NumberText.fixed(gain, 4)) nats a row, standard error \(NumberText.fixed(error, 4))"
        return discriminator.verdict == .shift
            ? "The discriminator gains \(figures) over no shift: more than two standard errors, so the weights are used."
            : "The discriminator gains \(figures) over no shift: not above two standard errors, so every weight stays 1."
    }

    static func auc(_ separability: Separability) -> String {
        let times = NumberText.fixed(separability.auc * 100, 0)
        let known = separability.lower <= 0.5 && separability.upper >= 0.5
        return "Of 100 pairs of a test row and a training row, the test row looks more test-like in \(times) (50 is chance)"
            + (known ? "; the interval holds 0.5, so treat the corpora as alike." : "; judge the shift by this, not by the p-value.")
    }

    static func pValue(_ separability: Separability) -> String {
        separability.pValue < 0.05
            ? "Chance alone rarely separates the corpora as well; with many rows that also holds for shifts too small to matter."
            : "Chance alone may well separate the corpora as well; more rows would be needed to tell."
    }

    static func groupsLeftOut(_ separability: Separability) -> String? {
        guard separability.groupsLeftOut > 0 else { return nil }
        return "\(NumberText.whole(separability.groupsLeftOut)) groups have rows of both sides and take no part in the p-value; "
            + "where they are many, see whether train and test share their source."
    }

    static func surfaceAUC(_ separability: Separability) -> String {
        separability.surfaceAUC < 0.55
            ? "Length, scripts, digits and punctuation hardly differ: the shift, if any, is in the words."
            : "Length, scripts, digits and punctuation alone separate the corpora this well; compare how the two were cleaned."
    }

    static func fieldAUC(_ field: Field) -> String? {
        guard let auc = field.auc else { return nil }
        if field.tellsSidesApart { return tellsSidesApart(DisplayText.neutral(field.name), auc) }
        return "The field \"\(DisplayText.neutral(field.name))\" \(auc < 0.55 ? "says little" : "differs") by itself (0.5 is no difference)."
    }

    static func copies(_ rows: Int, of total: Int) -> String {
        rows == 0
            ? "No test row is in train word for word."
            : "\(NumberText.percent(Double(rows) / Double(max(total, 1)))) of the test rows are in train word for word: a score on "
                + "them measures memory; consider taking them out of train."
    }

    static func effectiveRows(_ found: Double, of rows: Int) -> String {
        if found < 30 { return effectiveSampleSize(found) }
        let share = found / Double(max(rows, 1))
        return "Weighted estimates are about as precise as from \(NumberText.whole(Int(found.rounded()))) unweighted rows "
            + "(\(NumberText.percent(share)))"
            + (share < 0.1 || found < 100 ? ": few; expect wide intervals, or use --weight relative:0.5." : ".")
    }

    static func effectiveGroups(_ found: Double, of groups: Int) -> String {
        "Counted by groups, whose rows are not independent, that is \(NumberText.whole(Int(found.rounded()))) of "
            + "\(NumberText.whole(groups)); take intervals over groups, not over rows."
    }

    static func meanRatioMeaning(_ found: Double) -> String {
        if !(0.8...1.25).contains(found) { return meanRatio(found) }
        return "The ratio averages \(NumberText.fixed(found, 2)) over train, near 1 as a ratio of densities must: the scores are not "
            + "in sample and mean what they say."
    }

    static func tail(_ weights: WeightSummary) -> String {
        guard let shape = weights.tailShape else { return "The weights have no tail: they are equal or bounded." }
        if shape > 0.7 { return tailShape(shape) }
        return "The tail of the weights is light (k̂ up to 0.7 is fine): no single row decides an estimate."
    }

    static func top(_ share: Double) -> String {
        "The heaviest 1% of the training rows carry \(NumberText.percent(share)) of the weight"
            + (share > 0.2 ? ": look at them, and use --weight clip:10 or relative:0.5." : ".")
    }

    static func support(_ share: Double) -> String {
        if share > 0.05 { return noSupport(share) }
        return share > 0.01
            ? "\(NumberText.percent(share)) of the test rows lie beyond 99.9% of train; weights say nothing about them, so look at them."
            : "Train covers the test rows: next to none lies beyond 99.9% of it."
    }

    static func slope(_ slope: Double) -> String {
        switch slope {
        case ..<0.8: "p_test is too extreme (slope 1 is calibrated): prefer --weight relative:0.5 to the plain ratio."
        case ...1.25: "p_test means what it says (slope 1 is calibrated)."
        default: "p_test is too cautious (slope 1 is calibrated): the weights correct less than they could."
        }
    }

    static func pool(_ validation: ValidationSummary) -> String {
        let worth = NumberText.whole(Int(validation.poolEffectiveRows.rounded()))
        return "A score on the validation set is about as precise as on \(worth) rows, however many are drawn"
            + (validation.poolEffectiveRows < 100 ? "; raise --pool for more." : ".")
    }
}
