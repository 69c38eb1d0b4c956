/// Everything that an analysis found: the content of report.json, and all that the other reports are made from.
///
/// Holds only what determines the result or follows from it: no timings, thread counts or folders. Equal inputs, options
/// and versions give equal values.
public struct ShiftSummary: Codable, Sendable, Equatable {
    /// Version of this schema; it grows when a name changes its meaning or is removed.
    public var schema = 1
    /// Always "textshift".
    public var tool = "textshift"
    /// Version of textshift.
    public var version: String
    /// Version of ICU, whose dictionaries decide the words.
    public var icuVersion: String
    /// Version of Unicode that ICU implements.
    public var unicodeVersion: String
    /// The two corpora as they were read.
    public var inputs: Inputs
    /// What was asked for.
    public var options: OptionSummary
    /// Every field that was seen, used or not, in order of appearance; used ones first.
    public var fields: [Field]
    /// How much of the corpora the discriminator was fitted on.
    public var fit: FitSummary
    /// Which rows were kept together, and what repeats.
    public var groups: GroupSummary
    /// How the discriminator was fitted, and the verdict.
    public var discriminator: DiscriminatorSummary
    /// nil where nothing could be fitted.
    public var separability: Separability?
    /// How the texts of the sides differ in form; nil where nothing could be fitted, and in reports of older versions.
    public var form: FormSummary?
    /// Clusters of rows that nothing keeps together; nil where none were found.
    public var clusters: ClusterSummary?
    /// The weights of the training rows; all 1 without a shift.
    public var weights: WeightSummary
    /// The classes' shares that the weights come from; nil unless `--weight class-prior` found a shift.
    public var classPriors: ClassPriorSummary?
    /// nil where nothing could be fitted.
    public var overlap: OverlapSummary?
    /// Whether weighted train still differs from test; nil without a shift, and where a side is too small to ask.
    public var balance: BalanceSummary?
    /// Whether p_test means what it says.
    public var reliability: ReliabilitySummary
    /// Whether weighting can be trusted.
    public var trust: TrustSummary
    /// The pool and the set that was drawn from it.
    public var validation: ValidationSummary
    /// The terms that moved most.
    public var terms: Terms
    /// Rows at the ends of the score.
    public var examples: Examples
    /// The scripts of the compared texts; nil in reports of older versions.
    public var letters: LetterShares?
    /// What the page shows beside these figures; nil where nothing was fitted.
    public var details: ReportDetails?
    /// What the discriminator must ignore; nil without `--drop-shifted`, and where nothing was fitted.
    public var dropped: DroppedShift?
    /// Names of the files written; empty where nothing was.
    public var files: [String]

    /// Whether there is a shift, and whether the weights can be trusted.
    public var verdict: Verdict { Verdict(kind: discriminator.verdict, reasons: trust.failures) }

    /// Whether the fit has only part of the training rows, however much it has of test.
    public var isTrainSample: Bool { fit.trainRows < inputs.train.records }

    package init(
        version: String, icuVersion: String, unicodeVersion: String, inputs: Inputs, options: OptionSummary, fields: [Field],
        fit: FitSummary, groups: GroupSummary, discriminator: DiscriminatorSummary, separability: Separability?,
        form: FormSummary? = nil,
        clusters: ClusterSummary? = nil,
        weights: WeightSummary,
        overlap: OverlapSummary?, balance: BalanceSummary? = nil, reliability: ReliabilitySummary, trust: TrustSummary,
        validation: ValidationSummary,
        terms: Terms, examples: Examples, letters: LetterShares? = nil, details: ReportDetails? = nil,
        dropped: DroppedShift? = nil, files: [String]
    ) {
        self.version = version
        self.icuVersion = icuVersion
        self.unicodeVersion = unicodeVersion
        self.inputs = inputs
        self.options = options
        self.fields = fields
        self.fit = fit
        self.groups = groups
        self.discriminator = discriminator
        self.separability = separability
        self.form = form
        self.clusters = clusters
        self.weights = weights
        self.overlap = overlap
        self.balance = balance
        self.reliability = reliability
        self.trust = trust
        self.validation = validation
        self.terms = terms
        self.examples = examples
        self.letters = letters
        self.details = details
        self.dropped = dropped
        self.files = files
    }
}
