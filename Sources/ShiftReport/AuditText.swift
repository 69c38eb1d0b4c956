import Foundation

/// An audit as a person reads it.
public enum AuditText {
    /// The lines, each ended by a newline, in at most 80 columns where names allow it.
    public static func text(_ audit: AuditSummary) -> String {
        let errors = audit.overall
        var lines = [
            "textshift audit  \(DisplayText.neutral(audit.name)): \(NumberText.whole(audit.rows)) rows"
                + (audit.isSample ? " (a sample)" : "") + " in \(NumberText.whole(audit.groups)) groups; fields: "
                + DisplayText.neutral(audit.fields.joined(separator: ", ")),
            "metric: " + metrics(audit),
            "",
        ] + likeYours(audit) + [
            "On data like yours, weighted estimates are off by \(points(errors.weighted)) points, unweighted by "
                + "\(points(errors.unweighted)).",
            "With the true ratio in place of the weights they would be off by \(points(errors.trueRatio)): what is left is the noise "
                + "of the rows.",
            "",
        ]
        var rows = [["planted", "share of domain", "AUC", "off by:", "weighted", "unweighted", "true ratio", "corr.", "factor", "trusted"]]
        for shift in audit.shifts {
            let isNone = shift.kind == "none"
            rows.append(
                [
                    shift.kind + (isNone ? "" : shift.odds.map { ", odds \(NumberText.fixed($0, 0))" } ?? ""),
                    isNone ? "" : "\(NumberText.percent(shift.trainShare)) → \(NumberText.percent(shift.testShare))",
                    NumberText.fixed(shift.auc, 3), "", points(shift.errors.weighted), points(shift.errors.unweighted),
                    points(shift.errors.trueRatio), shift.correlation.map { NumberText.fixed($0, 2) } ?? "",
                    "×" + NumberText.fixed(exp(shift.logError), 2), "\(shift.trusted) of \(audit.draws)",
                ])
        }
        let first = rows.map { DisplayText.width($0[0]) + 2 }.max() ?? 0
        lines += rows.map { row($0, first: max(15, first)) }
        lines += ["", notes(audit)]
        return lines.flatMap { $0.hasPrefix("  ") ? [$0] : DisplayText.wrapped($0, to: 100) }
            .map { $0 + "\n" }.joined()
    }

    private static func metrics(_ audit: AuditSummary) -> String {
        let names = audit.metrics.map { DisplayText.neutral($0.name) }
        guard audit.isOfInputs else {
            let all = zip(names, audit.metrics).prefix(6).map { "\($0) (\(NumberText.fixed($1.mean, 3)))" }
            let left = names.count - all.count
            return (names.count == 1 ? "" : "the mean of ") + all.joined(separator: ", ") + (left > 0 ? " and \(left) more" : "")
        }
        return "the shares of rows in the upper half of " + names.joined(separator: ", ")
            + " (name a label with --label, or a model's results with --scores, to audit a metric of yours)"
    }

    private static func notes(_ audit: AuditSummary) -> String {
        let nulls = audit.shifts.filter { $0.kind == "none" }
        let found = nulls.reduce(0) { $0 + $1.found }
        return "Each shift was planted \(audit.draws) \(audit.draws == 1 ? "time" : "times") by dealing whole groups to two sides, a "
            + "quarter of the rows to test. Without a shift, one was found in \(found) of \(audit.draws). "
            + "corr.: correlation of weight and true ratio; factor: how far apart they typically are; trusted: in how many the weights "
            + "passed the conditions of trust."
    }

    /// The shift like that of an analysis, where one was planted.
    private static func likeYours(_ audit: AuditSummary) -> [String] {
        audit.shifts.filter { $0.kind == "found" }.map { shift in
            "Of a shift like the one found, weighted estimates are off by \(points(shift.errors.weighted)) points, unweighted by "
                + "\(points(shift.errors.unweighted))."
        }
    }

    private static func points(_ error: Double) -> String { NumberText.fixed(100 * error, 2) }

    /// Of the columns after the first.
    private static let widths = [17, 7, 9, 10, 12, 12, 7, 8, 8]

    private static func row(_ cells: [String], first: Int) -> String {
        var line = "  "
        for (column, (cell, width)) in zip(cells, [first] + widths).enumerated() {
            let isLeft = column < 2
            line += isLeft ? DisplayText.pad(cell, to: width) : DisplayText.pad("", to: max(0, width - DisplayText.width(cell))) + cell
        }
        return line
    }
}
