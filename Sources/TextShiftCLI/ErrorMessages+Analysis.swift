import Foundation
import ImportanceWeights
import ShiftModel
import ShiftReport
import TextRecords
import TextShift
import TextTokens

/// The wording of why an analysis could not be made or used.
extension ErrorMessages {
    static func text(_ error: AnalysisError) -> String {
        switch error {
        case .noFields(let leftOut, let lists):
            "error: no field can be compared: "
                + (leftOut.isEmpty ? "there are none" : leftOut.map(printable).joined(separator: ", ")) + "; name one with --field"
                + (lists.first.map { ", such as --field \(printable($0)): a list of strings is read as one text" } ?? "")
        case .keyAbsent(let option, let key, let path, let available):
            "\(path): error: no record has the key \"\(key)\" of \(option); there \(list(available))"
        case .tooManyRows(let found, let maximum):
            "error: the fit would have \(found) rows, at most \(maximum) are possible; lower --fit-rows"
        case .tablesDiffer(let paths):
            "error: \(paths.map(printable).joined(separator: ", ")) have other columns or delimiters than each other and cannot be "
                + "written as one table; leave out --write"
        case .notOfFormat(let format, let path, let found):
            "\(path): error: --write \(format.rawValue) needs \(format == .squad ? "a SQuAD document" : "tables"), this is read as "
                + "\(found.rawValue); leave the option out, or say how the file is written with --format"
        case .labelAbsent(let export, let key, let path, let available):
            "\(path): error: --export \(export.rawValue) needs a label, and no record has the field \"\(printable(key))\"; "
                + "name the label with --label; there \(list(available))"
        case .labelMissing(let key, let path, let rows, let line):
            "\(path)\(line.map { ":\($0)" } ?? ""): error: \(count(rows, "record")) without the label \"\(printable(key))\"; "
                + "an export needs one in each: fill them in, or leave such records out"
        case .labelIsNoScalar(let place, let key, let found):
            "\(at(place)): error: the label \"\(printable(key))\" is \(name(found)), expected text, a number, or true or false; "
                + "name another field with --label"
        case .tooManyClasses(let key, let path, let maximum):
            "\(path): error: the label \"\(printable(key))\" has more than \(maximum) different values that are no numbers; "
                + "name another field with --label"
        case .idMissing(let key, let path, let rows, let missing):
            "\(path): error: \(count(rows, "record")) without text or a number in \"\(printable(key))\" (\(missing) without a value); "
                + "--export id-weight needs one in each: name another field with --id"
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
        case .reportMalformed(let path, let key):
            "\(path): error: this is no report of textshift\(key.map { ": \"\($0)\" is missing or of another kind" } ?? ""); "
                + "run textshift analyze again"
        case .reportOfOtherSchema(let path, let found, let expected):
            "\(path): error: the report has schema \(found), expected \(expected): another version of textshift wrote it; "
                + "run textshift analyze again"
        case .tooFewGroups(let path, let found, let minimum):
            "\(path): error: \(count(found, "group")) of rows, at least \(minimum) are needed to plant shifts in; give more rows, or "
                + "another key with --group"
        case .diagnosedLabelAbsent(let key, let path, let available):
            "\(path): error: no record has the label \"\(printable(key))\"; name another field with --label; there \(list(available))"
        case .inputsUnknown(let folder, let side, let isStandardInput):
            "\(folder): error: "
                + (isStandardInput ? "\(side) was standard input, which cannot be read again" : "does not say where \(side) is")
                + "; name the file with --\(side)"
        case .inputLost(let path, let folder, let side):
            "\(path): error: there is no such file any more, of which \(folder) was made; say where the files of \(side) are now with --\(side)"
        case .inputCount(let folder, let side, let found, let expected):
            "\(folder): error: the analysis had \(count(expected, "file")) of \(side), there \(found == 1 ? "is" : "are") \(found); "
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
            "\(path): error: found \(count(records, "record")), and in none a field that the model looks at "
                + "(\(fields.map(printable).joined(separator: ", "))); there \(list(available)): map one with --field NAME=KEY.PATH"
        case .labelIsField(let key, let folder):
            "\(folder): error: the analysis compared the field \"\(printable(key))\", so it cannot be the label; "
                + "run textshift analyze again with --label \(printable(key))"
        case .labelIsNoClass(let key):
            "error: \"\(printable(key))\" is no class, or its classes cannot be told apart, so there are no class-prior weights; "
                + "leave out --weights"
        case .splitTooLarge(let found, let maximum):
            "error: \(found) rows or parts were asked for, at most \(maximum) are possible here (of corpora larger than the fit, the rows "
                + "of its sample); lower --size or --folds, or raise --pool, or analyze again with more --fit-rows and --fit-memory"
        case .nothingUnsupported(let folder):
            "\(folder): error: no test row lies where train has none; draw with --method label-first"
        case .shiftNotDropped(let bound, let reached, let terms):
            "error: the AUC cannot be brought below --drop-shifted \(bound): it is \(String(format: "%.3f", reached)) after "
                + "\(count(terms, "word")), and the next round would take nearly all that is left; nothing was weighted. Give a higher "
                + "bound, or other fields with --field"
        case .stopped:
            "error: stopped; nothing was written"
        }
    }

    static func text(_ error: ModelError) -> String {
        switch error {
        case .unreadable(let code) where code == ENOENT:
            "there is no such model; make one with textshift fit TRAIN TEST --model FILE"
        case .unreadable(let code): "the model cannot be read: \(reason(code))"
        case .notAModel: "this is no model of textshift, expected a file that textshift fit or analyze wrote"
        case .olderFormat(let found, let oldest):
            "the model has format \(found), expected \(oldest): an older textshift wrote it; fit it again"
        case .newerFormat(let found, let newest):
            "the model has format \(found), expected \(newest): a newer textshift wrote it; use that version, or fit it again"
        case .truncated: "the model ends early: it was cut off; copy it again"
        case .altered: "the model's checksum does not match: it was altered or damaged; copy it again"
        case .inconsistent: "the parts of the model do not fit together; fit it again"
        }
    }

    static func text(_ error: WeightError) -> String {
        switch error {
        case .unknownWeighting(let name):
            "error: --weight is \"\(name)\", expected ratio, relative:ALPHA, clip:C or discriminator"
        case .badParameter(let name, let found):
            "error: --weight \(name) \(found.map { "has the parameter \"\($0)\"" } ?? "has no parameter"), expected "
                + (name == "relative" ? "relative:0.1" : name == "clip" ? "clip:10" : "none")
        case .parameterOutOfRange(let name, let found, let minimum, let maximum):
            "error: --weight \(name):\(found) is out of range, expected \(minimum) to \(maximum)"
        case .shareOutOfRange(let found):
            "error: --pool is \(found), expected a share above 0 and at most 1"
        default:
            "error: \(error); this is a defect of textshift"
        }
    }

    static func text(_ error: TokenError) -> String {
        switch error {
        case .unavailable(let service, let status):
            "error: ICU cannot \(service == .wordBoundaries ? "find word boundaries" : "fold case") (\(status)); install ICU with its data (libicu)"
        }
    }
}
