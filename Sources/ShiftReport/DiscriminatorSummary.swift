/// How the discriminator was fitted and whether it won against the null model.
public struct DiscriminatorSummary: Codable, Sendable, Equatable {
    /// What the null rule decided.
    public enum Verdict: String, Codable, Sendable, CaseIterable {
        /// The null model: every weight is 1.
        case noShift
        /// A gain that is clear of its noise: the rows are weighted.
        case shift
        /// Fewer groups on a side than folds: nothing was fitted, every weight is 1.
        case tooFewGroups
    }

    /// What the null rule decided.
    public var verdict: Verdict
    /// Folds, K.
    public var folds: Int
    /// First-stage candidates, each cross-fitted.
    public var candidates: [CandidateSummary]
    /// Position of the candidate of least out-of-fold loss.
    public var best: Int?
    /// Balanced out-of-fold log-loss, nats: of the best candidate, after the second stage, after calibration, kept or not;
    /// empty where nothing was fitted.
    public var losses: [Double]
    /// Whether the second stage, which joins the candidates, lowered the loss and is used.
    public var secondStageKept: Bool
    /// Whether the calibration did.
    public var calibrationKept: Bool
    /// ln 2 minus the loss of the final score, nats: how much of the shift was caught.
    public var gain: Double?
    /// Standard error of `gain`, by groups. A shift is called where gain > 2 standard errors.
    public var gainStandardError: Double?
    /// Words that were kept; one in two fields is two.
    public var wordFeatures: Int
    /// Buckets of character n-grams that were kept.
    public var gramFeatures: Int

    package init(
        verdict: Verdict, folds: Int, candidates: [CandidateSummary], best: Int?, losses: [Double],
        secondStageKept: Bool, calibrationKept: Bool, gain: Double?, gainStandardError: Double?, wordFeatures: Int,
        gramFeatures: Int
    ) {
        self.verdict = verdict
        self.folds = folds
        self.candidates = candidates
        self.best = best
        self.losses = losses
        self.secondStageKept = secondStageKept
        self.calibrationKept = calibrationKept
        self.gain = gain
        self.gainStandardError = gainStandardError
        self.wordFeatures = wordFeatures
        self.gramFeatures = gramFeatures
    }
}

/// One view at one λ.
public struct CandidateSummary: Codable, Sendable, Equatable {
    /// "words", "grams" or "surface".
    public var view: String
    /// λ; nil for the surface view.
    public var lambda: Double?
    /// Balanced out-of-fold log-loss, nats.
    public var loss: Double
    /// Largest gradient norm of its fold models at the returned coefficients.
    public var gradientNorm: Double?
    /// Most passes over the rows that a fold model took.
    public var epochs: Int?

    package init(view: String, lambda: Double?, loss: Double, gradientNorm: Double?, epochs: Int?) {
        self.view = view
        self.lambda = lambda
        self.loss = loss
        self.gradientNorm = gradientNorm
        self.epochs = epochs
    }
}

/// How well the two corpora can be told apart, from the first-stage score that is best on the other folds, out of fold.
public struct Separability: Codable, Sendable, Equatable {
    /// Area under the ROC curve, pairs compared within folds; 0.5 for no shift.
    public var auc: Double
    /// Lower end of its 95% group-bootstrap interval, widened by √2 for the training of the fold models.
    public var lower: Double
    /// Upper end.
    public var upper: Double
    /// Chance of such an AUC or a higher one without a shift.
    public var pValue: Double
    /// AUC of the final score before the null rule: second stage and calibration included where they were kept.
    public var finalAUC: Double
    /// Groups with rows of both sides, which the permutations leave out.
    public var groupsLeftOut: Int
    /// AUC of lengths, scripts and punctuation alone.
    public var surfaceAUC: Double

    package init(
        auc: Double, lower: Double, upper: Double, pValue: Double, finalAUC: Double, groupsLeftOut: Int, surfaceAUC: Double
    ) {
        self.auc = auc
        self.lower = lower
        self.upper = upper
        self.pValue = pValue
        self.finalAUC = finalAUC
        self.groupsLeftOut = groupsLeftOut
        self.surfaceAUC = surfaceAUC
    }
}

