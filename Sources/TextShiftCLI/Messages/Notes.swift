import Foundation
import ShiftReport
import TextShift

/// What is printed besides the summary, on standard error: choices that were made for the user.
struct Notes {
    private let wording: Wording
    private var say: any Catalogue { wording.say }

    init(_ wording: Wording) {
        self.wording = wording
    }

    func lines(_ corpora: FittedCorpora) -> [String] {
        let used = corpora.fields.filter { $0.isUsed && !corpora.dropped.contains($0.name) }.map(\.name)
        var lines = [
            say.fieldsUsed(
                fields: wording.list(used), dropped: wording.list(corpora.dropped),
                leftOut: leftOut(corpora.fields.filter { !$0.isUsed }))
        ]
        for field in corpora.fields where field.isUsed {
            for (side, missing) in [(say.train, field.missingTrain ?? 0), (say.test, field.missingTest ?? 0)] where missing > 0
            {
                lines.append(say.missingRows(field: field.name, count: missing, side: side))
            }
        }
        if let excluded = wording.excluded(corpora.inputs) { lines.append(excluded) }
        for file in corpora.inputs.train.files + corpora.inputs.test.files {
            if let how = reading(of: file) { lines.append(say.readAs(file: file.name, how: how)) }
            lines += (file.remarks ?? []).compactMap { say.text($0) }.map { "\(file.name): \($0)" }
            if let tabs = file.tabs { lines.append(say.textWithTabs(file: file.name, count: tabs)) }
        }
        for input in [corpora.inputs.train, corpora.inputs.test] where input.skippedLines > 0 {
            lines.append(say.skipped(file: input.name, count: input.skippedLines))
        }
        for input in [corpora.inputs.train, corpora.inputs.test] {
            if let rows = input.shortRows { lines.append("\(input.name): \(say.shortRows(count: rows))") }
            if let values = input.spelledValues { lines.append("\(input.name): \(say.spelledValues(count: values))") }
        }
        lines += groups(corpora.groups)
        return lines.map(PrintableText.of)
    }

    /// What was found out about repetition.
    private func groups(_ groups: GroupSummary) -> [String] {
        let shown = 5
        var lines: [String] = []
        let blank = (train: groups.blankTrain ?? 0, test: groups.blankTest ?? 0)
        if blank.train + blank.test > 0 { lines.append(say.blankRows(train: blank.train, test: blank.test)) }
        if let documents = groups.documents { lines.append(say.documentMarks(count: documents)) }
        if let found = groups.found { lines.append(say.foundKey(key: found)) }
        if let proposed = groups.proposed {
            lines.append(say.proposedKeys(options: wording.list(proposed.prefix(shown).map { "--group \($0)" })))
        }
        if let cut = groups.cut { lines.append(say.cutFields(fields: wording.list(cut))) }
        if groups.constantValues > 0 { lines.append(say.constantValues(count: groups.constantValues)) }
        return lines
    }

    /// Fields that are not used, with the reason; the first dozen, since keys may be data.
    private func leftOut(_ fields: [Field]) -> String {
        let shown = 12
        let names = fields.prefix(shown).map { say.fieldWithReason(name: $0.name, reason: say.reason($0.reason)) }
        return wording.list(names) + (fields.count > shown ? say.moreLeftOut(count: fields.count - shown) : "")
    }

    /// Notes on a filter's input.
    func lines(_ summary: ScoreSummary, fields: [String]) -> [String] {
        var lines: [String] = []
        for (field, missing) in zip(fields, summary.missing) where missing > 0 {
            lines.append(say.missingRecords(field: field, count: missing))
        }
        if summary.withoutText > 0 { lines.append(say.withoutText(count: summary.withoutText)) }
        if summary.records == 0 { lines.append(say.noRecords) }
        if summary.skippedLines > 0 { lines.append(say.skipped(file: nil, count: summary.skippedLines)) }
        return lines.map(PrintableText.of)
    }

    /// How a file was read; nothing for JSON lines in UTF-8.
    private func reading(of file: Input.File) -> String? {
        var parts = [file.format]
        if let delimiter = file.delimiter { parts.append(say.betweenCells(delimiter: delimiter)) }
        if file.encoding != "UTF-8" { parts.append(say.convertedFrom(encoding: file.encoding)) }
        if file.isCompressed { parts.append(file.packing?.rawValue ?? "gzip") }
        return parts == ["jsonl"] ? nil : wording.list(parts)
    }

    /// Seconds, and megabytes of input per second, for each stage.
    func timings(_ timings: StageTimings) -> String {
        let megabytes = Double(timings.inputBytes) / 1e6
        let rows = AnalysisStage.allCases.compactMap { stage in timings.seconds[stage.rawValue].map { (say.name(stage), $0) } }
        let total = rows.reduce(0) { $0 + $1.1 }
        return (rows + [(say.total, total)]).map { name, seconds in
            DisplayText.pad(name, to: 12) + String(format: "%8.3f s %9.1f MB/s\n", seconds, megabytes / max(seconds, 1e-9))
        }.joined()
    }
}
