import ImportanceWeights

/// A way from a model's scores on training rows to its metric on the test rows.
public enum Road: String, Codable, Sendable, CaseIterable {
    /// The mean of the scores.
    case unweighted
    /// Σwy/Σw.
    case selfNormalised
    /// The same with the largest weights cut off.
    case clipped
    /// A regression on the texts, and the weighted mean of what it leaves.
    case doublyRobust
    /// A monotone map from the model's confidence to the metric, fitted under the weights, over the test rows' confidences; of macro F1 and
    /// AUC the counts that are to be expected by the classes' probabilities, each mapped so.
    case confidenceUnderWeights
    /// The share of test rows above the confidence below which the weighted share of errors lies.
    case thresholdedConfidence
    /// The mean of the two before: a calibration falls short of a fall in confidence, a threshold follows it too far.
    case meanOfConfidences
    /// Labels of test rows, helped by the confidences.
    case labelled
    /// The figure of the roads, put right by the errors that it has in the sources of train.
    case bySource

    /// Those that lead there from the scores alone, each on its own.
    static let walked = allCases.filter { $0 != .meanOfConfidences && $0 != .labelled && $0 != .bySource }
}

/// Why a road was not walked, or a figure has no interval.
public enum RoadGap: String, Codable, Sendable, CaseIterable {
    /// No confidences for both sides were given.
    case noConfidences
    /// The metric is not the mean of a value per row.
    case notMean
    /// The metric needs the probabilities of all classes on both sides, and they were not given.
    case noProbabilities
    /// There are too many classes for so many rows.
    case tooManyClasses
    /// The values are not 0 or 1.
    case notZeroOrOne
    /// There are too few groups for a regression, or too many means.
    case noRegression
    /// The scores are of a drawn set, which needs no weights.
    case isDrawn
    /// The scored rows are worth fewer than ``TrustLimits/leastEffectiveRows``.
    case fewEffectiveRows
    /// All scores are equal, and nothing says how they would vary.
    case noVariation
}

extension EstimateSummary {
    /// One road, walked or not.
    public struct RoadFigure: Codable, Sendable, Equatable {
        /// Which.
        public var name: Road
        /// In the metric's own unit; nil if it was not walked.
        public var value: Double?
        /// Lower end of the 95% interval by the bootstrap over groups alone; nil without one.
        public var low: Double?
        /// Upper end.
        public var high: Double?
        /// Why there is no value, or no interval; nil if there are both.
        public var reason: RoadGap?
    }

    /// The figure to quote.
    public struct Recommendation: Codable, Sendable, Equatable {
        /// In the metric's own unit.
        public var value: Double
        /// Lower end of the 95% interval; nil without one.
        public var low: Double?
        /// Upper end.
        public var high: Double?
        /// The road that it comes from.
        public var method: Road
        /// Why there is no interval; nil if there is one.
        public var reason: RoadGap?
        /// What the half width is made of; nil without an interval, and by the bootstrap alone.
        public var width: Width?
    }

    /// What labels of test rows say of a metric.
    public struct Labelled: Codable, Sendable, Equatable {
        /// Labelled rows of this model.
        public var rows: Int
        /// Strata that they were drawn from.
        public var strata: Int
        /// The mean of the labels alone, strata weighted; without the confidences' help.
        public var labelsAlone: Double
        /// How much of the confidences' difference between labelled and all test rows is taken away (λ of PPI++); nil without confidences.
        public var proxyShare: Double?
        /// Satterthwaite's degrees of freedom.
        public var degrees: Double
        /// What was recommended without the labels.
        public var roads: RoadFigure?
        /// The recommended figure minus that one.
        public var moved: Double?
        /// Whether that one lies in the interval by the labels.
        public var roadsHeld: Bool?
    }

    /// The file of labelled test rows.
    public struct LabelledFile: Codable, Sendable, Equatable {
        /// Name without folders.
        public var name: String
        /// Digest of its bytes, as ``Input/digest``.
        public var digest: String
        /// Test rows that it has.
        public var rows: Int
        /// Strata that they were drawn from.
        public var strata: Int
    }

    /// Parts of the half width of an interval, in the metric's own unit; their squares add up.
    public struct Width: Codable, Sendable, Equatable {
        /// The scored rows and the test rows are samples.
        public var sampling: Double
        /// The weights are estimated, and vary.
        public var weights: Double
        /// The weights find a part of the shift alone, and how much is estimated.
        public var recovery: Double
        /// The roads differ.
        public var roads: Double
    }

    /// Whether roads with different assumptions lead to the same figure.
    public struct Agreement: Codable, Sendable, Equatable {
        /// The two answers.
        public enum Verdict: String, Codable, Sendable, CaseIterable {
            /// They differ by no more than noise.
            case agree
            /// They differ by more.
            case disagree
        }

        /// Whether the spread is within the noise.
        public var verdict: Verdict
        /// Largest figure minus smallest.
        public var spread: Double
        /// What the spread may be by chance alone: the 97.5% point of the difference of these two roads.
        public var noise: Double
    }

    /// Whether the scores look like those of rows that the model was trained on.
    public struct InSample: Codable, Sendable, Equatable {
        /// How well the confidence alone tells weighted train from test; high where train has the surer rows.
        public var auc: Double
        /// Its standard error over groups of both sides.
        public var standardError: Double
        /// Whether it is above 0.6 by three standard errors.
        public var isLikely: Bool
    }

    /// What plug-in worlds say of the weights.
    public struct WorldsSummary: Codable, Sendable, Equatable {
        /// How many there were.
        public var count: Int
        /// Part of a planted ratio that the pipeline finds; nil where nothing was planted.
        public var recovered: Double?
        /// How many times as far as the weights the recommended figures go.
        public var factor: Double
    }
}
