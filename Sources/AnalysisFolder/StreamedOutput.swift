import ImportanceWeights
import ParallelWork
import ShiftPipeline
import TextRecords

/// Scores all rows of corpora that are larger than the fit and writes the files of rows, in one pass over each side.
struct StreamedOutput {
    private let scoring: StreamedScoring
    private let options: AnalysisOptions
    private let plan: OutputPlan
    private let output: OutputFolder
    private let folder: String
    /// What the fit drew, in the order of the draws, if all training rows are in it; nil if it has a sample.
    private let drawnRows: [Int]?
    private let workers: WorkerPool

    init(
        _ scoring: StreamedScoring, drawnRows: [Int]?, options: AnalysisOptions, plan: OutputPlan, output: OutputFolder,
        folder: String, workers: WorkerPool
    ) {
        self.scoring = scoring
        self.options = options
        self.plan = plan
        self.output = output
        self.folder = folder
        self.drawnRows = drawnRows
        self.workers = workers
    }

    /// - Returns: The figures that only a pass over all rows can give.
    func write(clock: StageClock, isStopped: @escaping () -> Bool) throws -> StreamedTotals {
        clock.begin(.scoring)
        var progress = Progress(clock: clock, total: scoring.corpora.byteCount, isStopped: isStopped)
        var draw = try PoolDraw(in: folder, renderings: files { $0.isValidation }.count)
        var sums = Sums()
        try train(&draw, &sums, &progress)
        try test(&progress)
        clock.begin(.writing)
        var validation: ValidationSummary?
        if let drawnRows {
            try write(drawnRows, of: draw)
        } else {
            validation = try drawFresh(draw, sums)
        }
        return StreamedTotals(
            meanWeight: sums.weight / Double(max(sums.rows, 1)),
            effectiveRows: sums.effectiveRows, validation: validation)
    }

    /// Writes the set that the fit drew.
    private func write(_ rows: [Int], of draw: PoolDraw) throws {
        let renderings = try draw.renderings(of: Set(rows))
        for (number, file) in files({ $0.isValidation }).enumerated() {
            guard var open = try OpenRowFile(file, in: output) else { continue }
            for position in file.part == .sortedValidation ? rows.sorted() : rows {
                guard let bytes = renderings[position]?[number] else {
                    throw RecordError.fileChanged(path: scoring.corpora.path(.train))
                }
                try open.add(RenderedRows(bytes: bytes, positions: [position]))
            }
            try open.finish()
        }
    }

    /// Draws from a pool of which only part is in the fit.
    private func drawFresh(_ draw: PoolDraw, _ sums: Sums) throws -> ValidationSummary {
        let draws = options.validationSize ?? draw.count
        var drawn = try open(files { $0.isValidation })
        let found = try draw.draw(draws, seed: options.seed) { position, renderings in
            for (file, bytes) in renderings.enumerated() {
                try drawn[file].add(RenderedRows(bytes: bytes, positions: [position]))
            }
        }
        for file in drawn.indices { try drawn[file].finish() }
        return ValidationSummary(
            poolRows: draw.count, poolGroups: nil, poolEffectiveRows: draw.effectiveRows, draws: draw.count == 0 ? 0 : draws,
            uniqueRows: found.unique, remainingRows: sums.rows - draw.count,
            scoreMargin: found.unique == 0
                ? nil : ScoreMargin(drawnSet: found.effectiveRows, allRows: sums.effectiveRows))
    }

    private func files(_ isWanted: (OutputPart) -> Bool) -> [any RowFile] { plan.files.filter { isWanted($0.part) } }

    private func open(_ files: [any RowFile]) throws -> [OpenRowFile] {
        try files.compactMap { try OpenRowFile($0, in: output) }
    }

    /// Over all training rows.
    private struct Sums {
        var rows = 0
        var weight = 0.0
        var squares = 0.0

        var effectiveRows: Double { squares > 0 ? weight * weight / squares : 0 }
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

    /// What a worker keeps: its scorer, or why it could not be made, and a renderer for each file.
    private struct Worker {
        let scorer: Result<RowScorer.Worker, any Error>
        var renderers: [any RowRenderer]

