import TextRecords

/// How a file was read, in words. English.
package enum ReadingWording {
    /// What stands between cells, where it is not what the format's name says.
    package static func delimiter(_ text: String) -> String {
        switch text {
        case ";": "with semicolons between cells"
        case "|": "with bars between cells"
        case "\t": "with tabs between cells"
        default: "with \(text) between cells"
        }
    }

    /// A remark as a sentence without its end; nil for what the format's name says beside it.
    package static func text(_ remark: ReadingRemark) -> String? {
        let value = remark.value ?? ""
        switch remark.kind {
        case .recordsAt: return "the records are the list \(quoted(value))"
        case .listsPassedOver: return "other lists in it are not read: \(value)"
        case .recordsByKey:
            return
                "the records are the members of \(value.isEmpty ? "one object" : quoted(value)), each with its key as \"_id\""
        case .columns: return "an object of columns; its rows are the records"
        case .objects: return "objects over several lines, one after another"
        case .texts: return "a list of texts; each is the field \"text\" of a record"
        case .delimiter: return nil
        case .numberedColumns: return "no header: the columns are called 1 to \(value)"
        case .textAndLabel: return "no header: the two columns are read as \(value); --no-header calls them 1 and 2"
        case .fastText: return "fastText: what follows __label__ is the label, the rest of the line the text"
        case .positionDigits: return "the digit of position behind each token is left out"
        case .untagged: return "one token a line, without tags"
        case .separator:
            return "a line is one text, but each of the first lines has \(value) equally often: if this is a table, give "
                + "--delimiter '\(value)', and --no-header if its first line is none"
        case .macLineEnds: return "lines end in carriage returns, as on old Macs"
        case .member: return "read is \(value), the file in the archive"
        case .isUTF8: return "is UTF-8, and is read as such, not as \(value)"
        }
    }

    /// Rows that end early.
    package static func shortRows(_ count: Int) -> String {
        count == 1
            ? "1 row has fewer cells than the header; those that are not there are read as empty"
            : "\(count) rows have fewer cells than the header; those that are not there are read as empty"
    }

    /// Values that are no text.
    package static func spelled(_ count: Int) -> String {
        count == 1
            ? "1 value in the fields used is a number or true or false; read as the text that it is written as"
            : "\(count) values in the fields used are numbers or true or false; read as the text that they are written as"
    }

    private static func quoted(_ text: String) -> String { "\"\(text)\"" }
}
