import TextRecords

/// Why the records of a score file could not be joined to rows of a corpus, or their values not be used.
public enum ScoreError: Error, Sendable, Equatable {
    /// A key that no record of the scores has; `available` are those that there are.
    case keyAbsent(path: String, key: String, available: [String])
    /// The scores have identifiers under this key, the records of the corpus have not.
    case corpusIDAbsent(path: String, key: String, corpus: String)
    /// A record of the scores without an identifier, or with one that is neither text nor a number.
    case idMissing(SourceLocation, key: String)
    /// Two records of the scores about one row.
    case idRepeated(SourceLocation, id: String, first: SourceLocation)
    /// Identifiers that no row of the corpus has: the first few, and how many records there are with such.
    case idsUnknown(SourceLocation, ids: [String], count: Int, key: String, corpus: String)
    /// Rows of the corpus that share the identifier that a record of the scores has.
    case idAmbiguous(SourceLocation, id: String, first: SourceLocation, second: SourceLocation)
    /// A row number that is no whole number from 0 to below the number of rows.
    case rowOutOfRange(SourceLocation, found: String, rows: Int, corpus: String)
    /// Records without identifiers and row numbers, of another number than the rows of the corpus.
    case countDiffers(path: String, found: Int, expected: Int, corpus: String)
    /// A record without a value, or with one of another kind.
    case valueMissing(SourceLocation, key: String, found: ValueKind)
    /// A value that should be a number and is not, or is not finite; the key is nil where the line could not be read for it.
    case notANumber(SourceLocation, key: String?, found: String)
    /// A number outside what it can be.
    case outOfRange(SourceLocation, key: String, found: Double, minimum: Double, maximum: Double)
    /// Predictions that are no classes which the labels have: some of either.
    case predictionsAreNoLabels(path: String, key: String, predicted: [String], labels: [String])
    /// Neither a metric nor labels and predictions among the fields; `available` are those that there are.
    case noMetrics(path: String, available: [String])
    /// Scores of a drawn validation set that are not of all its rows, as often as each was drawn.
    case notTheDrawnSet(path: String, found: Int, expected: Int, unknown: String?)
    /// The drawn set of an analysis that was fitted on a sample of train: it has rows that are not in the fit.
    case drawnSetStreamed(path: String)
    /// Records without identifiers about rows of a corpus of which only a sample was fitted on.
    case idsNeeded(path: String)
    /// A score file, or a part of one, about no row that can be used.
    case noRows(path: String)
    /// An option that goes with the scores of one model, and the scores are of several.
    case severalModels(path: String, option: String)
    /// A file that estimates should be written to and that holds something else.
    case otherEstimates(path: String)
}
