import ImportanceWeights
import TextRecords

/// What the user asked for, as it was understood.
public struct OptionSummary: Codable, Sendable, Equatable {
    /// Fields named with `--field`; empty for the default choice.
    public var fields: [String]
    /// `--ignore-field`; nil for none.
    public var ignoredFields: [String]?
    /// `--test-field`; nil for none.
    public var testFields: [String]?
    /// `--ignore-form`, in alphabetical order; nil for none.
    public var ignoredForms: [String]?
    /// `--group`; "none" where only exact duplicates are kept together.
    public var group: String?
    /// `--id`.
    public var id: String?
    /// `--seed`.
    public var seed: UInt64
    /// K.
    public var folds: Int
    /// `--weight`; in report.json as on the command line.
    public var weight: Weighting
    /// `--pool`.
    public var pool: Double
    /// `--validation-size`; nil for as many draws as the pool has rows.
    public var validationSize: Int?
    /// `--permutations`; nil for the test without refits.
    public var permutations: Int?
    /// "stop" or "skip".
    public var onError: String
    /// `--fit-rows`, per side.
    public var fitRows: Int
    /// `--fit-memory`, in bytes.
    public var fitMemory: Int
    /// `--exclude`: digest of the review; nil for none.
    public var review: String?
    /// `--label`; nil for the usual name.
    public var label: String?
    /// `--drop-shifted`; nil if nothing was to be dropped.
    public var dropShifted: Double?
    /// `--encoding`; nil for what was found.
    public var encoding: String?
    /// `--delimiter`; nil for what was found.
    public var delimiter: String?
    /// true for `--no-header`; nil otherwise.
    public var noHeader: Bool?
    /// `--max-record`, in bytes; nil for the usual limit.
    public var maxRecord: Int?
    /// `--stratify`; nil without it.
    public var stratify: String?

    package init(
        fields: [String], ignoredFields: [String]? = nil, testFields: [String]? = nil, ignoredForms: [String]? = nil,
        group: String?, id: String?,
        seed: UInt64, folds: Int, weight: Weighting, pool: Double,
        validationSize: Int?, permutations: Int?, onError: String, fitRows: Int, fitMemory: Int, review: String? = nil,
        label: String? = nil, dropShifted: Double? = nil
    ) {
        self.fields = fields
        self.ignoredFields = ignoredFields
        self.testFields = testFields
        self.ignoredForms = ignoredForms
        self.group = group
        self.id = id
        self.seed = seed
        self.folds = folds
        self.weight = weight
        self.pool = pool
        self.validationSize = validationSize
        self.permutations = permutations
        self.onError = onError
        self.fitRows = fitRows
        self.fitMemory = fitMemory
        self.review = review
        self.label = label
        self.dropShifted = dropShifted
    }

    /// - Parameter review: Digest of the review; nil without one.
    init(_ options: AnalysisOptions, review: String?) {
        func spelled(_ field: FieldPath) -> String { field.name == field.path ? field.name : "\(field.name)=\(field.path)" }
        self.init(
            fields: options.fields.map(spelled), ignoredFields: options.ignoredFields.isEmpty ? nil : options.ignoredFields,
            testFields: options.testFields.isEmpty ? nil : options.testFields.map(spelled),
            ignoredForms: options.ignoredForms.isEmpty ? nil : options.ignoredForms.map(\.rawValue).sorted(),
            group: options.findsGroups ? options.groupKey?.path : options.groupKey?.path ?? AnalysisOptions.noGroups,
            id: options.idKey, seed: options.seed, folds: options.folds, weight: options.weighting, pool: options.poolShare,
            validationSize: options.validationSize, permutations: options.permutations, onError: options.onError.rawValue,
            fitRows: options.fitBounds.rows, fitMemory: options.fitBounds.memory, review: review, label: options.labelKey,
            dropShifted: options.dropShifted)
        stratify = options.stratifyKey
        let reading = options.reading
        encoding = reading.encoding?.rawValue
        delimiter = reading.delimiter
        noHeader = reading.hasHeader ? nil : true
        maxRecord = reading.maximumRecord == ReadingOptions.defaultMaximumRecord ? nil : reading.maximumRecord
    }
}
