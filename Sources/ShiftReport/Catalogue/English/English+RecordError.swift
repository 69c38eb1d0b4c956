import TextRecords

/// The wording of what cannot be read or written.
extension EnglishCatalogue {
    func text(_ error: RecordError) -> String {
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
            "\(at(place)): error: not UTF-8, as the start of the file is; mend that part, or name the encoding with --encoding"
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
            "\(at(place)): error: not UTF-8, as the start of the file is; mend that part, leave such records out with --on-error skip, "
                + "or name the encoding of the whole file with --encoding"
        case .recordTooLong(let place, let limit):
            "\(at(place)): error: the record is longer than \(NumberText.size(limit)); of a corpus, allow more (--max-record \(NumberText.sizeOption(2 * limit))), or "
                + "leave such records out with --on-error skip"
        case .foreign(let path, let content): text(content, path: path)
        case .zipOfSeveral(let path, let files): text(files, inArchive: path)
        case .unpackable(let path, let packing, let offset, let fault):
            "\(path): error: \(text(fault, packing)) at byte \(offset) of the compressed file; fetch it again"
        case .encodingUnnamed(let path, let candidates): text(candidates, path: path)
        case .headerMissing(let path, let columns, let first, let format):
            "\(path): error: a table of \(columns) columns without a header: its first row is a row of cells: \(first); give "
                + "--no-header, and the columns are called 1 to \(columns); if that row is the header, give --format \(format.rawValue)"
        case .notInEncoding(let place, let encoding, let offset):
            "\(at(place)): error: the file starts as \(encoding.rawValue), but its byte \(offset + 1) is not; "
                + "convert the file to UTF-8 (iconv -f \(encoding.rawValue) -t UTF-8), or mend the line"
        case .encodingsMixed(let place, let found, let expected):
            "\(at(place)): error: this line is \(found.rawValue), the lines before it are \(expected.rawValue); "
                + "convert the parts to UTF-8 before they are joined"
        case .encodingUnavailable(let path, let encoding, let status):
            "\(path): error: ICU cannot convert \(encoding.rawValue) (\(status)); convert the file to UTF-8 (iconv -t UTF-8)"
        case .cellCount(let place, let found, let expected):
            "\(at(place)): error: found \(counted(found, "cell")), expected \(expected) as in the header; "
                + "quote cells that hold the delimiter, or leave such rows out with --on-error skip"
        case .quoteNotClosed(let place):
            "\(at(place)): error: the quote that opens here is not closed: expected a quote before a delimiter or a line's end; "
                + "double quotes within a cell, or leave the row out with --on-error skip"
        case .columnCount(let place, let found, let expected):
            "\(at(place)): error: found \(counted(found, "column")), expected \(expected) as in the file's first row; "
                + "leave such sentences out with --on-error skip"
        case .tagWithoutToken(let place):
            "\(at(place)): error: a tag without its token; expected the token in the first column; "
                + "leave such sentences out with --on-error skip"
        case .questionsMalformed(let place, let part, let fault):
            "\(at(place)): error: \(text(fault, in: text(part))); leave such parts out with --on-error skip"
        case .fieldPathMalformed(let typed):
            "error: the field \"\(typed)\" has an empty name or key, expected NAME or NAME=KEY.PATH"
        case .fieldNamedTwice(let field):
            "error: the field \"\(field)\" was named twice; name it once, or give one of them another name: NAME=KEY.PATH"
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
        case .outputBusy(let path, let process, let host):
            "\(path): error: another run is writing to this folder"
                + (process.map { " (process \($0)" + (host.map { " on \(printable($0))" } ?? "") + ")" } ?? "")
                + "; wait for it, or give another folder; if it is no more, remove .textshift.lock"
        case .outputIsNoFile(let path):
            "\(path): error: something that is no regular file is there (a device, a pipe or a link) and was left as it is; "
                + "give another folder"
        case .outputFileNotCreated(let path, let code):
            "\(path): error: cannot be made or written: \(reason(code)); give another place for the file"
        case .outputExists(let path):
            "\(path): error: the file is there already; give another name, or --force to replace it"
        case .outputIsInput(let path):
            "\(path): error: the results are made from this file, so it is not replaced, not even with --force; give another place"
        case .outputNameMalformed(let name):
            "error: \"\(name)\" cannot be the name of an output file"
        }
    }

    private func text(_ fault: PackingFault, _ packing: Packing) -> String {
        switch fault {
        case .truncated: "the \(packing.rawValue) data breaks off"
        case .damaged: "the \(packing.rawValue) data is damaged"
        case .outOfMemory: "memory ran out"
        }
    }

    /// Elements of JSON lists are counted from 0, as they are indexed.
    private func text(_ place: QuestionPlace) -> String {
        let parts = [
            place.article.map { "data[\($0)]" },
            place.paragraph.map { place.article == nil ? "[\($0)]" : "paragraphs[\($0)]" },
            place.question.map { "qas[\($0)]" },
        ].compactMap { $0 }
        return parts.isEmpty ? "the document" : parts.joined(separator: ".")
    }

    private func text(_ fault: QuestionFault, in part: String) -> String {
        switch fault {
        case .missing(let key): "\(part) has no \"\(key)\""
        case .wrongKind(let key, let found, let expected):
            "\"\(key)\" of \(part) is \(name(found)), expected \(name(expected))"
        case .notAnObject(let found): "\(part) is \(name(found)), expected an object"
        }
    }

    private func text(_ fault: JSONFault, isOneDocument: Bool = false) -> String {
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

    private func text(_ expected: JSONFault.Expectation) -> String {
        switch expected {
        case .value: "a value"
        case .key: "a key in double quotes"
        case .colon: "a colon"
        case .commaOrEnd: "a comma or the end of the object or array"
        }
    }

    private func quoted(_ byte: UInt8) -> String {
        byte > 0x20 && byte < 0x7F ? "'\(Character(UnicodeScalar(byte)))'" : "byte 0x" + String(byte, radix: 16)
    }
}