/// The weights of the training rows.
public struct WeightSummary: Codable, Sendable, Equatable {
    /// Mean of the ratio over train before normalising; near 1 where the discriminator is calibrated.
    public var meanRatio: Double
    /// The least of the normalised weights (mean 1).
    public var minimum: Double
    /// The greatest.
    public var maximum: Double
    /// (Σw)² / Σw² of the rows.
    public var effectiveRows: Double
    /// The same of the sums of the weights by group.
    public var effectiveGroups: Double
    /// Share of all weight on the heaviest 1% of the rows.
    public var topPercentShare: Double
    /// Pareto k̂ of the uncalibrated ratio; nil where the tail has no shape (bounded or constant) or an infinite one.
    public var rawTailShape: Double?
    /// Pareto k̂ of the weights; nil likewise.
    public var tailShape: Double?
    /// What `--weight clip:C` cut off; nil for other weights.
    public var clipped: Clipped?

    /// Weights that were cut.
    public struct Clipped: Codable, Sendable, Equatable {
        /// The cap, in multiples of the mean weight.
        public var cap: Double
        /// Rows whose weight was above it.
        public var rows: Int
        /// Share of all weight that was cut off, 0 ..< 1.
        public var mass: Double

        package init(cap: Double, rows: Int, mass: Double) {
            self.cap = cap
            self.rows = rows
            self.mass = mass
        }
    }

    package init(
        meanRatio: Double, minimum: Double, maximum: Double, effectiveRows: Double, effectiveGroups: Double,
        topPercentShare: Double, rawTailShape: Double?, tailShape: Double?
    ) {
        self.meanRatio = meanRatio
        self.minimum = minimum
        self.maximum = maximum
        self.effectiveRows = effectiveRows
        self.effectiveGroups = effectiveGroups
        self.topPercentShare = topPercentShare
        self.rawTailShape = rawTailShape
        self.tailShape = tailShape
    }
}

/// How much of test lies where train has nothing.
public struct OverlapSummary: Codable, Sendable, Equatable {
    /// Train's 99.9th percentile of the uncalibrated out-of-fold logit.
    public var threshold: Double
    /// Share of the test rows beyond it.
    public var noSupportShare: Double

    package init(threshold: Double, noSupportShare: Double) {
        self.threshold = threshold
        self.noSupportShare = noSupportShare
    }
}

/// Whether p_test means what it says.
public struct ReliabilitySummary: Codable, Sendable, Equatable {
    /// One bin of rows of similar p_test.
    public struct Bin: Codable, Sendable, Equatable {
        /// Mean p_test of its rows, both sides of equal weight, 0...1.
        public var predicted: Double
        /// Share of test in its weight, 0...1; near ``predicted`` where p_test is calibrated.
        public var observed: Double
        /// Rows of train in it.
        public var trainRows: Int
        /// Rows of test in it.
        public var testRows: Int

        package init(predicted: Double, observed: Double, trainRows: Int, testRows: Int) {
            self.predicted = predicted
            self.observed = observed
            self.trainRows = trainRows
            self.testRows = testRows
        }
    }

    /// By rising p_test.
    public var bins: [Bin]
    /// Slope of the observed on the predicted logit; 1 is calibrated; nil for a constant p_test.
    public var slope: Double?

    package init(bins: [Bin], slope: Double?) {
        self.bins = bins
        self.slope = slope
    }
}

/// Whether weighting can be trusted.
public struct TrustSummary: Codable, Sendable, Equatable {
    /// A condition that failed.
    public struct Failure: Codable, Sendable, Equatable {
        /// What weights must not do to be trusted.
        public enum Condition: String, Codable, Sendable, CaseIterable {
            /// Effective sample size below 30 rows.
            case effectiveSampleSize
            /// Pareto k̂ of the weights above 0.7.
            case tailShape
            /// More than 5% of the test rows beyond train.
            case noSupport
            /// Mean ratio over train outside 0.8...1.25.
            case meanRatio
        }

        /// The condition.
        public var condition: Condition
        /// The value found; nil where it is infinite.
        public var found: Double?
        /// What it means and what to do.
        public var sentence: String

        package init(condition: Condition, found: Double?, sentence: String) {
            self.condition = condition
            self.found = found
            self.sentence = sentence
        }
    }

    /// Whether none fails. True without a shift, and where nothing was fitted: every weight is 1.
    public var isTrusted: Bool
    /// What rules out weighting altogether comes first.
    public var failures: [Failure]

    package init(isTrusted: Bool, failures: [Failure]) {
        self.isTrusted = isTrusted
        self.failures = failures
    }
}

