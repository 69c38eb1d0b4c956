/// Everything that an analysis found: the content of report.json, and all that the other reports are made from.
///
/// Holds only what determines the result or follows from it: no timings, thread counts or folders. Equal inputs, options
/// and versions give equal values.
public struct ShiftSummary: Codable, Sendable, Equatable {
    /// Version of this schema; it grows when a name changes its meaning or goes away.
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
    public var options: Options
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
    /// The weights of the training rows; all 1 without a shift.
    public var weights: WeightSummary
    /// nil where nothing could be fitted.
    public var overlap: OverlapSummary?
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
    /// What the page shows beside these figures; nil where nothing was fitted.
    public var details: ReportDetails?
    /// What the discriminator must not look at; nil without `--drop-shifted`, and where nothing was fitted.
    public var dropped: DroppedShift?
    /// Names of the files written; empty where nothing was.
    public var files: [String]

    /// Whether the fit has only a part of the training rows, whatever it has of test.
    public var isTrainSample: Bool { fit.trainRows < inputs.train.records }

    package init(
        version: String, icuVersion: String, unicodeVersion: String, inputs: Inputs, options: Options, fields: [Field],
        fit: FitSummary, groups: GroupSummary, discriminator: DiscriminatorSummary, separability: Separability?, weights: WeightSummary,
        overlap: OverlapSummary?, reliability: ReliabilitySummary, trust: TrustSummary, validation: ValidationSummary,
        terms: Terms, examples: Examples, files: [String]
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
        self.weights = weights
        self.overlap = overlap
        self.reliability = reliability
        self.trust = trust
        self.validation = validation
        self.terms = terms
        self.examples = examples
        self.files = files
    }
}

/// The two corpora as they were read.
public struct Inputs: Codable, Sendable, Equatable {
    /// The training corpus.
    public var train: Input
    /// The test corpus.
    public var test: Input

    package init(train: Input, test: Input) {
        self.train = train
        self.test = test
    }
}

/// One corpus as it was read.
public struct Input: Codable, Sendable, Equatable {
    /// One file of a corpus.
    public struct File: Codable, Sendable, Equatable {
        /// Last component of its path.
        public var name: String
        /// "xxh128:" and XXH3-128 of the file's bytes.
        public var digest: String
        /// "jsonl", "text", "json", "csv", "tsv", "conll" or "squad".
        public var format: String
        /// What its characters were converted from: "UTF-8" for none.
        public var encoding: String
        /// Whether it is gzip.
        public var isCompressed: Bool
        /// What stands between the cells of a table that is "csv", where it is no comma; nil else.
        public var delimiter: String?
        /// Tabs in each of the first lines of what was found to be plain text, if they have as many: it may be a table.
        public var tabs: Int?

        package init(name: String, digest: String, format: String, encoding: String, isCompressed: Bool) {
            self.name = name
            self.digest = digest
            self.format = format
            self.encoding = encoding
            self.isCompressed = isCompressed
        }
    }

    /// Last component of its path; of several files, the first one's.
    public var name: String
    /// The file's digest; of several files, the digest of theirs, one a line.
    public var digest: String
    /// The files' format; "several" where they differ.
    public var format: String
    /// The files, in the order in which they were read.
    public var files: [File]
    /// Records read.
    public var records: Int
    /// Lines left out because they are no records (`--on-error skip`).
    public var skippedLines: Int
    /// Records left out because a review dropped them (`--exclude`), not counted in `records`; nil without a review.
    public var excludedRows: Int?

    package init(name: String, digest: String, format: String, records: Int, skippedLines: Int, files: [File]) {
        self.name = name
        self.digest = digest
        self.format = format
        self.records = records
        self.skippedLines = skippedLines
        self.files = files
    }
}

/// What the discriminator was fitted on. All figures of the report but those here, the inputs' and the validation set's are of these rows.
public struct FitSummary: Codable, Sendable, Equatable {
    /// Training rows in the fit.
    public var trainRows: Int
    /// Test rows in the fit.
    public var testRows: Int
    /// Whether these are a sample, by groups; else they are all rows.
    public var isSample: Bool
    /// Mean weight of all training rows, on the scale on which the fit's have mean 1; nil where the fit is no sample, or the
    /// other rows were not scored because nothing was written.
    public var meanWeight: Double?
    /// Effective sample size of all training rows, (Σw)² / Σw²; nil likewise.
    public var effectiveRows: Double?

    package init(trainRows: Int, testRows: Int, isSample: Bool) {
        self.trainRows = trainRows
        self.testRows = testRows
        self.isSample = isSample
    }
}

