import Foundation
import ParallelWork
import ShiftPipeline
import TextRecords

/// Scores all rows of corpora that are larger than the fit, and writes their figures without the rows.
struct StreamedFigures {
    private let scoring: StreamedScoring
    private let options: AnalysisOptions
    /// As for ``StreamedOutput``.
    private let drawnRows: [Int]?
    private let figures: RowFigures
    private let workers: WorkerPool

    init(
        _ scoring: StreamedScoring, drawnRows: [Int]?, options: AnalysisOptions, figures: RowFigures, workers: WorkerPool
    ) {
        self.scoring = scoring
        self.options = options
        self.drawnRows = drawnRows
        self.figures = figures
        self.workers = workers
    }

    /// - Returns: The figures that only a pass over all rows can give.
    func write(clock: StageClock, isStopped: @escaping () -> Bool) throws -> StreamedTotals {
        clock.begin(.scoring)
        // Of each row of the pool its position and its weight.
        var draw = try PoolDraw(in: NSTemporaryDirectory(), renderings: 0)
        var (rows, weight, squares, done) = (0, 0.0, 0.0, 0)
        let scoring = scoring
        func advance(_ bytes: Int) throws {
            if isStopped() { throw AnalysisError.stopped }
            done += bytes
            clock.advance(to: done, of: scoring.corpora.byteCount)
        }
        try scoring.corpora.forEachBatch(
            of: .train, workers: workers, state: { Result { try scoring.worker() } }
        ) { table, worker in
            (rows: scoring.train(table, try worker.get()), bytes: table.byteCount)
        } consume: { batch in
            var (part, remaining, remainingWeights) = (RowFigures.Rows(), [Int](), [Double]())
            for (row, numbers) in batch.rows.enumerated() {
                part.add(numbers.pTest, numbers.group, scoring, fold: numbers.fold, weight: numbers.weight)
                weight += numbers.weight
                squares += numbers.weight * numbers.weight
                if let own = numbers.remainingWeight {
                    remaining.append(rows + row)
                    remainingWeights.append(own)
                } else {
                    try draw.add([], weight: numbers.weight, position: rows + row)
                }
            }
            try figures.write(part, of: .train, from: rows)
            try figures.write(remaining, weights: remainingWeights, as: "remaining")
            rows += batch.rows.count
            try advance(batch.bytes)
        }
        var tests = 0
        try scoring.corpora.forEachBatch(
            of: .test, workers: workers, state: { Result { try scoring.worker() } }
        ) { table, worker in
            (rows: scoring.testRows(table, try worker.get()), bytes: table.byteCount)
        } consume: { batch in
            var part = RowFigures.Rows()
            for row in batch.rows { part.add(row.pTest, row.group, scoring, fold: scoring.fold(ofGroup: row.group)) }
            try figures.write(part, of: .test, from: tests)
            tests += batch.rows.count
            try advance(batch.bytes)
        }
        let effectiveRows = squares > 0 ? weight * weight / squares : 0
        return StreamedTotals(
            meanWeight: weight / Double(max(rows, 1)), effectiveRows: effectiveRows,
            validation: try writeDraw(draw, trainRows: rows, effectiveRows: effectiveRows))
    }

    /// The set that the fit drew, or a new one of the whole pool with its figures.
    private func writeDraw(_ draw: PoolDraw, trainRows: Int, effectiveRows: Double) throws -> ValidationSummary? {
        if let drawnRows {
            try figures.write(drawnRows, as: "validation")
            return nil
        }
        let draws = options.validationSize ?? draw.count
        var positions: [Int] = []
        let found = try draw.draw(draws, seed: options.seed) { position, _ in positions.append(position) }
        try figures.write(positions, as: "validation")
        return ValidationSummary(
            poolRows: draw.count, poolGroups: nil, poolEffectiveRows: draw.effectiveRows, draws: draw.count == 0 ? 0 : draws,
            uniqueRows: found.unique, remainingRows: trainRows - draw.count,
            scoreMargin: found.unique == 0 ? nil : ScoreMargin(drawnSet: found.effectiveRows, allRows: effectiveRows))
    }
}

extension RowFigures.Rows {
    fileprivate mutating func add(
        _ pTest: Double, _ group: UInt64, _ scoring: StreamedScoring, fold: Int, weight: Double? = nil
    ) {
        if let weight { weights.append(weight) }
        self.pTest.append(pTest)
        folds.append(fold)
        groups.append(scoring.identity(ofGroup: group))
    }
}
