import ShiftReport
import TestSupport
import Testing

@Suite("Documents are as recorded")
struct SnapshotTests {
    @Test(arguments: Summaries.all.map(\.name), [60, 100])
    func terminal(name: String, width: Int) throws {
        let summary = try #require(Summaries.all.first { $0.name == name }?.summary)
        try Snapshot.expect(TerminalSummary(summary, width: width).text, "\(name).\(width).txt")
    }

    @Test(arguments: Summaries.all.map(\.name))
    func markdown(name: String) throws {
        let summary = try #require(Summaries.all.first { $0.name == name }?.summary)
        try Snapshot.expect(MarkdownReport.render(summary), "\(name).md")
    }

    @Test func json() throws {
        try Snapshot.expect(ReportJSON.encode(Summaries.shift), "shift.json")
    }

    @Test("Bold and colour are all that styling adds")
    func styled() {
        for (_, summary) in Summaries.all {
            var text = TerminalSummary(summary, isStyled: true).text
            #expect(text.contains("\u{1B}[1m"))
            for escape in ["\u{1B}[1m", "\u{1B}[1;31m", "\u{1B}[0m"] { text = text.replacing(escape, with: "") }
            #expect(text == TerminalSummary(summary).text)
        }
    }

    @Test("Where weights are not to be trusted, that is said before the verdict")
    func distrustFirst() throws {
        let text = TerminalSummary(Summaries.untrusted).text
        let distrust = try #require(text.firstRange(of: "NOT to be trusted"))
        let verdict = try #require(text.firstRange(of: "The corpora differ"))
        #expect(distrust.lowerBound < verdict.lowerBound)
    }
}