/// What the user asked for, as it was understood.
public struct Options: Codable, Sendable, Equatable {
    /// Fields named with `--field`; empty for the default choice.
    public var fields: [String]
    /// `--group`.
    public var group: String?
    /// `--id`.
    public var id: String?
    /// `--seed`.
    public var seed: UInt64
    /// K.
    public var folds: Int
    /// `--weight`, in its own spelling.
    public var weight: String
    /// `--pool`.
    public var pool: Double
    /// `--validation-size`; nil for as many draws as the pool has rows.
    public var validationSize: Int?
    /// `--permutations`; nil for the test without refits.
    public var permutations: Int?
    /// "stop" or "skip".
    public var onError: String
    /// `--fit-rows`, a side.
    public var fitRows: Int
    /// `--fit-memory`, in bytes.
    public var fitMemory: Int
    /// `--exclude`: digest of the review; nil for none.
    public var review: String?
    /// `--label`; nil for the usual name.
    public var label: String?
    /// `--drop-shifted`; nil where nothing was to be dropped.
    public var dropShifted: Double?

    package init(
        fields: [String], group: String?, id: String?, seed: UInt64, folds: Int, weight: String, pool: Double,
        validationSize: Int?, permutations: Int?, onError: String, fitRows: Int, fitMemory: Int
    ) {
        self.fields = fields
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
    }
}

/// One field of the records, and what became of it.
public struct Field: Codable, Sendable, Equatable {
    /// Why a field is used or left out.
    public enum Reason: String, Codable, Sendable, CaseIterable {
        /// Named with `--field`.
        case named
        /// Text on both sides, long enough, no identifier.
        case textLike
        /// Not among the fields named with `--field`.
        case notNamed
        /// Only one side has it (a label, an answer): it differs by construction.
        case oneSideOnly
        /// Called id, label, answer, target, date or the like, or given as `--id`.
        case reservedName
        /// Mostly numbers, lists, objects.
        case notText
        /// Shorter than 8 code points on average.
        case tooShort
        /// One token, different in every row.
        case identifier
        /// Text, but so many fields are that those with more text go before it.
        case tooMany
    }

    /// Its key, or what `--field` calls it.
    public var name: String
    /// Whether the discriminator looks at it.
    public var isUsed: Bool
    /// Why.
    public var reason: Reason
    /// Training rows without the field, read as empty text; only for used fields.
    public var missingTrain: Int?
    /// Test rows without it; likewise.
    public var missingTest: Int?
    /// Out-of-fold AUC of the field's own part of the logit; only for used fields of a fitted discriminator.
    public var auc: Double?
    /// Whether the field alone tells the sides apart (AUC above 0.99): an identifier or an artefact of format.
    public var tellsSidesApart: Bool

    package init(
        name: String, isUsed: Bool, reason: Reason, missingTrain: Int? = nil, missingTest: Int? = nil,
        auc: Double? = nil, tellsSidesApart: Bool = false
    ) {
        self.name = name
        self.isUsed = isUsed
        self.reason = reason
        self.missingTrain = missingTrain
        self.missingTest = missingTest
        self.auc = auc
        self.tellsSidesApart = tellsSidesApart
    }
}

/// Which rows were kept together, and what repeats.
public struct GroupSummary: Codable, Sendable, Equatable {
    /// Fields (or the key) whose equal values make groups, beside exact duplicates.
    public var by: [String]
    /// Groups with rows of train.
    public var train: Int
    /// Groups with rows of test.
    public var test: Int
    /// Groups with rows of both.
    public var shared: Int
    /// Rows of the largest group.
    public var largest: Int
    /// Values that are shared by too many rows to define a group, such as a constant instruction.
    public var constantValues: Int
    /// Training rows that repeat an earlier one in all used fields.
    public var duplicatesInTrain: Int
    /// Test rows that repeat an earlier test row in all used fields.
    public var duplicatesInTest: Int
    /// Test rows that train holds too, in all used fields.
    public var testRowsInTrain: Int
    /// Test rows whose longest field nearly repeats one of train (estimated Jaccard index of 0.8 or more over character
    /// n-grams) without being equal to one; nil where nothing was featurised.
    public var testRowsNearTrain: Int?

    package init(
        by: [String], train: Int, test: Int, shared: Int, largest: Int, constantValues: Int, duplicatesInTrain: Int,
        duplicatesInTest: Int, testRowsInTrain: Int
    ) {
        self.by = by
        self.train = train
        self.test = test
        self.shared = shared
        self.largest = largest
        self.constantValues = constantValues
        self.duplicatesInTrain = duplicatesInTrain
        self.duplicatesInTest = duplicatesInTest
        self.testRowsInTrain = testRowsInTrain
    }
}
