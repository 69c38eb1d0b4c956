import ImportanceWeights
import ParallelWork
import ShiftReport
import TextRecords

/// Scores all rows of corpora that are larger than the fit and writes the record files, in one pass over each side.
struct StreamedOutput {
    private let scoring: CorpusScoring
    private let options: AnalysisOptions
    private let output: OutputFolder
    private let folder: String
    private let pool: WorkerPool

    init(_ scoring: CorpusScoring, options: AnalysisOptions, output: OutputFolder, folder: String, pool: WorkerPool) {
        self.scoring = scoring
        self.options = options
        self.output = output
        self.folder = folder
        self.pool = pool
    }

    /// - Parameter summary: Gets the figures that only a pass over all rows can give.
    func write(_ summary: inout ShiftSummary, clock: StageClock, isStopped: @escaping () -> Bool) throws {
        clock.begin(.scoring)
        var progress = Progress(clock: clock, total: scoring.corpora.byteCount, isStopped: isStopped)
        var draw = try PoolDraw(in: folder)
        var sums = Sums()
        try train(&draw, &sums, &progress)
        try test(&progress)
        clock.begin(.writing)
        let draws = options.validationSize ?? draw.count
        let unique = try draw.draw(draws, seed: options.seed, into: output.file(AnalysisOutput.validation))
        if summary.fit.isSample {
            summary.fit.meanWeight = sums.weight / Double(max(sums.rows, 1))
            summary.fit.effectiveRows = sums.squares > 0 ? sums.weight * sums.weight / sums.squares : 0
        }
        summary.validation = ValidationSummary(
            poolRows: draw.count, poolGroups: nil, poolEffectiveRows: draw.effectiveRows, draws: draw.count == 0 ? 0 : draws,
            uniqueRows: unique, remainingRows: sums.rows - draw.count)
    }

    /// Over all training rows.
    private struct Sums {
        var rows = 0
        var weight = 0.0
        var squares = 0.0
    }

    private struct Progress {
        let clock: StageClock
        let total: Int
        let isStopped: () -> Bool
        var done = 0

        mutating func add(_ bytes: Int) throws {
            if isStopped() { throw AnalysisError.stopped }
            done += bytes
            clock.advance(to: done, of: total)
        }
    }

    /// What a worker keeps: its scorer, or why it could not be made, and its splice.
    private typealias Worker = (scorer: Result<CorpusScoring.Worker, any Error>, splice: RecordSplice)

    private static func worker(_ scoring: CorpusScoring, _ names: [String], overwriting: Bool) -> Worker {
        (Result { try scoring.worker() }, RecordSplice(names: names, overwriting: overwriting))
    }

    /// A batch of training rows, scored and spliced.
    private struct TrainBatch: Sendable {
        var bytes: Int
        var weighted: [UInt8] = []
        var remaining: [UInt8] = []
        var weights: [Double] = []
        /// Records of the pool, and their weights.
        var pool: [(record: [UInt8], weight: Double)] = []
    }

    private func train(_ draw: inout PoolDraw, _ sums: inout Sums, _ progress: inout Progress) throws {
        let names = [AnalysisOutput.weightKey, AnalysisOutput.probabilityKey]
        let (scoring, overwriting) = (scoring, options.overwritesKeys)
        try scoring.corpora.forEachBatch(
            of: .train, workers: pool, state: { Self.worker(scoring, names, overwriting: overwriting) }
        ) { table, worker in
            var batch = TrainBatch(bytes: table.byteCount)
            let rows = scoring.train(table, try worker.scorer.get())
            for (row, numbers) in rows.enumerated() {
                try worker.splice.append(
                    record: row, of: table, values: [numbers.weight, numbers.pTest], to: &batch.weighted)
                batch.weighted.append(UInt8(ascii: "\n"))
                batch.weights.append(numbers.weight)
                if let weight = numbers.remainingWeight {
                    try worker.splice.append(
                        record: row, of: table, values: [weight, numbers.pTest], to: &batch.remaining)
                    batch.remaining.append(UInt8(ascii: "\n"))
                } else {
                    var record: [UInt8] = []
                    table.appendJSON(ofRecord: row, to: &record)
                    batch.pool.append((record, numbers.weight))
                }
            }
            return batch
        } consume: { batch in
            try output.file(AnalysisOutput.weighted)?.write(batch.weighted)
            try output.file(AnalysisOutput.remaining)?.write(batch.remaining)
            for (record, weight) in batch.pool { try draw.add(record, weight: weight) }
            for weight in batch.weights {
                sums.rows += 1
                sums.weight += weight
                sums.squares += weight * weight
            }
            try progress.add(batch.bytes)
        }
    }

    private func test(_ progress: inout Progress) throws {
        let (scoring, overwriting) = (scoring, options.overwritesKeys)
        try scoring.corpora.forEachBatch(
            of: .test, workers: pool,
            state: { Self.worker(scoring, [AnalysisOutput.probabilityKey], overwriting: overwriting) }
        ) { table, worker in
            var spliced: [UInt8] = []
            for (row, pTest) in scoring.test(table, try worker.scorer.get()).enumerated() {
                try worker.splice.append(record: row, of: table, values: [pTest], to: &spliced)
                spliced.append(UInt8(ascii: "\n"))
            }
            return (spliced: spliced, bytes: table.byteCount)
        } consume: { batch in
            try output.file(AnalysisOutput.scored)?.write(batch.spliced)
            try progress.add(batch.bytes)
        }
    }
}
