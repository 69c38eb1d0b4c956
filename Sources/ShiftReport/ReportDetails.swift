/// What the page shows beside the summary's figures: rows with each token's part, terms with their contexts, curves, and the
/// check of the drawn validation set. Bounded, whatever the size of the corpora.
///
/// Text of the corpora stands here as it is: whoever shows it escapes it.
public struct ReportDetails: Codable, Sendable, Equatable {
    /// Rows at the ends of the uncalibrated out-of-fold logit, the furthest first; near duplicates and rows of one group once.
    public var rows: [ExplainedRow]
    /// Words and phrases that moved, the most certain first.
    public var terms: [MovedTerm]
    /// Terms that were tested, listed or not.
    public var testedTerms: Int
    /// What the plots show.
    public var curves: ShiftCurves
    /// nil where nothing was drawn, or the sides are too small to ask.
    public var validationCheck: ValidationCheck?

    package init(
        rows: [ExplainedRow], terms: [MovedTerm], testedTerms: Int, curves: ShiftCurves, validationCheck: ValidationCheck?
    ) {
        self.rows = rows
        self.terms = terms
        self.testedTerms = testedTerms
        self.curves = curves
        self.validationCheck = validationCheck
    }
}

/// One record with what each part of it adds to the discriminator's logit.
///
/// `logit` = `intercept` + the sum of all tokens' contributions and of all fields' `surface` and `rest`, to rounding.
public struct ExplainedRow: Codable, Sendable, Equatable {
    /// Which list the row is in.
    public enum List: String, Codable, Sendable, CaseIterable {
        /// Training rows most like test.
        case testLikeTrain
        /// Training rows least like test.
        case trainLikeTrain
        /// Test rows most like train.
        case trainLikeTest
        /// Test rows furthest from train.
        case outOfSupportTest
    }

    /// A piece of a field's text.
    public struct Token: Codable, Sendable, Equatable {
        /// The text, as it is in the record; the tokens of a field joined are the field, up to where it was cut.
        public var text: String
        /// What the piece adds to the logit: its word, and its share of each n-gram that overlaps it.
        public var contribution: Double

        package init(text: String, contribution: Double) {
            self.text = text
            self.contribution = contribution
        }
    }

    /// One used field.
    public struct FieldText: Codable, Sendable, Equatable {
        /// Name of the field.
        public var name: String
        /// Its text in pieces, in order, cut where it is very long.
        public var tokens: [Token]
        /// What length, script and punctuation of the field add.
        public var surface: Double
        /// What the text behind the last token adds, where the field was cut; 0 otherwise.
        public var rest: Double

        package init(name: String, tokens: [Token], surface: Double, rest: Double) {
            self.name = name
            self.tokens = tokens
            self.surface = surface
            self.rest = rest
        }
    }

    /// Which list it is in.
    public var list: List
    /// Value of the `--id` field or of "id", if there is one.
    public var id: String?
    /// Last component of the file's path.
    public var file: String
    /// Line in the file, from 1.
    public var line: Int
    /// Calibrated, out of fold.
    public var pTest: Double
    /// Mean 1 over train; nil for a row of test.
    public var weight: Double?
    /// Uncalibrated, out of fold.
    public var logit: Double
    /// What the model of the row's fold says of a row without any feature.
    public var intercept: Double
    /// The used fields, in their order.
    public var fields: [FieldText]
    /// Further rows that nearly repeat this one.
    public var nearDuplicates: Int

    package init(
        list: List, id: String?, file: String, line: Int, pTest: Double, weight: Double?, logit: Double, intercept: Double,
        fields: [FieldText], nearDuplicates: Int
    ) {
        self.list = list
        self.id = id
        self.file = file
        self.line = line
        self.pTest = pTest
        self.weight = weight
        self.logit = logit
        self.intercept = intercept
        self.fields = fields
        self.nearDuplicates = nearDuplicates
    }
}

/// A word or phrase whose frequency differs, by log-odds with an informative Dirichlet prior (Monroe, Colaresi & Quinn 2008,
/// eq. 16 to 22), counted by group.
public struct MovedTerm: Codable, Sendable, Equatable {
    /// Where a term stands in a record.
    public struct Context: Codable, Sendable, Equatable {
        /// Whether the record is one of test.
        public var isTest: Bool
        /// Line of its file, from 1.
        public var line: Int
        /// Text in front of the term, cut.
        public var before: String
        /// The term as it is written there.
        public var match: String
        /// Text behind it, cut.
        public var after: String

        package init(isTest: Bool, line: Int, before: String, match: String, after: String) {
            self.isTest = isTest
            self.line = line
            self.before = before
            self.match = match
            self.after = after
        }
    }

