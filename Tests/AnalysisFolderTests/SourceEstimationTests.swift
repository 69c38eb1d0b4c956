import Foundation
import ParallelWork
import TestSupport
import Testing

@testable import AnalysisFolder
@testable import ShiftPipeline
@testable import TextRecords

@Suite("Estimates from source to source")
struct SourceEstimationTests {
    private let workspace: TemporaryFolder

    private static let sites = ["north", "south", "east", "west", "coast"]
    private static let each = 40

    /// Five sites of one kind of text, each in a month of its own; of the test rows every fourth is of a known site, where asked.
    init() throws {
        workspace = try TemporaryFolder()
        var corpora = SeededCorpora(seed: 5)
        func text() -> String { corpora.sentence(topic: corpora.topic([1, 1, 1, 1])) }
        let train = (0..<Self.sites.count * Self.each).map { row -> [String: Any] in
            let site = row % Self.sites.count
            return [
                "id": "a\(row)", "text": text(), "site": Self.sites[site], "meta": ["place": Self.sites[site]],
                "when": "2024-0\(site + 1)-\(10 + row % 9) 08:00", "half": row % 2 == 0 ? "x" : "y",
            ]
        }
        let test = (0..<120).map { row -> [String: Any] in
            ["id": "b\(row)", "text": text(), "site": row % 4 == 0 ? "north" : "new", "when": "2024-08-11 09:30", "half": "x"]
        }
        _ = try workspace.write(train, to: "train.jsonl")
        _ = try workspace.write(test, to: "test.jsonl")
        var options = AnalysisOptions()
        options.threads = 2
        options.fields = [try .init(name: "text", keys: ["text"])]
        _ = try analyze(train: workspace.path("train.jsonl"), test: workspace.path("test.jsonl"), options: options)
            .write(to: workspace.path("out"), replacing: false)
        // Right on 36, 34, … 28 of a site's 40 rows.
        _ = try workspace.write(
            train.indices.map { row -> [String: Any] in
                let (site, place) = (row % Self.sites.count, row / Self.sites.count)
                return ["id": "a\(row)", "correct": place < 36 - 2 * site ? 1 : 0]
            }, to: "scores.jsonl")
    }

    private func estimate(_ key: String?, _ period: TimePeriod? = nil, threads: Int = 2) throws -> EstimateSummary {
        var options = EstimateOptions()
        (options.replicates, options.isQuick, options.reread.threads) = (60, true, threads)
        (options.sourceKey, options.period) = (key, period)
        return try AnalysisFolder(workspace.path("out")).estimate(scores: workspace.path("scores.jsonl"), options: options)
    }

    @Test("Each source is estimated from the others, and their errors make the interval for a new one")
    func sources() throws {
        let found = try estimate("site")
        let sources = try #require(found.sources)
        #expect(sources.count == 5 && sources.leftOut == 0 && sources.unnamedRows == 0)
        #expect(sources.knownTestRows == 30 && sources.isTestNew)
        let metric = try #require(found.models.first?.metrics.first)
        let by = try #require(metric.bySource)
        #expect(by.sources.map(\.name) == Self.sites.sorted())
        for one in by.sources {
            let site = try #require(Self.sites.firstIndex(of: one.name))
            let truth = Double(36 - 2 * site) / 40
            // Of 160 right rows in all.
            let others = (160 - Double(36 - 2 * site)) / 160
            #expect(one.rows == 40 && abs(one.truth - truth) < 1e-12, "\(one.name)")
            #expect(abs(one.estimated - others) < 0.08 && one.offBy == one.estimated - one.truth, "\(one)")
            #expect(one.standardError > 0.03 && one.standardError < 0.12, "\(one)")
        }
        #expect(by.largest == by.sources.map { abs($0.offBy) }.max())
        let (first, before) = (try #require(metric.recommended), try #require(by.before))
        #expect(first.method == .bySource && before.name == .doublyRobust)
        #expect(abs(first.value - ((before.value ?? 0) - by.mean)) < 1e-12)
        let (low, high) = (try #require(first.low), try #require(first.high))
        #expect(high - low > (before.high ?? 1) - (before.low ?? 0))
        #expect(low < first.value && first.value < high)
        // The same in any number of threads, and by the month that each site stands for.
        let months = try #require(try estimate("when", .month, threads: 1).models.first?.metrics.first?.bySource)
        #expect(months.sources.map(\.name) == (1...5).map { "2024-0\($0)" })
        #expect(Set(months.sources.map(\.offBy)) == Set(by.sources.map(\.offBy)))
    }

    @Test("Two sources give the table and the largest error alone; so do sources that test is of")
    func few() throws {
        let plain = try estimate(nil)
        let found = try estimate("half")
        let metric = try #require(found.models.first?.metrics.first)
        #expect(metric.bySource?.sources.count == 2 && metric.bySource?.before == nil)
        #expect(metric.recommended == plain.models.first?.metrics.first?.recommended)
        #expect(found.sources?.isTestNew == false)
        #expect(found.proposedSources == nil)
        #expect(plain.sources == nil)
        #expect(plain.proposedSources == EstimateSummary.ProposedSources(key: "site", period: nil, count: 5))
    }

    @Test("A key may be a path; numbers and truth values are sources too, lists and nothing are none")
    func values() throws {
        let lines = [
            #"{"site": " a ", "meta": {"place": "x", "n": 7}}"#, #"{"site": 3, "meta": {"place": ["x"]}}"#,
            #"{"site": null, "meta": 4}"#, #"{"site": true}"#, #"{"site": ["a"]}"#,
        ]
        let table = try RecordTable.read(
            selected: Array(lines.map { $0 + "\n" }.joined().utf8),
            origins: lines.indices.map { SourceLocation(path: "f", line: $0 + 1) }, path: "f", named: [],
            workers: WorkerPool(workers: 1))
        #expect(SourceColumn.texts(table, "site") == ["a", "3", nil, "true", nil])
        #expect(SourceColumn.texts(table, "meta.place") == ["x", nil, nil, nil, nil])
        #expect(SourceColumn.texts(table, "meta.n") == ["7", nil, nil, nil, nil])
        #expect(SourceColumn.texts(table, "nowhere") == [nil, nil, nil, nil, nil])
    }

    @Test("A key that no record has, one whose values are no times, and one with a value per row are errors")
    func refused() {
        #expect(throws: AnalysisError.self) { try estimate("nowhere") }
        #expect {
            try estimate("site", .month)
        } throws: {
            if case AnalysisError.sourcesNoTimes(_, "site", _) = $0 { true } else { false }
        }
        #expect {
            try estimate("id")
        } throws: {
            if case AnalysisError.sourcesTooFew(_, "id", 200, 0, 30) = $0 { true } else { false }
        }
    }
}
