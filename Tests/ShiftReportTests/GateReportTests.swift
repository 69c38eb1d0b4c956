import ImportanceWeights
import Testing

@testable import ShiftPipeline
@testable import ShiftReport

@Suite("Gates in words")
struct GateReportTests {
    private func report(_ trust: TrustSummary, _ verdict: Verdict.Kind = .shift) -> GateReport {
        var (summary, gates) = (Summaries.shift, Gates())
        (summary.trust, summary.discriminator.verdict) = (trust, verdict)
        gates.requiresTrust = true
        return GateReport(gates.results(summary))
    }

    @Test("Whether the weights are trusted is a gate")
    func trusted() {
        let good = report(TrustSummary(Verdict(kind: .shift, reasons: [])))
        #expect(good.markdown.hasSuffix("| trusted | yes | yes | pass |\n") && good.reasons.isEmpty)
        let bad = report(
            TrustSummary(
                Verdict(
                    kind: .shift,
                    reasons: [TrustReason(.noSupport, found: 0.25), TrustReason(.balance, found: 0.5)])))
        #expect(bad.markdown.contains("| trusted | no | yes | **fail** |"))
        let reason =
            "the weights are not to be trusted: 25% of test without support (5% are the most); "
            + "weighting leaves 50% of the difference (33% is the most)"
        #expect(bad.reasons == ["trusted: no, expected yes: \(reason)"])
        #expect(bad.junit(analysis: "out").contains(">\(reason)</failure>"))
        let unknown = report(TrustSummary(Verdict(kind: .shift, reasons: [])), .tooFewGroups)
        #expect(unknown.reasons.count == 1 && unknown.reasons.allSatisfy { $0.contains("trusted: not known") })
    }

    @Test("Each limit of trust is a gate of its own")
    func limitsOfTrust() {
        var (summary, gates) = (Summaries.shift, Gates())
        let far = ValidationCheck.Area(auc: 0.7, lower: 0.65, upper: 0.75)
        summary.balance = BalanceSummary(
            unweighted: far, weighted: .init(auc: 0.58, lower: 0.53, upper: 0.63), trainRows: 900, testRows: 500)
        summary.weights.meanRatio = 1.3
        summary.weights.effectiveGroups = 12
        gates.maximumLeft = 0.3
        gates.meanRatios = 0.8...1.25
        gates.minimumGroups = 30
        #expect(gates.results(summary).map(\.passes) == [false, false, false])
        let markdown = GateReport(gates.results(summary)).markdown
        #expect(markdown.contains("| min-groups | 12 groups | at least 30 groups | **fail** |"))
        #expect(markdown.contains("| max-left | 40% | at most 30% | **fail** |"))
        #expect(markdown.contains("| mean-ratio | 1.300 | 0.8 to 1.25 | **fail** |"))
        (gates, summary.form) = (Gates(), nil)
        gates.minimumContent = 0.5
        #expect(gates.results(summary).map(\.found) == [1])
        summary.form = FormSummary(findings: [], left: FormRemainder(auc: 0.52, lower: 0.49, upper: 0.55, share: 0.1))
        #expect(GateReport(gates.results(summary)).markdown.contains("| min-content | 10% | at least 50% | **fail** |"))
        (gates.maximumLeft, gates.meanRatios, gates.minimumGroups, gates.minimumContent) = (0.3, 0.8...1.25, 30, nil)
        // An AUC that chance may give leaves nothing.
        summary.balance?.weighted.lower = 0.49
        summary.weights.meanRatio = 1.25
        summary.weights.effectiveGroups = 30
        #expect(gates.results(summary).map(\.passes) == [true, true, true])
        summary.discriminator.verdict = .tooFewGroups
        #expect(gates.results(summary).map(\.passes) == [true, false, true])
    }
}
