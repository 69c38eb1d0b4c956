extension EnglishCatalogue: PageCatalogue {
    var skipToContent: String { "Skip to the verdict" }
    var onThisPage: String { "On this page" }
    var verdictName: String { "Verdict" }
    var termsName: String { "Terms" }
    var examplesName: String { "Examples" }
    var plotsName: String { "Plots" }
    var checkName: String { "Before and after" }
    var figuresName: String { "All figures" }
    var term: String { "Term" }
    var termField: String { "Field" }
    var trainShare: String { "Train" }
    var testShare: String { "Test" }
    var contribution: String { "Part" }
    var termsTitle: String { "Words and phrases that moved" }
    var noTerms: String { "No word or phrase was shown to move by more than chance." }
    var searchTerms: String { "Search terms" }
    var direction: String { "Direction" }
    var allTerms: String { "Show all {n} terms" }
    var side: String { "Side" }
    var bothDirections: String { "both" }
    var noExamples: String { "No row stands out: no shift was shown, so no row is more test-like than another." }
    var towardsTrain: String { "towards train" }
    var towardsTest: String { "towards test" }
    var cutHere: String { "(cut)" }
    var copyText: String { "Copy text" }
    var copied: String { "Copied" }
    var showAll: String { "Show all" }
    var showLess: String { "Show less" }
    var searchRows: String { "Search rows" }
    var show: String { "Show" }
    var sort: String { "Sort" }
    var sortExtreme: String { "most extreme first" }
    var sortWeight: String { "weight, heaviest first" }
    var sortLine: String { "file and line" }
    var sortLength: String { "length, longest first" }
    var allLists: String { "all four lists" }
    var marked: String { "only marked rows" }
    var shownRows: String { "{n} of {m} rows" }
    var review: String { "Review" }
    var keep: String { "Keep" }
    var drop: String { "Drop" }
    var relabel: String { "Relabel" }
    var note: String { "Note" }
    var download: String { "Download review.jsonl" }
    var clearMarks: String { "Clear all marks" }
    var clearQuestion: String { "Clear all marks of this report?" }
    var markCount: String { "{n} marked" }
    var plotsTitle: String { "How the corpora differ, drawn" }
    var figuresTitle: String { "All figures and what they mean" }
    var fieldsTableTitle: String { "Fields" }
    var filesTitle: String { "Files read" }
    var file: String { "File" }
    var digest: String { "Checksum (xxh128)" }
    var writtenTitle: String { "Files written" }
    var reviewNote: String {
        "Mark rows; marks stay in this browser. Download them as review.jsonl, and leave dropped rows out with "
            + "textshift analyze --exclude review.jsonl."
    }
    var distrust: String { "Weighting is NOT to be trusted here: see why below." }
    var alike: String { "0.5 alike" }
    var apart: String { "1 wholly different" }
    func gauge(auc: String, lower: String, upper: String) -> String {
        "AUC \(auc), 95% interval \(lower) to \(upper), on a scale from 0.5, alike, to 1, wholly different"
    }
    var kindNone: String { "None shown" }
    var kindField: String { "One field tells" }
    var kindContent: String { "Mostly content" }
    var kindForm: String { "Much is form" }
    var termsPlainNote: String { "The words that the discriminator leans on most, with the share of rows on either side." }
    func termsNote(found: Int, tested: Int) -> String {
        "\(NumberText.whole(found)) of \(NumberText.whole(tested)) tested terms, by log-odds with an informative "
            + "Dirichlet prior, counted by group. Train and Test are shares of rows; q is the share of false finds "
            + "among all terms listed up to there; Part is the word's share of the difference that the discriminator "
            + "sees between the sides."
    }
    var contexts: String { "contexts" }
    var examplesNote: String {
        "Rows at the ends of the uncalibrated out-of-fold score, near duplicates once. The shade of a token is "
            + "what it adds to the score: its word, and its share of each character n-gram that overlaps it, by the "
            + "model of the fold that did not see the row."
    }
    var examplesPlainNote: String { "Rows at the ends of the score, cut to their first characters." }
    var leftOutForSize: String { "Further rows are in report.json; they were left out to keep this page small." }
    var further: String { "… and further fields, in report.json." }
    var testLikeTrainNote: String { "Weighting leans on these. Are they labelled as you would label such rows in test?" }
    var trainLikeTrainNote: String { "Weighting all but leaves these out. Is test really without them?" }
    var trainLikeTestNote: String { "Train covers these test rows well." }
    var outOfSupportNote: String { "The test rows furthest from train: the first to label, if train lacks their kind." }
    func near(count: Int) -> String { "and \(NumberText.counted(count, "near duplicate"))" }
    func parts(start: String, tokens: String, form: String, rest: String?, sum: String) -> String {
        "start \(start), tokens \(tokens), form \(form)"
            + (rest.map { ", text not shown \($0)" } ?? "")
            + ": score \(sum)"
    }
    var moreFields: String { "… and further fields, in report.json" }
    var writtenTrain: String { "every training row with sample_weight and p_test" }
    var writtenTest: String { "every test row with p_test" }
    var writtenValidation: String { "a validation set that resembles test" }
    var writtenRemaining: String { "the training rows outside the validation pool, weighted" }
    var writtenReport: String { "every figure, for programs" }
    var writtenPage: String { "this page" }
    var writtenMarkdown: String { "the same as Markdown" }
    var writtenModel: String { "the discriminator" }
    var writtenTimings: String { "seconds a stage" }
    func corpus(side: String, name: String, files: Int, rows: Int) -> String {
        "\(side) \(name)" + (files > 1 ? " and \(files - 1) more" : "") + ", \(NumberText.counted(rows, "row"))"
    }
}
