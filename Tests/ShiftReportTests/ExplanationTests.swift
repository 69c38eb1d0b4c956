import Foundation
import ImportanceWeights
import ShiftPipeline
import Testing

@testable import ShiftReport

@Suite("A sentence for each diagnostic")
struct ExplanationTests {
    private static func sentence(_ figure: String, _ summary: ShiftSummary) -> String? {
        Wording.english.explanations(summary).first { $0.figure == figure }?.sentence
    }

    @Test("Each names a figure of report.json, once, and ends as a sentence does", arguments: Summaries.all.map(\.name))
    func figures(name: String) throws {
        let summary = try #require(Summaries.all.first { $0.name == name }?.summary)
        let report = try JSONSerialization.jsonObject(with: Data(ReportJSON.encode(summary).utf8))
        let explanations = Wording.english.explanations(summary)
        #expect(Set(explanations.map(\.figure)).count == explanations.count)
        for explanation in explanations {
            var value: Any? = report
            for key in explanation.figure.split(separator: ".") {
                value = Int(key).map { (value as? [Any])?[$0] } ?? (value as? [String: Any])?[String(key)]
            }
            // A tail without a shape is explained by its absence.
            #expect(value != nil || explanation.figure == "weights.tailShape", "\(explanation.figure)")
            #expect(explanation.sentence.hasSuffix("."))
            #expect(!explanation.sentence.contains("\n"))
        }
    }

    @Test("They stand in report.json and in report.md")
    func written() throws {
        let explanations = Wording.english.explanations(Summaries.untrusted)
        #expect(explanations.count > 10)
        struct Document: Decodable { var explanations: [FigureMeaning] }
        let json = try ReportJSON.encode(Summaries.untrusted)
        #expect(try JSONDecoder().decode(Document.self, from: Data(json.utf8)).explanations == explanations)
        let markdown = MarkdownReport.render(Summaries.untrusted)
        for explanation in explanations { #expect(markdown.contains(MarkdownReport.escaped(explanation.sentence))) }
    }

    @Test("The sentence of a condition that failed is the one of the verdict")
    func agreesWithTrust() {
        var summary = Summaries.shift
        summary.options.weight = .ratio
        summary.weights.effectiveGroups = 12
        summary.weights.tailShape = 0.9
        summary.weights.meanRatio = 0.4
        summary.overlap?.lower = 0.2
        #expect(
            Self.sentence("weights.effectiveGroups", summary)
                == Wording.english.effectiveSampleSize(12, weight: WeightForm(.ratio, rows: 100)))
        #expect(
            Self.sentence("weights.tailShape", summary) == Wording.english.tailShape(0.9, weight: WeightForm(.ratio, rows: 100))
        )
        #expect(Self.sentence("weights.meanRatio", summary) == Wording.english.meanRatio(0.4))
        #expect(Self.sentence("overlap.noSupportShare", summary) == Wording.english.noSupport(0.2))
    }

    @Test("Figures on a limit are fine, as for the verdict")
    func limits() {
        var summary = Summaries.shift
        summary.options.weight = .ratio
        summary.weights.effectiveGroups = 30
        summary.weights.tailShape = 0.7
        summary.weights.meanRatio = 1.25
        summary.overlap?.lower = 0.05
        #expect(
            Self.sentence("weights.effectiveGroups", summary)
                != Wording.english.effectiveSampleSize(30, weight: WeightForm(.ratio, rows: 100)))
        #expect(
            Self.sentence("weights.tailShape", summary) != Wording.english.tailShape(0.7, weight: WeightForm(.ratio, rows: 100))
        )
        #expect(Self.sentence("weights.meanRatio", summary) != Wording.english.meanRatio(1.25))
        #expect(Self.sentence("overlap.noSupportShare", summary) != Wording.english.noSupport(0.05))
    }

    @Test("What does not exist is not explained")
    func absent() {
        var summary = Summaries.shift
        summary.separability = nil
        summary.overlap = nil
        summary.reliability.slope = nil
        summary.discriminator.gain = nil
        let figures = Wording.english.explanations(summary).map(\.figure)
        for part in ["separability", "overlap", "reliability", "discriminator"] {
            #expect(!figures.contains { $0.hasPrefix(part) })
        }
    }

    @Test("Weights that are all 1 are not explained")
    func noShift() {
        for summary in Summaries.all.map(\.summary) where summary.discriminator.verdict != .shift {
            #expect(!Wording.english.explanations(summary).contains { $0.figure.hasPrefix("weights") })
        }
    }

    @Test("An interval that holds 0.5 is not called a shift")
    func interval() throws {
        var summary = Summaries.shift
        summary.separability?.lower = 0.49
        #expect(try #require(Self.sentence("separability.auc", summary)).contains("holds 0.5"))
        summary.separability?.lower = 0.51
        #expect(try #require(Self.sentence("separability.auc", summary)).contains("holds 0.5") == false)
    }

    @Test("Rows without support are shown where there are too many, and only there")
    func unsupportedRows() {
        for (_, summary) in Summaries.all where !summary.examples.outOfSupportTest.isEmpty {
            #expect(
                TerminalSummary(summary).text.contains("Test rows that train does not cover") == summary.verdict.lacksSupport)
            #expect(
                MarkdownReport.render(summary).contains("Test rows that train does not cover") == summary.verdict.lacksSupport)
        }
        #expect(Summaries.all.contains { $0.summary.verdict.lacksSupport })
    }

    @Test("Marks piled on a letter are cut off")
    func piled() {
        let piled = "e" + String(repeating: "\u{301}", count: 500) + "f"
        #expect(DisplayText.neutral(piled).unicodeScalars.count == 10)
        #expect(DisplayText.neutral("ở, ṩ̣̇") == "ở, ṩ̣̇")
    }
}
