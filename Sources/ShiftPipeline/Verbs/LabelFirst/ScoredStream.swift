import ParallelWork
import ShiftEstimates
import TextRecords

/// Records that `score` has scored, as they pass: what may be drawn of them for labelling is kept.
struct ScoredStream {
    /// What is kept of a record.
    struct Record: Sendable {
        /// One JSON object.
        var bytes: [UInt8]
        var location: SourceLocation
    }

    let path: String
    let size: Int?
    let targetWidth: Double?
    /// Whether strata are by the model's confidence, else by p_test.
    let isByConfidence: Bool
    let reservoir: StratifiedReservoir<Record>

    /// The seed where none is given.
    private static let seed: UInt64 = 42

    /// - Parameters:
    ///   - path: `-` is standard input.
    ///   - isStopped: Polled now and then; once it is true, reading ends.
    /// - Throws: `RecordError` for what cannot be read; ``AnalysisError`` for a record without a score.
    init(_ path: String, _ options: LabelFirstOptions, isStopped: (@Sendable () -> Bool)?) throws {
        (self.path, size, targetWidth) = (path, options.size, options.targetWidth)
        isByConfidence = options.confidenceKey != nil
        // Without strata a share of a half has the widest interval, and needs the most labels.
        let most = options.targetWidth.map { width in
            let root = 2 * 1.959_963_984_540_054 * 50 / width
            return Int(min(root * root, 1e9).rounded(.up))
        }
        let key = options.confidenceKey ?? AddedNumber.pTest.name
        let field = try FieldPath(parsing: key)
        let flow = try PassingRecords(paths: [path], isStopped: isStopped)
        let filling = Filling(
            StratifiedReservoir(capacity: options.size ?? most ?? 1, seed: options.seed ?? Self.seed))
        try flow.forEachBatch(
            named: [field], workers: WorkerPool(workers: options.reread.threads), state: {},
            process: { table, _ in Scored(table: table, scores: try Self.scores(table, field.name)) },
            consume: { try filling.add($0) })
        reservoir = filling.reservoir
    }

    private struct Scored: Sendable {
        var table: RecordTable
        var scores: [Double]
    }

    /// Used by one thread at a time.
    private final class Filling {
        var reservoir: StratifiedReservoir<Record>

        init(_ reservoir: StratifiedReservoir<Record>) { self.reservoir = reservoir }

        func add(_ batch: Scored) throws {
            for (row, score) in batch.scores.enumerated() {
                reservoir.add(score: score) {
                    var bytes: [UInt8] = []
                    batch.table.appendJSON(ofRecord: row, to: &bytes)
                    return Record(bytes: bytes, location: batch.table.location(ofRecord: row))
                }
            }
        }
    }

    private static func scores(_ table: RecordTable, _ key: String) throws -> [Double] {
        if let error = table.skipped.first { throw error }
        guard let column = table.column(named: key) else {
            throw AnalysisError.scoreKeyAbsent(path: table.path, key: key, available: table.columns.map(\.name))
        }
        return try (0..<table.count).map { row in
            switch column.kind(at: row) {
            case .number, .text:
                let text = column.string(at: row)
                guard let score = Double(text), score.isFinite else {
                    throw AnalysisError.notANumber(table.location(ofRecord: row), key: key, found: text)
                }
                return score
            case let kind: throw AnalysisError.valueMissing(table.location(ofRecord: row), key: key, found: kind)
            }
        }
    }
}