/// The pool and the validation set drawn from it.
public struct ValidationSummary: Codable, Sendable, Equatable {
    /// Training rows that the set was drawn from.
    public var poolRows: Int
    /// nil where the corpus was too large to count them.
    public var poolGroups: Int?
    /// Effective sample size of the pool's weights.
    public var poolEffectiveRows: Double
    /// Draws with replacement: the rows of validation.jsonl.
    public var draws: Int
    /// Different rows among them.
    public var uniqueRows: Int
    /// Rows outside the pool.
    public var remainingRows: Int

    package init(
        poolRows: Int, poolGroups: Int?, poolEffectiveRows: Double, draws: Int, uniqueRows: Int, remainingRows: Int
    ) {
        self.poolRows = poolRows
        self.poolGroups = poolGroups
        self.poolEffectiveRows = poolEffectiveRows
        self.draws = draws
        self.uniqueRows = uniqueRows
        self.remainingRows = remainingRows
    }
}

/// The strongest of ``ReportDetails/terms`` by side, for a summary.
public struct Terms: Codable, Sendable, Equatable {
    /// One word or phrase of one field.
    public struct Term: Codable, Sendable, Equatable {
        /// Normalised, as ``MovedTerm/term``.
        public var term: String
        /// Name of its field.
        public var field: String
        /// Part of the difference of the two sides' mean logits that the word makes; above 0 where the discriminator makes of it
        /// what it is listed for; nil for phrases.
        public var contribution: Double?
        /// Rows of train that hold it.
        public var trainRows: Int
        /// Rows of test that hold it.
        public var testRows: Int

        package init(term: String, field: String, contribution: Double?, trainRows: Int, testRows: Int) {
            self.term = term
            self.field = field
            self.contribution = contribution
            self.trainRows = trainRows
            self.testRows = testRows
        }
    }

    /// Terms that test holds more often, the most certain first.
    public var towardsTest: [Term]
    /// Terms that train does, likewise.
    public var towardsTrain: [Term]

    package init(towardsTest: [Term], towardsTrain: [Term]) {
        self.towardsTest = towardsTest
        self.towardsTrain = towardsTrain
    }

    /// - Parameters:
    ///   - moved: The whole list, in its order.
    ///   - trainRows: Rows of train that its shares are of; `testRows` likewise.
    ///   - count: Terms that are taken, of either side.
    public init(_ moved: [MovedTerm], trainRows: Int, testRows: Int, count: Int = 12) {
        func terms(_ sign: Double) -> [Term] {
            moved.filter { $0.z * sign > 0 }.prefix(count).map {
                Term(
                    term: $0.term, field: $0.field, contribution: $0.contribution,
                    trainRows: Int(($0.trainShare * Double(trainRows)).rounded()),
                    testRows: Int(($0.testShare * Double(testRows)).rounded()))
            }
        }
        self.init(towardsTest: terms(1), towardsTrain: terms(-1))
    }
}

/// Rows at the ends of the uncalibrated out-of-fold logit.
public struct Examples: Codable, Sendable, Equatable {
    /// One record.
    public struct Example: Codable, Sendable, Equatable {
        /// Value of the `--id` field or of "id", if there is one.
        public var id: String?
        /// Its file, where that is not the corpus's first.
        public var file: String?
        /// Line of its file, from 1.
        public var line: Int
        /// True where other records are on that line, so that it tells nothing; absent elsewhere.
        public var sharesLine: Bool?
        /// Calibrated, out of fold.
        public var pTest: Double
        /// nil for a row of test.
        public var weight: Double?
        /// The used fields, each cut to its first 200 characters.
        public var fields: [String: String]

        package init(
            id: String?, file: String? = nil, line: Int, sharesLine: Bool? = nil, pTest: Double, weight: Double?, fields: [String: String]
        ) {
            self.id = id
            self.file = file
            self.line = line
            self.sharesLine = sharesLine
            self.pTest = pTest
            self.weight = weight
            self.fields = fields
        }
    }

    /// Training rows most like test, the most like it first.
    public var testLikeTrain: [Example]
    /// Training rows least like test, the least like it first.
    public var trainLikeTrain: [Example]
    /// Test rows furthest from train.
    public var outOfSupportTest: [Example]

    package init(testLikeTrain: [Example], trainLikeTrain: [Example], outOfSupportTest: [Example]) {
        self.testLikeTrain = testLikeTrain
        self.trainLikeTrain = trainLikeTrain
        self.outOfSupportTest = outOfSupportTest
    }
}
