import ArgumentParser
import Foundation
import ImportanceWeights
import ShiftModel
import TextRecords
import TextShift
import TextTokens

/// All wording of errors: where, what was found, what was expected, what to do.
enum ErrorMessages {
    /// What is said where memory runs out, ended by a newline.
    static let outOfMemory: StaticString = """
        error: out of memory; give analyze and fit less to fit on (--fit-memory 128MiB, --fit-rows 50000), use fewer --threads, or allow the \
        program more memory (ulimit -v)

        """

    /// The message, or nil for an error of the argument parser, which has its own.
    ///
    /// Names of files and text of the corpus are in it as far as a terminal shows and does not obey them.
    static func text(for error: any Error) -> String? {
        // Each reason is a line of its own.
        if let error = error as? GateFailure { return error.reasons.map { "error: \(printable($0))" }.joined(separator: "\n") }
        let message: String? =
            switch error {
            case let error as RecordError: text(error)
            case let error as AnalysisError: text(error)
            case let error as WeightError: text(error)
            case let error as TokenError: text(error)
            case let error as ScoreError: text(error)
            default: nil
            }
        return message.map(printable)
    }

    /// Runs `body`, and says what it throws as the parser says what is wrong with a command line.
    static func asUsage(_ body: () throws -> Void) throws {
        do {
            try body()
        } catch {
            let message = text(for: error) ?? "\(error)"
            // The parser puts "Error: " before what it is given.
            throw ValidationError(message.hasPrefix("error: ") ? String(message.dropFirst(7)) : message)
        }
    }

