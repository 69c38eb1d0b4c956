import Foundation
import TestSupport
import Testing

@testable import ShiftPipeline

/// What the page is made from.
@Suite struct DetailsTests {
    private let workspace: TemporaryFolder
    private var corpora = SeededCorpora(seed: 41)

    init() throws { workspace = try TemporaryFolder() }

    /// Two topics trade places; some rows nearly repeat, and some texts are long.
    private mutating func pair() -> (train: [[String: Any]], test: [[String: Any]]) {
        func rows(_ name: String, _ count: Int, _ shares: [Double]) -> [[String: Any]] {
            (0..<count).map { row in
                let topic = corpora.topic(shares)
                let words = row % 50 == 7 ? 400 : 14
                return [
                    "id": "\(name)\(row)", "text": corpora.sentence(topic: topic, words: words) + " 数据，ＡＢ。",
                    "title": corpora.sentence(topic: topic, words: 4),
                ]
            }
        }
        var train = rows("a", 400, [3, 1, 2])
        // Nearly the same text as another's.
        for row in 0..<6 {
            train.append(["id": "c\(row)", "text": "\(train[3]["text"]!) \(row)", "title": "copy number \(row)"])
        }
        return (train, rows("b", 220, [1, 3, 2]))
    }

    private func details(_ train: [[String: Any]], _ test: [[String: Any]], threads: Int = 2, rows: Int = 200_000) throws
        -> Analysis
    {
        var options = AnalysisOptions()
        options.threads = threads
        options.fitBounds.rows = rows
        return try analyze(
            train: try workspace.write(train, to: "train.jsonl"), test: try workspace.write(test, to: "test.jsonl"),
            options: options)
    }

    @Test mutating func rowsAreExplainedInFull() throws {
        let (train, test) = pair()
        let analysis = try details(train, test)
        let found = try #require(analysis.summary.details)
        let sources = Dictionary(uniqueKeysWithValues: (train + test).map { ($0["id"] as! String, $0) })
        for list in ExplainedRow.List.allCases {
            let rows = found.rows.filter { $0.list == list }
            #expect(rows.count == ExplainedRows.count)
            let isFalling = list == .testLikeTrain || list == .outOfSupportTest
            #expect(zip(rows, rows.dropFirst()).allSatisfy { isFalling ? $0.logit >= $1.logit : $0.logit <= $1.logit })
            #expect(rows.allSatisfy { ($0.weight == nil) == (list == .trainLikeTest || list == .outOfSupportTest) })
        }
        for row in found.rows {
            let source = try #require(sources[row.id ?? ""])
            var sum = row.intercept
            for field in row.fields {
                let text = try #require(source[field.name] as? String)
                let shown = field.tokens.map(\.text).joined()
                #expect(text.hasPrefix(shown) && (shown.count == text.count) == (text.count <= ExplainedRows.shownCodePoints))
                #expect(text.count <= ExplainedRows.shownCodePoints ? field.rest == 0 : shown.count > 1100)
                sum += field.tokens.reduce(field.surface + field.rest) { $0 + $1.contribution }
            }
            #expect(abs(sum - row.logit) < 1e-5)
            #expect(row.fields.map(\.name) == analysis.summary.fields.filter(\.isUsed).map(\.name))
        }
        // The near copies stand together.
        let copies = found.rows.filter { $0.list == .trainLikeTrain || $0.list == .testLikeTrain }
            .filter { ($0.id ?? "").hasPrefix("c") || $0.id == "a3" }
        #expect(copies.count <= 2 && copies.allSatisfy { $0.nearDuplicates == 6 })
    }

