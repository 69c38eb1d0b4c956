import ImportanceWeights

/// Estimates of a model's metrics on the test rows: the content of estimates.json.
public struct EstimateSummary: Codable, Sendable, Equatable {
    /// Version of this layout.
    public var schema = 1
    /// Always "textshift".
    public var tool = "textshift"
    /// Of textshift.
    public var version: String
    /// The file that the estimates are based on.
    public var scores: Scores
    /// The analysis that they are based on.
    public var analysis: Analysis
    /// The sources of train that were estimated from the others; absent without `--by`.
    public var sources: Sources?
    /// A key that could be given as `--by`; absent with one, and where there is none.
    public var proposedSources: ProposedSources?
    /// By name.
    public var models: [Model]
    /// One for each metric that several models have.
    public var rankings: [Ranking]

    package init(version: String, scores: Scores, analysis: Analysis, models: [Model], rankings: [Ranking]) {
        self.version = version
        self.scores = scores
        self.analysis = analysis
        self.models = models
        self.rankings = rankings
    }

    /// The file of scores and how it was joined.
    public struct Scores: Codable, Sendable, Equatable {
        /// Name without folders.
        public var name: String
        /// Digest of its bytes, as ``Input/digest``.
        public var digest: String
        /// Records read.
        public var records: Int
        /// `id:KEY`, `row` or `order`.
        public var joinedBy: String
        /// Whether the scores are of the drawn validation set itself.
        public var isDrawn: Bool
        /// Records of rows that are not in the sample that the analysis was fitted on; they take no part.
        public var outsideSample: Int
        /// Whether the scores look in-sample by the model's confidences; absent without them.
        public var inSample: InSample?
        /// Records whose `cv_fold` is not the discriminator's fold of their row; absent where the scores have no such field.
        public var otherFolds: Int?
        /// The labelled test rows; absent without them.
        public var labelled: LabelledFile?

        package init(name: String, digest: String, records: Int, joinedBy: String, isDrawn: Bool, outsideSample: Int) {
            self.name = name
            self.digest = digest
            self.records = records
            self.joinedBy = joinedBy
            self.isDrawn = isDrawn
            self.outsideSample = outsideSample
        }
    }

    /// The analysis that the weights are of.
    public struct Analysis: Codable, Sendable, Equatable {
        /// Digest of the training corpus of the analysis, as ``Input/digest``.
        public var trainDigest: String
        /// Digest of the test corpus of the analysis, as ``Input/digest``.
        public var testDigest: String
        /// Training rows of its fit.
        public var trainRows: Int
        /// Test rows of its fit: those that the estimates are for.
        public var testRows: Int
        /// The form of the weights, as `--weight` names it.
        public var weight: Weighting
        /// What makes rows a group; empty for equal texts.
        public var groups: [String]
        /// `--seed` of the analysis.
        public var seed: UInt64
        /// Replicates of the bootstrap.
        public var replicates: Int
        /// How often the weights were refitted for the interval; 0 for fixed weights.
        public var refits: Int
        /// What plug-in worlds say of the weights; absent with `--quick`, for a drawn set, and where nothing can be fitted.
        public var worlds: WorldsSummary?
        /// Whether it trusts its weights.
        public var isTrusted: Bool
        /// Whether it found a shift; without one every weight is 1.
        public var isShift: Bool
        /// The conditions of trust that fail.
        public var failures: [TrustReason]

        package init(
            trainDigest: String, testDigest: String, trainRows: Int, testRows: Int, weight: Weighting, groups: [String],
            seed: UInt64,
            replicates: Int, refits: Int, verdict: Verdict
        ) {
            self.trainDigest = trainDigest
            self.testDigest = testDigest
            self.trainRows = trainRows
            self.testRows = testRows
            self.weight = weight
            self.groups = groups
            self.seed = seed
            self.replicates = replicates
            self.refits = refits
            isTrusted = verdict.isTrusted
            isShift = verdict.isShift
            failures = verdict.reasons
        }
    }

