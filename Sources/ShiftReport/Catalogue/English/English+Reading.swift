import TextRecords

extension EnglishCatalogue: ReadingCatalogue {
    func betweenCells(delimiter: String) -> String {
        switch delimiter {
        case ";": "with semicolons between cells"
        case "|": "with bars between cells"
        case "\t": "with tabs between cells"
        default: "with \(delimiter) between cells"
        }
    }
    func text(_ remark: ReadingRemark) -> String? {
        let value = remark.value ?? ""
        return switch remark.kind {
        case .recordsAt: "the records are the list \(quoted(value))"
        case .listsPassedOver: "other lists in it are not read: \(value)"
        case .recordsByKey:
            "the records are the members of \(value.isEmpty ? "one object" : quoted(value)), each with its key as \"_id\""
        case .columns: "an object of columns; its rows are the records"
        case .objects: "objects over several lines, one after another"
        case .texts: "a list of texts; each is the field \"text\" of a record"
        case .delimiter: nil
        case .numberedColumns: "no header: the columns are called 1 to \(value)"
        case .textAndLabel: "no header: the two columns are read as \(value); --no-header calls them 1 and 2"
        case .fastText: "fastText: what follows __label__ is the label, the rest of the line the text"
        case .positionDigits: "the digit of position behind each token is left out"
        case .untagged: "one token a line, without tags"
        case .separator:
            "a line is one text, but each of the first lines has \(value) equally often: if this is a table, give "
                + "--delimiter '\(value)', and --no-header if its first line is none"
        case .macLineEnds: "lines end in carriage returns, as on old Macs"
        case .member: "read is \(value), the file in the archive"
        case .isUTF8: "is UTF-8, and is read as such, not as \(value)"
        }
    }
    func shortRows(count: Int) -> String {
        "\(counted(count, "row")) \(count == 1 ? "has" : "have") fewer cells than the header; those that are not there are read as empty"
    }
    func spelledValues(count: Int) -> String {
        count == 1
            ? "1 value in the fields used is a number or true or false; read as the text that it is written as"
            : "\(count) values in the fields used are numbers or true or false; read as the text that they are written as"
    }
    func rowsOfFile(count: Int) -> String { counted(count, "row") }
    func unreadable(count: Int, error: String) -> String {
        "\(counted(count, "record")) cannot be read" + (error.isEmpty ? "" : ": \(error)")
    }
    func moreFields(count: Int) -> String { "and \(count) more" }
    func groupsFound(groups: Int, largest: Int) -> String {
        "Kept together: \(counted(groups, "group")), the largest of \(counted(largest, "row")); linked by"
    }
    func linkedByEquality(rows: Int) -> String {
        "\(counted(rows, "row")) that \(rows == 1 ? "repeats" : "repeat") another word for word"
    }
    func linkedByLikeness(rows: Int) -> String {
        "\(counted(rows, "row")) that nearly \(rows == 1 ? "repeats" : "repeat") another"
    }
    func linkedByValues(fields: String) -> String { "equal values of \(fields)" }
    var nothingToCompare: String { "Nothing in it can be compared by itself; name a field with --field." }
    var byName: String { "By name:" }
    func briefly(_ kind: ValueKind) -> String {
        switch kind {
        case .text: "text"
        case .number: "number"
        case .boolean: "flag"
        case .null, .missing: "empty"
        case .array: "list"
        case .object: "object"
        }
    }
}
