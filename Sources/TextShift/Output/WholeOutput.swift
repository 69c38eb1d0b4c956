import ParallelWork
import TextRecords

/// Writes the record files of an analysis whose rows are all in memory.
struct WholeOutput: Sendable {
    /// Rows that one worker splices at a time.
    private static let share = 512
    /// Shares between two looks at the results, for each worker.
    private static let sharesPerWorker = 16

    private let analysis: Analysis
    private let pool: WorkerPool

    init(_ analysis: Analysis, pool: WorkerPool) {
        self.analysis = analysis
        self.pool = pool
    }

    /// What there is to write, one job a file, the longest first; each may run in a thread of its own.
    func jobs(into output: OutputFolder) -> [@Sendable () throws -> Void] {
        let (train, test) = (analysis.pair.train, analysis.pair.test)
        let (weights, pTest) = (analysis.weights, analysis.pTest)
        let (validationRows, remainingRows) = (analysis.validationRows, analysis.remainingRows)
        let both = [AnalysisOutput.weightKey, AnalysisOutput.probabilityKey]
        var remaining = weights
        for (row, weight) in zip(remainingRows, analysis.remainingWeights) { remaining[row] = weight }
        let own = remaining
        // Each job has one of these files.
        nonisolated(unsafe) let files = output
        return [
            {
                try splice(train, Array(0..<train.count), both, into: files.file(AnalysisOutput.weighted)) {
                    [weights[$0], pTest[$0]]
                }
            },
            { try splice(train, remainingRows, both, into: files.file(AnalysisOutput.remaining)) { [own[$0], pTest[$0]] } },
            { try copy(validationRows, into: files.file(AnalysisOutput.validation)) },
            {
                let names = [AnalysisOutput.probabilityKey]
                try splice(test, Array(0..<test.count), names, into: files.file(AnalysisOutput.scored)) {
                    [pTest[train.count + $0]]
                }
            },
        ]
    }

    /// Writes records with numbers added.
    private func splice(
        _ table: RecordTable, _ rows: [Int], _ names: [String], into file: OutputFile?,
        _ values: @escaping @Sendable (Int) -> [Double]
    ) throws {
        guard let file else { return }
        let overwriting = analysis.options.overwritesKeys
        let splices = StatePool { RecordSplice(names: names, overwriting: overwriting) }
        let shares = (rows.count + Self.share - 1) / Self.share
        let round = Self.sharesPerWorker * pool.workers
        for first in stride(from: 0, to: shares, by: round) {
            let parts = pool.map(min(round, shares - first), state: { splices.lend() }) { item, splice in
                Result {
                    var bytes: [UInt8] = []
                    let start = (first + item) * Self.share
                    for row in rows[start..<min(start + Self.share, rows.count)] {
                        try splice.state.append(record: row, of: table, values: values(row), to: &bytes)
                        bytes.append(UInt8(ascii: "\n"))
                    }
                    return bytes
                }
            }
            for part in parts { try file.write(try part.get()) }
        }
    }

    /// Writes training records as they are, one a row.
    private func copy(_ rows: [Int], into file: OutputFile?) throws {
        var bytes: [UInt8] = []
        for row in rows {
            analysis.pair.train.appendJSON(ofRecord: row, to: &bytes)
            bytes.append(UInt8(ascii: "\n"))
            if bytes.count > 1 << 20 {
                try file?.write(bytes)
                bytes.removeAll(keepingCapacity: true)
            }
        }
        try file?.write(bytes)
    }
}
