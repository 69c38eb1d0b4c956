import ShiftPipeline
import ShiftReport
import Testing

@Suite("What was kept from the discriminator is said in every report")
struct DroppedTests {
    private func summary(_ term: String = "zqtag") -> ShiftSummary {
        var summary = Summaries.shift
        func dropped(_ name: String) -> DroppedShift.DroppedTerm { .init(term: name, field: "text") }
        summary.dropped = DroppedShift(
            bound: 0.75, auc: 0.9712,
            rounds: [
                .init(kind: .field, field: "source", words: [], characters: [], gramFeatures: 0, auc: 0.9123),
                .init(kind: .surface, field: "text", words: [], characters: [], gramFeatures: 0, auc: 0.88),
                .init(
                    kind: .terms, field: nil, words: [dropped(term)], characters: [dropped(" #z")], gramFeatures: 2, auc: 0.7346
                ),
            ], fits: 6)
        return summary
    }

    @Test func english() throws {
        let found = summary()
        for text in [TerminalSummary(found, width: 400).text, MarkdownReport.render(found), try HTMLReport.render(found)] {
            #expect(
                text.contains(
                    "for an AUC below 0.75: the field source, length, scripts and punctuation, 1 word, 2 character n-grams"))
            #expect(text.contains("The AUC fell from 0.971 to 0.735."))
            #expect(text.contains("the field source") && text.contains("length, scripts and punctuation of text"))
            #expect(text.contains("zqtag") && text.contains("(and 1 piece of words)"))
            #expect(text.contains("wrong where the label depends on it"))
        }
    }

    @Test func chinese() throws {
        let found = summary("书")
        for text in [
            TerminalSummary(found, language: .chinese, width: 400).text, MarkdownReport.render(found, language: .chinese),
            try HTMLReport.render(found, language: .chinese),
        ] {
            #expect(text.contains("为使 AUC 低于 0.75，已从判别器中剔除：字段 source、长度、文字种类和标点、1 个词、2 个字符 n-gram"))
            #expect(text.contains("AUC 从 0.971 降到 0.735。") && text.contains("若标签取决于它，就是错的"))
        }
    }

    @Test("Fields that went as a whole are not among those compared")
    func comparedFields() {
        let found = summary()
        #expect(found.fields.filter(\.isUsed).map(\.name) == ["text", "source"])
        #expect(TerminalSummary(found, width: 400).text.contains("; fields: text; dropped: source; groups: "))
        #expect(TerminalSummary(found, language: .chinese, width: 400).text.contains("；字段：text；已剔除：source；分组："))
        #expect(
            MarkdownReport.render(found).contains("| source | dropped |")
                && MarkdownReport.render(found).contains("| text | yes |"))
        #expect(TerminalSummary(Summaries.shift, width: 400).text.contains("; fields: text, source; groups: "))
    }

    @Test("Nothing to drop, and nothing that could be told from chance")
    func nothing() throws {
        var found = Summaries.shift
        found.dropped = DroppedShift(bound: 0.6, auc: 0.512, rounds: [], fits: 1)
        #expect(
            TerminalSummary(found, width: 400).text.contains("Nothing had to be dropped: the AUC is 0.512, below 0.6 already."))
        found.dropped = DroppedShift(bound: 0.51, auc: 0.512, rounds: [], fits: 1)
        #expect(TerminalSummary(found, width: 400).text.contains("no more than chance explains"))
        #expect(!TerminalSummary(Summaries.shift).text.contains("dropped"))
    }

    @Test("Terms are text of the corpus", arguments: HostileText.all)
    func hostile(term: String) throws {
        let found = summary(term)
        let plain = try HTMLReport.render(summary())
        let page = try HTMLReport.render(found)
        #expect(page.count(of: "<script") == plain.count(of: "<script") && page.count(of: "<img") == plain.count(of: "<img"))
        #expect(page.count(of: "<td") == plain.count(of: "<td"))
        let shown = TerminalSummary(found).text.unicodeScalars
        #expect(
            !shown.contains {
                ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value) || (0x202A...0x202E).contains($0.value)
            })
    }
}

extension String {
    fileprivate func count(of part: String) -> Int { ranges(of: part).count }
}
