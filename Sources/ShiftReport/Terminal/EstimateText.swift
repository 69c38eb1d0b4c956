import ImportanceWeights
import ShiftPipeline

/// What `textshift estimate` prints.
public struct EstimateText {
    private let summary: EstimateSummary
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

    /// More models than this are shown in one table per metric.
    private static let longest = 4

    private var metricNames: [String] {
        var seen = Set<String>()
        return summary.models.flatMap(\.metrics).map(\.name).filter { seen.insert($0).inserted }
    }

    private func say(_ english: @autoclosure () -> String, _ chinese: @autoclosure () -> String) -> String {
        wording.say(english(), chinese())
    }

    private var header: String {
        let rows = NumberText.whole(summary.models.first?.metrics.first?.rows ?? 0)
        let (train, test) = (NumberText.whole(summary.analysis.trainRows), NumberText.whole(summary.analysis.testRows))
        let what =
            summary.scores.isDrawn
            ? say("scores of the \(rows) draws of validation.jsonl", "validation.jsonl 的 \(rows) 次抽取的分数")
            : say("scores of \(rows) of \(train) training rows", "\(train) 行训练中 \(rows) 行的分数")
        let count = summary.models.count
        let models = count > 1 ? say("; \(count) models", "；\(count) 个模型") : ""
        let left = NumberText.whole(summary.scores.outsideSample)
        let outside =
            summary.scores.outsideSample > 0 ? say("; \(left) outside the fit take no part", "；\(left) 行不在拟合的抽样里，不计入") : ""
        let whom = say("; for the \(test) test rows, with 95% intervals", "；估计对象是 \(test) 行测试，附 95% 区间")
        return wrapped("textshift  " + what + models + outside + whom, 0).joined(separator: "\n")
    }

    private func block(_ model: String, _ metric: EstimateSummary.Metric) -> [String] {
        let title = model.isEmpty ? metric.name : "\(model)  \(metric.name)"
        var lines = [bold(DisplayText.neutral(title))]
        func line(_ name: String, _ figure: EstimateSummary.Figure?) {
            guard let figure else { return }
            lines.append("  " + DisplayText.pad(name, to: 18) + self.figure(figure))
        }
        line(summary.scores.isDrawn ? say("mean of the draws", "抽取的均值") : say("unweighted", "不加权"), metric.unweighted)
        line(say("weighted", "加权"), metric.selfNormalised)
        if metric.clippedMass > 0 { line(say("clipped", "加权（截断）"), metric.clipped) }
        line(doublyRobust, metric.doublyRobust)
        line(say("by confidence", "按置信度"), metric.thresholdedConfidence)
        return lines + wrapped(note(metric), 2)
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
                        ? DisplayText.pad(say("drawn mean", "抽取的均值"), to: 12)
                        : DisplayText.pad(say("unweighted", "不加权"), to: 12) + DisplayText.pad(say("weighted", "加权"), to: 10))
                    + doublyRobust)
        ]
        for (name, one) in found {
            let cells = isDrawn ? [(one.unweighted, 12)] : [(one.unweighted, 12), (one.selfNormalised ?? one.unweighted, 10)]
            lines.append(
                DisplayText.pad("  " + DisplayText.cut(DisplayText.neutral(name), to: names - 2), to: names + 2)
                    + cells.map { DisplayText.pad(Self.number($0.0.value), to: $0.1) }.joined() + figure(one.best))
        }
        if let first = found.first?.1 { lines += wrapped(note(first), 2) }
        return lines
    }

    private var doublyRobust: String { say("doubly robust", "双重稳健") }

    private func note(_ metric: EstimateSummary.Metric) -> String {
        var parts: [String] = []
        if summary.scores.isDrawn {
            let groups = NumberText.whole(metric.groups)
            parts.append(
                say(
                    metric.groups == 1 ? "1 group was drawn" : "\(groups) different groups were drawn", "抽到 \(groups) 个不同的组"))
        } else {
            let (worth, rows) = (NumberText.rounded(metric.effectiveRows), NumberText.whole(metric.rows))
            parts.append(say("effective sample \(worth) of \(rows) rows", "有效样本 \(rows) 行中的 \(worth) 行"))
        }
        if metric.effectiveRows < TrustLimits.leastEffectiveRows { parts.append(say("too few for an interval", "太少，不给区间")) }
        if metric.clippedMass > 0 {
            let mass = NumberText.percent(metric.clippedMass)
            parts.append(say("\(mass) of the weight clipped", "截去 \(mass) 的权重"))
        }
        if let explained = metric.explained {
            let share = NumberText.percent(explained)
            parts.append(
                metric.penalty == nil
                    ? say("the features explain nothing of it", "特征对它没有解释力")
                    : say("the features explain \(share) of it", "特征能解释其中的 \(share)"))
        } else if metric.doublyRobust == nil {
            parts.append(say("no doubly robust form", "没有双重稳健的形式"))
        }
        return parts.joined(separator: say("; ", "；")) + say(".", "。")
    }

    private var rankings: [String] {
        var lines = [bold(say("Ranking on test", "在测试集上的排名"))]
        for ranking in summary.rankings {
            let names = ranking.models.map(DisplayText.neutral)
            let shown = (names.count > Self.longest ? Array(names.prefix(3)) + ["…"] : names).joined(separator: " > ")
            let (metric, best) = (DisplayText.neutral(ranking.metric), names.first ?? "")
            let (order, first) = (NumberText.fixed(ranking.probability, 2), NumberText.fixed(ranking.bestProbability, 2))
            lines += wrapped(
                say(
                    "\(metric): \(shown); the order holds with probability \(order), \(best) is the best with \(first).",
                    "\(metric)：\(shown)；这个次序成立的概率是 \(order)，\(best) 最好的概率是 \(first)。"), 2)
        }
        return lines
    }

    /// One sentence, with reasons if the verdict is bad.
    private var trust: [String] {
        let analysis = summary.analysis
        if !analysis.isTrusted {
            return wrapped(say("These estimates are not to be trusted: the weights are not.", "这些估计不可信：权重不可信。"), 0).map(bold)
                + analysis.failures.flatMap { wrapped("- " + wording.failure($0, weight: analysis.weightForm), 2) }
        }
        if summary.scores.isDrawn {
            return wrapped(
                say(
                    "The set was drawn to resemble test, so no weights are needed; the estimates can be trusted as far as p(y|x) is the "
                        + "same on both sides.",
                    "这个集合抽得像测试集，所以不需要权重；只要两边的 p(y|x) 相同，这些估计就可信。"), 0)
        }
        guard analysis.isShift else {
            return wrapped(
                say(
                    "The corpora do not differ: every weight is 1, and a plain mean is an estimate for test.",
                    "两个语料没有不同：所有权重都是 1，普通的均值就是对测试集的估计。"), 0)
        }
        let fixed = say(
            " The intervals take the weights as known; --refit-bootstrap does not.", "区间把权重当作已知；--refit-bootstrap 则不。")
        return wrapped(
            say(
                "The estimates can be trusted as far as p(y|x) is the same on both sides and the model has not seen these rows.",
                "只要两边的 p(y|x) 相同、模型没有见过这些行，这些估计就可信。") + (analysis.refits == 0 ? fixed : ""), 0)
    }

    private func figure(_ figure: EstimateSummary.Figure) -> String {
        guard let low = figure.low, let high = figure.high else { return Self.number(figure.value) }
        return DisplayText.pad(Self.number(figure.value), to: 10) + "\(Self.number(low)) \(say("to", "至")) \(Self.number(high))"
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
