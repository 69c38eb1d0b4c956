/// The classes' shares of train and of test, and the weights that they give.
public struct ClassPriorSummary: Codable, Sendable, Equatable {
    /// The field of the label.
    public var label: String
    /// Where the predictions come from: ``ownSource``, or the name of a file.
    public var source: String
    /// Share of training rows whose class they predict correctly, out of fold.
    public var accuracy: Double
    /// The smallest singular value of the confusion matrix, each class being as likely as any other: 1 for a perfect classifier, 0 where
    /// two classes, or mixtures of some, cannot be told apart.
    public var smallestSingularValue: Double
    /// Training rows with a label.
    public var trainRows: Int
    /// The most frequent class of train first.
    public var classes: [Class]

    /// ``source`` where no predictions were given.
    public static let ownSource = "the discriminator's features"
    /// The least ``smallestSingularValue`` that weights are made with: the noise of the shares grows with its inverse (Lipton et al. 2018,
    /// theorem 3).
    package static let leastSingularValue = 0.1

    /// One class.
    public struct Class: Codable, Sendable, Equatable {
        /// The label.
        public var name: String
        /// Its share of the training rows with a label.
        public var trainShare: Double
        /// Its share of test by maximum likelihood (Saerens et al. 2002).
        public var testShare: Double
        /// The weight of its rows before normalising, ``testShare`` / ``trainShare``.
        public var ratio: Double
        /// The same by black-box shift estimation (Lipton et al. 2018), beside it; nil where that cannot be solved.
        public var blackBoxRatio: Double?

        package init(name: String, trainShare: Double, testShare: Double, ratio: Double, blackBoxRatio: Double?) {
            self.name = name
            self.trainShare = trainShare
            self.testShare = testShare
            self.ratio = ratio
            self.blackBoxRatio = blackBoxRatio
        }
    }

    package init(
        label: String, source: String, accuracy: Double, smallestSingularValue: Double, trainRows: Int, classes: [Class]
    ) {
        self.label = label
        self.source = source
        self.accuracy = accuracy
        self.smallestSingularValue = smallestSingularValue
        self.trainRows = trainRows
        self.classes = classes
    }
}
