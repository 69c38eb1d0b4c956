import ParallelWork
import ShiftPipeline
import TextRecords

/// Writes the files of rows of an analysis whose rows are all in memory.
struct WholeOutput: Sendable {
    /// Rows that one worker renders at a time.
    private static let share = 512
    /// Shares per worker that are rendered before results are written.
    private static let sharesPerWorker = 16

    private let analysis: Analysis
    private let plan: OutputPlan
    private let workers: WorkerPool
    /// Weights among the remaining rows, by training row.
    private let remainingWeights: [Double]

    init(_ analysis: Analysis, _ plan: OutputPlan, workers: WorkerPool) {
        self.analysis = analysis
        self.plan = plan
        self.workers = workers
        var weights = analysis.weights
        for (row, weight) in zip(analysis.remainingRows, analysis.remainingWeights) { weights[row] = weight }
        remainingWeights = weights
    }

    /// What there is to write, one job per file, the longest first; each may run in its own thread.
    func jobs(into output: OutputFolder) -> [@Sendable () throws -> Void] {
        // Each job has a file of its own.
        nonisolated(unsafe) let folder = output
        return plan.files.map { file in { try write(file, into: folder) } }
    }

    private func write(_ source: any RowFile, into folder: OutputFolder) throws {
        guard var file = try OpenRowFile(source, in: folder) else { return }
        let table = source.part == .test ? analysis.pair.test : analysis.pair.train
        let rows = rows(of: source.part)
        let numbers = numbers(of: source.part)
        let renderers = StatePool { source.renderer() }
        let shares = (rows.count + Self.share - 1) / Self.share
        let round = Self.sharesPerWorker * workers.count
        for first in stride(from: 0, to: shares, by: round) {
            let parts = workers.map(min(round, shares - first), state: { renderers.lend() }) { item, renderer in
                Result {
                    let start = (first + item) * Self.share
                    var rendered = RenderedRows()
                    rendered.positions = Array(rows[start..<min(start + Self.share, rows.count)])
                    renderer.state.begin(table)
                    for row in rendered.positions {
                        try renderer.state.append(row, of: table, numbers(row), to: &rendered.bytes)
                    }
                    return rendered
                }
            }
            for part in parts { try file.add(try part.get()) }
        }
        try file.finish()
    }

    private func rows(of part: OutputPart) -> [Int] {
        switch part {
        case .train: Array(0..<analysis.pair.train.count)
        case .test: Array(0..<analysis.pair.test.count)
        case .validation: analysis.validationRows
        case .sortedValidation: analysis.validationRows.sorted()
        case .remaining: analysis.remainingRows
        }
    }

    private func numbers(of part: OutputPart) -> @Sendable (_ row: Int) -> RowNumbers {
        let pTest = analysis.pTest
        let trainRows = analysis.pair.train.count
        let weights = part == .remaining ? remainingWeights : analysis.weights
        let folds = analysis.cvFolds
        let isTest = part == .test
        // A test row has no weight.
        return { row in
            isTest
                ? RowNumbers(weight: 1, pTest: pTest[trainRows + row])
                : RowNumbers(weight: weights[row], pTest: pTest[row], fold: folds[row])
        }
    }
}
