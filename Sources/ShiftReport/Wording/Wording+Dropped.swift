import ShiftPipeline

/// What `--drop-shifted` kept from the discriminator, in words.
extension Wording {
    /// Terms that are named in a sentence or a row of a table; report.json has all.
    private static let named = 12

    var droppedTitle: String { say("What the discriminator must not look at", "判别器不看的内容") }
    var droppedWhat: String { say("taken away", "去掉的") }
    var droppedAUC: String { say("AUC that is left", "剩下的 AUC") }

    /// How far the AUC fell, and by how much less; nil if nothing was to be dropped.
    func dropped(_ summary: ShiftSummary) -> String? {
        guard let dropped = summary.dropped else { return nil }
        let (bound, before) = (Self.bound(dropped.bound), NumberText.fixed(dropped.auc, 3))
        if dropped.rounds.isEmpty {
            return dropped.auc < dropped.bound
                ? say(
                    "Nothing had to be dropped: the AUC is \(before), below \(bound) already.",
                    "不需要去掉什么：AUC 是 \(before)，已低于 \(bound)。")
                : say(
                    "Nothing was dropped: the AUC is \(before), but no more than chance explains; every weight is 1 as it is.",
                    "没有去掉什么：AUC 是 \(before)，但不超出偶然；每个权重本来就是 1。")
        }
        let after = NumberText.fixed(dropped.remainingAUC, 3)
        let parts = counts(dropped)
        return say(
            "Dropped from the discriminator for an AUC below \(bound): \(parts). The AUC fell from \(before) to \(after).",
            "为使 AUC 低于 \(bound)，判别器不再看：\(parts)。AUC 从 \(before) 降到 \(after)。")
    }

    /// What that means for the weights; nil if nothing was dropped.
    func droppedMeaning(_ summary: ShiftSummary) -> String? {
        guard let dropped = summary.dropped, !dropped.rounds.isEmpty else { return nil }
        return say(
            "The weights correct for what is left, not for what was dropped: right where that is an artefact of collection (a source "
                + "tag, an id, a boilerplate), wrong where the label depends on it. The choice has seen these rows, so that the AUC "
                + "that is left is a little too low.",
            "权重只修正剩下的偏移，不修正去掉的部分：去掉的若是采集痕迹（来源标记、编号、套话），这样做是对的；若标签取决于它，就是错的。"
                + "选择时看过这些行，所以剩下的 AUC 略微偏低。")
    }

    /// What was dropped in each round, and the AUC after it.
    func droppedRounds(_ dropped: DroppedShift) -> [(what: String, auc: String)] {
        dropped.rounds.map { round in
            (what(round, of: dropped), NumberText.fixed(round.auc, 3))
        }
    }

    private func what(_ round: DroppedShift.Round, of dropped: DroppedShift) -> String {
        switch round.kind {
        case .field:
            let name = DisplayText.cut(round.field ?? "", to: 60)
            return say("the field \(name)", "字段 \(name)")
        case .surface:
            let name = DisplayText.cut(round.field ?? "", to: 60)
            return say("length, scripts and punctuation of \(name)", "\(name) 的长度、文字和标点")
        case .terms:
            let all = round.words.map(\.term) + round.characters.map { "“\($0.term)”" }
            let inside = round.gramFeatures - round.characters.count
            let names = list(all.prefix(Self.named).map { DisplayText.cut($0, to: 30) })
            let more =
                all.count > Self.named
                ? say(" and \(NumberText.whole(all.count - Self.named)) more", " 等 \(NumberText.whole(all.count)) 个") : ""
            guard inside > 0 else { return names + more }
            let count = NumberText.whole(inside)
            let pieces = say("\(count) \(inside == 1 ? "piece" : "pieces") of words", "\(count) 个词语片段")
            if all.isEmpty { return pieces }
            return names + more + say(" (and \(pieces))", "（以及 \(pieces)）")
        }
    }

    private func counts(_ dropped: DroppedShift) -> String {
        var parts: [String] = []
        if !dropped.fields.isEmpty {
            let names = list(dropped.fields.map { DisplayText.cut($0, to: 60) })
            parts.append(
                say("the \(dropped.fields.count == 1 ? "field" : "fields") \(names)", "字段 \(names)"))
        }
        if dropped.rounds.contains(where: { $0.kind == .surface }) {
            parts.append(say("length, scripts and punctuation", "长度、文字和标点"))
        }
        let words = dropped.rounds.reduce(0) { $0 + $1.words.count }
        let grams = dropped.rounds.reduce(0) { $0 + ($1.kind == .terms ? $1.gramFeatures : 0) }
        if words > 0 {
            parts.append(say("\(NumberText.whole(words)) \(words == 1 ? "word" : "words")", "\(NumberText.whole(words)) 个词"))
        }
        if grams > 0 {
            parts.append(
                say(
                    "\(NumberText.whole(grams)) character \(grams == 1 ? "n-gram" : "n-grams")",
                    "\(NumberText.whole(grams)) 个字符 n 元组"))
        }
        return list(parts)
    }

    private static func bound(_ bound: Double) -> String { "\(bound)" }
}
