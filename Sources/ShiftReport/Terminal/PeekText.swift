import ShiftPipeline
import TextRecords

/// What `textshift peek` prints.
public enum PeekText {
    /// The text, in one language.
    public static func text(_ peek: Peek, language: Language = .english) -> String {
        let say = Wording(language).say
        var lines = Array(peek.files.map { file($0, language) }.joined(separator: [""]))
        if let groups = peek.groups { lines += [""] + links(groups, language) }
        lines.append("")
        lines += peek.used.isEmpty ? [say.nothingToCompare] : [say.byName, "  " + command(peek)]
        return lines.map { PrintableText.of($0) + "\n" }.joined()
    }

    private static func file(_ file: Peek.File, _ language: Language) -> [String] {
        let wording = Wording(language)
        let say = wording.say
        var how = [file.format]
        if let delimiter = file.delimiter, delimiter != "," { how.append(say.betweenCells(delimiter: delimiter)) }
        how.append(file.encoding)
        if let packing = file.packing { how.append(packing.rawValue) }
        var lines = ["\(file.path): \(wording.list(how + [say.rowsOfFile(count: file.rows)]))"]
        lines += file.remarks.compactMap { say.text($0) }.map { "  " + $0 }
        if file.shortRows > 0 { lines.append("  " + say.shortRows(count: file.shortRows)) }
        if file.skipped > 0 {
            lines.append("  " + say.unreadable(count: file.skipped, error: file.firstError?.text(wording) ?? ""))
        }
        let width = min(nameColumns, file.fields.map { DisplayText.width($0.name) }.max() ?? 0)
        for field in file.fields.prefix(shownFields) {
            lines.append(
                "  \(field.isUsed ? "*" : " ") \(DisplayText.pad(field.name, to: width))  "
                    + "\(DisplayText.pad(say.briefly(field.kind), to: kindColumns)) \(share(field.filled))  "
                    + field.values.joined(separator: " | "))
        }
        if file.fields.count > shownFields {
            lines.append("    " + say.moreFields(count: file.fields.count - shownFields))
        }
        return lines
    }

    /// How many groups there are, and what links their rows.
    private static func links(_ groups: GroupSummary, _ language: Language) -> [String] {
        let wording = Wording(language)
        let say = wording.say
        var links: [String] = []
        let equal = groups.duplicatesInTrain + groups.duplicatesInTest + groups.testRowsInTrain
        if equal > 0 { links.append(say.linkedByEquality(rows: equal)) }
        if let near = groups.nearDuplicates, near > 0 { links.append(say.linkedByLikeness(rows: near)) }
        let values = groups.by.filter { $0 != groups.found }
        if !values.isEmpty { links.append(say.linkedByValues(fields: wording.list(values))) }
        if let documents = groups.documents { links.append(say.documentMarks(count: documents)) }
        if let found = groups.found { links.append(say.foundKey(key: found)) }
        if links.isEmpty { links.append("-") }
        if let proposed = groups.proposed {
            links.append(say.proposedKeys(options: wording.list(proposed.prefix(shownKeys).map { "--group \($0)" })))
        }
        if let cut = groups.cut { links.append(say.cutFields(fields: wording.list(cut))) }
        return [say.groupsFound(groups: groups.train + groups.test - groups.shared, largest: groups.largest)]
            + links.map { "  " + $0 }
    }

    /// Keys that are proposed.
    private static let shownKeys = 5
    /// Fields that are shown of a file.
    private static let shownFields = 40
    /// Columns of names at most, beyond which a line is out of step.
    private static let nameColumns = 24
    /// Columns of the kinds.
    private static let kindColumns = 7

    /// A share in whole percent, rounded down: 100% is all.
    private static func share(_ filled: Double) -> String {
        DisplayText.pad(left: "\(Int((filled * 100).rounded(.down)))%", to: 4)
    }

    /// The line that reads the first two files as they were read, with nothing left to be found.
    private static func command(_ peek: Peek) -> String {
        let files = peek.files.prefix(2)
        var words = ["textshift", "analyze"] + files.map { ShellCommand.word($0.path) }
        if files.count < 2 { words.append("TEST") }
        func common<Value: Equatable>(_ value: (Peek.File) -> Value) -> Value? {
            files.first.map(value).flatMap { first in files.allSatisfy { value($0) == first } ? first : nil }
        }
        let kinds = files.flatMap { $0.remarks.map(\.kind) }
        if !kinds.contains(.textAndLabel), let format = common(\.format) { words += ["--format", format] }
        if let encoding = common(\.encoding), encoding != "UTF-8" { words += ["--encoding", encoding] }
        if let delimiter = common(\.delimiter) ?? nil, delimiter != "," {
            words += ["--delimiter", ShellCommand.word(delimiter)]
        }
        if kinds.contains(.numberedColumns) { words.append("--no-header") }
        for field in peek.used { words += ["--field", ShellCommand.word(field)] }
        return words.joined(separator: " ")
    }
}
