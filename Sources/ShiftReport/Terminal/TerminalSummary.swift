import ShiftPipeline

/// A summary that can be read in ten seconds.
public struct TerminalSummary {
    private let summary: ShiftSummary
    private let width: Int
    private let isStyled: Bool
    private let wording: Wording

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
        var blocks = [header]
        if !summary.verdict.isTrusted { blocks.append(trust) }
        blocks.append(verdict)
        blocks.append(dropped)
        if summary.verdict.isShift {
            blocks.append(terms)
            if summary.verdict.isTrusted { blocks.append(trust) }
            blocks.append(examples)
        }
        blocks.append(result)
        return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    private var header: [String] {
        let name = "textshift"
        var lines = wrapped("\(name) " + wording.inputs(summary))
        lines[0] = bold(name) + " " + lines[0].dropFirst(2 + name.count)
        return lines + [wording.fit(summary), wording.excluded(summary.inputs)].compactMap { $0 }.flatMap { wrapped($0) }
    }

    private var verdict: [String] {
        let further =
            [wording.surface(summary)].compactMap { $0 }
            + summary.fields.filter(\.tellsSidesApart).map { wording.tellsSidesApart($0.name, $0.auc ?? 1) }
            + [wording.duplicates(summary)].compactMap { $0 }
        return wrapped(wording.headline(summary), indent: 0).map(bold) + wrapped(wording.separability(summary))
            + further.flatMap { wrapped($0) }
    }

    private var dropped: [String] {
        guard let dropped = summary.dropped, let found = wording.dropped(summary) else { return [] }
        let shown = 8
        var lines = wrapped(found, indent: 0)
        for round in wording.droppedRounds(dropped).prefix(shown) {
            lines += wrapped("- \(round.what) → AUC \(round.auc)")
        }
        if dropped.rounds.count > shown { lines += wrapped("- … (\(dropped.rounds.count), report.json)") }
        return lines + (wording.droppedMeaning(summary).map { wrapped($0) } ?? [])
    }

    private var trust: [String] {
        var lines = wrapped(wording.trust(summary), indent: 0).map(summary.verdict.isTrusted ? bold : warning)
        for failure in summary.verdict.reasons { lines += wrapped("- " + wording.failure(failure, weight: summary.weightForm)) }
        return lines + wrapped(wording.evidence(summary)) + (wording.clipped(summary).map { wrapped($0) } ?? [])
    }

    private var terms: [String] {
        guard !summary.terms.towardsTest.isEmpty || !summary.terms.towardsTrain.isEmpty else { return [] }
        let column = (width - 4) / 2
        var lines = [
            bold(DisplayText.pad("  " + wording.moreInTest, to: column) + "    " + wording.moreInTrain),
            "  (\(wording.sharesOfRows))",
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

    private var examples: [String] {
        var lists = [
            (wording.listTitle(.testLikeTrain), summary.examples.testLikeTrain),
            (wording.listTitle(.trainLikeTrain), summary.examples.trainLikeTrain),
        ]
        if summary.verdict.lacksSupport {
            lists.insert((wording.listTitle(.outOfSupportTest), summary.examples.outOfSupportTest), at: 0)
        }
        return lists.filter { !$0.1.isEmpty }.flatMap { title, rows in
            [bold("  " + title)]
                + rows.map { row in
                    let figure = row.weight.map { "w \(NumberText.fixed($0, 2))" } ?? "p \(NumberText.fixed(row.pTest, 2))"
                    let start = "    \(figure)  \(DisplayText.neutral(wording.place(row)))  "
                    return start + DisplayText.cut(summary.text(of: row), to: width - DisplayText.width(start))
                }
        }
    }

    private var result: [String] {
        guard !summary.files.isEmpty else { return wrapped(wording.nothingWritten, indent: 0) }
        return wrapped(wording.validation(summary)) + wrapped(wording.written(summary.files))
    }

    private func bold(_ text: String) -> String { isStyled ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
    private func warning(_ text: String) -> String { isStyled ? "\u{1B}[1;31m\(text)\u{1B}[0m" : text }

    private func wrapped(_ text: String, indent: Int = 2) -> [String] {
        DisplayText.wrapped(text, to: width, indent: indent)
    }
}
