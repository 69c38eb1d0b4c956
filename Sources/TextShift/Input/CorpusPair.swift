import ParallelWork
import SparseFeatures
import TextRecords

/// Both corpora as one list of rows, their texts as distinct segments.
///
/// Rows stand in *canonical order*, by the hash of the longest field, then of all fields, then of the record's bytes: an
/// order that is random, belongs to the records, and has rows with the same longest text beside each other. All later
/// stages work in it, so the order of the files changes nothing, not even the rounding of a sum.
struct CorpusPair: Sendable {
    let train: RecordTable
    let test: RecordTable
    /// Names of the used fields; one slot each.
    let fields: [String]
    /// Position in its own file of each row.
    let fileRows: [Int32]
    /// False train, true test, by row.
    let isTest: [Bool]
    /// Rows of train, rising.
    let trainRows: [Int]
    /// Segments of each row.
    let rows: SegmentRows
    /// The distinct texts behind the segments.
    let texts: DistinctTexts
    /// XXH3 of each field's text, rows × fields.
    let fingerprints: [UInt64]
    /// One hash over all used fields, by row: equal for exact duplicates.
    let contents: [UInt64]
    /// Slot of the field with the longest texts on average.
    let longest: Int
    /// Mean length of each field in code points.
    let meanLengths: [Double]

    /// - Parameter meanLengths: Of the fields, over the whole corpora.
    /// - Throws: ``AnalysisError/tooManyRows(found:maximum:)``.
    init(
        train: RecordTable, test: RecordTable, fields: [String], meanLengths: [Double], workers: WorkerPool
    ) throws {
        let count = train.count + test.count
        let most = Int(Int32.max) / max(fields.count, 1)
        guard count < most else { throw AnalysisError.tooManyRows(found: count, maximum: most) }
        self.train = train
        self.test = test
        self.fields = fields
        let columns = fields.map { (train: train.column(named: $0), test: test.column(named: $0)) }
        self.meanLengths = meanLengths
        longest = meanLengths.indices.max { meanLengths[$0] < meanLengths[$1] } ?? 0
        let (order, prints) = Self.canonicalOrder(train, test, columns, longest: longest, workers)
        fileRows = order.map(\.fileRow)
        isTest = order.map(\.isTest)
        contents = order.map(\.content)
        trainRows = order.indices.filter { !order[$0].isTest }

        var fingerprints = [UInt64](repeating: FieldColumn.missingFingerprint, count: count * fields.count)
        var segments = [Int32](repeating: 0, count: count * fields.count)
        var origins: [Int32] = []
        var starts = [0]
        for slot in fields.indices {
            let first = origins.count
            // Rows with one text in the longest field stand beside each other.
            let isSorted = slot == longest
            var known = HashIndex(capacity: isSorted ? 0 : count)
            for (row, place) in order.enumerated() {
                let number = Int(place.fileRow) + (place.isTest ? train.count : 0)
                let print = prints[number * fields.count + slot]
                fingerprints[row * fields.count + slot] = print
                let segment: Int
                if isSorted {
                    let repeats = row > 0 && fingerprints[(row - 1) * fields.count + slot] == print
                    segment = origins.count - (repeats ? 1 : 0)
                } else {
                    segment = first + known.insert(print).number
                }
                if segment == origins.count { origins.append(Int32(row)) }
                segments[row * fields.count + slot] = Int32(segment)
            }
            starts.append(origins.count)
        }
        self.fingerprints = fingerprints
        rows = SegmentRows(slots: fields.count, segments: segments)
        texts = DistinctTexts(
            columns: columns, fieldStarts: starts, origins: origins.map { (order[Int($0)].isTest, order[Int($0)].fileRow) })
    }

    /// Number of rows, both sides.
    var count: Int { isTest.count }

    /// Position of a row in its own file.
    func fileRow(_ row: Int) -> Int { Int(fileRows[row]) }

