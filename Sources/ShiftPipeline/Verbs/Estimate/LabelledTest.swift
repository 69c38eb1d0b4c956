import Foundation
import ParallelWork
import ShiftEstimates
import TextRecords

/// Labelled test rows, as `split --method label-first` draws them or taken at random, with each model's metrics on them.
struct LabelledTest {
    /// The share of the rows drawn from a row's stratum.
    static let probabilityKey = LabelFirst.probabilityKey
    /// The number of the row's stratum.
    static let stratumKey = LabelFirst.stratumKey
    /// The number of test rows in it.
    static let stratumRowsKey = LabelFirst.stratumRowsKey
    /// Fewer labels say too little.
    static let leastRows = 10
    /// The rows that the strata count may differ from the test rows by this factor: labels that did not come back.
    private static let mostMissing = 1.25

    private let file: ScoreFile
    private let series: [ScoredSeries]
    /// By canonical row.
    private let strata: [Int: Int]
    private let sizes: [Int: Double]
    /// Labelled rows that the analysis was not fitted on, of a draw from all of test, where that is larger than the fit: numbers beyond the
    /// pair's rows, with the confidences that their records have.
    let outside: [Int: Double]

    /// - Parameters:
    ///   - path: The file: a record per row, its metrics as in SCORES.
    ///   - wanted: What SCORES has.
    /// - Throws: `RecordError`, ``AnalysisError``.
    init(
        _ saved: RestoredAnalysis, path: String, scores wanted: [ScoredSeries], _ options: EstimateOptions,
        _ workers: WorkerPool
    ) throws {
        let test = saved.pair.test
        let isSample = test.count < saved.summary.inputs.test.records
        let read = try ScoreFile(
            path: path, named: options.namedOfLabels, corpus: test, idKey: options.idKey ?? saved.options.idKey,
            seriesKey: options.modelKey ?? "model", allowsAbsent: isSample, workers: workers)
        if isSample, !read.isJoinedByID { throw AnalysisError.idsNeeded(path: path) }
        let (pairRows, expected) = try Self.rows(read, saved, isSample: isSample)
        var own = options
        // Labelled rows need no probabilities of their own.
        if own.probabilitiesKey.map({ read.table.column(named: $0) == nil }) ?? false { own.probabilitiesKey = nil }
        if own.metrics.isEmpty {
            // The other fields of a test record are no metrics.
            let names = Set(wanted.flatMap { series in series.metrics.flatMap { [$0.name, "\(series.model)/\($0.name)"] } })
            own.metrics = read.table.columns.map(\.name).filter(names.contains).compactMap {
                try? FieldPath(name: $0, keys: [$0])
            }
        }
        series = try SeriesReader(
            scores: read, train: test, options: own, labelKey: saved.options.labelKey, pairRows: pairRows
        ).read()
        file = read
        let known = Set(pairRows.compactMap { $0 })
        guard known.count >= Self.leastRows else {
            throw AnalysisError.labelledTooFew(path: path, found: known.count, least: Self.leastRows)
        }
        (strata, sizes) = try Self.strata(read, pairRows, testRows: saved.pair.testRows.count)
        let total = sizes.values.reduce(0, +)
        guard Self.isNear(total, expected) else {
            throw AnalysisError.labelledPart(path: path, found: total, expected: expected)
        }
        var outside: [Int: Double] = [:]
        if let key = options.confidenceKey, let column = read.table.column(named: key) {
            for (record, row) in pairRows.enumerated() {
                guard let row, row >= saved.pair.count, let value = Double(column.string(at: record)), value.isFinite else {
                    continue
                }
                outside[row] = value
            }
        } else if options.confidenceKey == nil, let one = series.first, let classes = one.classes {
            for (row, value) in zip(one.rows, classes.table.confidences) where row >= saved.pair.count { outside[row] = value }
        }
        self.outside = outside
    }

    private static func isNear(_ total: Double, _ expected: Int) -> Bool {
        total * mostMissing >= Double(expected) && total <= Double(expected) * mostMissing
    }