        init(_ scoring: StreamedScoring, _ files: [any RowFile]) {
            scorer = Result { try scoring.worker() }
            renderers = files.map { $0.renderer() }
        }

        mutating func begin(_ table: RecordTable) {
            for file in renderers.indices { renderers[file].begin(table) }
        }
    }

    /// A batch of training rows, scored and rendered.
    private struct TrainBatch: Sendable {
        var bytes: Int
        /// What each file gets; positions are in the batch.
        var rendered: [RenderedRows]
        var weights: [Double] = []
        /// Rows of the pool: the rendering for each file of the validation set, the weight, and the position in the batch.
        var pool: [(renderings: [[UInt8]], weight: Double, position: Int)] = []
    }

    private func train(_ draw: inout PoolDraw, _ sums: inout Sums, _ progress: inout Progress) throws {
        let files = files { $0 != .test }
        let isDrawn = files.map(\.part.isValidation)
        let scoring = scoring
        var open = try open(files.filter { !$0.part.isValidation })
        let order = files.indices.filter { !isDrawn[$0] }
        try scoring.corpora.forEachBatch(of: .train, workers: workers, state: { Worker(scoring, files) }) { table, worker in
            var batch = TrainBatch(bytes: table.byteCount, rendered: files.map { _ in RenderedRows() })
            worker.begin(table)
            for (row, numbers) in scoring.train(table, try worker.scorer.get()).enumerated() {
                batch.weights.append(numbers.weight)
                var renderings: [[UInt8]] = []
                for (file, source) in files.enumerated() {
                    let isPool = numbers.remainingWeight == nil
                    if source.part.isValidation ? !isPool : source.part == .remaining && isPool { continue }
                    let weight = source.part == .remaining ? numbers.remainingWeight ?? 0 : numbers.weight
                    let own = RowNumbers(weight: weight, pTest: numbers.pTest, fold: numbers.fold)
                    if source.part.isValidation {
                        var bytes: [UInt8] = []
                        try worker.renderers[file].append(row, of: table, own, to: &bytes)
                        renderings.append(bytes)
                    } else {
                        try worker.renderers[file].append(row, of: table, own, to: &batch.rendered[file].bytes)
                        batch.rendered[file].positions.append(row)
                    }
                }
                if numbers.remainingWeight == nil { batch.pool.append((renderings, numbers.weight, row)) }
            }
            return batch
        } consume: { batch in
            for (file, source) in order.enumerated() {
                var rows = batch.rendered[source]
                for index in rows.positions.indices { rows.positions[index] += sums.rows }
                try open[file].add(rows)
            }
            for (renderings, weight, position) in batch.pool {
                try draw.add(renderings, weight: weight, position: sums.rows + position)
            }
            for weight in batch.weights {
                sums.rows += 1
                sums.weight += weight
                sums.squares += weight * weight
            }
            try progress.add(batch.bytes)
        }
        for file in open.indices { try open[file].finish() }
    }

    private func test(_ progress: inout Progress) throws {
        let files = files { $0 == .test }
        let scoring = scoring
        var open = try open(files)
        var rowsBefore = 0
        try scoring.corpora.forEachBatch(of: .test, workers: workers, state: { Worker(scoring, files) }) { table, worker in
            var rendered = files.map { _ in RenderedRows() }
            worker.begin(table)
            for (row, pTest) in scoring.test(table, try worker.scorer.get()).enumerated() {
                for file in files.indices {
                    let numbers = RowNumbers(weight: 1, pTest: pTest)
                    try worker.renderers[file].append(row, of: table, numbers, to: &rendered[file].bytes)
                    rendered[file].positions.append(row)
                }
            }
            return (rendered: rendered, rows: table.count, bytes: table.byteCount)
        } consume: { batch in
            for (file, rows) in batch.rendered.enumerated() {
                try open[file].add(RenderedRows(bytes: rows.bytes, positions: rows.positions.map { rowsBefore + $0 }))
            }
            rowsBefore += batch.rows
            try progress.add(batch.bytes)
        }
        for file in open.indices { try open[file].finish() }
    }
}
