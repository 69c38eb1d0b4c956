import ParallelWork
import SparseFeatures
import Synchronization
import TextRecords

/// The rows of a corpus that the discriminator is fitted on, where the corpus is too large to fit on all of it.
///
/// Whole groups are taken in the order of their seeded hash as long as the bounds hold: a random sample that depends on the
/// records and not on their order. Memory is that of the sample.
struct FitSample {
    /// The sampled records as JSON lines, in the order of the corpus.
    let table: RecordTable

    /// - Parameters:
    ///   - rows: The most rows; a single group may exceed it.
    ///   - memory: The most bytes, estimated, of the rows and their part of the matrix; a single group may exceed it.
    /// - Throws: `RecordError`.
    init(
        _ corpora: StreamedCorpora, _ side: CorpusSide, rows: Int, memory: Int, seed: UInt64, workers: WorkerPool
    ) throws {
        let threshold = Atomic<UInt64>(.max)
        var kept = KeptGroups(rows: rows, memory: memory)
        var rowsBefore = 0
        try corpora.forEachBatch(of: side, workers: workers, state: {}) { table, _ in
            (
                candidates: Self.candidates(table, corpora, seed, below: threshold.load(ordering: .relaxed)),
                rows: table.count
            )
        } consume: { batch in
            for var candidate in batch.candidates {
                candidate.row += rowsBefore
                kept.add(candidate)
            }
            kept.prune(slack: 1.25)
            threshold.store(kept.threshold, ordering: .relaxed)
            rowsBefore += batch.rows
        }
        kept.prune(slack: 1)
        let rows = kept.rows
        var bytes: [UInt8] = []
        bytes.reserveCapacity(rows.reduce(0) { $0 + $1.json.count + 1 })
        for row in rows {
            bytes.append(contentsOf: row.json)
            bytes.append(UInt8(ascii: "\n"))
        }
        table = try RecordTable.read(
            selected: bytes, origins: rows.map(\.origin), path: corpora.path(side),
            named: side == .train ? corpora.named.train : corpora.named.test,
            workers: workers)
    }

    /// A row that may be in the sample.
    struct Candidate: Sendable {
        /// Place of the row's group in the order of the groups.
        var place: UInt64
        /// Number in the batch, then in the corpus.
        var row: Int
        /// Where it is in the corpus.
        var origin: SourceLocation
        /// Fingerprints of the used texts, and the estimated bytes of each.
        var texts: [(fingerprint: UInt64, bytes: Int)]
        /// The record as JSON.
        var json: [UInt8]
    }

    private static func candidates(
        _ table: RecordTable, _ corpora: StreamedCorpora, _ seed: UInt64, below threshold: UInt64
    ) -> [Candidate] {
        let batch = BatchTexts(table, fields: corpora.fields, key: corpora.groupKey)
        let columns = corpora.fields.map { table.column(named: $0) }
        return (0..<table.count).compactMap { row in
            let place = GroupRule.place(ofGroup: batch.group(of: row, by: corpora.rule), seed: seed)
            guard place < threshold else { return nil }
            let texts = zip(batch.fingerprints(of: row), columns).map { print, column in
                let points = column?.withText(at: row) { text in text.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) } }
                return (fingerprint: print, bytes: FitBounds.bytes(codePoints: points ?? 0))
            }
            var json: [UInt8] = []
            table.appendJSON(ofRecord: row, to: &json)
            return Candidate(
                place: place, row: row, origin: table.location(ofRecord: row), texts: texts, json: json)
        }
    }
}

/// The groups with the lowest places that the bounds allow, of all groups so far.
private struct KeptGroups {
    /// What a row takes besides its features: its own bytes, and what is kept per row.
    private static let bytesPerRow = 128

    /// Groups at or above this place are out, whatever follows.
    private(set) var threshold = UInt64.max
    private let rowLimit: Int
    private let memoryLimit: Int
    private var groups: [UInt64: Group] = [:]
    private var rowCount = 0
    private var memory = 0

    private struct Group {
        var rows: [FitSample.Candidate] = []
        var fingerprints: Set<UInt64> = []
        var memory = 0
    }

    init(rows: Int, memory: Int) {
        rowLimit = rows
        memoryLimit = memory
    }

    mutating func add(_ row: FitSample.Candidate) {
        guard row.place < threshold else { return }
        var bytes = Self.bytesPerRow + row.json.count
        var group = groups.removeValue(forKey: row.place) ?? Group()
        // A text that rows share (a passage with five questions) is featurised once.
        for text in row.texts where group.fingerprints.insert(text.fingerprint).inserted { bytes += text.bytes }
        group.rows.append(row)
        group.memory += bytes
        groups[row.place] = group
        rowCount += 1
        memory += bytes
    }

    /// Drops the groups with the highest places, all that are out of bounds, once the bounds are exceeded by the factor
    /// `slack`. One group stays in any case.
    mutating func prune(slack: Double) {
        guard Double(rowCount) > slack * Double(rowLimit) || Double(memory) > slack * Double(memoryLimit) else { return }
        var (rows, bytes) = (0, 0)
        let order = groups.keys.sorted()
        for (position, place) in order.enumerated() {
            let group = groups[place] ?? Group()
            if position > 0, rows + group.rows.count > rowLimit || bytes + group.memory > memoryLimit {
                threshold = place
                break
            }
            rows += group.rows.count
            bytes += group.memory
        }
        for place in order.reversed() {
            guard place >= threshold else { break }
            groups[place] = nil
        }
        (rowCount, memory) = (rows, bytes)
    }

    /// The rows of all groups, in the order of the corpus.
    var rows: [FitSample.Candidate] { groups.values.flatMap(\.rows).sorted { $0.row < $1.row } }
}

extension StreamedCorpora {
    /// The rows to fit on.
    func sample(_ options: AnalysisOptions, _ workers: WorkerPool) throws -> (train: RecordTable, test: RecordTable) {
        func cost(_ survey: CorpusSurvey) -> Int {
            fields.reduce(survey.byteCount) { $0 + FitBounds.bytes(codePoints: survey.field(named: $1)?.codePoints ?? 0) }
        }
        let memory = options.fitBounds.shares(train: cost(surveys.train), test: cost(surveys.test))
        func sample(_ side: CorpusSide, _ memory: Int) throws -> RecordTable {
            try FitSample(self, side, rows: options.fitBounds.rows, memory: memory, seed: options.seed, workers: workers).table
        }
        return (try sample(.train, memory.train), try sample(.test, memory.test))
    }
}