    private static func text(_ error: RecordError) -> String {
        switch error {
        case .fileMissing(let path):
            "\(path): error: there is no such file; check the path"
        case .fileIsFolder(let path):
            "\(path): error: this is a folder, expected a file"
        case .fileUnreadable(let path, let code):
            "\(path): error: cannot be read: \(reason(code))"
        case .fileChanged(let path):
            "\(path): error: changed while it was being read; nothing was kept: run again once it stays as it is"
        case .stopped:
            "error: stopped"
        case .fileEmpty(let path):
            "\(path): error: the file holds no records, expected one at least"
        case .ofDocument(.notJSON(let place, let fault)):
            "\(at(place)): error: not JSON: \(text(fault, isOneDocument: true)); mend the file, which is read as a whole: nothing after "
                + "this place can be told apart"
        case .ofDocument(.truncated(let place)):
            "\(at(place)): error: the file ends within the document: it was cut off; fetch it again"
        case .ofDocument(.notUTF8(let place)):
            "\(at(place)): error: not UTF-8, as the start of the file is; convert the file, or the part of it that is in another "
                + "encoding (iconv -f GB18030 -t UTF-8)"
        case .ofDocument(.questionsMalformed(let place, let part, let fault)):
            "\(at(place)): error: \(text(fault, in: text(part))); expected a SQuAD document (\"data\" with \"paragraphs\"): give another "
                + "--format, or mend the file"
        case .ofDocument(let error): text(error)
        case .notJSON(let place, let fault):
            "\(at(place)): error: not JSON: \(text(fault)); mend the line, or leave such lines out with --on-error skip"
        case .truncated(let place):
            "\(at(place)): error: the file ends within this record: it was cut off; fetch it again, or use --on-error skip"
        case .notAnObject(let place, .array):
            "\(at(place)): error: the record is an array, expected an object such as {\"text\": \"…\"}; make objects of arrays "
                + "(jq '.[] | {text: .[0]}'), leave such records out with --on-error skip, or read plain text with --format text"
        case .notAnObject(let place, let found):
            "\(at(place)): error: the line is \(name(found)), expected an object such as {\"text\": \"…\"}; "
                + "leave such lines out with --on-error skip, or read plain text with --format text"
        case .notUTF8(let place):
            "\(at(place)): error: not UTF-8, as the start of the file is; convert the file, or the part of it that is in another "
                + "encoding (iconv -f GB18030 -t UTF-8), or use --on-error skip"
        case .lineTooLong(let place):
            "\(at(place)): error: the line is longer than 1 GiB; expected one record a line"
        case .packed(let path, let kind):
            "\(path): error: this is \(text(kind).what): unpack it first (\(text(kind).how)); only gzip is read as it is"
        case .gzipUnreadable(let path, let offset, let fault):
            "\(path): error: \(text(fault)) at byte \(offset) of the compressed file; fetch it again"
        case .notInEncoding(let place, let encoding, let offset):
            "\(at(place)): error: the file starts as \(encoding.rawValue), but its byte \(offset + 1) is not; "
                + "convert the file to UTF-8 (iconv -f \(encoding.rawValue) -t UTF-8), or mend the line"
        case .encodingsMixed(let place, let found, let expected):
            "\(at(place)): error: this line is \(found.rawValue), the lines before it are \(expected.rawValue); "
                + "convert the parts to UTF-8 before they are joined"
        case .encodingUnavailable(let path, let encoding, let status):
            "\(path): error: ICU cannot convert \(encoding.rawValue) (\(status)); convert the file to UTF-8 (iconv -t UTF-8)"
        case .cellCount(let place, let found, let expected):
            "\(at(place)): error: found \(count(found, "cell")), expected \(expected) as in the header; "
                + "quote cells that hold the delimiter, or leave such rows out with --on-error skip"
        case .quoteNotClosed(let place):
            "\(at(place)): error: the quote that opens here is not closed: expected a quote before a delimiter or a line's end; "
                + "double quotes within a cell, or leave the row out with --on-error skip"
        case .columnCount(let place, let found, let expected):
            "\(at(place)): error: found \(count(found, "column")), expected \(expected) as in the file's first row; "
                + "leave such sentences out with --on-error skip"
        case .tagWithoutToken(let place):
            "\(at(place)): error: a tag without its token; expected the token in the first column; "
                + "leave such sentences out with --on-error skip"
        case .questionsMalformed(let place, let part, let fault):
            "\(at(place)): error: \(text(fault, in: text(part))); leave such parts out with --on-error skip"
        case .fieldPathMalformed(let typed):
            "error: --field \"\(typed)\" has an empty name or key, expected NAME or NAME=KEY.PATH"
        case .fieldNamedTwice(let field):
            "error: the field \"\(field)\" was named twice; give one of them another name: --field NAME=KEY.PATH"
        case .fieldAbsent(let path, let field, let available):
            "\(path): error: no record has the field \"\(field)\"; there \(list(available))"
        case .wrongFieldType(let place, let field, let found):
            "\(at(place)): error: \"\(field)\" is \(name(found)), expected text; map another field with --field"
        case .keyExists(let place, let key):
            "\(at(place)): error: the record has a key \"\(key)\" already; use --overwrite-keys to replace it"
        case .notFinite(let number):
            "error: a result is \(number.rawValue) and cannot be written; this is a defect of textshift"
        case .outputNotCreated(let path, let code):
            "\(path): error: cannot be made or written: \(reason(code)); give another folder with --output"
        case .outputNotWritten("-", let code):
            "standard output: error: cannot be written: \(reason(code))"
        case .outputNotWritten(let path, let code):
            "\(path): error: cannot be written: \(reason(code)); nothing was kept"
        case .outputHoldsResults(let path, let files):
            "\(path): error: holds results already (\(files.joined(separator: ", "))); give another folder, or --force to replace them"
        case .outputFileNotCreated(let path, let code):
            "\(path): error: cannot be made or written: \(reason(code)); give another place for the file"
        case .outputExists(let path):
            "\(path): error: the file is there already; give another name, or --force to replace it"
        case .outputNameMalformed(let name):
            "error: \"\(name)\" cannot be the name of an output file"
        }
    }

    private static func text(_ kind: PackedKind) -> (what: String, how: String) {
        switch kind {
        case .zip: ("a zip archive", "unzip")
        case .sevenZip: ("a 7z archive", "7z x")
        case .xz: ("compressed with xz", "unxz")
        case .bzip2: ("compressed with bzip2", "bunzip2")
        case .zstd: ("compressed with zstd", "unzstd")
        }
    }

