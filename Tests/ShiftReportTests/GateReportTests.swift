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
                    reasons: [TrustReason(.noSupport, found: 0.25), TrustReason(.tailShape, found: .infinity)])))
        #expect(bad.markdown.contains("| trusted | no | yes | **fail** |"))
        let reason = "the weights are not to be trusted: 25% of test without support (5% are the most); Pareto k̂ ∞ (above 0.7)"
        #expect(bad.reasons == ["trusted: no, expected yes: \(reason)"])
        #expect(bad.junit(analysis: "out").contains(">\(reason)</failure>"))
        let unknown = report(TrustSummary(Verdict(kind: .shift, reasons: [])), .tooFewGroups)
        #expect(unknown.reasons.count == 1 && unknown.reasons.allSatisfy { $0.contains("trusted: not known") })
    }
}
