extension EnglishCatalogue: FolderErrorCatalogue {
    func tablesDiffer(paths: String) -> String {
        "error: \(paths) have other columns or delimiters than each other and cannot be written as one table; "
            + "leave out --write"
    }
    func notSquad(option: String, path: String, found: String) -> String {
        "\(path): error: --write \(option) needs a SQuAD document, this is read as \(found); leave the option "
            + "out, or say how the file is written with --format"
    }
    func notTable(option: String, path: String, found: String) -> String {
        "\(path): error: --write \(option) needs tables, this is read as \(found); leave the option out, or say "
            + "how the file is written with --format"
    }
    func exportNeedsLabel(export: String, key: String, path: String, available: [String]) -> String {
        "\(path): error: --export \(export) needs a label, and no record has the field \"\(key)\"; name the "
            + "label with --label; there \(list(available))"
    }
    func recordsWithoutLabel(key: String, place: String, rows: Int) -> String {
        "\(place): error: \(NumberText.counted(rows, "record")) without the label \"\(key)\"; an export needs "
            + "one in each: fill them in, or leave such records out"
    }
    func labelIsNoScalar(place: String, key: String, found: String) -> String {
        "\(place): error: the label \"\(key)\" is \(found), expected text, a number, or true or false; name "
            + "another field with --label"
    }
    func tooManyClasses(key: String, path: String, most: Int) -> String {
        "\(path): error: the label \"\(key)\" has more than \(most) different values that are no numbers; name "
            + "another field with --label"
    }
    func recordsWithoutID(key: String, path: String, rows: Int, missing: Int) -> String {
        "\(path): error: \(NumberText.counted(rows, "record")) without text or a number in \"\(key)\" "
            + "(\(missing) without a value); --export id-weight needs one in each: name another field with --id"
    }
    func notAReport(path: String, key: String?, verb: String) -> String {
        "\(path): error: this is no report of "
            + "textshift\(key.map { ": \"\($0)\" is missing or of another kind" } ?? ""); run textshift \(verb) again"
    }
    func reportOfOtherSchema(path: String, found: Int, expected: Int, verb: String) -> String {
        "\(path): error: the report has schema \(found), expected \(expected): another version of textshift "
            + "wrote it; run textshift \(verb) again"
    }
    func memberUnusable(path: String, member: String, found: String, expected: String, verb: String) -> String {
        "\(path): error: \(member) is \(found), expected \(expected): the file is not as textshift wrote it; run textshift \(verb) again"
    }
    func documentTooLarge(path: String, bytes: Int, most: Int, verb: String) -> String {
        "\(path): error: \(bytes) bytes, expected at most \(most): textshift wrote no such file; run textshift \(verb) again"
    }
    var trueOrFalse: String { "true or false" }
    var aText: String { "a text" }
    var anObject: String { "an object" }
    var aList: String { "a list" }
    var aNumber: String { "a number" }
    func wholeNumber(least: String, greatest: String) -> String { "a whole number from \(least) to \(greatest)" }
    func number(least: String, greatest: String) -> String { "a number from \(least) to \(greatest)" }
    func listOfLength(_ length: Int) -> String { "a list of \(length)" }
    var risingNumbers: String { "numbers that rise" }
    var aFileName: String { "the name of a file, without its folder" }
    func otherEstimates(path: String) -> String {
        "\(path): error: the file holds other estimates already and was left as it is; name another one with "
            + "--output, or --force to replace it"
    }
}
