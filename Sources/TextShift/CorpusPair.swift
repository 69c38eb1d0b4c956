import SparseFeatures
import TextRecords

/// Both corpora as one list of rows, train first: their texts as distinct segments, and the keys that records go by.
struct CorpusPair: Sendable {
    let train: RecordTable
    let test: RecordTable
    /// Names of the used fields; one slot each.
    let fields: [String]
    /// False train, true test, by row.
    let isTest: [Bool]
    /// Segments of each row.
    let rows: SegmentRows
    /// The distinct texts behind the segments.
    let texts: DistinctTexts
    /// XXH3 of each field's text, rows × fields.
    let fingerprints: [UInt64]
    /// One hash over all used fields, by row: equal for exact duplicates.
    let contents: [UInt64]
    /// Mean length of each field in code points.
    let meanLengths: [Double]

    /// - Throws: ``AnalysisError/tooManyRows(found:maximum:)``.
    init(train: RecordTable, test: RecordTable, fields: [String]) throws {
        let count = train.count + test.count
        guard count < Int(Int32.max) / max(fields.count, 1) else {
            throw AnalysisError.tooManyRows(found: count, maximum: Int(Int32.max) / max(fields.count, 1))
        }
        self.train = train
        self.test = test
        self.fields = fields
        isTest = (0..<count).map { $0 >= train.count }
        var segments = [Int32](repeating: 0, count: count * fields.count)
        var fingerprints = [UInt64](repeating: FieldColumn.missingFingerprint, count: count * fields.count)
        var origins: [Int32] = []
        var starts = [0]
        var meanLengths: [Double] = []
        for (slot, name) in fields.enumerated() {
            let columns = [train.column(named: name), test.column(named: name)]
            var known: [UInt64: Int32] = [:]
            known.reserveCapacity(count)
            for row in 0..<count {
                let isTest = row >= train.count
                let own = isTest ? row - train.count : row
                let print = columns[isTest ? 1 : 0]?.fingerprint(at: own) ?? FieldColumn.missingFingerprint
                fingerprints[row * fields.count + slot] = print
                if let segment = known[print] {
                    segments[row * fields.count + slot] = segment
                } else {
                    let segment = Int32(origins.count)
                    known[print] = segment
                    origins.append(Int32(row))
                    segments[row * fields.count + slot] = segment
                }
            }
            starts.append(origins.count)
            let texts = columns.compactMap { $0 }
            let lengths = texts.reduce(0) { $0 + $1.meanCodePoints * Double($1.count(of: .text)) }
            meanLengths.append(lengths / Double(max(texts.reduce(0) { $0 + $1.count(of: .text) }, 1)))
        }
        self.fingerprints = fingerprints
        self.meanLengths = meanLengths
        rows = SegmentRows(slots: fields.count, segments: segments)
        texts = DistinctTexts(train: train, test: test, fields: fields, fieldStarts: starts, origins: origins)
        contents = (0..<count).map { row in
            (0..<fields.count).reduce(UInt64(0)) { FeatureHasher.mix($0, fingerprints[row * fields.count + $1]) }
        }
    }

    /// Number of rows, both sides.
    var count: Int { isTest.count }

    /// Position of a row in its own table.
    func own(_ row: Int) -> Int { isTest[row] ? row - train.count : row }

    /// The table that a row is in.
    func table(_ row: Int) -> RecordTable { isTest[row] ? test : train }

    /// Every row once, in an order that belongs to the records: by the hash of the longest field, then of all fields, then
    /// of the record's bytes. Rows that share their longest text are neighbours.
    func canonicalOrder() -> [Int32] {
        struct Place: Comparable {
            var longest, content, record: UInt64
            var row: Int32
            static func < (a: Place, b: Place) -> Bool {
                if a.longest != b.longest { return a.longest < b.longest }
                if a.content != b.content { return a.content < b.content }
                if a.record != b.record { return a.record < b.record }
                return a.row < b.row
            }
        }
        let slot = meanLengths.indices.max { meanLengths[$0] < meanLengths[$1] } ?? 0
        return (0..<count).map { row in
            Place(
                longest: fingerprints[row * fields.count + slot], content: contents[row],
                record: table(row).fingerprint(ofRecord: own(row)), row: Int32(row))
        }.sorted().map(\.row)
    }
}

/// The distinct texts of the used fields, read in place from the two tables.
struct DistinctTexts: SegmentSource {
    let fieldStarts: [Int]
    /// First row that holds each segment's text.
    private let origins: [Int32]
    private let trainRows: Int
    private let columns: [(train: FieldColumn?, test: FieldColumn?)]

    init(train: RecordTable, test: RecordTable, fields: [String], fieldStarts: [Int], origins: [Int32]) {
        self.fieldStarts = fieldStarts
        self.origins = origins
        trainRows = train.count
        columns = fields.map { (train.column(named: $0), test.column(named: $0)) }
    }

    func utf8Count(_ segment: Int) -> Int { withUTF8(segment) { $0.count } }

    func withUTF8<Result>(_ segment: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        var field = 0
        while segment >= fieldStarts[field + 1] { field += 1 }
        let row = Int(origins[segment])
        let isTest = row >= trainRows
        guard let column = isTest ? columns[field].test : columns[field].train else {
            return body(UnsafeBufferPointer(start: nil, count: 0))
        }
        return column.withText(at: isTest ? row - trainRows : row, body)
    }
}
