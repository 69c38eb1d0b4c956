import ElementaryFunctions
import Foundation
import ShiftPipeline

/// An audit in readable form.
public struct AuditText {
    private let audit: AuditSummary
    private let wording: Wording

    /// - Parameter language: The language of the text.
    public init(_ audit: AuditSummary, language: Language = .english) {
        self.audit = audit
        wording = Wording(language)
    }

    /// The lines, each ended by a newline, in at most 100 columns where names allow it.
    public var text: String {
        let errors = audit.overall
        let (weighted, unweighted, trueRatio) = (points(errors.weighted), points(errors.unweighted), points(errors.trueRatio))
        var lines =
            [header, say.metricTitle + metrics, ""] + likeYours + [
                say.offBy(weighted: weighted, unweighted: unweighted), say.offByTrueRatio(error: trueRatio),
                "",
            ]
        let rows = [titles] + audit.shifts.map(cells)
        let first = rows.map { DisplayText.width($0[0]) + 2 }.max() ?? 0
        lines += rows.map { Self.row($0, first: max(15, first)) }
        lines += ["", notes]
        return lines.flatMap { $0.hasPrefix("  ") ? [$0] : DisplayText.wrapped($0, to: 100) }
            .map { $0 + "\n" }.joined()
    }

    private var say: any Catalogue { wording.say }

    private var header: String {
        let (name, fields) = (DisplayText.neutral(audit.name), DisplayText.neutral(wording.list(audit.fields)))
        return "textshift audit  "
            + say.audited(
                name: name, rows: audit.rows, sample: audit.isSample ? say.isSampled : "", groups: audit.groups, fields: fields)
    }

    private var metrics: String {
        guard audit.isOfInputs else {
            let names = audit.metrics.map { name($0) }
            let all = zip(names, audit.metrics).prefix(6).map { name, metric in
                say.metricMean(name: name, mean: NumberText.fixed(metric.mean, 3))
            }
            let left = names.count - all.count
            let more = left > 0 ? say.andMore(count: left, of: names.count) : ""
            let list = wording.list(all) + more
            return names.count == 1 ? list : say.meanOf(list: list)
        }
        return say.auditedInputs(names: wording.list(audit.metrics.map { inputName($0.name) }))
    }

    private func name(_ metric: AuditSummary.Metric) -> String {
        let name = DisplayText.neutral(metric.name)
        // The summary has it in English; whatever follows is the label's name.
        let start = EnglishCatalogue().accuracyOf(label: "")
        return name.hasPrefix(start) ? say.accuracyOf(label: String(name.dropFirst(start.count))) : name
    }

    /// Shares of the inputs have names of the tool's own.
    private func inputName(_ name: String) -> String {
        if name == "length" { return say.lengthName }
        let number = name.split(separator: " ").last.map(String.init) ?? ""
        return name.hasPrefix("direction ") ? say.directionName(number: number) : DisplayText.neutral(name)
    }

    private var titles: [String] {
        [
            say.planted, say.shareOfDomain, "AUC", say.offByTitle, say.weighted, say.unweighted, say.trueRatio, say.correlation,
            say.factor, say.trusted,
        ]
    }

    private func cells(_ shift: AuditSummary.Shift) -> [String] {
        let isNone = shift.kind == "none"
        let odds =
            isNone
            ? "" : shift.odds.map { say.odds(odds: NumberText.fixed($0, 0)) } ?? ""
        return [
            kind(shift.kind) + odds,
            isNone ? "" : "\(NumberText.percent(shift.trainShare)) → \(NumberText.percent(shift.testShare))",
            NumberText.fixed(shift.auc, 3), "", points(shift.errors.weighted), points(shift.errors.unweighted),
            points(shift.errors.trueRatio), shift.correlation.map { NumberText.fixed($0, 2) } ?? "",
            "×" + NumberText.fixed(Double.exp(shift.logError), 2),
            say.timesOf(count: shift.trusted, draws: audit.draws),
        ]
    }

    private func kind(_ kind: String) -> String {
        switch kind {
        case "none": say.shiftNone
        case "topic": say.shiftTopic
        case "length": say.shiftLength
        case "rare": say.shiftRare
        case "label": say.shiftLabel
        case "found": say.shiftFound
        default: kind
        }
    }

    private var notes: String {
        let found = audit.shifts.filter { $0.kind == "none" }.reduce(0) { $0 + $1.found }
        return say.auditNotes(draws: audit.draws, found: found)
    }

    /// The shift found by an analysis, if it was planted.
    private var likeYours: [String] {
        audit.shifts.filter { $0.kind == "found" }.map { shift in
            say.offByLikeFound(weighted: points(shift.errors.weighted), unweighted: points(shift.errors.unweighted))
        }
    }

    private func points(_ error: Double) -> String { NumberText.fixed(100 * error, 2) }

    /// For the columns after the first.
    private static let widths = [17, 7, 9, 10, 12, 12, 7, 8, 8]

    private static func row(_ cells: [String], first: Int) -> String {
        var line = "  "
        for (column, (cell, width)) in zip(cells, [first] + widths).enumerated() {
            let isLeft = column < 2
            line +=
                isLeft
                ? DisplayText.pad(cell, to: width) : DisplayText.pad("", to: max(0, width - DisplayText.width(cell))) + cell
        }
        return line
    }
}
