import ShiftPipeline

/// A summary that can be read in ten seconds: the answer in the first five lines, and at most forty lines at 80 columns.
public struct TerminalSummary {
    private let summary: ShiftSummary
    private let width: Int
    private let isStyled: Bool
    private let wording: Wording
    private var say: any Catalogue { wording.say }

    /// Lines of all; more only where sentences that must not be missing take them.
    private static let mostLines = 40

    /// - Parameters:
    ///   - language: What it is written in.
    ///   - width: Columns of the terminal.
    ///   - isStyled: Whether to use bold and colour (ANSI escapes).
    public init(_ summary: ShiftSummary, language: Language = .english, width: Int = 100, isStyled: Bool = false) {
        self.summary = summary
        wording = Wording(language)
        self.width = max(width, 40)
        self.isStyled = isStyled
    }

    /// The lines, each ended by a newline. Text from the corpus appears without control characters.
    public var text: String {
        let fixed = [answer, reasons, header, figures, form, dropped, result].filter { !$0.isEmpty }
        // Lists get what the sentences leave, the lines between blocks counted.
        var room = Self.mostLines - fixed.reduce(0) { $0 + $1.count + 1 } + 1
        var (terms, examples) = ([String](), [String]())
        if summary.verdict.isShift {
            let all = self.terms
            // The titles and a row, or nothing.
            terms = room < 4 ? [] : Array(all.prefix(max(room - 8, 3)))
            if !terms.isEmpty { room -= terms.count + 1 }
            examples = self.examples(lines: room - 1)
        }
        let blocks = [answer, reasons, header + figures, form, dropped, terms, examples, result]
        return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    /// How large, whether to trust, what to do.
    private var answer: [String] {
        let verdict = summary.verdict
        let area = summary.separability.flatMap { s in
            verdict.isShift
                ? say.onlyExplained(
                    auc: NumberText.fixed(s.auc, 3),
                    range: say.range(low: NumberText.fixed(s.lower, 3), high: NumberText.fixed(s.upper, 3))) : nil
        }
        let head = wrapped(wording.join([wording.headline(summary)] + [area].compactMap { $0 }), indent: 0).map(bold)
        var trust: [String] = []
        if verdict.isShift {
            let brief =
                say.trustFails + say.gap + verdict.reasons.prefix(2).map(wording.briefly).joined(separator: say.semicolon)
                + say.stop
            if !verdict.isTrusted { return wrapped(brief, indent: 0).map(warning) + head + wrapped(wording.nextStep(summary)) }
            trust = wrapped(say.trustHolds)
        }
        return head + trust + wrapped(wording.nextStep(summary))
    }

    /// Why the weights are not trusted, and what to do about each.
    private var reasons: [String] {
        (summary.verdict.reasons.map { wording.failure($0, weight: summary.weightForm) } + wording.supportEvidence(summary))
            .flatMap { wrapped("- " + $0) }
    }

    private var header: [String] {
        [wording.inputs(summary), wording.fit(summary), wording.excluded(summary.inputs)].compactMap { $0 }
            .flatMap { wrapped($0) }
    }

    private var figures: [String] {
        let lines =
            [wording.separability(summary)]
            + summary.fields.filter(\.tellsSidesApart).prefix(3).map { wording.tellsSidesApart($0.name, $0.auc ?? 1) }
            + [
                wording.duplicates(summary), summary.verdict.isShift ? wording.evidence(summary) : nil,
                wording.clipped(summary), wording.largestWeight(summary), wording.classWeights(summary),
            ]
            .compactMap { $0 } + wording.clusters(summary)
        return lines.flatMap { wrapped($0) }
    }

    /// What differs in form: the strongest, with a row of each side.
    private var form: [String] {
        guard let form = summary.form, !form.findings.isEmpty else { return [] }
        let shown = 3
        var lines = form.findings.prefix(shown).enumerated().flatMap { number, finding in
            wrapped(wording.form(finding, summary, isFirst: number == 0))
                + (number == 0 && finding.kind != .surface
                    ? wording.examples(finding).map { "    " + DisplayText.cut($0, to: width - 4) } : [])
        }
        if form.findings.count > shown {
            let names = form.findings.dropFirst(shown).map { wording.say.name($0.kind) }
            lines += wrapped(say.moreOfForm(kinds: wording.list(names)))
        }
        return lines
    }

    private var dropped: [String] {
        guard let dropped = summary.dropped, let found = wording.dropped(summary) else { return [] }
        let shown = 3
        var lines = wrapped(found, indent: 0)
        for round in wording.droppedRounds(dropped).prefix(shown) {
            lines += wrapped("- \(round.what) → AUC \(round.auc)")
        }
        if dropped.rounds.count > shown { lines += wrapped("- " + say.droppedMoreRounds(count: dropped.rounds.count)) }
        return lines + (wording.droppedMeaning(summary).map { wrapped($0) } ?? [])
    }

    private var terms: [String] {
        guard !summary.terms.towardsTest.isEmpty || !summary.terms.towardsTrain.isEmpty else { return [] }
        let column = (width - 4) / 2
        var lines = [
            bold(DisplayText.pad("  " + say.moreInTestTitle, to: column) + "    " + say.moreInTrainTitle),
            "  " + say.sharesOfRows,
        ]
        for position in 0..<8 {
            let left = position < summary.terms.towardsTest.count ? cell(summary.terms.towardsTest[position], column - 2) : ""
            let right =
                position < summary.terms.towardsTrain.count ? cell(summary.terms.towardsTrain[position], column - 2) : ""
            if left.isEmpty && right.isEmpty { break }
            lines.append("  " + (right.isEmpty ? left : DisplayText.pad(left, to: column) + "  " + right))
        }
        return lines
    }

    private func cell(_ term: Terms.Term, _ columns: Int) -> String {
        let train = NumberText.percent(Double(term.trainRows) / Double(max(summary.fit.trainRows, 1)))
        let test = NumberText.percent(Double(term.testRows) / Double(max(summary.fit.testRows, 1)))
        let several = summary.fields.filter(\.isUsed).count > 1
        var shares = "\(train) → \(test)"
        // In a narrow column the word gets at least 8.
        let fieldRoom = min(12, columns - shares.count - 14)
        if several, fieldRoom >= 6 { shares += "  [\(DisplayText.cut(term.field, to: fieldRoom))]" }
        let room = max(1, columns - DisplayText.width(shares) - 2)
        return DisplayText.pad(DisplayText.cut(term.term, to: room), to: min(room, 16)) + "  " + shares
    }

    /// As many lists, and rows of each, as there is room for.
    private func examples(lines: Int) -> [String] {
        var lists = [
            (say.testLikeTrainTitle, summary.examples.testLikeTrain),
            (say.trainLikeTrainTitle, summary.examples.trainLikeTrain),
        ]
        if summary.verdict.lacksSupport { lists.insert((say.outOfSupportTitle, summary.examples.outOfSupportTest), at: 0) }
        lists = Array(lists.filter { !$0.1.isEmpty }.prefix(max(lines / 2, 0)))
        let each = max(1, lines / max(lists.count, 1) - 1)
        return lists.flatMap { title, rows in
            [bold("  " + title)]
                + rows.prefix(each).map { row in
                    let figure = row.weight.map { "w \(NumberText.fixed($0, 2))" } ?? "p \(NumberText.fixed(row.pTest, 2))"
                    let start = "    \(figure)  \(DisplayText.neutral(wording.place(row)))  "
                    return start + DisplayText.cut(summary.text(of: row), to: width - DisplayText.width(start))
                }
        }
    }

    private var result: [String] {
        guard !summary.files.isEmpty else { return wrapped(say.nothingWritten, indent: 0) }
        return wrapped(wording.validation(summary)) + (wording.stratification(summary).map { wrapped($0) } ?? [])
            + wrapped(say.written(files: wording.list(summary.files)))
    }

    private func bold(_ text: String) -> String { isStyled ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
    private func warning(_ text: String) -> String { isStyled ? "\u{1B}[1;31m\(text)\u{1B}[0m" : text }

    private func wrapped(_ text: String, indent: Int = 2) -> [String] {
        DisplayText.wrapped(text, to: width, indent: indent)
    }
}
