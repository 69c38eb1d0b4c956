/// What `textshift estimate` prints.
public struct EstimateText {
    private let summary: EstimateSummary
    private let width: Int
    private let isStyled: Bool

    /// - Parameters:
    ///   - width: Columns of the terminal.
    ///   - isStyled: Whether to use bold (ANSI escapes).
    public init(_ summary: EstimateSummary, width: Int = 100, isStyled: Bool = false) {
        self.summary = summary
        self.width = max(width, 60)
        self.isStyled = isStyled
    }

    /// The lines, each ended by a newline. Names of the files' appear without control characters.
    public var text: String {
        var blocks = [[header]]
        if !summary.analysis.isTrusted { blocks.append(trust) }
        if summary.models.count > Self.longest {
            blocks += metricNames.map { ranked($0) }
        } else {
            blocks += summary.models.flatMap { model in model.metrics.map { block(model.name, $0) } }
        }
        if !summary.rankings.isEmpty { blocks.append(rankings) }
        if summary.analysis.isTrusted { blocks.append(trust) }
        return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    /// More models than this are shown in one table a metric.
    private static let longest = 4

    private var metricNames: [String] {
        var seen = Set<String>()
        return summary.models.flatMap(\.metrics).map(\.name).filter { seen.insert($0).inserted }
    }

    private var header: String {
        let metric = summary.models.first?.metrics.first
        let rows = NumberText.whole(metric?.rows ?? 0)
        let what =
            summary.scores.isDrawn
            ? "scores of the \(rows) draws of validation.jsonl"
            : "scores of \(rows) of \(NumberText.whole(summary.analysis.trainRows)) training rows"
        let models = summary.models.count > 1 ? "; \(summary.models.count) models" : ""
        let outside =
            summary.scores.outsideSample > 0 ? "; \(NumberText.whole(summary.scores.outsideSample)) outside the fit take no part" : ""
        return wrapped(
            "textshift  \(what)\(models)\(outside); for the \(NumberText.whole(summary.analysis.testRows)) test rows, with 95% intervals", 0)
            .joined(separator: "\n")
    }

    private func block(_ model: String, _ metric: EstimateSummary.Metric) -> [String] {
        let title = model.isEmpty ? metric.name : "\(model)  \(metric.name)"
        var lines = [bold(DisplayText.neutral(title))]
        func line(_ name: String, _ figure: EstimateSummary.Figure?) {
            guard let figure else { return }
            lines.append("  " + DisplayText.pad(name, to: 18) + Self.figure(figure))
        }
        line(summary.scores.isDrawn ? "mean of the draws" : "unweighted", metric.unweighted)
        line("weighted", metric.selfNormalised)
        if metric.clippedMass > 0 { line("clipped", metric.clipped) }
        line("doubly robust", metric.doublyRobust)
        line("by confidence", metric.thresholdedConfidence)
        return lines + wrapped(note(metric), 2)
    }

    /// A metric of many models, one a line, the best first.
    private func ranked(_ metric: String) -> [String] {
        let order = summary.rankings.first { $0.metric == metric }?.models ?? summary.models.map(\.name)
        let found = order.compactMap { name in
            summary.models.first { $0.name == name }?.metrics.first { $0.name == metric }.map { (name, $0) }
        }
        let names = min(max(found.map { DisplayText.width($0.0) }.max() ?? 0, 5), width - 50)
        let isDrawn = summary.scores.isDrawn
        var lines = [
            bold(
                DisplayText.pad(DisplayText.neutral(metric), to: names + 2)
                    + (isDrawn ? "drawn mean  " : "unweighted  weighted  ") + "doubly robust")
        ]
        for (name, one) in found {
            let cells = isDrawn ? [(one.unweighted, 12)] : [(one.unweighted, 12), (one.selfNormalised ?? one.unweighted, 10)]
            lines.append(
                DisplayText.pad("  " + DisplayText.cut(DisplayText.neutral(name), to: names - 2), to: names + 2)
                    + cells.map { DisplayText.pad(Self.number($0.0.value), to: $0.1) }.joined() + Self.figure(one.best))
        }
        if let first = found.first?.1 { lines += wrapped(note(first), 2) }
        return lines
    }

    private func note(_ metric: EstimateSummary.Metric) -> String {
        var parts: [String] = []
        if summary.scores.isDrawn {
            parts.append("\(NumberText.whole(metric.groups)) different groups were drawn")
        } else {
            parts.append("effective sample \(NumberText.rounded(metric.effectiveRows)) of \(NumberText.whole(metric.rows)) rows")
        }
        if metric.effectiveRows < 30 { parts.append("too few for an interval") }
        if metric.clippedMass > 0 { parts.append("\(NumberText.percent(metric.clippedMass)) of the weight clipped") }
        if let explained = metric.explained {
            parts.append(
                metric.penalty == nil
                    ? "the features explain nothing of it" : "the features explain \(NumberText.percent(explained)) of it")
        } else if metric.doublyRobust == nil {
            parts.append("no doubly robust form")
        }
        return parts.joined(separator: "; ") + "."
    }

    private var rankings: [String] {
        var lines = [bold("Ranking on test")]
        for ranking in summary.rankings {
            let names = ranking.models.map(DisplayText.neutral)
            let shown = names.count > Self.longest ? Array(names.prefix(3)) + ["…"] : names
            lines += wrapped(
                "\(DisplayText.neutral(ranking.metric)): \(shown.joined(separator: " > ")); the order holds with probability "
                    + "\(NumberText.fixed(ranking.probability, 2)), \(names.first ?? "") is the best with "
                    + "\(NumberText.fixed(ranking.bestProbability, 2)).", 2)
        }
        return lines
    }

    /// One sentence, and the reasons where it is a bad one.
    private var trust: [String] {
        let analysis = summary.analysis
        if !analysis.isTrusted {
            return wrapped("These estimates are not to be trusted: the weights are not.", 0).map(bold)
                + analysis.failures.flatMap { wrapped("- " + $0.sentence, 2) }
        }
        if summary.scores.isDrawn {
            return wrapped(
                "The set was drawn to resemble test, so no weights are needed; the estimates can be trusted as far as p(y|x) is the same "
                    + "on both sides.", 0)
        }
        guard analysis.isShift else {
            return wrapped("The corpora do not differ: every weight is 1, and a plain mean is an estimate for test.", 0)
        }
        let fixed = analysis.refits == 0 ? " The intervals take the weights as known; --refit-bootstrap does not." : ""
        return wrapped(
            "The estimates can be trusted as far as p(y|x) is the same on both sides and the model has not seen these rows." + fixed, 0)
    }

    private static func figure(_ figure: EstimateSummary.Figure) -> String {
        guard let low = figure.low, let high = figure.high else { return number(figure.value) }
        return DisplayText.pad(number(figure.value), to: 10) + "\(number(low)) to \(number(high))"
    }

    /// Four significant digits at most.
    private static func number(_ value: Double) -> String {
        let size = abs(value)
        return NumberText.fixed(value, size < 10 ? 4 : size < 100 ? 3 : size < 1000 ? 2 : 0)
    }

    private func bold(_ text: String) -> String { isStyled ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

    private func wrapped(_ text: String, _ indent: Int) -> [String] {
        DisplayText.wrapped(text, to: width, indent: indent)
    }
}