    /// The canonical row of each record, and the number of rows that all of them stand for. Where test is larger than the fit a draw may
    /// be of all of it: its rows outside the fit's sample get numbers of their own.
    private static func rows(_ file: ScoreFile, _ saved: RestoredAnalysis, isSample: Bool) throws -> ([Int?], Int) {
        let numbers = saved.pair.order.rows(of: .test)
        let inSample = file.rows.map { $0 == ScoreFile.absent ? nil : numbers[$0] }
        let (sample, all) = (saved.pair.testRows.count, saved.summary.inputs.test.records)
        guard isSample, file.table.column(named: probabilityKey) != nil else { return (inSample, sample) }
        let every = inSample.enumerated().map { record, row in row ?? saved.pair.count + record }
        let total = try strata(file, every, testRows: sample).sizes.values.reduce(0, +)
        return isNear(total, all) && !isNear(total, sample) ? (every, all) : (inSample, sample)
    }

    /// Of every row, and the number of rows of each: by the fields of a draw, else by equal probabilities of inclusion, else one.
    static func strata(
        _ file: ScoreFile, _ pairRows: [Int?], testRows: Int
    ) throws -> (ofRow: [Int: Int], sizes: [Int: Double]) {
        func has(_ key: String) -> Bool { file.table.column(named: key) != nil }
        var ofRow: [Int: Int] = [:]
        if has(stratumKey), has(stratumRowsKey) {
            let (numbers, rows) = (
                try file.numbers(under: stratumKey, within: 0...1e9, areWhole: true),
                try file.numbers(under: stratumRowsKey, within: 1...1e9, areWhole: true)
            )
            var sizes: [Int: Double] = [:]
            var labels: [Int: Double] = [:]
            for (record, row) in pairRows.enumerated() {
                guard let row else { continue }
                let stratum = Int(numbers[record])
                if ofRow.updateValue(stratum, forKey: row) == nil { labels[stratum, default: 0] += 1 }
                let (size, least) = (sizes[stratum] ?? rows[record], labels[stratum] ?? 0)
                guard rows[record] == size, size >= least else {
                    throw AnalysisError.labelledStratumRows(
                        file.table.location(ofRecord: record), stratum: stratum, found: rows[record],
                        expected: max(size, least))
                }
                sizes[stratum] = size
            }
            return (ofRow, sizes)
        }
        guard has(probabilityKey) else {
            for row in pairRows.compactMap({ $0 }) { ofRow[row] = 0 }
            return (ofRow, [0: Double(testRows)])
        }
        let probabilities = try file.numbers(under: probabilityKey, within: 1e-12...1)
        var numbers: [Double: Int] = [:]
        for probability in Set(probabilities).sorted() { numbers[probability] = numbers.count }
        for (record, row) in pairRows.enumerated() {
            if let row { ofRow[row] = numbers[probabilities[record]] }
        }
        let labels = Dictionary(grouping: ofRow.values) { $0 }.mapValues(\.count)
        var sizes: [Int: Double] = [:]
        for (probability, number) in numbers {
            if let own = labels[number] { sizes[number] = Double(own) / probability }
        }
        return (ofRow, sizes)
    }

    var summary: EstimateSummary.LabelledFile {
        EstimateSummary.LabelledFile(
            name: (file.table.path as NSString).lastPathComponent, digest: file.table.digest, rows: strata.count,
            strata: sizes.count)
    }

    /// What the labels say of one metric of a model; nil if the file does not have it, or if it is no function of means.
    ///
    /// - Parameter proxies: A proxy by canonical row, for every test row; nil without one.
    func figure(
        model: String, metric: String, proxies: (values: [Int: Double], mean: Double, isOfMetric: Bool)?
    ) -> (figure: LabelledSample.Figure, rows: Int, strata: Int)? {
        guard let one = series.first(where: { $0.model == model }),
            let own = one.metrics.first(where: { $0.name == metric })
        else { return nil }
        let sample = LabelledSample(strata: one.rows.map { strata[$0] ?? 0 }, sizes: sizes)
        var proxy: LabelledSample.Proxy?
        if let proxies {
            let values = one.rows.compactMap { proxies.values[$0] }
            if values.count == one.rows.count {
                proxy = LabelledSample.Proxy(values: values, mean: proxies.mean, isOfMetric: proxies.isOfMetric)
            }
        }
        return sample.figure(of: own.measure, proxy: proxy).map { ($0, sample.count, sample.sizes.count) }
    }
}
