import ShiftModel
import TextRecords

/// Why an analysis could not be made from inputs that could be read.
public enum AnalysisError: Error, Sendable, Equatable {
    /// No field qualifies by default; what each field was left out for is in `leftOut`. `lists` hold lists of strings on both
    /// sides, which count as text where they are named.
    case noFields(leftOut: [String], lists: [String])
    /// The field of `--group` or `--id` that no record of a side has.
    case keyAbsent(option: String, key: String, path: String, available: [String])
    /// More rows than row numbers can count.
    case tooManyRows(found: Int, maximum: Int)
    /// A form to write that the corpus at `path` is not in.
    case notOfFormat(OutputFormat, path: String, found: RecordFormat)
    /// Several tables of a side that cannot be written as one, since their columns or delimiters differ.
    case tablesDiffer(paths: [String])
    /// No training record has the label that an export needs.
    case labelAbsent(ExportFormat, key: String, path: String, available: [String])
    /// Training records without the label that an export needs: how many, and the line of the first where it is known.
    case labelMissing(key: String, path: String, rows: Int, line: Int?)
    /// A label that is an array or an object.
    case labelIsNoScalar(SourceLocation, key: String, found: ValueKind)
    /// More different labels than can be classes.
    case tooManyClasses(key: String, path: String, maximum: Int)
    /// Training records, `rows` in all, whose identifier is neither text nor a number; `missing` of them have none.
    case idMissing(key: String, path: String, rows: Int, missing: Int)
    /// A line of a review lacks a file's name or a line's number, or `key` holds something else.
    case reviewMalformed(SourceLocation, key: String)
    /// A line of a review drops a row that no input has.
    case reviewedRowAbsent(SourceLocation, file: String, line: Int)
    /// A line of a review drops a row whose id is not the one that was reviewed; nil where the row has none.
    case reviewedRowDiffers(SourceLocation, file: String, line: Int, found: String?, expected: String)
    /// A line of a review drops a row by an id that none of the several rows on that line has.
    case reviewedIDAbsent(SourceLocation, file: String, line: Int, id: String)
    /// A line of a review may mean several rows on one line of an input: it has no id, or they share it.
    case reviewedLineAmbiguous(SourceLocation, file: String, line: Int, id: String?)
    /// A line of a review drops a row that several inputs of one name have.
    case reviewedRowAmbiguous(SourceLocation, file: String, line: Int)
    /// A review drops all rows of an input.
    case nothingLeft(path: String, review: String)
    /// A report.json that is none, or lacks a key.
    case reportMalformed(path: String, key: String?)
    /// A report.json of another schema.
    case reportOfOtherSchema(path: String, found: Int, expected: Int)
    /// A corpus with too few groups to plant shifts in.
    case tooFewGroups(path: String, found: Int, minimum: Int)
    /// No record has the label that a verb needs.
    case diagnosedLabelAbsent(key: String, path: String, available: [String])
    /// A saved analysis does not say where the inputs of `side` ("train" or "test") are; `isStandardInput` if they came from there.
    case inputsUnknown(folder: String, side: String, isStandardInput: Bool)
    /// A file of `side` is no longer where it was when the folder was made.
    case inputLost(path: String, folder: String, side: String)
    /// Another number of input files than the analysis had.
    case inputCount(folder: String, side: String, found: Int, expected: Int)
    /// An input is not what it was when it was analysed.
    case inputDiffers(path: String, folder: String, found: String, expected: String)
    /// A folder's model does not belong to its report.
    case modelOfOtherAnalysis(path: String)
    /// A model file that cannot be used, and why.
    case modelRefused(path: String, ModelError)
    /// A field to score that the model does not look at; `available` are those that it does.
    case fieldUnknown(name: String, available: [String])
    /// None of the first `records` records has any of the model's fields; `available` are the top-level fields that they do have.
    case fieldsAbsent(path: String, fields: [String], records: Int, available: [String])
    /// The label is one of the fields that the discriminator compared.
    case labelIsField(key: String, folder: String)
    /// A label without a few classes, so that there are no class-prior weights.
    case labelIsNoClass(key: String)
    /// A split of more rows, or parts, than there are rows in the pool, or groups.
    case splitTooLarge(found: Int, maximum: Int)
    /// No test row lies beyond what train supports.
    case nothingUnsupported(folder: String)
    /// So much would have to go for the AUC to fall below `bound` that nearly nothing would be left; it was `reached` after `terms`
    /// words went.
    case shiftNotDropped(bound: Double, reached: Double, terms: Int)
    /// It was asked to stop.
    case stopped
}
