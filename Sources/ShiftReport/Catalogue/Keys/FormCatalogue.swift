/// How the sides differ in form.
package protocol FormCatalogue {
    /// length, scripts and punctuation
    var formSurface: String { get }
    /// blanks and line ends
    var formTrimming: String { get }
    /// escapes of HTML or of a program
    var formEscapes: String { get }
    /// capital letters
    var formLetterCase: String { get }
    /// full-width and half-width forms
    var formWidth: String { get }
    /// traditional and simplified characters
    var formScript: String { get }
    /// starts and ends that many texts share
    var formBoilerplate: String { get }
    /// emoji and emoticons
    var formEmoji: String { get }
    /// wrongly decoded characters
    var formMojibake: String { get }
    /// blanks before the text
    var markLeadingBlanks: String { get }
    /// blanks after the text
    var markTrailingBlanks: String { get }
    /// a line's end after the text
    var markTrailingLineEnd: String { get }
    /// line ends inside the text
    var markLineEnds: String { get }
    /// runs of blanks or tabs
    var markRunsOfBlanks: String { get }
    /// no-break or ideographic blanks
    var markWideBlanks: String { get }
    /// HTML entities (&#39;)
    var markEntities: String { get }
    /// HTML tags (<br>)
    var markTags: String { get }
    /// backslash escapes (\n)
    var markBackslashes: String { get }
    /// no capital letter at all
    var markNoCapitals: String { get }
    /// mostly capital letters
    var markMostlyCapitals: String { get }
    /// a small letter at the start
    var markSmallStart: String { get }
    /// a capital at the start of most words
    var markCapitalWords: String { get }
    /// full-width letters or digits
    var markFullWidthLetters: String { get }
    /// full-width punctuation
    var markFullWidthPunctuation: String { get }
    /// half-width punctuation after ideographs
    var markHalfWidthPunctuation: String { get }
    /// half-width katakana
    var markHalfWidthKana: String { get }
    /// traditional characters
    var markTraditional: String { get }
    /// traditional characters throughout
    var markMostlyTraditional: String { get }
    /// a shared start
    var markCommonStart: String { get }
    /// a shared end
    var markCommonEnd: String { get }
    /// emoji
    var markEmoji: String { get }
    /// three emoji or more
    var markManyEmoji: String { get }
    /// emoticons (:-))
    var markEmoticons: String { get }
    /// replacement characters (U+FFFD)
    var markReplacements: String { get }
    /// UTF-8 read in another encoding
    var markMisread: String { get }
    /// control characters
    var markControls: String { get }
    /// Differences of form
    var formTitle: String { get }
    /// The sides differ in form: `kind` alone reach AUC `auc`.
    func formFinding(kind: String, auc: String) -> String
    /// Likewise, of a kind after the first.
    func furtherOfForm(kind: String, auc: String) -> String
    /// Without it `without` of `all` is left.
    func formWithout(without: String, all: String) -> String
    /// `mark`: `train` of train, `test` of test.
    func formMark(mark: String, train: String, test: String) -> String
    /// `side`, line `line`: `text`
    func formExample(side: String, line: String, text: String) -> String
    /// `option` takes it out.
    func formOption(option: String) -> String
    /// Texts are compared without it.
    var formNotCompared: String { get }
    /// Without any of this form an AUC of `auc` is left of `all`.
    func formLeft(auc: String, all: String) -> String
    /// Without the form of the texts hardly anything is left of the difference: AUC `auc`, `left` of the …
    func formIsAll(left: String, least: String) -> String
    /// a shift of form: `left` left without it (`least` at least)
    func brieflyForm(left: String, least: String) -> String
    /// Next: write both sides in the same way, or leave form out (--ignore-form), and run again.
    var nextForm: String { get }
    /// kind
    var formKindTitle: String { get }
    /// AUC alone
    var formAloneTitle: String { get }
    /// AUC without it
    var formWithoutTitle: String { get }
    /// what differs (train → test)
    var formMarksTitle: String { get }
    /// option
    var formOptionTitle: String { get }
    /// `mark`: `train` → `test`
    func formMarkShares(mark: String, train: String, test: String) -> String
    /// They differ in these too: `kinds`.
    func moreOfForm(kinds: String) -> String
    /// examples
    var formExamplesTitle: String { get }
    /// `share` of the `side` rows look like rows of other groups of their side far more than chance has …
    func clusters(side: String, share: String) -> String
}
