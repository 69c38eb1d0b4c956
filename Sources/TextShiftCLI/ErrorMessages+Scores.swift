import TextRecords
import TextShift

/// The wording of what is wrong with a score file.
extension ErrorMessages {
    /// A few values, as a sentence has them.
    private static func some(_ values: [String]) -> String { values.map { "\"\(printable($0))\"" }.joined(separator: ", ") }

    static func text(_ error: ScoreError) -> String {
        switch error {
        case .keyAbsent(let path, let key, let available):
            "\(path): error: no record has the key \"\(printable(key))\"; there \(list(available))"
        case .corpusIDAbsent(let path, let key, let corpus):
            "\(path): error: its records have \"\(printable(key))\", those of \(corpus) do not; name the identifier with --id, or "
                + "give row numbers, from 0, in \"\(ScoreFile.rowKey)\""
        case .idMissing(let place, let key):
            "\(at(place)): error: no text or number in \"\(printable(key))\", expected the identifier of a row in each record"
        case .idRepeated(let place, let id, let first):
            "\(at(place)): error: a second record about \"\(printable(id))\", the first is on line \(first.line); keep one, or, if the "
                + "scores are of validation.jsonl itself, say --drawn"
        case .idsUnknown(let place, let ids, let count, let key, let corpus):
            "\(at(place)): error: no row of \(corpus) has the \"\(printable(key))\" "
                + ids.map { "\"\(printable($0))\"" }.joined(separator: ", ")
                + (count > ids.count ? " (and \(count - ids.count) more)" : "") + "; give scores of its rows"
        case .idAmbiguous(let place, let id, let first, let second):
            "\(at(place)): error: two rows have the identifier \"\(printable(id))\": \(at(first)) and \(at(second)); name another field "
                + "with --id, or give row numbers, from 0, in \"\(ScoreFile.rowKey)\""
        case .rowOutOfRange(let place, let found, let rows, let corpus):
            "\(at(place)): error: \"\(ScoreFile.rowKey)\" is \(printable(found)), expected 0 to \(rows - 1): the rows of \(corpus) count from 0"
        case .countDiffers(let path, let found, let expected, let corpus):
            "\(path): error: \(count(found, "record")) without \"id\" or \"\(ScoreFile.rowKey)\", expected \(count(expected, "row")) as in \(corpus); "
                + "give each record the identifier of its row, or its number, from 0, in \"\(ScoreFile.rowKey)\""
        case .valueMissing(let place, let key, let found):
            "\(at(place)): error: \"\(printable(key))\" is \(name(found)), expected a value; leave the record out if it has none"
        case .notANumber(let place, let key, let found):
            "\(at(place)): error: \(key.map { "\"\(printable($0))\" is " } ?? "")\(printable(found)), expected a finite number; leave the "
                + "record out if it has none"
        case .outOfRange(let place, let key, let found, let minimum, let maximum):
            "\(at(place)): error: \"\(printable(key))\" is \(found), expected "
                + (maximum.isFinite ? "\(minimum) to \(maximum)" : "\(minimum) or more")
        case .predictionsAreNoLabels(let path, let key, let predicted, let labels):
            "\(path): error: \"\(printable(key))\" holds \(some(predicted)), which are no labels: those are \(some(labels)); give the "
                + "predicted label, or name a probability with --probability"
        case .noMetrics(let path, let available):
            "\(path): error: no field holds numbers in every record, and there is no \"prediction\"; name a metric with --metric "
                + "NAME=KEY, or labels and predictions with --label and --prediction; there \(list(available))"
        case .notTheDrawnSet(let path, let found, let expected, let unknown):
            "\(path): error: "
                + (unknown.map { "\"\(printable($0))\" was not drawn as often as it is here" } ?? "\(count(found, "record"))")
                + ", expected one for each of the \(expected) lines of validation.jsonl, repeats too; leave --drawn out for scores of "
                + "training rows"
        case .drawnSetStreamed(let path):
            "\(path): error: the analysis was fitted on a sample of the training rows, and its validation set has other rows too, "
                + "whose groups are not known: --drawn needs an analysis with all of train in the fit (--fit-rows, --fit-memory); "
                + "without it, give scores of training rows with \"id\""
        case .idsNeeded(let path):
            "\(path): error: the analysis was fitted on a sample of the training rows, which are known by identifiers only; give "
                + "\"id\" in each record"
        case .severalModels(let path, let option):
            "\(path): error: \(option) goes with the scores of one model, and these are of several; give them one by one"
        case .otherEstimates(let path):
            "\(path): error: the file holds other estimates already and was left as it is; name another one with --output, or --force "
                + "to replace it"
        case .noRows(let path):
            "\(path): error: no record is about a row that can be used"
        }
    }
}