    private static func text(_ fault: GzipFault) -> String {
        switch fault {
        case .truncated: "the gzip data breaks off"
        case .damaged: "the gzip data is damaged"
        case .outOfMemory: "memory ran out"
        }
    }

    /// Elements of JSON lists are counted as everyone who indexes them does, from 0.
    private static func text(_ place: QuestionPlace) -> String {
        let parts = [
            place.article.map { "data[\($0)]" },
            place.paragraph.map { place.article == nil ? "[\($0)]" : "paragraphs[\($0)]" },
            place.question.map { "qas[\($0)]" },
        ].compactMap { $0 }
        return parts.isEmpty ? "the document" : parts.joined(separator: ".")
    }

    private static func text(_ fault: QuestionFault, in part: String) -> String {
        switch fault {
        case .missing(let key): "\(part) has no \"\(key)\""
        case .wrongKind(let key, let found, let expected):
            "\"\(key)\" of \(part) is \(name(found)), expected \(name(expected))"
        case .notAnObject(let found): "\(part) is \(name(found)), expected an object"
        }
    }

    private static func text(_ fault: JSONFault, isOneDocument: Bool = false) -> String {
        switch fault {
        case .unclosedString: "the text ends inside a string"
        case .unclosed(let kind): "the text ends inside \(name(kind))"
        case .unexpected(let byte, let expected): "found \(quoted(byte)), expected \(text(expected))"
        case .unknownWord(let word): "found \(printable(word)), expected a value"
        case .malformedNumber(let number): "\(printable(number)) is no JSON number"
        case .malformedEscape: "a backslash with no escape after it"
        case .controlCharacter(let byte): "the control character \(quoted(byte)) inside a string, expected an escape"
        case .trailingContent:
            isOneDocument ? "something follows the document's end" : "something follows the object; expected one record a line"
        case .tooDeep: "more than 1,024 levels of nesting"
        case .tooLong: "longer than 4 GiB"
        case .outOfMemory: "memory ran out"
        case .unexplained: "malformed"
        }
    }

    private static func text(_ expected: JSONFault.Expectation) -> String {
        switch expected {
        case .value: "a value"
        case .key: "a key in double quotes"
        case .colon: "a colon"
        case .commaOrEnd: "a comma or the end of the object or array"
        }
    }

    private static func text(_ error: AnalysisError) -> String {
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

    private static func text(_ error: ModelError) -> String {
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

    private static func text(_ error: WeightError) -> String {
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

    private static func text(_ error: TokenError) -> String {
        switch error {
        case .unavailable(let service, let status):
            "error: ICU cannot \(service == .wordBoundaries ? "find word boundaries" : "fold case") (\(status)); install ICU with its data (libicu)"
        }
    }

    static func at(_ place: SourceLocation) -> String {
        "\(place.path):\(place.line)" + (place.column.map { ":\($0)" } ?? "")
    }

    static func name(_ kind: ValueKind) -> String {
        switch kind {
        case .text: "text"
        case .number: "a number"
        case .boolean: "true or false"
        case .null: "null"
        case .array: "an array"
        case .object: "an object"
        case .missing: "missing"
        }
    }

    static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

    static func list(_ fields: [String], are verb: String = "are:") -> String {
        fields.isEmpty ? "are none" : verb + " " + fields.map(printable).joined(separator: ", ")
    }

    private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }

    private static func quoted(_ byte: UInt8) -> String {
        byte > 0x20 && byte < 0x7F ? "'\(Character(UnicodeScalar(byte)))'" : "byte 0x" + String(byte, radix: 16)
    }

    /// Text of the corpus may stand in a message: no control character, nor one that turns the direction of writing, reaches
    /// the terminal.
    static func printable(_ text: String) -> String {
        let unfit: Set<Unicode.GeneralCategory> = [.control, .format, .lineSeparator, .paragraphSeparator]
        return String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { unfit.contains($0.properties.generalCategory) ? "\u{FFFD}" : $0 }))
    }
}
