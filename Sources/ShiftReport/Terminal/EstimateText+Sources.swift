import ShiftPipeline

extension EstimateText {
    /// More sources than this are shown by the largest errors alone.
    private static let mostSources = 12

    /// The table of one metric, and what follows from it.
    func sources(_ found: EstimateSummary.BySource, of sources: EstimateSummary.Sources) -> [String] {
        let key = DisplayText.neutral(sources.key) + (sources.period.map { ", " + $0.rawValue } ?? "")
        var lines = wrapped(say.sourcesHeldOut(count: found.sources.count, key: key), 2)
        let ranked = found.sources.indices.sorted {
            (abs(found.sources[$0].offBy), $1) > (abs(found.sources[$1].offBy), $0)
        }
        let shown = Set(ranked.prefix(Self.mostSources)).sorted().map { found.sources[$0] }
        let names = shown.map { DisplayText.cut(DisplayText.neutral($0.name), to: 28) }
        let width = max(DisplayText.width(say.sourceHead), names.map { DisplayText.width($0) }.max() ?? 0) + 2
        func row(_ name: String, _ cells: [String]) -> String {
            "    " + DisplayText.pad(name, to: width) + cells.map { DisplayText.pad(left: $0, to: 11) }.joined()
        }
        lines.append(row(say.sourceHead, [say.sourceRows, say.sourceEstimated, say.sourceTruth, say.sourceOffBy]))
        for (name, one) in zip(names, shown) {
            lines.append(
                row(
                    name,
                    [
                        NumberText.whole(one.rows), NumberText.figure(one.estimated), NumberText.figure(one.truth),
                        signed(one.offBy),
                    ]))
        }
        let more = found.sources.count - shown.count
        if more > 0 { lines.append("    " + say.sourcesMore(count: more)) }
        if sources.leftOut > 0 { lines += wrapped(say.sourcesLeftOut(count: sources.leftOut), 2) }
        if let worst = ranked.first.map({ found.sources[$0] }) {
            lines += wrapped(
                say.sourcesSpread(
                    mean: signed(found.mean), tau: NumberText.figure(found.tau), largest: signed(worst.offBy),
                    name: DisplayText.neutral(worst.name)), 2)
        }
        return lines + (consequence(found, sources).map { wrapped($0, 2) } ?? [])
    }

    private func consequence(_ found: EstimateSummary.BySource, _ sources: EstimateSummary.Sources) -> String? {
        if let before = found.before, let value = before.value, let low = before.low, let high = before.high {
            return say.sourcesPredict(
                from: NumberText.figure(value), range: say.range(low: NumberText.figure(low), high: NumberText.figure(high)))
        }
        if !sources.isTestNew { return say.sourcesKnown(rows: sources.knownTestRows) }
        let least = EstimateSummary.leastSources
        return found.sources.count < least ? say.sourcesFew(least: least) : nil
    }

    /// The key that could be named.
    func proposal(_ found: EstimateSummary.ProposedSources) -> String {
        let option =
            ["--by", ShellCommand.word(DisplayText.neutral(found.key))]
            + (found.period.map { ["--period", $0.rawValue] } ?? [])
        return say.sourcesProposed(count: found.count, option: option.joined(separator: " "))
    }

    private func signed(_ value: Double) -> String { (value > 0 ? "+" : "") + NumberText.figure(value) }
}
