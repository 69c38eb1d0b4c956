extension EnglishCatalogue: FormCatalogue {
    var formSurface: String { "length, scripts and punctuation" }
    var formTrimming: String { "blanks and line ends" }
    var formEscapes: String { "escapes of HTML or of a program" }
    var formLetterCase: String { "capital letters" }
    var formWidth: String { "full-width and half-width forms" }
    var formScript: String { "traditional and simplified characters" }
    var formBoilerplate: String { "starts and ends that many texts share" }
    var formEmoji: String { "emoji and emoticons" }
    var formMojibake: String { "wrongly decoded characters" }
    var markLeadingBlanks: String { "blanks before the text" }
    var markTrailingBlanks: String { "blanks after the text" }
    var markTrailingLineEnd: String { "a line's end after the text" }
    var markLineEnds: String { "line ends inside the text" }
    var markRunsOfBlanks: String { "runs of blanks or tabs" }
    var markWideBlanks: String { "no-break or ideographic blanks" }
    var markEntities: String { "HTML entities (&#39;)" }
    var markTags: String { "HTML tags (<br>)" }
    var markBackslashes: String { "backslash escapes (\\n)" }
    var markNoCapitals: String { "no capital letter at all" }
    var markMostlyCapitals: String { "mostly capital letters" }
    var markSmallStart: String { "a small letter at the start" }
    var markCapitalWords: String { "a capital at the start of most words" }
    var markFullWidthLetters: String { "full-width letters or digits" }
    var markFullWidthPunctuation: String { "full-width punctuation" }
    var markHalfWidthPunctuation: String { "half-width punctuation after ideographs" }
    var markHalfWidthKana: String { "half-width katakana" }
    var markTraditional: String { "traditional characters" }
    var markMostlyTraditional: String { "traditional characters throughout" }
    var markCommonStart: String { "a shared start" }
    var markCommonEnd: String { "a shared end" }
    var markEmoji: String { "emoji" }
    var markManyEmoji: String { "three emoji or more" }
    var markEmoticons: String { "emoticons (:-))" }
    var markReplacements: String { "replacement characters (U+FFFD)" }
    var markMisread: String { "UTF-8 read in another encoding" }
    var markControls: String { "control characters" }
    var formTitle: String { "Differences of form" }
    func formFinding(kind: String, auc: String) -> String { "The sides differ in form: \(kind) alone reach AUC \(auc)." }
    func furtherOfForm(kind: String, auc: String) -> String { "Also \(kind): alone AUC \(auc)." }
    func formWithout(without: String, all: String) -> String { "Without it \(without) of \(all) is left." }
    func formMark(mark: String, train: String, test: String) -> String {
        "Most of all \(mark): \(train) of train, \(test) of test."
    }
    func formExample(side: String, line: String, text: String) -> String { "\(side), line \(line): \(text)" }
    func formOption(option: String) -> String { "\(option) takes it out." }
    var formNotCompared: String { "Texts are compared without it." }
    func formLeft(auc: String, all: String) -> String { "Without any of this form an AUC of \(auc) is left of \(all)." }
    func formIsAll(left: String, least: String) -> String {
        "Without the form of the texts \(left) of the AUC's way from 0.5 is left (\(least) at least), and that is not "
            + "beyond chance. The shift is how the rows were written or exported, not what they say. Write both sides in "
            + "the same way, or leave form out with --ignore-form, and run again."
    }
    func brieflyForm(left: String, least: String) -> String { "a shift of form: \(left) left without it (\(least) at least)" }
    var nextForm: String {
        "Next: write both sides in the same way, or leave form out (--ignore-form), and run again."
    }
    var formKindTitle: String { "kind" }
    var formAloneTitle: String { "AUC alone" }
    var formWithoutTitle: String { "AUC without it" }
    var formMarksTitle: String { "what differs (train → test)" }
    var formOptionTitle: String { "option" }
    func formMarkShares(mark: String, train: String, test: String) -> String { "\(mark): \(train) → \(test)" }
    func moreOfForm(kinds: String) -> String { "They differ in these too: \(kinds)." }
    var formExamplesTitle: String { "examples" }
    func clusters(side: String, share: String) -> String {
        "\(share) of the \(side) rows look like rows of other groups of their side far more than chance "
            + "has it, and hardly like the other side: documents, threads or authors that nothing keeps "
            + "together? Then AUC and intervals are too sure; name what they share with --group."
    }
}
