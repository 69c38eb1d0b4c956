import ImportanceWeights
import ShiftPipeline
import ShiftReport
import Testing

@Suite("Results of the smaller verbs in both languages")
struct LanguageTests {
    private func words(_ text: String) -> Set<String> {
        Set(text.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }.map(String.init).filter { Double($0) == nil })
    }

    private func audit(isOfInputs: Bool, han: Double = 0.7) -> AuditSummary {
        let errors = AuditSummary.Errors(unweighted: 0.05, weighted: 0.0123, trueRatio: 0.01)
        func shift(_ kind: String, _ odds: Double?) -> AuditSummary.Shift {
            .init(
                kind: kind, odds: odds, trainShare: 0.2, testShare: 0.6, auc: 0.71, found: 1, trusted: 2, correlation: 0.8,
                logError: 0.1,
                errors: errors)
        }
        return AuditSummary(
            version: "1", name: "t.jsonl", digest: "", rows: 1200, groups: 900, isSample: true, fields: ["正文", "标题"], seed: 1,
            testShare: 0.25, draws: 3,
            metrics: isOfInputs
                ? [.init(name: "direction 2", mean: 0.5), .init(name: "length", mean: 0.5)]
                : (1...8).map { .init(name: "分\($0)", mean: 0.5) },
            isOfInputs: isOfInputs,
            letters: LetterShares(latin: 1 - han, han: han, other: 0),
            shifts: [
                shift("none", 1), shift("topic", 5), shift("length", 2), shift("rare", 20), shift("label", 4),
                shift("found", nil),
            ],
            overall: errors)
    }

    @Test("An audit", arguments: [false, true])
    func audits(isOfInputs: Bool) {
        let chinese = AuditText(audit(isOfInputs: isOfInputs), language: .chinese).text
        #expect(chinese.contains("t.jsonl：1,200 条（抽样），900 组；字段：正文、标题\n"))
        #expect(chinese.contains("加权估计平均偏差 1.23 个百分点，不加权 5.00 个百分点。"))
        #expect(
            chinese.replacing("\n", with: "").contains(
                isOfInputs ? "方向 2、长度处于上半部分的样本占比" : "分1（0.500）、分2（0.500）、分3（0.500）、分4（0.500）、分5（0.500）、分6（0.500）等 8 个的平均"),
            "\(chinese)")
        #expect(chinese.contains("\n  主题，优势比 5 ") && chinese.contains("\n  本次发现的偏移 ") && chinese.contains("2/3\n"))
        #expect(
            words(chinese).subtracting(["textshift", "audit", "t", "jsonl", "AUC", "label", "scores"]).isEmpty, "\(chinese)")
        let english = AuditText(audit(isOfInputs: isOfInputs)).text
        #expect(
            english.contains("weighted estimates are off by 1.23 points, unweighted by 5.00.")
                && english.contains("\n  topic, odds 5 "))
        #expect(english.contains(isOfInputs ? "direction 2, length" : "the mean of 分1 (0.500)") && english.contains("2 of 3\n"))
        for text in [english, chinese] {
            // The columns stand under their titles.
            let rows = text.split(separator: "\n").filter { $0.hasPrefix("  ") }
            #expect(rows.count == 7 && Set(rows.map { Columns.of(String($0)) }).count == 1, "\(text)")
        }
    }

    @Test("The language of an audited corpus is that of most of its text")
    func auto() {
        #expect(
            Language.ofCorpus(audit(isOfInputs: true)) == .chinese
                && Language.ofCorpus(audit(isOfInputs: true, han: 0.2)) == .english)
    }

    @Test("Gates")
    func gates() {
        var summary = Summaries.shift
        var gates = Gates()
        (gates.maximumAUC, gates.minimumEffective, gates.maximumNoSupport, gates.maximumDuplicates) = (0.5, (1e9, false), 0, 0)
        gates.requiresTrust = true
        summary.trust = TrustSummary(
            Verdict(
                kind: .shift,
                reasons: [
                    TrustReason(.noSupport, found: 0.25), TrustReason(.balance, found: 0.5),
                    TrustReason(.effectiveSampleSize, found: 21.5), TrustReason(.meanRatio, found: 2),
                ]))
        let names: Set = ["max", "auc", "min", "ess", "no", "support", "duplicates", "trusted"]
        let report = GateReport(gates.results(summary), language: .chinese)
        #expect(report.markdown.hasPrefix("| 门槛 | 实测 | 限值 | 结果 |\n|---|---|---|---|\n| max-auc | "))
        #expect(report.markdown.contains("| 至多 0.5 | **未通过** |") && report.markdown.contains("| trusted | 否 | 是 | **未通过** |"))
        #expect(report.reasons.last?.hasPrefix("trusted：否，应为是：权重不可信：训练集未覆盖的测试样本 25%（最多容许 5%）；加权后差异还剩 50%（最多容许 33%）；") == true)
        let plain = words(report.markdown + report.reasons.joined()).subtracting(names)
        #expect(plain.isEmpty, "\(plain)")
        #expect(report.junit(analysis: "out").contains("，应为至多 0.5\">"))
        gates = Gates()
        gates.maximumAUC = 1
        #expect(GateReport(gates.results(summary), language: .chinese).markdown.hasSuffix("| 至多 1 | 通过 |\n"))
        #expect(GateReport(gates.results(summary)).markdown.hasSuffix("| at most 1 | pass |\n"))
        summary.separability = nil
        #expect(GateReport(gates.results(summary), language: .chinese).reasons == ["max-auc：未知，应为至多 1：有一边的分组太少，无法判断"])
    }
}
