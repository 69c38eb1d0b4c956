import ShiftModel
import TextRecords

/// Why an analysis could not be made, or used, from inputs that could be read.
public enum AnalysisError: Error, Sendable, Equatable {
    /// A text that each side has under a name of its own.
    public struct RenamedField: Sendable, Equatable {
        /// Its name in train.
        public var train: String
        /// Its name in test.
        public var test: String

        /// A pair of names.
        public init(train: String, test: String) { (self.train, self.test) = (train, test) }
    }

    /// No field qualifies by default; `leftOut` says why each was left out, and `renamed` what could be the text on each side under
    /// a name of its own.
    case noFields(leftOut: [Field], renamed: RenamedField?)
    /// The field of `--group` or `--id` that no record of a side has.
    case keyAbsent(option: String, key: String, path: String, available: [String])
    /// More rows than row numbers can count.
    case tooManyRows(found: Int, maximum: Int)
    /// A line of a review lacks a file name or a line number, or `key` holds something else.
    case reviewMalformed(SourceLocation, key: String)
    /// A line of a review drops a row that no input has.
    case reviewedRowAbsent(SourceLocation, file: String, line: Int)
    /// A line of a review drops a row whose id is not the one that was reviewed; nil if the row has none.
    case reviewedRowDiffers(SourceLocation, file: String, line: Int, found: String?, expected: String)
    /// A line of a review drops a row by an id that none of the rows on that line has.
    case reviewedIDAbsent(SourceLocation, file: String, line: Int, id: String)
    /// A line of a review may refer to several rows on one line of an input: it has no id, or they share it.
    case reviewedLineAmbiguous(SourceLocation, file: String, line: Int, id: String?)
    /// A line of a review drops a row that is in several inputs of the same name.
    case reviewedRowAmbiguous(SourceLocation, file: String, line: Int)
    /// A review drops all rows of an input.
    case nothingLeft(path: String, review: String)
    /// A corpus with too few groups to plant shifts in.
    case tooFewGroups(path: String, found: Int, minimum: Int)
    /// No record has the label that a verb needs.
    case diagnosedLabelAbsent(key: String, path: String, available: [String])
    /// A saved analysis does not say where the inputs of `side` ("train" or "test") are; `isStandardInput` if they came from
    /// there.
    case inputsUnknown(folder: String, side: String, isStandardInput: Bool)
    /// A file of `side` is no longer where it was when the folder was made.
    case inputLost(path: String, folder: String, side: String)
    /// The number of input files differs from that of the analysis.
    case inputCount(folder: String, side: String, found: Int, expected: Int)
    /// An input is not what it was when it was analysed.
    case inputDiffers(path: String, folder: String, found: String, expected: String)
    /// A folder's model does not belong to its report.
    case modelOfOtherAnalysis(path: String)
    /// A model file that cannot be used, and why.
    case modelRefused(path: String, ModelError)
    /// A field to score that the model does not use; `available` are those that it does.
    case fieldUnknown(name: String, available: [String])
    /// None of the first `records` records has any of the model's fields; `available` are the top-level fields that they do
    /// have.
    case fieldsAbsent(path: String, fields: [String], records: Int, available: [String])
    /// The label is one of the fields that the discriminator compared.
    case labelIsField(key: String, folder: String)
    /// A label without a few classes, so that there are no class-prior weights.
    case labelIsNoClass(key: String)
    /// Classes that their predictions cannot tell apart: the smallest singular value of the confusion matrix and the least that would do, the
    /// class that is found least, and the share of it that is.
    case classesNotTold(key: String, found: Double, minimum: Double, worst: String, share: Double)
    /// A split of more rows, or parts, than there are rows in the pool, or groups.
    case splitTooLarge(found: Int, maximum: Int)
    /// No test row lies beyond what train supports.
    case nothingUnsupported(folder: String)
    /// Nearly nothing would be left if the AUC were to fall below `bound`; it was `reached` after `terms` words were dropped.
    case shiftNotDropped(bound: Double, reached: Double, terms: Int)
    // Score files: the records could not be joined to rows of a corpus, or their values could not be used.

