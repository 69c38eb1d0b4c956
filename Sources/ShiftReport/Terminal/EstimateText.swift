import ImportanceWeights
import ShiftPipeline

/// What `textshift estimate` prints.
public struct EstimateText {
    let summary: EstimateSummary
    private let wording: Wording
    private let width: Int
    private let isStyled: Bool

    /// - Parameters:
    ///   - width: Columns of the terminal.
    ///   - isStyled: Whether to use bold (ANSI escapes).
    public init(_ summary: EstimateSummary, language: Language = .english, width: Int = 100, isStyled: Bool = false) {
        self.summary = summary
        wording = Wording(language)
        self.width = max(width, 60)
        self.isStyled = isStyled
    }

    /// The lines, each ended by a newline. Names from the files appear without control characters.
    public var text: String {
        var blocks = [[header]]
        if !warnings.isEmpty { blocks.append(warnings) }
        if !summary.analysis.isTrusted { blocks.append(trust) }
        if summary.models.count > Self.longest {
            blocks += metricNames.map { ranked($0) }
        } else {
            blocks += summary.models.flatMap { model in model.metrics.map { block(model.name, $0) } }
        }
        if !summary.rankings.isEmpty { blocks.append(rankings) }
        if let proposed = summary.proposedSources { blocks.append(wrapped(proposal(proposed), 0)) }
        if summary.analysis.isTrusted { blocks.append(trust) }
        return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    /// More models than this are shown in one table per metric.
    private static let longest = 4

    private var metricNames: [String] {
        var seen = Set<String>()
        return summary.models.flatMap(\.metrics).map(\.name).filter { seen.insert($0).inserted }
    }

    var say: any Catalogue { wording.say }

    private var header: String { wrapped("textshift  " + wording.estimateBasis(summary), 0).joined(separator: "\n") }

    /// What makes all figures doubtful, whatever the weights.
    private var warnings: [String] { wording.estimateWarnings(summary).flatMap { wrapped($0, 0).map(bold) } }

    private func block(_ model: String, _ metric: EstimateSummary.Metric) -> [String] {
        let title = model.isEmpty ? metric.name : "\(model)  \(metric.name)"
        var lines = [bold(DisplayText.neutral(title))]
        func line(_ name: String, _ figure: EstimateSummary.Figure?) {
            guard let figure else { return }
            lines.append("  " + DisplayText.pad(name, to: 18) + self.figure(figure))
        }
        if let first = metric.recommended {
            let own = EstimateSummary.Figure(value: first.value, low: first.low, high: first.high, standardError: nil)
            lines.append(
                "  " + DisplayText.pad(say.recommended, to: 18) + DisplayText.pad(figure(own), to: 30)
                    + say.fromRoad(road: name(first.method)))
        }
        for road in metric.roads {
            guard let value = road.value, road.name != .clipped || metric.clippedMass > 0 else { continue }
            line(
                name(road.name),
                EstimateSummary.Figure(value: value, low: road.low, high: road.high, standardError: nil))
        }
        if let found = metric.bySource, let sources = summary.sources { lines += self.sources(found, of: sources) }
        if let labelled = metric.labelled { lines += self.labelled(labelled).flatMap { wrapped($0, 2) } }
        if let agreement = metric.agreement { lines += wrapped(wording.agreement(agreement), 2) }
        lines += gaps(metric)
        return lines + wrapped(note(metric), 2)
    }

    private func name(_ road: Road) -> String { wording.name(road, isDrawn: summary.scores.isDrawn) }

    private func labelled(_ found: EstimateSummary.Labelled) -> [String] {
        var lines = [say.labelledRows(rows: found.rows, alone: NumberText.figure(found.labelsAlone))]
        if let from = found.roads?.value, let moved = found.moved, let held = found.roadsHeld {
            let (from, moved) = (NumberText.figure(from), (moved > 0 ? "+" : "") + NumberText.figure(moved))
            lines.append(held ? say.roadsHeld(from: from, moved: moved) : say.roadsMissed(from: from, moved: moved))
        }
        return lines + [say.labelsAssume]
    }

    /// Why roads were not walked, one line a reason.
    private func gaps(_ metric: EstimateSummary.Metric) -> [String] {
        guard !summary.scores.isDrawn else { return [] }
        var lines: [String] = []
        for reason in RoadGap.allCases {
            let roads = metric.roads.filter { $0.value == nil && $0.reason == reason }.map { name($0.name) }
            if !roads.isEmpty {
                lines += wrapped(say.notWalked(roads: roads.joined(separator: say.comma), reason: wording.words(reason)), 2)
            }
        }
        if metric.recommended?.low == nil, let reason = metric.recommended?.reason {
            lines += wrapped(say.noInterval(reason: wording.words(reason)), 2)
        }
        return lines
    }

    /// A metric of many models, one per line, the best first.
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
                    + (isDrawn
                        ? DisplayText.pad(say.drawnMean, to: 12)
                        : DisplayText.pad(say.unweighted, to: 12) + DisplayText.pad(say.weighted, to: 10))
                    + say.recommended)
        ]
        for (name, one) in found {
            let cells = isDrawn ? [(one.unweighted, 12)] : [(one.unweighted, 12), (one.selfNormalised ?? one.unweighted, 10)]
            lines.append(
                DisplayText.pad("  " + DisplayText.cut(DisplayText.neutral(name), to: names - 2), to: names + 2)
                    + cells.map { DisplayText.pad(NumberText.figure($0.0.value), to: $0.1) }.joined() + figure(one.best))
        }
        if let first = found.first?.1 { lines += wrapped(note(first), 2) }
        return lines
    }

    private func note(_ metric: EstimateSummary.Metric) -> String {
        var parts: [String] = []
        if summary.scores.isDrawn {
            parts.append(say.drawnGroups(count: metric.groups))
        } else {
            parts.append(say.effectiveOf(worth: NumberText.rounded(metric.effectiveRows), rows: metric.rows))
        }
        if metric.clippedMass > 0 {
            parts.append(say.massClipped(share: NumberText.percent(metric.clippedMass)))
        }
        if let explained = metric.explained {
            let share = NumberText.percent(explained)
            parts.append(
                metric.penalty == nil
                    ? say.nothingExplained : say.explained(share: share))
        }
        return parts.joined(separator: say.semicolon) + say.stop
    }

    private var rankings: [String] {
        var lines = [bold(say.ranking)]
        for ranking in summary.rankings {
            let names = ranking.models.map(DisplayText.neutral)
            let shown = (names.count > Self.longest ? Array(names.prefix(3)) + ["…"] : names).joined(separator: " > ")
            let (metric, best) = (DisplayText.neutral(ranking.metric), names.first ?? "")
            let (order, first) = (NumberText.fixed(ranking.probability, 2), NumberText.fixed(ranking.bestProbability, 2))
            lines += wrapped(
                say.rankedModels(metric: metric, models: shown, order: order, best: best, first: first), 2)
        }
        return lines
    }

    /// One sentence, with reasons if the verdict is bad.
    private var trust: [String] {
        let analysis = summary.analysis
        if !analysis.isTrusted {
            return wrapped(say.estimatesFail, 0).map(bold)
                + analysis.failures.flatMap { wrapped("- " + wording.failure($0, weight: analysis.weightForm), 2) }
        }
        return wrapped(wording.estimateTrust(summary), 0)
    }

    func figure(_ figure: EstimateSummary.Figure) -> String {
        guard let low = figure.low, let high = figure.high else { return NumberText.figure(figure.value) }
        return DisplayText.pad(NumberText.figure(figure.value), to: 10)
            + say.range(low: NumberText.figure(low), high: NumberText.figure(high))
    }

    private func bold(_ text: String) -> String { isStyled ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

    func wrapped(_ text: String, _ indent: Int) -> [String] {
        DisplayText.wrapped(text, to: width, indent: indent)
    }
}
