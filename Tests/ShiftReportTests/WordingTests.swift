import ImportanceWeights
import ShiftPipeline
import ShiftReport
import Testing

@Suite("What figures are called")
struct WordingTests {
    @Test("What --weight clip cut is said where it was chosen, even if it is nothing")
    func clipped() {
        var summary = Summaries.shift
        for (weight, clipped, english, chinese) in [
            (
                Weighting.clip(cap: 10), WeightSummary.Clipped(cap: 10, rows: 1_200, mass: 0.031),
                "1,200 weights were cut at 10 times the mean (3.1% of all weight).", "1,200 个权重超过均值的 10 倍，已截断（占全部权重的 3.1%）。"
            ),
            (.clip(cap: 2.5), .init(cap: 2.5, rows: 1, mass: 0.4), "1 weight was cut at 2.5 times", "1 个权重超过均值的 2.5 倍"),
            (
                .clip(cap: 10), .init(cap: 10, rows: 0, mass: 0), "No weight was above 10 times the mean: nothing was cut.",
                "没有权重超过均值的 10 倍：没有截断。"
            ),
        ] {
            summary.options.weight = weight
            summary.weights.clipped = clipped
            for text in [TerminalSummary(summary, width: 400).text, MarkdownReport.render(summary)] {
                #expect(text.contains(english))
            }
            for text in [
                TerminalSummary(summary, language: .chinese, width: 400).text,
                MarkdownReport.render(summary, language: .chinese),
            ] {
                #expect(text.contains(chinese))
            }
        }
        #expect(!TerminalSummary(Summaries.shift, width: 400).text.contains(" cut "))
    }

    @Test(
        arguments: [
            (0.5, "slightly"), (0.5999, "slightly"), (0.6, "moderately"), (0.7, "strongly"), (0.85, "very strongly"),
            (0.95, "almost completely"), (1, "almost completely"),
        ] as [(Double, String)])
    func size(auc: Double, word: String) {
        #expect(Wording.english.size(auc) == word)
    }

    @Test(
        "Formatting is blamed only where nothing is left without form, however much surface features tell",
        arguments: [true, false])
    func form(isAll: Bool) throws {
        var summary = Summaries.shift
        summary.separability?.surfaceAUC = 0.72
        let share = isAll ? 0.1 : 0.9
        summary.form = FormSummary(
            findings: [
                FormFinding(
                    kind: .escapes, auc: 0.71, aucWithout: 0.52,
                    marks: [.init(mark: .entities, trainShare: 0.01, testShare: 0.43)],
                    trainExample: FormExample(line: 3, file: nil, field: "text", text: "it's"),
                    testExample: FormExample(line: 8, file: nil, field: "text", text: "it&#39;s"))
            ], left: FormRemainder(auc: 0.52, lower: 0.49, upper: 0.55, share: share))
        if isAll { summary.trust = TrustSummary(Verdict(kind: .shift, reasons: [TrustReason(.form, found: share)])) }
        for language in [Language.english, .chinese] {
            let (said, reason) =
                language == .english ? ("--ignore-form escapes", "not what they say") : ("--ignore-form escapes", "不在于内容")
            let documents = try [
                TerminalSummary(summary, language: language).text, MarkdownReport.render(summary, language: language),
                HTMLReport.render(summary, language: language),
            ]
            for document in documents.map({ $0.replacing(/\s+/, with: " ") }) {
                #expect(document.contains(said))
                #expect(document.contains("43%"))
                #expect(document.replacing(" ", with: "").contains(reason.replacing(" ", with: "")) == isAll)
            }
        }
    }

    @Test("Rows in clusters are pointed out, of the side that has them") func clusters() {
        var summary = Summaries.shift
        summary.clusters = ClusterSummary(
            trainShare: 0.1, testShare: 0.4, links: 300, crossing: 0.01, crossingByChance: 0.5)
        let text = TerminalSummary(summary).text
        #expect(text.contains("40% of the test rows") && !text.contains("10% of the train rows"))
        #expect(text.contains("--group"))
    }

    @Test(
        "Advice to bound the weights is not given where they are bounded",
        arguments: [Weighting.clip(cap: 10), .relative(alpha: 0.5), .discriminator])
    func boundedAlready(weight: Weighting) throws {
        var summary = Summaries.untrusted
        summary.weights.topPercentShare = 0.3
        for language in [Language.english, .chinese] {
            let advice = language == .english ? "se --weight" : "用 --weight"
            func documents() throws -> [String] {
                try [
                    TerminalSummary(summary, language: language).text, MarkdownReport.render(summary, language: language),
                    HTMLReport.render(summary, language: language),
                ].map { $0.replacing(/\s+/, with: " ") }
            }
            summary.options.weight = .ratio
            #expect(try documents().allSatisfy { $0.contains(advice) })
            summary.options.weight = weight
            #expect(try documents().allSatisfy { !$0.contains(advice) && $0.contains("--weight \(weight)") })
        }
    }

    @Test(
        "What bounds nothing is no bound: the advice is that for the plain ratio",
        arguments: [
            Weighting.relative(alpha: 0), .clip(cap: 1_000_000), .relative(alpha: 1e-6),
        ])
    func boundedInNameOnly(weight: Weighting) {
        var summary = Summaries.untrusted
        summary.weights.topPercentShare = 0.3
        func text(_ weight: Weighting) -> String {
            summary.options.weight = weight
            return MarkdownReport.render(summary).replacing("`\(weight)`", with: "")
        }
        #expect(text(weight) == text(.ratio))
        #expect(text(weight).contains("Use --weight relative:0.5"))
    }
}
