extension EnglishCatalogue: NoteCatalogue {
    func noted(text: String) -> String { "note: \(text)" }
    func fieldsUsed(fields: String, dropped: String, leftOut: String) -> String {
        "fields used: \(fields)"
            + (dropped.isEmpty ? "" : "; dropped: \(dropped)")
            + (leftOut.isEmpty ? "" : "; left out: \(leftOut)")
    }
    func fieldWithReason(name: String, reason: String) -> String { "\(name) (\(reason))" }
    func moreLeftOut(count: Int) -> String { " and \(count) more (see report.json)" }
    func missingRows(field: String, count: Int, side: String) -> String {
        "field \"\(field)\" is missing in \(NumberText.counted(count, "row")) of \(side); read as empty"
    }
    func missingRecords(field: String, count: Int) -> String {
        "field \"\(field)\" is missing in \(NumberText.counted(count, "record")); read as empty"
    }
    func readAs(file: String, how: String) -> String { "\(file): read as \(how)" }
    func convertedFrom(encoding: String) -> String { "converted from \(encoding)" }
    func textWithTabs(file: String, count: Int) -> String {
        "\(file): a line is one text, but each of the first lines has \(NumberText.counted(count, "tab")): if "
            + "this is a table with a header, give --format tsv, or call the file .tsv"
    }
    func skipped(file: String?, count: Int) -> String {
        (file.map { "\($0): " } ?? "")
            + (count == 1 ? "1 line left out because it is no record" : "\(count) lines left out because they are no records")
    }
    func blankRows(train: Int, test: Int) -> String {
        [(train, "train"), (test, "test")].filter { $0.0 > 0 }.map { "\(NumberText.counted($0.0, "row")) of \($0.1)" }
            .joined(separator: " and ") + " without any text: empty"
    }
    func documentMarks(count: Int) -> String {
        "rows of one document are kept together: \(NumberText.counted(count, "document")) by marks such as -DOCSTART- "
            + "(--group none undoes it)"
    }
    func foundKey(key: String) -> String {
        "rows with the same \(quoted(key)) resemble one another and are kept together, as with --group \(key) "
            + "(--group none undoes it)"
    }
    func proposedKeys(options: String) -> String {
        "keys that repeat do not keep rows together; if rows with one value belong together, say so: \(options)"
    }
    func cutFields(fields: String) -> String {
        "equal values of \(fields) would have joined too many rows to one group and join none; --group names the key that matters"
    }
    func constantValues(count: Int) -> String {
        (count == 1
            ? "1 value is shared by so many rows that it defines"
            : "\(count) values are shared by so many rows that they define")
            + " no group (a constant instruction?)"
    }
    func withoutText(count: Int) -> String {
        "\(NumberText.counted(count, "record")) \(count == 1 ? "has" : "have") no text to score: "
            + "\(count == 1 ? "its" : "their") p_test is that of any empty text"
    }
    var noRecords: String { "no records" }
    func otherICU(model: String, fitted: String, current: String) -> String {
        "\(model) was fitted with ICU \(fitted), this is ICU \(current): words may be divided differently, and "
            + "scores then differ a little"
    }
    func fittedOn(sample: String) -> String { "fitted on \(sample) (--fit-rows, --fit-memory)" }
    func nothingFitted(folds: Int) -> String {
        "a side has too few groups for \(folds) folds: nothing was fitted; give more rows, or a finer --group"
    }
    func planting(number: Int, count: Int) -> String { "planting and recovering: \(number) of \(count)…" }
    func recordsDone(count: Int, rate: Int) -> String { "\(count) records  \(rate) a second" }
    func ongoing(stage: String) -> String { "\(stage)…" }
    func secondsLeft(seconds: Int) -> String { "  about \(seconds) s left" }
    func elapsed(seconds: Int) -> String { "  \(seconds) s" }
    var stageReading: String { "reading" }
    var stageFeaturizing: String { "featurizing" }
    var stageFitting: String { "fitting" }
    var stageWeighing: String { "weighing" }
    var stageDiagnosing: String { "diagnosing" }
    var stageExplaining: String { "explaining" }
    var stageChecking: String { "checking" }
    var stageScoring: String { "scoring" }
    var stageWriting: String { "writing" }
    var total: String { "total" }
    func error(text: String) -> String { "error: \(text)" }
}
