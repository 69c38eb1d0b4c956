import ParallelWork
import ShiftModel
import TextRecords
import TextTokens

extension Scorer {
    /// How many records at the start may all lack every field of the model before that counts as an error.
    private static let patience = 1000

    /// Passes records through: each, in order, is written as a JSON line with `sample_weight` and `p_test` spliced in.
    ///
    /// Memory does not grow with the amount of data; a slow reader slows everything down, and what a slow writer has written so
    /// far is passed on. The same records come out with the same bytes whatever the threads and however the bytes arrive.
    /// (Compressed output is divided into gzip members as the records arrived.)
    ///
    /// - Parameters:
    ///   - paths: Read one after another; `-` is standard input. At least one.
    ///   - output: Where to write; flushed after each batch.
    ///   - options: See ``ScoreOptions``.
    ///   - progress: Called with the records so far.
    ///   - isStopped: Polled now and then; once it is true, the filter ends after a complete record.
    /// - Throws: `RecordError` for what cannot be read or written and for existing keys, once all records before are written;
    ///   ``AnalysisError/fieldUnknown(name:available:)``, ``AnalysisError/fieldsAbsent(path:fields:records:available:)``,
    ///   `RecordError.stopped`.
    public func filter(
        _ paths: [String], to output: OutputFile, options: ScoreOptions = ScoreOptions(),
        progress: (@Sendable (Int) -> Void)? = nil, isStopped: (@Sendable () -> Bool)? = nil
    ) throws -> ScoreSummary {
        let filter = try ScoreFilter(self, options)
        let flow = try PassingRecords(paths: paths, reading: options.reading, onError: options.onError, isStopped: isStopped)
        let total = Total(fields: fields.count)
        try flow.forEachBatch(
            named: filter.named, workers: WorkerPool(workers: options.threads), state: { filter.worker() },
            process: { table, worker in try filter.batch(table, &worker) },
            consume: { batch in
                try output.write(batch.bytes)
                try output.flush()
                if let error = batch.error { throw error }
                total.add(batch)
                if !total.hasField, total.summary.records >= Self.patience { throw filter.absence(batch, total.summary) }
                progress?(total.summary.records)
            })
        if let last = total.last, !total.hasField, total.summary.records > 0 { throw filter.absence(last, total.summary) }
        return total.summary
    }

    /// What has passed; used by one thread at a time.
    private final class Total {
        var summary = ScoreSummary()
        var hasField = false
        var last: ScoreFilter.Batch?

        init(fields: Int) { summary.missing = [Int](repeating: 0, count: fields) }

        func add(_ batch: ScoreFilter.Batch) {
            summary.records += batch.records
            summary.weight += batch.weight
            summary.skippedLines += batch.skippedLines
            summary.withoutText += batch.withoutText
            for (field, count) in batch.missing.enumerated() { summary.missing[field] += count }
            if !batch.available.isEmpty { last = batch }
            last?.bytes = []
            hasField = hasField || batch.missing.contains { $0 < batch.records }
        }
    }
}

/// Scores and renders one batch of a stream.
private struct ScoreFilter: Sendable {
    private static let names = [AddedNumber.weight, .pTest].map(\.name)

    /// Fields to read under the names given.
    let named: [FieldPath]
    private let rows: RowScorer
    private let options: ScoreOptions

    init(_ scorer: Scorer, _ options: ScoreOptions) throws {
        rows = scorer.rows
        self.options = options
        let names = rows.fields.map(\.name)
        if let field = options.fields.first(where: { !names.contains($0.name) }) {
            throw AnalysisError.fieldUnknown(name: field.name, available: names)
        }
        let fields = rows.fields.map { field in options.fields.last { $0.name == field.name } ?? field }
        named = fields + (rows.groupKey.map { [$0] } ?? []).filter { !names.contains($0.name) }
    }

    struct Worker {
        fileprivate let scorer: Result<RowScorer.Worker, any Error>
        fileprivate let splice: RecordSplice
        fileprivate let compressor: GzipCompressor?
    }

    func worker() -> Worker {
        Worker(
            scorer: Result { try rows.worker() }, splice: RecordSplice(names: Self.names, overwriting: options.overwritesKeys),
            compressor: options.isCompressed ? GzipCompressor() : nil)
    }

    struct Batch: Sendable {
        var path: String
        var bytes: [UInt8] = []
        var records: Int
        var weight = 0.0
        var skippedLines = 0
        /// Records without each field.
        var missing: [Int] = []
        /// Records without a text in any field.
        var withoutText = 0
        /// All top-level fields.
        var available: [String]
        /// What stops the stream after ``bytes``.
        var error: (any Error)?
    }

    func batch(_ table: RecordTable, _ worker: inout Worker) throws -> Batch {
        var batch = Batch(
            path: table.path, records: table.count, skippedLines: table.skippedCount, available: table.columns.map(\.name))
        batch.missing = rows.fields.map { field in
            guard let column = table.column(named: field.name) else { return table.count }
            return column.count(of: .missing) + column.count(of: .null)
        }
        let columns = rows.fields.compactMap { table.column(named: $0.name) }
        batch.withoutText = (0..<table.count).count { row in
            columns.allSatisfy { $0.withText(at: row) { $0.isEmpty } }
        }
        let stop = options.onError == .stop ? table.skipped.first : nil
        let end = stop?.location?.line ?? .max
        batch.bytes.reserveCapacity(options.onlyScores ? table.count * 64 : table.byteCount + table.count * 64)
        batch.error = stop
        for (row, numbers) in rows.rows(of: table, try worker.scorer.get()).enumerated() {
            guard table.location(ofRecord: row).line < end else { break }
            let values = [numbers.weight, numbers.pTest]
            do {
                if options.onlyScores {
                    try worker.splice.append(
                        Self.noMembers, values: values, at: table.location(ofRecord: row), to: &batch.bytes)
                } else {
                    try worker.splice.append(record: row, of: table, values: values, to: &batch.bytes)
                }
            } catch {
                batch.error = error
                break
            }
            batch.weight += numbers.weight
            batch.bytes.append(UInt8(ascii: "\n"))
        }
        if let compressor = worker.compressor, !batch.bytes.isEmpty { batch.bytes = try compressor.member(batch.bytes) }
        return batch
    }

    private static let noMembers = Array("{}".utf8)

    /// No record so far has a field of the model.
    func absence(_ batch: Batch, _ summary: ScoreSummary) -> AnalysisError {
        .fieldsAbsent(
            path: batch.path, fields: named.prefix(rows.fields.count).map { $0.keys.joined(separator: ".") },
            records: summary.records, available: batch.available)
    }
}
