import Foundation
import ShiftReport
import TextShift

/// What is printed besides the summary, on standard error: choices that were made for the user.
enum Notes {
    static func lines(_ corpora: FittedCorpora) -> [String] {
        var lines: [String] = []
        let left = corpora.fields.filter { !$0.isUsed }
        let used = corpora.fields.filter { $0.isUsed && !corpora.dropped.contains($0.name) }.map(\.name).joined(separator: ", ")
        lines.append(
            "fields used: \(used)" + (corpora.dropped.isEmpty ? "" : "; dropped: \(corpora.dropped.joined(separator: ", "))")
                + (left.isEmpty ? "" : "; left out: " + leftOut(left)))
        for field in corpora.fields where field.isUsed {
            for (side, missing) in [("train", field.missingTrain ?? 0), ("test", field.missingTest ?? 0)] where missing > 0 {
                lines.append(
                    "field \"\(field.name)\" is missing in \(ErrorWording.count(missing, "row")) of \(side); read as empty")
            }
        }
        if let excluded = Wording.english.excluded(corpora.inputs) { lines.append(excluded) }
        for file in corpora.inputs.train.files + corpora.inputs.test.files {
            if let how = reading(of: file) { lines.append("\(file.name): read as \(how)") }
            lines += (file.remarks ?? []).compactMap { ReadingWording.text($0) }.map { "\(file.name): \($0)" }
            if let tabs = file.tabs {
                lines.append(
                    "\(file.name): a line is one text, but each of the first lines has \(ErrorWording.count(tabs, "tab")): if this is a "
                        + "table with a header, give --format tsv, or call the file .tsv")
            }
        }
        for input in [corpora.inputs.train, corpora.inputs.test] where input.skippedLines > 0 {
            lines.append("\(input.name): \(leftOut(input.skippedLines))")
        }
        for input in [corpora.inputs.train, corpora.inputs.test] {
            if let rows = input.shortRows { lines.append("\(input.name): \(ReadingWording.shortRows(rows))") }
            if let values = input.spelledValues { lines.append("\(input.name): \(ReadingWording.spelled(values))") }
        }
        if corpora.constantValues > 0 {
            lines.append(
                (corpora.constantValues == 1
                    ? "1 value is shared by so many rows that it defines"
                    : "\(corpora.constantValues) values are shared by so many rows that they define")
                    + " no group (a constant instruction?)")
        }
        return lines.map(ErrorWording.printable)
    }

    private static func leftOut(_ lines: Int) -> String {
        lines == 1 ? "1 line left out because it is no record" : "\(lines) lines left out because they are no records"
    }

    /// Fields that are not used, with the reason; the first dozen, since keys may be data.
    private static func leftOut(_ fields: [Field]) -> String {
        let shown = 12
        let names = fields.prefix(shown).map { "\($0.name) (\(Wording.english.reason($0.reason)))" }
        return names.joined(separator: ", ")
            + (fields.count > shown ? " and \(fields.count - shown) more (see report.json)" : "")
    }

    /// Notes on a filter's input.
    static func lines(_ summary: ScoreSummary, fields: [String]) -> [String] {
        var lines: [String] = []
        for (field, missing) in zip(fields, summary.missing) where missing > 0 {
            lines.append("field \"\(field)\" is missing in \(ErrorWording.count(missing, "record")); read as empty")
        }
        if summary.withoutText > 0 {
            let isOne = summary.withoutText == 1
            lines.append(
                "\(ErrorWording.count(summary.withoutText, "record")) \(isOne ? "has" : "have") no text to score: "
                    + "\(isOne ? "its" : "their") p_test is that of any empty text")
        }
        if summary.records == 0 { lines.append("no records") }
        if summary.skippedLines > 0 { lines.append(leftOut(summary.skippedLines)) }
        return lines.map(ErrorWording.printable)
    }

    /// How a file was read; nothing for JSON lines in UTF-8.
    private static func reading(of file: Input.File) -> String? {
        var parts = [file.format]
        if let delimiter = file.delimiter { parts.append(ReadingWording.delimiter(delimiter)) }
        if file.encoding != "UTF-8" { parts.append("converted from \(file.encoding)") }
        if file.isCompressed { parts.append(file.packing?.rawValue ?? "gzip") }
        return parts == ["jsonl"] ? nil : parts.joined(separator: ", ")
    }

    /// Seconds, and megabytes of input per second, for each stage.
    static func timings(_ timings: StageTimings) -> String {
        let megabytes = Double(timings.inputBytes) / 1e6
        let rows = AnalysisStage.allCases.compactMap { stage in timings.seconds[stage.rawValue].map { (stage.rawValue, $0) } }
        let total = rows.reduce(0) { $0 + $1.1 }
        return (rows + [("total", total)]).map { name, seconds in
            let label = name.padding(toLength: 12, withPad: " ", startingAt: 0)
            return label + String(format: "%8.3f s %9.1f MB/s\n", seconds, megabytes / max(seconds, 1e-9))
        }.joined()
    }
}
