import Foundation
import ParallelWork
import TestSupport
import Testing

@testable import TextRecords

/// Reads `text` as if it were the file `f`.
func table(
    _ text: String, format: RecordFormat? = nil, named: [FieldPath] = [], onError: ErrorPolicy = .stop, workers: Int = 1
) throws(RecordError) -> RecordTable {
    try RecordTable.read(
        bytes: Array(text.utf8), path: "f", format: format, named: named, onError: onError,
        workers: WorkerPool(workers: workers))
}

/// The values of a field as strings.
func strings(_ table: RecordTable, _ name: String) throws -> [String] {
    let column = try #require(table.column(named: name))
    return (0..<column.count).map { column.string(at: $0) }
}

func place(_ line: Int, _ column: Int? = nil) -> TextRecords.SourceLocation {
    TextRecords.SourceLocation(path: "f", line: line, column: column)
}

func content(_ path: String) throws -> String {
    try String(decoding: Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
}

/// Everything in a folder, hidden files too.
func listing(_ path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
}

/// Everything that a table tells, to compare whole tables.
struct Snapshot: Equatable {
    var names: [String]
    var kinds: [[ValueKind]]
    var texts: [[String]]
    var fingerprints: [[UInt64]]
    var means: [Double]
    var records: [[UInt8]]
    var places: [TextRecords.SourceLocation]
    var skipped: [RecordError]
    var skippedCount: Int
    var digest: String

    init(_ table: RecordTable) {
        let rows = 0..<table.count
        names = table.columns.map(\.name)
        kinds = table.columns.map { column in rows.map { column.kind(at: $0) } }
        texts = table.columns.map { column in rows.map { column.string(at: $0) } }
        fingerprints = table.columns.map { column in rows.map { column.fingerprint(at: $0) } }
        means = table.columns.map(\.meanCodePoints)
        records = rows.map { Array(table.recordBytes($0)) }
        places = rows.map { table.location(ofRecord: $0) }
        skipped = table.skipped
        skippedCount = table.skippedCount
        digest = table.digest
    }
}