    /// Normalised; words of a phrase joined by spaces, or without where they are Chinese.
    public var term: String
    /// Name of its field.
    public var field: String
    /// δ̂, above 0 towards test.
    public var logOdds: Double
    /// δ̂ over its standard error.
    public var z: Double
    /// Benjamini-Hochberg's adjusted p-value.
    public var qValue: Double
    /// Groups with rows of train that hold it there.
    public var trainGroups: Int
    /// Groups with rows of test that do.
    public var testGroups: Int
    /// Share of the rows of train that hold it, 0...1.
    public var trainShare: Double
    /// Share of the rows of test.
    public var testShare: Double
    /// Its part of the difference of the sides' mean logits; nil for phrases, which the discriminator does not have.
    public var contribution: Double?
    /// Up to three of either side.
    public var contexts: [Context]

    package init(
        term: String, field: String, logOdds: Double, z: Double, qValue: Double, trainGroups: Int, testGroups: Int,
        trainShare: Double, testShare: Double, contribution: Double?, contexts: [Context]
    ) {
        self.term = term
        self.field = field
        self.logOdds = logOdds
        self.z = z
        self.qValue = qValue
        self.trainGroups = trainGroups
        self.testGroups = testGroups
        self.trainShare = trainShare
        self.testShare = testShare
        self.contribution = contribution
        self.contexts = contexts
    }
}

/// Distributions by side, as figures to draw.
public struct ShiftCurves: Codable, Sendable, Equatable {
    /// A histogram of either side: `edges` has one value more than `train` and `test`, which are shares that add up to 1.
    public struct Histogram: Codable, Sendable, Equatable {
        /// Edges of the bins, rising.
        public var edges: [Double]
        /// Share of the training rows in each bin.
        public var train: [Double]
        /// Share of the test rows in each bin; empty where test has no such figure.
        public var test: [Double]

        package init(edges: [Double], train: [Double], test: [Double]) {
            self.edges = edges
            self.train = train
            self.test = test
        }
    }

    /// Shares of a text's code points by script, mean over the rows.
    public struct Script: Codable, Sendable, Equatable {
        /// "latin", "han", "other script", "digit", "punctuation", "symbol", "space", or "other" for the rest.
        public var name: String
        /// Of train, 0...1.
        public var train: Double
        /// Of test, 0...1.
        public var test: Double

        package init(name: String, train: Double, test: Double) {
            self.name = name
            self.train = train
            self.test = test
        }
    }

    /// A point of a curve.
    public struct Point: Codable, Sendable, Equatable {
        /// Abscissa.
        public var x: Double
        /// Ordinate.
        public var y: Double

        package init(x: Double, y: Double) {
            self.x = x
            self.y = y
        }
    }

    /// Of p_test, 40 bins of 0...1.
    public var pTest: Histogram
    /// Of the training rows' weights, by log₂; `test` is empty.
    public var weights: Histogram
    /// False against true positive rate of the final score, at most 101 points.
    public var roc: [Point]
    /// Calibrated against uncalibrated logit, mean over the folds, at most 61 points; empty without a calibration.
    public var calibration: [Point]
    /// Of the length of a row's used fields in code points, by log₂.
    public var lengths: Histogram
    /// By class of code points.
    public var scripts: [Script]

    package init(
        pTest: Histogram, weights: Histogram, roc: [Point], calibration: [Point], lengths: Histogram, scripts: [Script]
    ) {
        self.pTest = pTest
        self.weights = weights
        self.roc = roc
        self.calibration = calibration
        self.lengths = lengths
        self.scripts = scripts
    }
}

/// The discriminator asked again, out of group and fold: does the drawn validation set look more like test than a random one?
public struct ValidationCheck: Codable, Sendable, Equatable {
    /// AUC of a discriminator between a set and test, with its 95% interval; 0.5 is what one hopes for.
    public struct Area: Codable, Sendable, Equatable {
        /// The AUC, 0...1, out of group and fold.
        public var auc: Double
        /// Lower end of its interval.
        public var lower: Double
        /// Upper end.
        public var upper: Double

        package init(auc: Double, lower: Double, upper: Double) {
            self.auc = auc
            self.lower = lower
            self.upper = upper
        }
    }

    /// Drawn validation set against test.
    public var drawn: Area
    /// As many rows of the same pool at random against test.
    public var random: Area
    /// Rows of either set that took part.
    public var setRows: Int
    /// Rows of test that took part.
    public var testRows: Int

    package init(drawn: Area, random: Area, setRows: Int, testRows: Int) {
        self.drawn = drawn
        self.random = random
        self.setRows = setRows
        self.testRows = testRows
    }
}
