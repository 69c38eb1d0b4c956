import ShiftPipeline
import TestSupport
import Testing

@testable import ShiftReport

@Suite("The summary in a terminal")
struct AnswerTests {
    private static let all = Summaries.all + [("distrusted", Summaries.distrusted), ("detailed", Summaries.detailed)]

    @Test("At most forty lines at 80 columns, in either language", arguments: Language.allCases)
    func length(language: Language) {
        for (name, summary) in Self.all {
            let text = TerminalSummary(summary, language: language, width: 80).text
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            #expect(lines.count <= 40, "\(name): \(lines.count)")
            #expect(lines.allSatisfy { Columns.of(String($0)) <= 80 }, "\(text)")
        }
    }

    @Test("The first five lines are the answer: how large, whether to trust, what next", arguments: Language.allCases)
    func answer(language: Language) {
        let wording = Wording(language)
        for (name, summary) in Self.all {
            let text = TerminalSummary(summary, language: language, width: 80).text
            let first = text.split(separator: "\n", omittingEmptySubsequences: false).prefix(5).joined().replacing(
                " ", with: "")
            func has(_ sentence: String) -> Bool { first.contains(sentence.replacing(" ", with: "")) }
            #expect(has(wording.headline(summary)) && has(wording.nextStep(summary)), "\(name): \(text)")
            if summary.verdict.isShift { #expect(has(wording.trust(summary)), "\(name)") }
        }
    }

    @Test("Lines break between words, never in a number, a word or a short bracket, nor before what closes")
    func breaks() {
        let sentence = "至少要换掉训练集未覆盖的测试样本（最多容许 5%），区间 0.634–0.714，信息不丢失。"
        for width in 20...60 {
            let lines = DisplayText.wrapped(sentence, to: width)
            #expect(lines.allSatisfy { DisplayText.width($0) <= width })
            #expect(lines.joined().replacing(" ", with: "") == sentence.replacing(" ", with: ""))
            for line in lines.dropFirst() { #expect(line.first.map { !"，。；：、）".contains($0) } == true, "\(lines)") }
            for whole in ["（最多容许 5%）", "0.634–0.714", "信息", "样本"] {
                #expect(lines.contains { $0.contains(whole) }, "\(whole) at \(width): \(lines)")
            }
        }
    }
}