    /// A key that no record of the scores has; `available` are those that exist.
    case scoreKeyAbsent(path: String, key: String, available: [String])
    /// The scores have identifiers under this key, but the records of the corpus do not.
    case corpusIDAbsent(path: String, key: String, corpus: String)
    /// A record of the scores without an identifier, or with one that is neither text nor a number.
    case scoreIDMissing(SourceLocation, key: String)
    /// Two records of the scores about one row.
    case idRepeated(SourceLocation, id: String, first: SourceLocation)
    /// Identifiers that no row of the corpus has: the first few, and how many records have such.
    case idsUnknown(SourceLocation, ids: [String], count: Int, key: String, corpus: String)
    /// Rows of the corpus that share the identifier that a record of the scores has.
    case idAmbiguous(SourceLocation, id: String, first: SourceLocation, second: SourceLocation)
    /// A row number that is not a whole number from 0 to below the number of rows.
    case rowOutOfRange(SourceLocation, found: String, rows: Int, corpus: String)
    /// Records without identifiers and row numbers, and not as many as the corpus has rows.
    case countDiffers(path: String, found: Int, expected: Int, corpus: String)
    /// A record without a value, or with one of another kind.
    case valueMissing(SourceLocation, key: String, found: ValueKind)
    /// A value that should be a number and is not, or is not finite; the key is nil if that made the line unreadable.
    case notANumber(SourceLocation, key: String?, found: String)
    /// A number outside its range.
    case outOfRange(SourceLocation, key: String, found: Double, minimum: Double, maximum: Double)
    /// A number that should be a whole one.
    case notWhole(SourceLocation, key: String, found: Double)
    /// A figure of a document that came out as no finite number; its path in the document.
    case figureNotFinite(member: String)
    /// A field is to hold the probability of a class that no row has; some of the labels.
    case positiveUnknown(path: String, key: String, positive: String, labels: [String])
    /// Predictions that are not classes that the labels have: some of each.
    case predictionsAreNoLabels(path: String, key: String, predicted: [String], labels: [String])
    /// Neither a metric nor labels and predictions among the fields; `available` are those that there are.
    case noMetrics(path: String, available: [String])
    /// Scores of a drawn validation set that are not of all its rows, as often as each was drawn.
    case notTheDrawnSet(path: String, found: Int, expected: Int, unknown: String?)
    /// Scores of a drawn set whose analysis was fitted on a sample of train: it has rows that are not in the fit.
    case drawnSetStreamed(path: String)
    /// Records without identifiers, although the analysis was fitted on only a sample of the corpus.
    case idsNeeded(path: String)
    /// A score file, or a part of one, without any row that can be used.
    case noRows(path: String)
    /// Probabilities of the classes that do not sum to 1.
    case probabilitiesSum(SourceLocation, key: String, found: Double)
    /// A list of probabilities that has not as many as there are classes.
    case probabilitiesCount(SourceLocation, key: String, found: Int, classes: [String])
    /// Confidences of several models that cannot be told apart.
    case severalModels(path: String, option: String)
    /// Fewer labelled test rows than an estimate from them needs.
    case labelledTooFew(path: String, found: Int, least: Int)
    /// Labelled rows whose probabilities of inclusion stand for another number of rows than the test corpus has.
    case labelledPart(path: String, found: Double, expected: Int)
    /// Rows of one stratum that give it different numbers of rows, or fewer than there are labels: the first that does.
    case labelledStratumRows(SourceLocation, stratum: Int, found: Double, expected: Double)
    /// A row of an earlier draw that now lies in another stratum: its confidences were others.
    case labelledOtherStrata(SourceLocation)
    /// A key with too few sources that could be held out: `enough` of `found` have `least` scored rows.
    case sourcesTooFew(path: String, key: String, found: Int, enough: Int, least: Int)
    /// A key whose values are no times, with one of them.
    case sourcesNoTimes(path: String, key: String, found: String)

    /// It was asked to stop.
    case stopped
}
