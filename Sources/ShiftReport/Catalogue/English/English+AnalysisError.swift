import Foundation
import ShiftModel
import ShiftPipeline
import TextRecords

/// The wording of why an analysis could not be made or used.
extension EnglishCatalogue {
    func text(_ error: AnalysisError) -> String {
        switch error {
        case .noFields(let leftOut, let renamed):
            "error: no field can be compared: "
                + (leftOut.isEmpty
                    ? "there are none"
                    : leftOut.map { printable("\($0.name) (\(reason($0.reason)))") }.joined(separator: ", "))
                + (renamed.map {
                    "; if what train calls \"\(printable($0.train))\" is \"\(printable($0.test))\" in test, say so: "
                        + "--test-field \(printable($0.train))=\(printable($0.test))"
                } ?? "; name one with --field")
        case .keyAbsent(let option, let key, let path, let available):
            "\(path): error: no record has the key \"\(key)\" of \(option); there \(list(available))"
        case .tooManyRows(let found, let maximum):
            "error: the fit would have \(found) rows, at most \(maximum) are possible; lower --fit-rows"
        case .reviewMalformed(let place, let key):
            "\(at(place)): error: a reviewed row needs \"file\", \"line\" and \"mark\"; \"\(key)\" is missing or of another kind; "
                + "download the review from report.html again"
        case .reviewedRowAbsent(let place, let file, let line):
            "\(at(place)): error: no input has the row \(printable(file)):\(line); give the files that were reviewed, or take the line out"
        case .reviewedRowDiffers(let place, let file, let line, let found, let expected):
            "\(at(place)): error: the row \(printable(file)):\(line) \(found.map { "has the id \"\(printable($0))\"" } ?? "has no id"), expected "
                + "\"\(printable(expected))\": the file has changed since it was reviewed"
        case .reviewedIDAbsent(let place, let file, let line, let id):
            "\(at(place)): error: no row of \(printable(file)):\(line) has the id \"\(printable(id))\": the file has changed since it was "
                + "reviewed, or its identifiers are under another key (--id)"
        case .reviewedLineAmbiguous(let place, let file, let line, let id):
            "\(at(place)): error: \(printable(file)):\(line) holds several rows, and "
                + (id.map { "more than one has the id \"\(printable($0))\"" } ?? "the mark has no \"id\" to tell which")
                + "; give each row an identifier of its own (--id), or a line of its own, and review again"
        case .reviewedRowAmbiguous(let place, let file, let line):
            "\(at(place)): error: several inputs have the row \(printable(file)):\(line); rename the files and review again"
        case .nothingLeft(let path, let review):
            "\(path): error: \(review) drops all rows; nothing is left to compare"
        case .tooFewGroups(let path, let found, let minimum):
            "\(path): error: \(counted(found, "group")) of rows, at least \(minimum) are needed to plant shifts in; give more rows, or "
                + "another key with --group"
        case .diagnosedLabelAbsent(let key, let path, let available):
            "\(path): error: no record has the label \"\(printable(key))\"; name another field; there \(list(available))"
        case .inputsUnknown(let folder, let side, let isStandardInput):
            "\(folder): error: "
                + (isStandardInput ? "\(side) was standard input, which cannot be read again" : "does not say where \(side) is")
                + "; name the file with --\(side)"
        case .inputLost(let path, let folder, let side):
            "\(path): error: there is no such file any more, of which \(folder) was made; say where the files of \(side) are now with --\(side)"
        case .inputCount(let folder, let side, let found, let expected):
            "\(folder): error: the analysis had \(counted(expected, "file")) of \(side), there \(found == 1 ? "is" : "are") \(found); "
                + "name all of them in the same order with --\(side)"
        case .inputDiffers(let path, let folder, let found, let expected):
            "\(path): error: the file has changed since \(folder) was made (\(found), expected \(expected)); "
                + "run textshift analyze again, or name the file that was analysed with --train or --test"
        case .modelOfOtherAnalysis(let path):
            "\(path): error: the model does not belong to the report beside it; run textshift analyze again"
        case .modelRefused(let path, let error):
            "\(path): error: \(text(error))"
        case .fieldUnknown(let name, let available):
            "error: the model does not look at the field \"\(printable(name))\"; it \(list(available, are: "looks at")): give "
                + "--field NAME=KEY.PATH with one of these names"
        case .fieldsAbsent(let path, let fields, let records, let available):
            "\(path): error: found \(counted(records, "record")), and in none a field that the model looks at "
                + "(\(fields.map(printable).joined(separator: ", "))); there \(list(available)): map one with --field NAME=KEY.PATH"
        case .labelIsField(let key, let folder):
            "\(folder): error: the analysis compared the field \"\(printable(key))\", so it cannot be the label; "
                + "run textshift analyze again with --label \(printable(key))"
        case .labelIsNoClass(let key):
            "error: \"\(printable(key))\" is no class, or its classes cannot be told apart, so there are no class-prior weights; "
                + "leave them out (--weights of diagnose), or use --weight ratio"
        case .classesNotTold(let key, let found, let minimum, let worst, let share):
            "error: the classes of \"\(printable(key))\" cannot be told apart well enough for --weight class-prior: the smallest singular value "
                + "of the confusion matrix is \(NumberText.fixed(found, 3)), \(NumberText.fixed(minimum, 1)) is the least (of "
                + "\"\(printable(worst))\" \(NumberText.percent(share)) are found); give predictions of a better model with --predictions "
                + "and --test-predictions, or use --weight ratio"
        case .splitTooLarge(let found, let maximum):
            "error: \(found) rows or parts were asked for, at most \(maximum) are possible here (of corpora larger than the fit, the rows "
                + "of its sample); lower --size or --folds, or raise --pool, or analyze again with more --fit-rows and --fit-memory"
        case .labelledTooFew(let path, let found, let least):
            "\(path): error: \(counted(found, "labelled test row")), expected at least \(least)"
        case .sourcesTooFew(let path, let key, let found, let enough, let least):
            "\(path): error: \(enough) of the \(counted(found, "value")) of \"\(printable(key))\" have \(least) rows with scores, in groups of "
                + "their own; --by needs two. Put times together (--period month, quarter or year), or name another field"
        case .sourcesNoTimes(let path, let key, let found):
            "\(path): error: \"\(printable(key))\" holds \"\(printable(found))\", which is no time, or not exact enough for this --period; "
                + "leave out --period to take the values as they are"
        case .labelledOtherStrata(let place):
            "\(at(place)): error: the row was drawn from another stratum than it lies in now: give the confidences of that draw"
        case .labelledStratumRows(let place, let stratum, let found, let expected):
            "\(at(place)): error: \"\(LabelFirst.stratumRowsKey)\" is \(NumberText.whole(Int(clamping: Int64(found)))), expected "
                + "\(NumberText.whole(Int(clamping: Int64(expected)))) as the other rows and labels of stratum \(stratum) have it"
        case .labelledPart(let path, let found, let expected):
            "\(path): error: the inclusion probabilities stand for \(NumberText.whole(Int(clamping: Int64(min(found, 1e15))))) test rows, there are "
                + "\(NumberText.whole(expected)): give all rows of a draw by --method label-first, with the members that it adds"
        case .nothingUnsupported(let folder):
            "\(folder): error: no test row lies where train has none; draw with --method label-first"
        case .shiftNotDropped(let bound, let reached, let terms):
            "error: the AUC cannot be brought below --drop-shifted \(bound): it is \(String(format: "%.3f", reached)) after "
                + "\(counted(terms, "word")), and the next round would take nearly all that is left; nothing was weighted. Give a higher "
                + "bound, or other fields with --field"
        case .scoreKeyAbsent(let path, let key, let available):
            "\(path): error: no record has the key \"\(printable(key))\"; there \(list(available))"
        case .corpusIDAbsent(let path, let key, let corpus):
            "\(path): error: its records have \"\(printable(key))\", those of \(corpus) do not; name the identifier with --id, or "
                + "give row numbers, from 0, in \"\(ScoreFile.rowKey)\""
        case .scoreIDMissing(let place, let key):
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
            "\(path): error: \(counted(found, "record")) without \"id\" or \"\(ScoreFile.rowKey)\", expected \(counted(expected, "row")) as in \(corpus); "
                + "give each record the identifier of its row, or its number, from 0, in \"\(ScoreFile.rowKey)\""
        case .valueMissing(let place, let key, let found):
            "\(at(place)): error: \"\(printable(key))\" is \(name(found)), expected a value; leave the record out if it has none"
        case .notANumber(let place, let key, let found):
            "\(at(place)): error: \(key.map { "\"\(printable($0))\" is " } ?? "")\(printable(found)), expected a finite number; leave the "
                + "record out if it has none"
        case .outOfRange(let place, let key, let found, let minimum, let maximum):
            "\(at(place)): error: \"\(printable(key))\" is \(NumberText.typed(found)), expected "
                + (maximum.isFinite
                    ? "\(NumberText.typed(minimum)) to \(NumberText.typed(maximum))" : "\(NumberText.typed(minimum)) or more")
        case .notWhole(let place, let key, let found):
            "\(at(place)): error: \"\(printable(key))\" is \(found), expected a whole number"
        case .figureNotFinite(let member):
            "error: \(printable(member)) came out as no finite number, so nothing was written: give numbers that are nearer to each other "
                + "in size"
        case .positiveUnknown(let path, let key, let positive, let labels):
            "\(path): error: \"\(printable(key))\" is taken for the probability of \"\(printable(positive))\", which no row has; the labels are "
                + "\(some(labels)); say with --positive which of them it is"
        case .predictionsAreNoLabels(let path, let key, let predicted, let labels):
            "\(path): error: \"\(printable(key))\" holds \(some(predicted)), which are no labels: those are \(some(labels)); give the "
                + "predicted label, or name a probability with --probability"
        case .noMetrics(let path, let available):
            "\(path): error: no field holds numbers in every record, and there is no \"prediction\"; name a metric with --metric "
                + "NAME=KEY, or labels and predictions with --label and --prediction; there \(list(available))"
        case .notTheDrawnSet(let path, let found, let expected, let unknown):
            "\(path): error: "
                + (unknown.map { "\"\(printable($0))\" was not drawn as often as it is here" } ?? "\(counted(found, "record"))")
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
            "\(path): error: \(option) with the scores of several models needs a record for each row and model, which names the model "
                + "(\"model\", or --model KEY), in SCORES and in --test-confidences; or give the models one by one"
        case .probabilitiesSum(let place, let key, let found):
            "\(at(place)): error: the probabilities under \"\(printable(key))\" sum to \(NumberText.fixed(found, 3)), expected 1; "
                + "give those of all classes, which exclude one another"
        case .probabilitiesCount(let place, let key, let found, let classes):
            "\(at(place)): error: \"\(printable(key))\" has \(counted(found, "number")), expected \(classes.count), for "
                + "\(some(Array(classes.prefix(4))))\(classes.count > 4 ? ", …" : "") in this order; or give an object with a number for "
                + "each class"
        case .noRows(let path):
            "\(path): error: no record is about a row that can be used"
        case .stopped:
            "error: stopped; nothing was written"
        }
    }

    /// A few values, joined for a sentence.
    private func some(_ values: [String]) -> String { values.map { "\"\(printable($0))\"" }.joined(separator: ", ") }
}