    /// One model's metrics; the name is empty where the file has one model only.
    public struct Model: Codable, Sendable, Equatable {
        /// As the scores call it; empty where the file has one model only.
        public var name: String
        /// Fields in the order of the scores, then measures of labels and predictions.
        public var metrics: [Metric]

        package init(name: String, metrics: [Metric]) {
            self.name = name
            self.metrics = metrics
        }
    }

    /// One metric of one model.
    public struct Metric: Codable, Sendable, Equatable {
        /// As the scores or `--metric` call it.
        public var name: String
        /// Rows with a score.
        public var rows: Int
        /// Groups of these rows.
        public var groups: Int
        /// (Σw)²/Σw² of the rows with scores.
        public var effectiveRows: Double
        /// The same of the sums of the weights by group.
        public var effectiveGroups: Double
        /// Of all scores, without weights.
        public var unweighted: Figure
        /// Σwy/Σw. Absent for scores of a drawn set, which needs no weights.
        public var selfNormalised: Figure?
        /// The same with weights of at most √n times their mean (Ionides 2008).
        public var clipped: Figure?
        /// Share of the weights' mass that the clipped estimate cuts off.
        public var clippedMass: Double
        /// Absent for metrics that are not a function of means (AUC).
        public var doublyRobust: Figure?
        /// The figure to quote, with an interval that knows that the weights are estimated; absent for a metric without a figure.
        public var recommended: Recommendation?
        /// Whether the roads lead to one figure; absent where fewer than two were walked.
        public var agreement: Agreement?
        /// What labels of test rows say; absent without them, and for a metric that is not a function of means.
        public var labelled: Labelled?
        /// What the sources of train say; absent without `--by`, and where fewer than two have a figure.
        public var bySource: BySource?
        /// Every road in the order of ``Road``, the recommended mean excepted.
        public var roads: [RoadFigure] = []
        /// Share of the weighted variance that the regression explains, out of fold; absent for a metric of several means.
        public var explained: Double?
        /// The regression's penalty; absent where none was better than the mean.
        public var penalty: Double?

        package init(
            name: String, rows: Int, groups: Int, effectiveRows: Double, effectiveGroups: Double, unweighted: Figure,
            selfNormalised: Figure?, clipped: Figure?, clippedMass: Double, doublyRobust: Figure?, explained: Double?,
            penalty: Double?
        ) {
            self.name = name
            self.rows = rows
            self.groups = groups
            self.effectiveRows = effectiveRows
            self.effectiveGroups = effectiveGroups
            self.unweighted = unweighted
            self.selfNormalised = selfNormalised
            self.clipped = clipped
            self.clippedMass = clippedMass
            self.doublyRobust = doublyRobust
            self.explained = explained
            self.penalty = penalty
        }

        /// The figure to quote.
        public var best: Figure {
            recommended.map { Figure(value: $0.value, low: $0.low, high: $0.high, standardError: nil) } ?? doublyRobust
                ?? selfNormalised ?? unweighted
        }
    }

    /// An estimate with its 95% interval; no interval if too few rows carry weight.
    public struct Figure: Codable, Sendable, Equatable {
        /// In the metric's own unit.
        public var value: Double
        /// Lower end of the interval; nil below 30 effective rows.
        public var low: Double?
        /// Upper end.
        public var high: Double?
        /// Standard error of the value as an estimate for these test rows; nil below 30 effective rows.
        public var standardError: Double?

        package init(value: Double, low: Double?, high: Double?, standardError: Double?) {
            self.value = value
            self.low = low
            self.high = high
            self.standardError = standardError
        }
    }

    /// The models in the order of a metric.
    public struct Ranking: Codable, Sendable, Equatable {
        /// Name of the metric.
        public var metric: String
        /// The best first.
        public var models: [String]
        /// Probability that the test rows put the models in this order.
        public var probability: Double
        /// Probability that the first is the best on them.
        public var bestProbability: Double

        package init(metric: String, models: [String], probability: Double, bestProbability: Double) {
            self.metric = metric
            self.models = models
            self.probability = probability
            self.bestProbability = bestProbability
        }
    }
}
