/// Distributions by side, as figures to draw.
public struct ShiftCurves: Codable, Sendable, Equatable {
    /// A histogram of each side: `edges` has one more value than `train` and `test`, which are shares that add up to 1.
    public struct Histogram: Codable, Sendable, Equatable {
        /// Edges of the bins, ascending.
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
    /// Calibrated against uncalibrated logit, mean over the folds, at most 61 points; empty without a shift.
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
