import ShiftPipeline

/// What `--drop-shifted` kept from the discriminator, in words.
extension Wording {
    /// Terms that are named in a sentence or a row of a table; report.json has all.
    private static let named = 12

    /// How far the AUC fell, and by how much less; nil if nothing was to be dropped.
    func dropped(_ summary: ShiftSummary) -> String? {
        guard let dropped = summary.dropped else { return nil }
        let (bound, before) = ("\(dropped.bound)", NumberText.fixed(dropped.auc, 3))
        if dropped.rounds.isEmpty {
            return dropped.auc < dropped.bound
                ? say.droppedNothingNeeded(auc: before, bound: bound) : say.droppedNothingShown(auc: before)
        }
        return say.dropped(
            bound: bound, parts: counts(dropped), before: before, after: NumberText.fixed(dropped.remainingAUC, 3))
    }

    /// What that means for the weights; nil if nothing was dropped.
    func droppedMeaning(_ summary: ShiftSummary) -> String? {
        guard let dropped = summary.dropped, !dropped.rounds.isEmpty else { return nil }
        return say.droppedMeaning
    }

    /// What was dropped in each round, and the AUC after it.
    func droppedRounds(_ dropped: DroppedShift) -> [(what: String, auc: String)] {
        dropped.rounds.map { round in (what(round), NumberText.fixed(round.auc, 3)) }
    }

    private func what(_ round: DroppedShift.Round) -> String {
        switch round.kind {
        case .field: return say.droppedField(name: DisplayText.cut(round.field ?? "", to: 60))
        case .surface: return say.droppedForm(name: DisplayText.cut(round.field ?? "", to: 60))
        case .terms:
            let all = round.words.map(\.term) + round.characters.map { "“\($0.term)”" }
            let inside = round.gramFeatures - round.characters.count
            let names = list(all.prefix(Self.named).map { DisplayText.cut($0, to: 30) })
            let more = all.count > Self.named ? say.andMore(count: all.count - Self.named, of: all.count) : ""
            guard inside > 0 else { return names + more }
            let pieces = say.droppedPieces(count: inside)
            return all.isEmpty ? pieces : names + more + say.droppedAndPieces(pieces: pieces)
        }
    }

    private func counts(_ dropped: DroppedShift) -> String {
        var parts: [String] = []
        if !dropped.fields.isEmpty {
            let names = list(dropped.fields.map { DisplayText.cut($0, to: 60) })
            parts.append(say.droppedFields(names: names, count: dropped.fields.count))
        }
        if dropped.rounds.contains(where: { $0.kind == .surface }) { parts.append(say.droppedAllForm) }
        let words = dropped.rounds.reduce(0) { $0 + $1.words.count }
        let grams = dropped.rounds.reduce(0) { $0 + ($1.kind == .terms ? $1.gramFeatures : 0) }
        if words > 0 { parts.append(say.droppedWords(count: words)) }
        if grams > 0 { parts.append(say.droppedGrams(count: grams)) }
        return list(parts)
    }
}
