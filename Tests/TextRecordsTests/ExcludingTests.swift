import ParallelWork
import Testing

@testable import TextRecords

@Suite("Rows that are left out of all reading")
struct ExcludingTests {
    private static let rows = (1...40).map { row in
        let list = row % 2 == 0 ? ", \"list\": [\"a\", \"word\"]" : ""
        return row % 3 == 0 ? "{\"id\": \"r\(row)\"\(list)}" : "{\"id\": \"r\(row)\", \"text\": \"row \(row) \\u6570\"\(list)}"
    }

    private static func table(_ rows: [String]) throws -> RecordTable {
        try RecordTable.read(bytes: Array((rows.joined(separator: "\n") + "\n").utf8), path: "a.jsonl")
    }

    @Test(
        "A table without rows is the table of a file that never had them, but for lines and digest",
        arguments: [
            [], [0], [39], [0, 1, 2], [3, 7, 8, 20], Array(1..<40),
        ])
    func table(rows: [Int]) throws {
        let whole = try Self.table(Self.rows)
        let left = whole.excluding(rows)
        let kept = Self.rows.indices.filter { !rows.contains($0) }
        let expected = try Self.table(kept.map { Self.rows[$0] })
        #expect(left.count == expected.count)
        #expect(left.digest == whole.digest && left.byteCount == whole.byteCount)
        for row in 0..<left.count {
            #expect(left.recordBytes(row).elementsEqual(expected.recordBytes(row)))
            #expect(left.location(ofRecord: row).line == kept[row] + 1)
        }
        for name in ["id", "text", "list"] {
            guard let column = left.column(named: name) else { continue }
            #expect(column.count == left.count)
            guard let other = expected.column(named: name) else { continue }
            #expect(column.tally.kinds == other.tally.kinds && column.tally.codePoints == other.tally.codePoints)
            #expect(column.tally.texts == other.tally.texts && column.meanCodePoints == other.meanCodePoints)
            for row in 0..<left.count { #expect(column.string(at: row) == other.string(at: row)) }
        }
    }

    @Test("Batches leave them out as a whole table does")
    func batches() throws {
        let stream = try RereadableRecords(
            bytes: Array((Self.rows.joined(separator: "\n") + "\n").utf8), path: "a.jsonl", format: nil)
        var files = CorpusFiles(files: [stream])
        files.excludes = { table in (0..<table.count).filter { table.location(ofRecord: $0).line % 4 == 0 } }
        let workers = WorkerPool(workers: 2)
        var lines: [Int] = []
        try files.forEachBatch(named: [], workers: workers, state: {}) { table, _ in
            (0..<table.count).map { table.location(ofRecord: $0).line }
        } consume: {
            lines += $0
        }
        let table = try #require(try files.table(limit: .max, named: [], onError: .stop, workers: workers))
        #expect(lines == (1...40).filter { $0 % 4 != 0 })
        #expect((0..<table.count).map { table.location(ofRecord: $0).line } == lines)
    }
}
