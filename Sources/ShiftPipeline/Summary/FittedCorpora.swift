/// What a fit read and used: the choices that were made for the user, and how much of the corpora it has.
public struct FittedCorpora: Sendable, Equatable {
    /// The files of both sides, and how each was read.
    public let inputs: Inputs
    /// Every field that was seen, used or not, with the rows that lack it; used ones first.
    public let fields: [Field]
    /// Names of the used fields that `--drop-shifted` dropped as a whole.
    public let dropped: [String]
    /// Which rows are kept together, and by what.
    public let groups: GroupSummary
    /// The rows that were fitted on.
    public let fit: FitSummary

    /// Those of an analysis.
    public init(_ summary: ShiftSummary) {
        inputs = summary.inputs
        fields = summary.fields
        dropped = summary.dropped?.fields ?? []
        groups = summary.groups
        fit = summary.fit
    }

    init(_ corpora: Corpora, _ pair: ComparedPair, _ dropped: DroppedShift?) {
        inputs = corpora.inputs
        fields = pair.selection.all
        self.dropped = dropped?.fields ?? []
        groups = pair.grouping.summary
        fit = FitSummary(corpora, pair)
    }
}
