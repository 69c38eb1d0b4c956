/// The summary that a person reads in ten seconds.
public struct TerminalSummary {
    private let summary: ShiftSummary
    private let width: Int
    private let isStyled: Bool

    /// - Parameters:
    ///   - width: Columns of the terminal.
    ///   - isStyled: Whether to use bold and colour (ANSI escapes).
    public init(_ summary: ShiftSummary, width: Int = 100, isStyled: Bool = false) {
        self.summary = summary
        self.width = max(width, 40)
        self.isStyled = isStyled
    }

    /// The lines, each ended by a newline. Text of the corpus appears without control characters.
    public var text: String {
        var blocks = [header]
        if !summary.trust.isTrusted { blocks.append(trust) }
        blocks.append(verdict)
        if summary.discriminator.verdict == .shift {
            blocks.append(terms)
            if summary.trust.isTrusted { blocks.append(trust) }
            blocks.append(examples)
        }
        blocks.append(result)
        return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    private var header: [String] {
        let inputs = summary.inputs
        let used = summary.fields.filter(\.isUsed).map(\.name).joined(separator: ", ")
        let groups =
            summary.groups.by.isEmpty ? "groups: exact duplicates" : "groups: equal \(summary.groups.by.joined(separator: ", "))"
        let name = "textshift"
        var lines = wrapped(
            "\(name) train \(NumberText.whole(inputs.train.records)) rows, test "
                + "\(NumberText.whole(inputs.test.records)) rows; fields: \(used); \(groups)")
        lines[0] = bold(name) + " " + lines[0].dropFirst(2 + name.count)
        return lines + (Wording.fit(summary).map { wrapped($0) } ?? [])
    }

    private var verdict: [String] {
        wrapped(Wording.headline(summary), indent: 0).map(bold) + wrapped(Wording.separability(summary))
            + (Wording.surface(summary).map { wrapped($0) } ?? [])
            + summary.fields.filter(\.tellsSidesApart).flatMap { wrapped(Wording.tellsSidesApart($0.name, $0.auc ?? 1)) }
            + duplicates
    }

    private var duplicates: [String] {
        let rows = summary.groups.testRowsInTrain
        let near = summary.groups.testRowsNearTrain ?? 0
        guard rows + near > 0 else { return [] }
        func share(_ count: Int) -> String {
            NumberText.percent(Double(count) / Double(max(summary.fit.testRows, 1)))
        }
        return wrapped(
            "\(NumberText.whole(rows)) test rows (\(share(rows))) are in train too, word for word"
                + (near > 0 ? ", and \(NumberText.whole(near)) (\(share(near))) nearly so." : "."))
    }

    private var trust: [String] {
        let weights = summary.weights
        var lines = wrapped(Wording.trust(summary), indent: 0).map(summary.trust.isTrusted ? bold : warning)
        for failure in summary.trust.failures { lines += wrapped("- " + failure.sentence) }
        let rows = summary.fit.trainRows
        lines += wrapped(
            "Effective sample \(NumberText.whole(Int(weights.effectiveRows.rounded()))) of \(NumberText.whole(rows)) rows "
                + "(\(NumberText.percent(weights.effectiveRows / Double(max(rows, 1))))), Pareto k̂ "
                + "\(weights.tailShape.map { NumberText.fixed($0, 2) } ?? "none, bounded"), no support "
                + "\(summary.overlap.map { NumberText.percent($0.noSupportShare) } ?? "-"), mean ratio "
                + "\(NumberText.fixed(weights.meanRatio, 2)).")
        return lines
    }

    private var terms: [String] {
        guard !summary.terms.towardsTest.isEmpty || !summary.terms.towardsTrain.isEmpty else { return [] }
        let column = (width - 4) / 2
        var lines = [
            bold(DisplayText.pad("  More in test", to: column) + "    More in train"),
            "  (share of train rows → test rows)",
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
        // Of a narrow column the word gets at least 8.
        let fieldRoom = min(12, columns - shares.count - 14)
        if several, fieldRoom >= 6 { shares += "  [\(DisplayText.cut(term.field, to: fieldRoom))]" }
        let room = max(1, columns - DisplayText.width(shares) - 2)
        return DisplayText.pad(DisplayText.cut(term.term, to: room), to: min(room, 16)) + "  " + shares
    }

    private var examples: [String] {
        var lists = [
            ("Most test-like in train", summary.examples.testLikeTrain),
            ("Most train-like in train", summary.examples.trainLikeTrain),
        ]
        if summary.lacksSupport { lists.insert(("Unlike anything in train, from test", summary.examples.outOfSupportTest), at: 0) }
        return lists.filter { !$0.1.isEmpty }.flatMap { title, rows in
            [bold("  " + title)]
                + rows.map { row in
                    let figure = row.weight.map { "w \(NumberText.fixed($0, 2))" } ?? "p \(NumberText.fixed(row.pTest, 2))"
                    let start = "    \(figure)  \(DisplayText.neutral(row.place))  "
                    return start + DisplayText.cut(summary.text(of: row), to: width - DisplayText.width(start))
                }
        }
    }

    private var result: [String] {
        let v = summary.validation
        guard !summary.files.isEmpty else {
            return wrapped("Nothing was written; give --output DIR for the weighted files.", indent: 0)
        }
        var lines = wrapped(
            "Validation set: \(NumberText.whole(v.draws)) draws of \(NumberText.whole(v.uniqueRows)) different rows from a pool of "
                + "\(NumberText.whole(v.poolRows)) (effective sample \(NumberText.whole(Int(v.poolEffectiveRows.rounded())))); train on the "
                + "\(NumberText.whole(v.remainingRows)) rows of train.remaining.jsonl with their sample_weight.")
        lines += wrapped("Written: " + summary.files.joined(separator: ", "))
        return lines
    }

    private func bold(_ text: String) -> String { isStyled ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
    private func warning(_ text: String) -> String { isStyled ? "\u{1B}[1;31m\(text)\u{1B}[0m" : text }

    /// Neutral text in lines of the terminal's width: broken at spaces, or anywhere in a word that fills a line.
    private func wrapped(_ text: String, indent: Int = 2) -> [String] {
        let start = String(repeating: " ", count: indent)
        var lines = [start]
        var used = indent
        func breakLine() {
            lines.append(start)
            used = indent
        }
        for word in DisplayText.neutral(text).split(separator: " ") {
            let gap = used > indent ? 1 : 0
            let columns = DisplayText.width(String(word))
            if gap == 1, used + gap + columns > width {
                breakLine()
            } else if gap == 1 {
                lines[lines.count - 1] += " "
                used += 1
            }
            for character in word {
                let next = DisplayText.width(character)
                if used + next > width, used > indent { breakLine() }
                lines[lines.count - 1].append(character)
                used += next
            }
        }
        return lines
    }
}
