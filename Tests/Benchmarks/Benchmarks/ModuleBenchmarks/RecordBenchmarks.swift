import ParallelWork
import SparseFeatures
import TextRecords

/// Bytes to records, and records to bytes.
func recordBenchmarks() {
    define(
        "reading JSONL", bytes: \.bytes.count, input: { GeneratedLines() },
        work: { lines in
            try RecordTable.read(
                bytes: lines.bytes, path: "benchmark.jsonl", format: .jsonLines, workers: WorkerPool(workers: 1))
        },
        check: { lines, table in
            try expect("records", table.count, lines.records)
            try expect("text", textBytes(table), lines.textBytes)
        })
    define(
        "splicing", bytes: \.byteCount,
        input: {
            try RecordTable.read(
                bytes: GeneratedLines().bytes, path: "benchmark.jsonl", format: .jsonLines,
                workers: WorkerPool(workers: 1))
        },
        work: { try splice($0) },
        check: { table, written in
            // Each record's bytes, the same members, and a newline in place of the one that was there.
            let members = #", "sample_weight": 1.25, "p_test": 0.5"#
            let end = members + "}\n"
            try expect("bytes", written.count, table.byteCount + table.count * members.utf8.count)
            try expect("end", String(decoding: written.suffix(end.utf8.count), as: UTF8.self), end)
        })
}

private func textBytes(_ table: RecordTable) -> Int {
    guard let column = table.column(named: "text") else { return 0 }
    return (0..<column.count).reduce(0) { sum, row in sum + column.withText(at: row) { $0.count } }
}

private func splice(_ table: RecordTable) throws -> [UInt8] {
    let splice = RecordSplice(names: ["sample_weight", "p_test"])
    var bytes: [UInt8] = []
    bytes.reserveCapacity(table.byteCount * 2)
    for row in 0..<table.count {
        try splice.append(record: row, of: table, values: [1.25, 0.5], to: &bytes)
        bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
}

/// A file of JSON lines; every eighth text has escapes.
private struct GeneratedLines {
    var bytes: [UInt8] = []
    var records = 0
    /// Bytes of all values of `text`, unescaped.
    var textBytes = 0

    init() {
        for language in [GeneratedText.Language.english, .chinese] {
            for document in GeneratedText(language).documents {
                let isEscaped = records % 8 == 7
                bytes += #"{"id": "r-\#(records)", "text": ""#.utf8
                bytes += document
                if isEscaped { bytes += #"\n\"quoted\" \u4e2d"#.utf8 }
                bytes += "\", \"label\": \(records % 2)}\n".utf8
                textBytes += document.count + (isEscaped ? "\n\"quoted\" 中".utf8.count : 0)
                records += 1
            }
        }
    }
}
