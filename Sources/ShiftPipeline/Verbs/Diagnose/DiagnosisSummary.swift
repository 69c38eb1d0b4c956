import ImportanceWeights

/// Which kind of shift two corpora have, as far as it can be told.
public struct DiagnosisSummary: Codable, Sendable, Equatable {
    /// The kinds, in the words of docs/method.md.
    public enum Verdict: String, Codable, Sendable, CaseIterable {
        /// No difference that exceeds its noise.
        case noShift
        /// The inputs differ, and the labels given the input do not, as far as was looked: weights help.
        case inputShift
        /// The shares of the classes differ and nothing else, as far as was looked: either set of weights helps.
        case classPriorShift
        /// The labels given the input differ: no split can help.
        case annotationShift
        /// The given rows or labels do not say.
        case cannotBeTold
    }

    /// Version of this layout.
    public var schema = 1
    /// Always "textshift".
    public var tool = "textshift"
    /// Of textshift.
    public var version: String
    /// Last component of the path of the analysis' folder.
    public var folder: String
    /// Names and digests of the inputs.
    public var inputs: Inputs
    /// Field of the label.
    public var label: String
    /// `--seed` of the analysis.
    public var seed: UInt64
    /// The kind of shift, from all that follows.
    public var verdict: Verdict
    /// What the inputs alone show: the discriminator's gain over no information, as the analysis found it.
    public var inputGain: Gain?
    /// Why the analysis does not trust its weights; empty where it does. Weights are not advised against it.
    public var distrust: [TrustReason]
    /// nil if the label is not a class, or test has no predictions.
    public var priors: Priors?
    /// nil without labelled test rows.
    public var labelled: Labelled?

    /// A gain in nats, out of group and fold.
    public struct Gain: Codable, Sendable, Equatable {
        /// Loss that is saved, in nats per row, both sides of equal weight.
        public var mean: Double
        /// Its standard error, by groups.
        public var standardError: Double
        /// Whether it exceeds two standard errors.
        public var isClear: Bool

        package init(mean: Double, standardError: Double, isClear: Bool) {
            self.mean = mean
            self.standardError = standardError
            self.isClear = isClear
        }
    }

    /// The shares of the classes, if p(x | y) is the same on both sides.
    public struct Priors: Codable, Sendable, Equatable {
        /// Where the classes' probabilities come from: "discriminator's features" or the name of a file.
        public var source: String
        /// ``source`` where no predictions were given.
        public static let ownSource = "the discriminator's features"
        /// Share of training rows whose class they predict correctly, out of fold.
        public var accuracy: Double
        /// Training rows with a label and a prediction.
        public var trainRows: Int
        /// Test rows with a prediction.
        public var testRows: Int
        /// The most frequent class first.
        public var classes: [Class]
        /// Whether any ratio of the maximum-likelihood estimate differs from 1, at 95% for all classes together.
        public var differ: Bool
        /// Gain of the discriminator once train has the estimated shares of the classes; nil if there was no shift to begin
        /// with.
        public var gainLeft: Gain?
        /// Whether the shares of the classes explain all that the discriminator saw.
        public var explain: Bool

        package init(
            source: String, accuracy: Double, trainRows: Int, testRows: Int, classes: [Class], differ: Bool, gainLeft: Gain?,
            explain: Bool
        ) {
            self.source = source
            self.accuracy = accuracy
            self.trainRows = trainRows
            self.testRows = testRows
            self.classes = classes
            self.differ = differ
            self.gainLeft = gainLeft
            self.explain = explain
        }
    }

    /// One class: q(y)/p(y).
    public struct Class: Codable, Sendable, Equatable {
        /// The label; "(others)" for the least frequent ones together.
        public var name: String
        /// Share of the labelled training rows.
        public var trainShare: Double
        /// The same under the weights of the analysis; nil in documents of older versions.
        public var weightedShare: Double?
        /// By maximum likelihood on calibrated probabilities.
        public var likelihood: Ratio
        /// By black-box shift estimation; nil where predictions do not tell the classes apart.
        public var blackBox: Ratio?

        package init(name: String, trainShare: Double, weightedShare: Double?, likelihood: Ratio, blackBox: Ratio?) {
            self.name = name
            self.trainShare = trainShare
            self.weightedShare = weightedShare
            self.likelihood = likelihood
            self.blackBox = blackBox
        }
    }

    /// A class ratio with its interval, which holds at 95% for all classes together; none where p(x | y) was found to differ too.
    public struct Ratio: Codable, Sendable, Equatable {
        /// q(y)/p(y), 0 or more.
        public var value: Double
        /// Lower end of its interval; nil where it has none.
        public var lower: Double?
        /// Upper end.
        public var upper: Double?

        package init(value: Double, lower: Double?, upper: Double?) {
            self.value = value
            self.lower = lower
            self.upper = upper
        }
    }

    /// What rows of both sides with labels show.
    public struct Labelled: Codable, Sendable, Equatable {
        /// Last component of the first labelled file's path.
        public var name: String
        /// Training rows with a label.
        public var trainRows: Int
        /// Labelled test rows.
        public var testRows: Int
        /// Too few groups of a side for cross-fitting: nothing below was computed.
        public var isTooSmall: Bool
        /// The discriminator on the inputs of these rows.
        public var inputs: Gain?
        /// What the label adds to the inputs: above 0 only where p(y | x) differs.
        public var labelGivenInput: Gain?
        /// What the inputs add to the label: above 0 only where p(x | y) differs. nil for a label that is not a class.
        public var inputGivenLabel: Gain?
        /// The questions that were asked of the label, with the share of "yes" on each side, most different first.
        public var questions: [Question]

        package init(
            name: String, trainRows: Int, testRows: Int, isTooSmall: Bool, inputs: Gain?, labelGivenInput: Gain?,
            inputGivenLabel: Gain?, questions: [Question]
        ) {
            self.name = name
            self.trainRows = trainRows
            self.testRows = testRows
            self.isTooSmall = isTooSmall
            self.inputs = inputs
            self.labelGivenInput = labelGivenInput
            self.inputGivenLabel = inputGivenLabel
            self.questions = questions
        }
    }

    /// A question about a label.
    public struct Question: Codable, Sendable, Equatable {
        /// The question, with the label's name.
        public var text: String
        /// Share of the training rows whose label answers yes.
        public var trainShare: Double
        /// Share of the labelled test rows.
        public var testShare: Double

        package init(text: String, trainShare: Double, testShare: Double) {
            self.text = text
            self.trainShare = trainShare
            self.testShare = testShare
        }
    }

    package init(
        version: String, folder: String, inputs: Inputs, label: String, seed: UInt64, verdict: Verdict, inputGain: Gain?,
        distrust: [TrustReason], priors: Priors?, labelled: Labelled?
    ) {
        self.version = version
        self.folder = folder
        self.inputs = inputs
        self.label = label
        self.seed = seed
        self.verdict = verdict
        self.inputGain = inputGain
        self.distrust = distrust
        self.priors = priors
        self.labelled = labelled
    }
}
