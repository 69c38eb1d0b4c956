import Foundation
import ShiftReport
import TestSupport
import Testing

@testable import ShiftPipeline

/// Corpora at the edges of what a fit can do: each gives a finite, explained answer.
@Suite struct DegenerateTests {
    private let workspace: TemporaryFolder
    private var corpora = SeededCorpora(seed: 23)

    init() throws { workspace = try TemporaryFolder() }

    private func rows(_ texts: [String]) -> [[String: Any]] { texts.map { ["text": $0] } }

    private func analysis(train: [[String: Any]], test: [[String: Any]]) throws -> Analysis {
        let analysis = try analyze(
            train: workspace.write(train, to: "train.jsonl"), test: workspace.write(test, to: "test.jsonl"))
        #expect(analysis.weights.count == train.count)
        #expect(analysis.weights.allSatisfy { $0.isFinite && $0 >= 0 })
        #expect(abs(analysis.weights.reduce(0, +) / Double(train.count) - 1) < 1e-9)
        // JSON has no NaN: encoding fails where a figure is not finite.
        #expect(try ReportJSON.decode(ReportJSON.encode(analysis.summary)) == analysis.summary)
        #expect(!TerminalSummary(analysis.summary).text.contains("nan"))
        return analysis
    }

    @Test("All rows of a side are one stock text: no shift where it is the same, and no weights where it is not")
    func identical() throws {
        let same = rows([String](repeating: "the very same sentence in each row", count: 200))
        let equal = try analysis(train: same, test: same)
        #expect(equal.summary.discriminator.verdict == .noShift && equal.weights.allSatisfy { $0 == 1 })
        let other = try analysis(
            train: same, test: rows([String](repeating: "another sentence, always the same", count: 200)))
        #expect(other.summary.discriminator.verdict == .shift && !other.summary.trust.isTrusted)
        #expect((other.summary.separability?.auc ?? 0) > 0.99)
    }

    @Test("One row a side more than there are folds")
    mutating func oneMoreThanFolds() throws {
        let side = (0..<12).map { _ in corpora.sentence(topic: corpora.topic([1, 1, 1])) }
        let analysis = try analysis(train: rows(Array(side[..<6])), test: rows(Array(side[6...])))
        #expect(analysis.summary.discriminator.verdict != .tooFewGroups)
    }

    @Test("Sides without a word in common: weights are bounded, and not to be trusted")
    mutating func separable() throws {
        let analysis = try analysis(
            train: rows((0..<200).map { "river stone bridge meadow \($0)" }),
            test: rows((0..<200).map { "rocket server kernel orbit \($0 + 200)" }))
        #expect(analysis.summary.discriminator.verdict == .shift)
        #expect(!analysis.summary.trust.isTrusted)
    }

    @Test("One row of train that looks like test: its weight overflows nothing")
    func oneInThousands() throws {
        func words(_ list: String, _ row: Int) -> String {
            let words = list.split(separator: " ")
            return (0..<40).map { String(words[($0 * 7 + row * ($0 + 3)) % words.count]) }.joined(separator: " ") + " \(row)"
        }
        let (river, rocket) = (
            "river stone bridge meadow lantern harvest copper", "rocket server kernel laser socket orbit python"
        )
        let analysis = try analysis(
            train: rows((0..<1_000).map { words($0 == 500 ? rocket : river, $0) }),
            test: rows((0..<1_000).map { words(rocket, $0 + 5_000) }))
        #expect(!analysis.summary.trust.isTrusted)
    }

    @Test("A field that is the same in all rows changes nothing")
    mutating func constantField() throws {
        let (train, test) = (
            (0..<150).map { _ in corpora.sentence(topic: corpora.topic([3, 1])) },
            (0..<150).map { _ in corpora.sentence(topic: corpora.topic([1, 3])) }
        )
        func with(_ note: String?) -> ([[String: Any]], [[String: Any]]) {
            func side(_ texts: [String]) -> [[String: Any]] {
                texts.map { note == nil ? ["text": $0] : ["text": $0, "note": note ?? ""] }
            }
            return (side(train), side(test))
        }
        let plain = try analysis(train: with(nil).0, test: with(nil).1)
        let noted = try analysis(train: with("Answer from the text below.").0, test: with("Answer from the text below.").1)
        #expect(noted.summary.discriminator.verdict == plain.summary.discriminator.verdict)
        let area = try #require(plain.summary.separability?.auc)
        #expect(abs(try #require(noted.summary.separability?.auc) - area) < 0.1)
    }

    @Test("Six test rows against thousands of train")
    mutating func imbalance() throws {
        let train = (0..<3_000).map { _ in corpora.sentence(topic: corpora.topic([1, 1, 1])) }
        let few = (0..<6).map { _ in corpora.sentence(topic: corpora.topic([1, 1, 1])) }
        // Six rows are alike by chance now and then: either verdict may come, and is explained.
        for (train, test) in [(train, few), (few, train)] {
            let summary = try analysis(train: rows(train), test: rows(test)).summary
            #expect(try #require(summary.separability).upper > 0.5)
            #expect(summary.discriminator.verdict == .noShift || summary.discriminator.gain ?? 0 > 0)
        }
    }
}
