/// What is said on standard error besides: choices that were made for the user, and how far the work is.
package protocol NoteCatalogue {
    /// note: `text`
    func noted(text: String) -> String
    /// fields used: `fields`
    func fieldsUsed(fields: String, dropped: String, leftOut: String) -> String
    /// `name` (`reason`)
    func fieldWithReason(name: String, reason: String) -> String
    /// and `count` more (see report.json)
    func moreLeftOut(count: Int) -> String
    /// field "`field`" is missing in `count` of `side`; read as empty
    func missingRows(field: String, count: Int, side: String) -> String
    /// field "`field`" is missing in `count`; read as empty
    func missingRecords(field: String, count: Int) -> String
    /// `file`: read as `how`
    func readAs(file: String, how: String) -> String
    /// converted from `encoding`
    func convertedFrom(encoding: String) -> String
    /// `file`: a line is one text, but each of the first lines has `count`: if this is a table with a header, …
    func textWithTabs(file: String, count: Int) -> String
    /// The mark or the words between.
    func skipped(file: String?, count: Int) -> String
    /// `count` of `side` without any text: empty
    func blankRows(train: Int, test: Int) -> String
    /// rows of one document are kept together: `count` by marks in the files
    func documentMarks(count: Int) -> String
    /// rows with the same "`key`" resemble one another and are kept together, as with --group `key`
    func foundKey(key: String) -> String
    /// rows are not kept together by keys that repeat; if they belong together, say so: `options`
    func proposedKeys(options: String) -> String
    /// equal values of `fields` would have joined too many rows to one group and join none
    func cutFields(fields: String) -> String
    /// 1 value is shared by so many rows that it defines
    func constantValues(count: Int) -> String
    /// `count` `count` no text to score: `count` p_test is that of any empty text
    func withoutText(count: Int) -> String
    /// no records
    var noRecords: String { get }
    /// `model` was fitted with ICU `fitted`, this is ICU `current`: words may be divided differently, and scores …
    func otherICU(model: String, fitted: String, current: String) -> String
    /// fitted on `sample` (--fit-rows, --fit-memory)
    func fittedOn(sample: String) -> String
    /// a side has too few groups for `folds` folds: nothing was fitted; give more rows, or a finer --group
    func nothingFitted(folds: Int) -> String
    /// planting and recovering: `number` of `count`…
    func planting(number: Int, count: Int) -> String
    /// `count` records  `rate` a second
    func recordsDone(count: Int, rate: Int) -> String
    /// `stage`…
    func ongoing(stage: String) -> String
    /// about `seconds` s left
    func secondsLeft(seconds: Int) -> String
    /// `seconds` s
    func elapsed(seconds: Int) -> String
    /// reading
    var stageReading: String { get }
    /// featurizing
    var stageFeaturizing: String { get }
    /// fitting
    var stageFitting: String { get }
    /// weighing
    var stageWeighing: String { get }
    /// diagnosing
    var stageDiagnosing: String { get }
    /// explaining
    var stageExplaining: String { get }
    /// checking
    var stageChecking: String { get }
    /// scoring
    var stageScoring: String { get }
    /// writing
    var stageWriting: String { get }
    /// total
    var total: String { get }
    /// error: `text`
    func error(text: String) -> String
}