    @Test mutating func termsOfTheTopicsMove() throws {
        let (train, test) = pair()
        let summary = try details(train, test).summary
        let terms = try #require(summary.details).terms
        #expect(terms.count <= 60 && terms.count > 10 && summary.details!.testedTerms > terms.count)
        #expect(zip(terms, terms.dropFirst()).allSatisfy { abs($0.z) >= abs($1.z) })
        for term in terms {
            #expect(term.qValue <= 0.05 && (term.testShare - term.trainShare) * term.z > 0 && term.logOdds * term.z > 0)
            #expect((term.contribution == nil) == term.term.contains(" "))
            // Topic 1 is what test has more of, topic 0 what train has.
            #expect(term.term.contains(term.z > 0 ? "t1w" : "t0w"), "\(term.term)")
            for isTest in [false, true] { #expect(term.contexts.filter { $0.isTest == isTest }.count <= 3) }
            for context in term.contexts {
                let source = (context.isTest ? test : train)[context.line - 1][term.field] as! String
                #expect(source.contains(context.before + context.match + context.after))
                #expect(context.match.lowercased() == term.term && context.before.count <= 40 && context.after.count <= 40)
            }
        }
        // One list serves all.
        let up = terms.filter { $0.z > 0 }.prefix(12)
        #expect(summary.terms.towardsTest.map(\.term) == up.map(\.term))
        #expect(summary.terms.towardsTest.map(\.trainRows) == up.map { Int(($0.trainShare * 406).rounded()) })
    }

    @Test mutating func theDrawnSetLooksLikeTest() throws {
        let (train, test) = pair()
        let check = try #require(try details(train, test).summary.details?.validationCheck)
        #expect(check.random.auc > 0.65 && check.random.lower > 0.5)
        #expect(check.drawn.auc < check.random.auc - 0.05)
        #expect(check.drawn.lower < check.drawn.auc && check.drawn.auc < check.drawn.upper)
        #expect(check.testRows == 220 && check.setRows > 60)
    }

    @Test mutating func curvesAreDistributions() throws {
        let (train, test) = pair()
        let curves = try #require(try details(train, test).summary.details).curves
        for histogram in [curves.pTest, curves.weights, curves.lengths] {
            for shares in [histogram.train, histogram.test] where !shares.isEmpty {
                #expect(shares.count == histogram.edges.count - 1 && abs(shares.reduce(0, +) - 1) < 1e-9)
            }
            #expect(zip(histogram.edges, histogram.edges.dropFirst()).allSatisfy { $0 < $1 })
        }
        #expect(curves.weights.test.isEmpty && curves.pTest.train.count == 40)
        // The long texts are some 2,700 code points.
        #expect(curves.lengths.edges.last! > 11 && curves.lengths.edges.first! < 7.5)
        #expect(curves.roc.first == .init(x: 0, y: 0) && curves.roc.last == .init(x: 1, y: 1) && curves.roc.count <= 101)
        #expect(curves.calibration.count <= 61)
        #expect(zip(curves.calibration, curves.calibration.dropFirst()).allSatisfy { $0.x < $1.x && $0.y <= $1.y })
        #expect(abs(curves.scripts.reduce(0) { $0 + $1.train } - 1) < 1e-6)
        #expect(curves.scripts.first { $0.name == "latin" }!.train > 0.5)
    }

    @Test mutating func neitherTheOrderOfRowsNorThreadsMatter() throws {
        let (train, test) = pair()
        let first = try #require(try details(train, test, threads: 1).summary.details)
        let order = Array(train.indices).shuffled(using: &corpora.generator)
        let second = try #require(
            try details(order.map { train[$0] }, test.reversed(), threads: 3).summary.details)
        /// Where a record stands is all that may differ.
        func withoutLines(_ details: ReportDetails) -> ReportDetails {
            var details = details
            for row in details.rows.indices { details.rows[row].line = 0 }
            for term in details.terms.indices {
                for place in details.terms[term].contexts.indices { details.terms[term].contexts[place].line = 0 }
            }
            return details
        }
        #expect(withoutLines(first) == withoutLines(second))
        let placed = second.rows.filter { $0.weight != nil }
        #expect(placed.allSatisfy { train[order[$0.line - 1]]["id"] as? String == $0.id })
    }

    @Test mutating func withoutAShiftNothingIsListed() throws {
        func rows(_ name: String, _ count: Int) -> [[String: Any]] {
            (0..<count).map { ["id": "\(name)\($0)", "text": corpora.sentence(topic: $0 % 6)] }
        }
        let summary = try details(rows("a", 200), rows("b", 150)).summary
        #expect(summary.discriminator.verdict == .noShift)
        let found = try #require(summary.details)
        #expect(found.rows.isEmpty && found.terms.isEmpty && found.testedTerms > 0 && found.curves.calibration.isEmpty)
        #expect(summary.terms.towardsTest.isEmpty && summary.terms.towardsTrain.isEmpty)
        let check = try #require(found.validationCheck)
        #expect(check.drawn.lower <= 0.5 && check.random.lower <= 0.5)
    }

    @Test mutating func aSampleOfLargerCorporaIsExplainedToo() throws {
        let (train, test) = pair()
        let analysis = try details(train, test, rows: 200)
        #expect(analysis.summary.fit.isSample)
        let found = try #require(analysis.summary.details)
        #expect(found.rows.count == 48 && !found.terms.isEmpty && found.validationCheck != nil)
        for row in found.rows {
            let source = (row.weight == nil ? test : train)[row.line - 1]
            #expect(source["id"] as? String == row.id)
        }
    }
}
