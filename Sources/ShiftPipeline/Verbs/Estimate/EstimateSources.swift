extension EstimateSummary {
    /// Fewer sources than this give no interval: their spread is then hardly known.
    package static let leastSources = 5

    /// The sources of train that were estimated from the others.
    public struct Sources: Codable, Sendable, Equatable {
        /// The key that tells them apart.
        public var key: String
        /// The span of the calendar that its times were put together by; nil for values as they are.
        public var period: TimePeriod?
        /// Sources that were held out, one after another.
        public var count: Int
        /// Sources with too few rows for it, or beyond the largest.
        public var leftOut: Int
        /// Training rows that name no source.
        public var unnamedRows: Int
        /// Test rows of a source that train has.
        public var knownTestRows: Int
        /// Whether test is, for the most part, of no source that train has: what the sources say is then of it.
        public var isTestNew: Bool
    }

    /// A key of train that could be given as `--by`.
    public struct ProposedSources: Codable, Sendable, Equatable {
        /// Its name.
        public var key: String
        /// The span of the calendar to put its times together by; nil for values as they are.
        public var period: TimePeriod?
        /// Sources with enough rows.
        public var count: Int
    }

    /// What the sources of train say of a metric's recommended figure.
    public struct BySource: Codable, Sendable, Equatable {
        /// One source.
        public struct Source: Codable, Sendable, Equatable {
            /// The value of the key, or the period.
            public var name: String
            /// Its rows with a score.
            public var rows: Int
            /// The recommended figure, from the other sources.
            public var estimated: Double
            /// Of its own scores.
            public var truth: Double
            /// The first minus the second.
            public var offBy: Double
            /// Of that difference, by sampling.
            public var standardError: Double
            /// Whether a discriminator tells it from the others.
            public var isShift: Bool
        }

        /// By name.
        public var sources: [Source]
        /// The largest ``Source/offBy`` without its sign.
        public var largest: Double
        /// Mean error.
        public var mean: Double
        /// Its standard error.
        public var standardError: Double
        /// τ: the spread between sources beyond sampling.
        public var tau: Double
        /// What part of τ² the mean error over test has: 1 where test is one source, less where it is several.
        public var testShare: Double
        /// What would be recommended without the sources; nil where they left it as it is.
        public var before: RoadFigure?
    }
}
