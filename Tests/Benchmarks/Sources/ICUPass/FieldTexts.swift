import ParallelWork
import SparseFeatures
import TextRecords

/// The distinct texts of some fields of two corpora, field by field, in the order in which they stand in the files.
struct FieldTexts: SegmentSource {
    let fieldStarts: [Int]
    /// UTF-8 bytes of all texts.
    let byteCount: Int
    private let texts: [(column: FieldColumn, row: Int)]

    /// Texts that one worker takes at a time, of about 256 KiB: the same for any number of workers.
    let chunks: [Range<Int>]

    /// - Throws: `RecordError`.
    init(train: String, test: String, fields: [FieldPath]) throws {
        let tables = try [train, test].map { try RecordTable.read(path: $0, named: fields) }
        let surveys = tables.map { CorpusSurvey(whole: $0, findsFrequent: false) }
        for field in fields {
            for survey in surveys { try survey.field(named: field.name)?.requireText() }
        }
        var texts: [(column: FieldColumn, row: Int)] = []
        var starts = [0]
        for field in fields {
            var known = Set<UInt64>()
            for table in tables {
                guard let column = table.column(named: field.name) else { continue }
                for row in 0..<column.count where column.kind(at: row) == .text || column.kind(at: row) == .array {
                    if known.insert(column.fingerprint(at: row)).inserted { texts.append((column, row)) }
                }
            }
            starts.append(texts.count)
        }
        self.texts = texts
        fieldStarts = starts
        let lengths = texts.map { text in text.column.withText(at: text.row) { $0.count } }
        byteCount = lengths.reduce(0, +)
        chunks = Self.chunks(lengths, bytes: 1 << 18)
    }

    func utf8Count(_ segment: Int) -> Int { withUTF8(segment) { $0.count } }

    func withUTF8<Result>(_ segment: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        texts[segment].column.withText(at: texts[segment].row, body)
    }

    private static func chunks(_ lengths: [Int], bytes limit: Int) -> [Range<Int>] {
        var chunks: [Range<Int>] = []
        var start = 0
        var bytes = 0
        for (text, length) in lengths.enumerated() {
            bytes += length
            if bytes >= limit || text == lengths.count - 1 {
                chunks.append(start..<text + 1)
                start = text + 1
                bytes = 0
            }
        }
        return chunks
    }
}