    /// Fingerprint of the group key of each row.
    func fingerprints(ofKey key: FieldPath) -> [UInt64] {
        let columns = [train, test].map { $0.column(named: key.name) }
        return (0..<count).map {
            columns[isTest[$0] ? 1 : 0]?.fingerprint(at: fileRow($0)) ?? FieldColumn.missingFingerprint
        }
    }

    /// The table that a row is in.
    func table(_ row: Int) -> RecordTable { isTest[row] ? test : train }

    /// One row's place in the canonical order.
    private struct Place: Comparable {
        var longest, content, record: UInt64
        var isTest: Bool
        var fileRow: Int32

        static func < (a: Place, b: Place) -> Bool {
            if a.longest != b.longest { return a.longest < b.longest }
            if a.content != b.content { return a.content < b.content }
            if a.record != b.record { return a.record < b.record }
            if a.isTest != b.isTest { return b.isTest }
            return a.fileRow < b.fileRow
        }
    }

    /// The rows in their order, and by their number (train's rows, then test's) the fingerprints of their fields.
    private static func canonicalOrder(
        _ train: RecordTable, _ test: RecordTable, _ columns: [(train: FieldColumn?, test: FieldColumn?)], longest: Int,
        _ workers: WorkerPool
    ) -> (order: [Place], prints: [UInt64]) {
        let share = 4096
        let count = train.count + test.count
        let width = columns.count
        var places: [[Place]] = []
        let prints = [UInt64](unsafeUninitializedCapacity: count * width) { buffer, initialized in
            // Each share fills its own rows.
            nonisolated(unsafe) let prints = buffer
            places = workers.map((count + share - 1) / share) { part in
                (part * share..<min((part + 1) * share, count)).map { number in
                    let isTest = number >= train.count
                    let row = isTest ? number - train.count : number
                    let own = UnsafeMutableBufferPointer(rebasing: prints[number * width..<(number + 1) * width])
                    for (slot, column) in columns.enumerated() {
                        let print = (isTest ? column.test : column.train)?.fingerprint(at: row)
                        own.initializeElement(at: slot, to: print ?? FieldColumn.missingFingerprint)
                    }
                    return Place(
                        longest: own[longest], content: GroupRule.content(of: own),
                        record: (isTest ? test : train).fingerprint(ofRecord: row), isTest: isTest, fileRow: Int32(row))
                }
            }
            initialized = count * width
        }
        return (sorted(places, workers), prints)
    }

    /// The places in order: dealt out by the leading bits of the first key, then sorted part by part.
    private static func sorted(_ places: [[Place]], _ workers: WorkerPool) -> [Place] {
        let bits = 8
        var parts = [[Place]](repeating: [], count: 1 << bits)
        for place in places.joined() { parts[Int(place.longest >> (64 - UInt64(bits)))].append(place) }
        let dealt = parts
        return Array(workers.map(dealt.count) { dealt[$0].sorted() }.joined())
    }
}

/// The distinct texts of the used fields, read in place from the two tables.
struct DistinctTexts: SegmentSource {
    let fieldStarts: [Int]
    private let columns: [(train: FieldColumn?, test: FieldColumn?)]
    /// A row of a file that holds each segment's text.
    private let origins: [(isTest: Bool, fileRow: Int32)]

    init(
        columns: [(train: FieldColumn?, test: FieldColumn?)], fieldStarts: [Int],
        origins: [(isTest: Bool, fileRow: Int32)]
    ) {
        self.columns = columns
        self.fieldStarts = fieldStarts
        self.origins = origins
    }

    func utf8Count(_ segment: Int) -> Int { withUTF8(segment) { $0.count } }

    func withUTF8<Result>(_ segment: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        var field = 0
        while segment >= fieldStarts[field + 1] { field += 1 }
        let origin = origins[segment]
        guard let column = origin.isTest ? columns[field].test : columns[field].train else {
            return body(UnsafeBufferPointer(start: nil, count: 0))
        }
        return column.withText(at: Int(origin.fileRow), body)
    }
}
