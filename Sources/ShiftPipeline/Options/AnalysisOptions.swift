import ImportanceWeights
import ParallelWork
import TextRecords
import TextTokens

/// What an analysis should do; the defaults are right for most corpora.
public struct AnalysisOptions: Sendable {
    /// Fields to look at; empty for all text-like fields that both sides have.
    public var fields: [FieldPath] = []
    /// Fields that are not looked at, whatever they hold.
    public var ignoredFields: [String] = []
    /// Where fields of train are in the records of test, by their name in train, where the sides call them differently.
    public var testFields: [FieldPath] = []
    /// Kinds of form that the comparison does not see; texts are written as if these were the same everywhere before features are made.
    public var ignoredForms: Set<FormKind> = []
    /// Field whose equal values keep rows together, in place of the long-field rule.
    public var groupKey: FieldPath?
    /// Whether rows are kept together by what repeats in them; otherwise only exact duplicates are.
    public var findsGroups = true
    /// Field that names a record in reports; never a feature by default.
    public var idKey: String?
    /// How to read the inputs, as far as their content is not to decide it.
    public var reading = ReadingOptions()
    /// The format of the inputs; nil finds it in their content and their names.
    public var format: RecordFormat? {
        get { reading.format }
        set { reading.format = newValue }
    }
    /// All randomness derives from this.
    public var seed: UInt64 = 42
    /// Number of threads; it never changes the result.
    public var threads = ProcessorCount.active
    /// Folds of cross-fitting, K, 2 to 64.
    public var folds = 5
    /// How a density ratio becomes a weight.
    public var weighting = Weighting.ratio
    /// Share of the training rows, by whole groups, that the validation set is drawn from; above 0, at most 1.
    public var poolShare = 0.2
    /// Field whose values, a label or a source, the pool and the drawn set have in their weighted shares; nil for none. Groups stay whole.
    public var stratifyKey: String?
    /// Draws for the validation set; nil for as many as the pool has rows.
    public var validationSize: Int?
    /// Field with a row's label, for outputs that need one; nil for `label`. Never a feature by default.
    public var labelKey: String?
    /// Class probabilities, or classes, that a model of one's own predicts for training rows that it was not trained on and for test rows, for
    /// ``Weighting/classPrior``; nil for a classifier on the discriminator's features.
    public var classPredictions: (train: String, test: String)?
    /// ``labelKey`` where none is named.
    package static let usualLabel = "label"
    /// Whether existing `sample_weight` and `p_test` members are replaced.
    public var overwritesKeys = false
    /// A review of an earlier report (`review.jsonl`); the rows that it drops are excluded. nil for none.
    public var review: String?
    /// What to do about lines that are not records.
    public var onError = ErrorPolicy.stop
    /// How much the fit may hold; larger corpora are fitted on a sample, and the rest is streamed.
    public var fitBounds = FitBounds()
    /// Features that tell the sides apart are dropped until the discriminator's AUC is below this, above 0.5 and below 1; nil
    /// drops nothing.
    public var dropShifted: Double?
    /// Refits for the p-value; nil permutes held-out groups with the models fixed.
    public var permutations: Int?

    /// What stands for a key where only exact duplicates are to be kept together.
    package static let noGroups = "none"

    /// The defaults of `textshift analyze`.
    public init() {}

    /// Takes `--group`: a key, or "none".
    /// - Throws: `RecordError.fieldPathMalformed`.
    package mutating func setGroup(_ text: String?) throws {
        findsGroups = text != Self.noGroups
        groupKey = try findsGroups ? text.map { try FieldPath(parsing: $0) } : nil
    }

    /// The fields that have to be read under the names given, on one side: those that are compared, and the group key.
    func named(_ side: CorpusSide, with nested: [FieldPath] = []) -> [FieldPath] {
        let asked = fields + nested
        let all = asked + (groupKey.map { [$0] } ?? []).filter { key in !asked.contains { $0.name == key.name } }
        guard side == .test else { return all }
        return all.map { one in testFields.first { $0.name == one.name } ?? one }
            + testFields.filter { one in !all.contains { $0.name == one.name } }
    }
}
