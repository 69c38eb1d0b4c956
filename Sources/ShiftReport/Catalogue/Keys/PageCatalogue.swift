/// The page's own labels.
package protocol PageCatalogue {
    /// Skip to the verdict
    var skipToContent: String { get }
    /// On this page
    var onThisPage: String { get }
    /// Verdict
    var verdictName: String { get }
    /// Terms
    var termsName: String { get }
    /// Examples
    var examplesName: String { get }
    /// Plots
    var plotsName: String { get }
    /// Before and after
    var checkName: String { get }
    /// All figures
    var figuresName: String { get }
    /// Term
    var term: String { get }
    /// Field
    var termField: String { get }
    /// Train
    var trainShare: String { get }
    /// Test
    var testShare: String { get }
    /// Part
    var contribution: String { get }
    /// Words and phrases that moved
    var termsTitle: String { get }
    /// No word or phrase was shown to move by more than chance.
    var noTerms: String { get }
    /// Search terms
    var searchTerms: String { get }
    /// Direction
    var direction: String { get }
    /// Show all {n} terms
    var allTerms: String { get }
    /// Side
    var side: String { get }
    /// both
    var bothDirections: String { get }
    /// No row stands out: no shift was shown, so no row is more test-like than another.
    var noExamples: String { get }
    /// towards train
    var towardsTrain: String { get }
    /// towards test
    var towardsTest: String { get }
    /// (cut)
    var cutHere: String { get }
    /// Copy text
    var copyText: String { get }
    /// Copied
    var copied: String { get }
    /// Show all
    var showAll: String { get }
    /// Show less
    var showLess: String { get }
    /// Search rows
    var searchRows: String { get }
    /// Show
    var show: String { get }
    /// Sort
    var sort: String { get }
    /// most extreme first
    var sortExtreme: String { get }
    /// weight, heaviest first
    var sortWeight: String { get }
    /// file and line
    var sortLine: String { get }
    /// length, longest first
    var sortLength: String { get }
    /// all four lists
    var allLists: String { get }
    /// only marked rows
    var marked: String { get }
    /// {n} of {m} rows
    var shownRows: String { get }
    /// Review
    var review: String { get }
    /// Keep
    var keep: String { get }
    /// Drop
    var drop: String { get }
    /// Relabel
    var relabel: String { get }
    /// Note
    var note: String { get }
    /// Download review.jsonl
    var download: String { get }
    /// Clear all marks
    var clearMarks: String { get }
    /// Clear all marks of this report?
    var clearQuestion: String { get }
    /// {n} marked
    var markCount: String { get }
    /// How the corpora differ, drawn
    var plotsTitle: String { get }
    /// All figures and what they mean
    var figuresTitle: String { get }
    /// Fields
    var fieldsTableTitle: String { get }
    /// Files read
    var filesTitle: String { get }
    /// File
    var file: String { get }
    /// Checksum (xxh128)
    var digest: String { get }
    /// Files written
    var writtenTitle: String { get }
    /// Mark rows; marks stay in this browser. Download them as review.jsonl, and leave dropped rows out with …
    var reviewNote: String { get }
    /// Weighting is NOT to be trusted here: see why below.
    var distrust: String { get }
    /// 0.5 alike
    var alike: String { get }
    /// 1 wholly different
    var apart: String { get }
    /// AUC `auc`, 95% interval `lower` to `upper`, on a scale from 0.5, alike, to 1, wholly different
    func gauge(auc: String, lower: String, upper: String) -> String
    /// None shown
    var kindNone: String { get }
    /// One field tells
    var kindField: String { get }
    /// Mostly content
    var kindContent: String { get }
    /// Much is form
    var kindForm: String { get }
    /// The words that the discriminator leans on most, with the share of rows on either side.
    var termsPlainNote: String { get }
    /// `found` of `tested` tested terms, by log-odds with an informative Dirichlet prior, counted by group. …
    func termsNote(found: Int, tested: Int) -> String
    /// contexts
    var contexts: String { get }
    /// Rows at the ends of the uncalibrated out-of-fold score, near duplicates once. The shade of a token is …
    var examplesNote: String { get }
    /// Rows at the ends of the score, cut to their first characters.
    var examplesPlainNote: String { get }
    /// Further rows are in report.json; they were left out to keep this page small.
    var leftOutForSize: String { get }
    /// … and further fields, in report.json.
    var further: String { get }
    /// Weighting leans on these. Are they labelled as you would label such rows in test?
    var testLikeTrainNote: String { get }
    /// Weighting all but leaves these out. Is test really without them?
    var trainLikeTrainNote: String { get }
    /// Train covers these test rows well.
    var trainLikeTestNote: String { get }
    /// The test rows furthest from train: the first to label, if train lacks their kind.
    var outOfSupportNote: String { get }
    /// and `count`
    func near(count: Int) -> String
    /// start `start`, tokens `tokens`, form `form`
    func parts(start: String, tokens: String, form: String, rest: String?, sum: String) -> String
    /// … and further fields, in report.json
    var moreFields: String { get }
    /// every training row with sample_weight and p_test
    var writtenTrain: String { get }
    /// every test row with p_test
    var writtenTest: String { get }
    /// a validation set that resembles test
    var writtenValidation: String { get }
    /// the training rows outside the validation pool, weighted
    var writtenRemaining: String { get }
    /// every figure, for programs
    var writtenReport: String { get }
    /// this page
    var writtenPage: String { get }
    /// the same as Markdown
    var writtenMarkdown: String { get }
    /// the discriminator
    var writtenModel: String { get }
    /// seconds a stage
    var writtenTimings: String { get }
    /// `side` `name`
    func corpus(side: String, name: String, files: Int, rows: Int) -> String
}
