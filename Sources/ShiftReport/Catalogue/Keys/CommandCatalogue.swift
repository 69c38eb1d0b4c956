/// What each verb does: its abstract, and what its help says of it.
package protocol CommandCatalogue {
    /// Weigh a training corpus so that it looks like a test corpus.
    var aboutProgram: String { get }
    /// Trains a discriminator between a labelled training corpus and an unlabelled test corpus, reads the …
    var moreOnProgram: String { get }
    /// Compare TRAIN with TEST, weigh TRAIN and draw a validation set.
    var aboutAnalyze: String { get }
    /// Prints what shifted and whether weighting can be trusted. With --output it writes the weighted training …
    var moreOnAnalyze: String { get }
    /// Render report.html and report.md again.
    var aboutReport: String { get }
    /// Reads report.json in the folder of an analysis, which has every figure, and writes both reports anew, or …
    var moreOnReport: String { get }
    /// Take another validation set from TRAIN.
    var aboutSplit: String { get }
    /// resample draws with replacement, so that the set is like TEST; weighted takes rows at random, with …
    var moreOnSplit: String { get }
    /// label-first draws rows of TEST to label, more of the most test-like, each with its inclusion_probability, …
    var moreOnLabelFirst: String { get }
    /// Say what a model will score on TEST, with an interval.
    var aboutEstimate: String { get }
    /// SCORES has, for some training rows that the model was not trained on, values of metrics, or labels and …
    var moreOnEstimate: String { get }
    /// Say which kind of shift an analysis met: of inputs, classes or labels.
    var aboutDiagnose: String { get }
    /// Estimates the shares of the label's classes on test (by black-box shift estimation and by maximum …
    var moreOnDiagnose: String { get }
    /// Give each test row a threshold or a prediction set that holds under the shift.
    var aboutConformal: String { get }
    /// SCORES has, for training rows that the model was not trained on, a score of the true answer: high where …
    var moreOnConformal: String { get }
    /// Plant known shifts in TRAIN and say how well they are recovered.
    var aboutAudit: String { get }
    /// Deals TRAIN's own groups to two sides, so that the true ratio is known: by topic, by length, by a rare …
    var moreOnAudit: String { get }
    /// Hold an analysis against limits: exit 1 if one is not kept.
    var aboutCheck: String { get }
    /// Reads report.json in the folder of an analysis and prints a Markdown table. Shares are written as 0.05 or 5%.
    var moreOnCheck: String { get }
    /// Fit the model of TRAIN and TEST and keep it, for `textshift score`.
    var aboutFit: String { get }
    /// The model is the one that `textshift analyze` writes for the same corpora and options; this leaves out …
    var moreOnFit: String { get }
    /// Add sample_weight and p_test to records by a model.
    var aboutScore: String { get }
    /// Reads records and writes them to standard output as JSON lines, in order, their own bytes untouched, with …
    var moreOnScore: String { get }
    /// Describe a model file.
    var aboutModel: String { get }
    /// Checks the whole file and says what it was fitted on, which fields it looks at and how it weighs.
    var moreOnModel: String { get }
    /// Print the hash of each record's group, to draw a sample by.
    var aboutHash: String { get }
    /// For a corpus that lies on many machines: take the records of the groups whose place is lowest, and fit on …
    var moreOnHash: String { get }
    /// Say what would be read of a file: format, encoding, rows and fields.
    var aboutPeek: String { get }
    /// Of each field: whether it would be compared (*), what its values are, …
    var moreOnPeek: String { get }
}
