import ParallelWork
import ShiftEstimates

@testable import ShiftPipeline
@testable import TextRecords

/// A corpus of a dozen records, two of which have one identifier.
private let corpus: RecordTable = {
    let lines = (0..<12).map { #"{"id": "\#($0 == 7 ? 6 : $0)", "text": "t \#($0)", "label": "\#($0 % 2)"}"# + "\n" }.joined()
    do {
        return try RecordTable.read(bytes: Array(lines.utf8), path: "train", format: .jsonLines, workers: alone)
    } catch {
        fatalError("\(error)")
    }
}()
private let alone = WorkerPool(workers: 1)

/// The file of the input behind its first byte, which says how it is read; nil for one that is refused.
private func scores(_ bytes: [UInt8]) -> ScoreFile? {
    guard let first = bytes.first else { return nil }
    func has(_ bit: UInt8) -> Bool { first >> bit & 1 == 1 }
    let read = try? ScoreFile(
        path: Scratch.file(bytes.dropFirst()), corpus: corpus, idKey: has(0) ? "label" : nil, seriesKey: has(1) ? "model" : nil,
        allowsRepeats: has(2), allowsAbsent: has(3), firstOfEqualIDs: has(4), workers: alone)
    guard let read else { return nil }
    require(read.rows.count == read.table.count, "\(read.rows.count) rows of \(read.table.count) records: \(shown(bytes))")
    require(
        read.rows.allSatisfy { corpus.count > $0 && $0 >= (has(3) ? ScoreFile.absent : 0) }, "\(read.rows) of \(shown(bytes))")
    let known = read.rows.filter { $0 != ScoreFile.absent }
    require(has(1) || has(2) || Set(known).count == known.count, "a row twice: \(shown(bytes))")
    return read
}

private func pairRows(_ file: ScoreFile) -> [Int?] { file.rows.map { $0 == ScoreFile.absent ? nil : $0 } }

/// Scores are joined to rows that are there, and every metric that is found is of finite numbers.
func fuzzScores(_ bytes: [UInt8]) {
    guard let file = scores(bytes), let first = bytes.first else { return }
    for column in file.table.columns {
        guard let values = try? file.numbers(under: column.name, within: 0...1) else { continue }
        require(values.count == file.table.count && values.allSatisfy((0...1).contains), "\(values) of \(shown(bytes))")
    }
    var options = EstimateOptions()
    if first >> 5 & 1 == 1 { options.task = first >> 6 & 1 == 1 ? .spans : .answers }
    if first >> 7 == 1 { options.confidenceKey = "sure" }
    let read = SeriesReader(scores: file, train: corpus, options: options, labelKey: "label", pairRows: pairRows(file))
    guard let series = try? read.read() else { return }
    for one in series {
        require(zip(one.rows, one.rows.dropFirst()).allSatisfy { $0 <= $1 }, "rows fall: \(shown(bytes))")
        for metric in one.metrics {
            let (name, measure) = (metric.name, metric.measure)
            require(measure.count == one.rows.count, "\(name): \(measure.count) values: \(shown(bytes))")
            let value = measure.value(weights: [Double](repeating: 1, count: measure.count))
            require(value.isFinite, "\(name) is \(value): \(shown(bytes))")
            if let bounds = measure.bounds, !bounds.contains(value) {
                require(
                    abs(value - min(max(value, bounds.lowerBound), bounds.upperBound)) < 1e-9,
                    "\(name) is \(value): \(shown(bytes))")
            }
        }
    }
}

/// Labelled rows lie in strata that have room for them, and what they say is finite.
func fuzzLabelled(_ bytes: [UInt8]) {
    guard let file = scores(bytes) else { return }
    let rows = pairRows(file)
    guard let (ofRow, sizes) = try? LabelledTest.strata(file, rows, testRows: corpus.count) else { return }
    require(Set(ofRow.keys) == Set(rows.compactMap { $0 }), "other rows: \(shown(bytes))")
    let labels = Dictionary(grouping: ofRow.values) { $0 }.mapValues(\.count)
    require(
        labels.allSatisfy { stratum, count in sizes[stratum].map { $0.isFinite && $0 >= Double(count) } ?? false },
        "\(sizes) for \(labels): \(shown(bytes))")
    let known = ofRow.keys.sorted()
    let sample = LabelledSample(strata: known.compactMap { ofRow[$0] }, sizes: sizes)
    for column in file.table.columns {
        guard let values = try? file.numbers(under: column.name) else { continue }
        var ofRow: [Int: Double] = [:]
        for (row, value) in zip(rows, values) { if let row { ofRow[row] = value } }
        let metric = known.map { ofRow[$0] ?? 0 }
        let proxy = LabelledSample.Proxy(
            values: metric.reversed(), mean: metric.reduce(0, +) / Double(max(known.count, 1)), isOfMetric: true)
        for proxy in [nil, proxy] {
            guard let figure = sample.figure(of: .mean(metric), proxy: proxy) else { continue }
            require(
                figure.value.isFinite && figure.standardError.isFinite && figure.standardError >= 0
                    && figure.interval.lowerBound.isFinite && figure.interval.upperBound.isFinite,
                "\(column.name): \(figure): \(shown(bytes))")
        }
    }
}

/// Confidences of any kind give a monotone map with levels among the values, and a share.
func fuzzConfidences(_ bytes: [UInt8]) {
    guard let file = scores(bytes) else { return }
    for column in file.table.columns {
        guard let confidences = try? file.numbers(under: column.name), !confidences.isEmpty else { continue }
        let values = confidences.indices.map { Double($0 * 7 % 3) / 2 }
        let weights = confidences.indices.map { Double($0 * 5 % 4) + ($0 == 0 ? 1 : 0) }
        let rows = ConfidenceRows(confidences: confidences, test: confidences.reversed() + [0, 1e15, -1e15])
        let mapped = rows.mapped(values: values, weights: weights, rises: rows.rises(values: values, weights: weights))
        require(mapped.allSatisfy { (-1e-9...1 + 1e-9).contains($0) }, "\(mapped) of \(shown(bytes))")
        let share = rows.aboveThreshold(values: values, weights: weights, testWeights: mapped.map { _ in 1 })
        require((0...1).contains(share), "a share of \(share): \(shown(bytes))")
    }
}

/// A review excludes rows at the places that it names, each once.
func fuzzReview(_ bytes: [UInt8]) {
    guard let review = try? ExcludedRows.read(review: Scratch.file(bytes), idKey: nil) else { return }
    var counts: [CorpusSide: Int] = [:]
    for side in [CorpusSide.train, .test, .train] {
        let rows = review.rows(of: corpus, side: side)
        require(
            zip(rows, rows.dropFirst()).allSatisfy { $0 < $1 } && rows.allSatisfy { (0..<corpus.count).contains($0) },
            "\(rows): \(shown(bytes))")
        counts[side] = rows.count
    }
    // A side that is read again has no more rows.
    for (side, count) in counts { require(review.count(of: side) == count, "\(count) rows of \(side): \(shown(bytes))") }
    do {
        try review.check([])
    } catch {
        require(error is AnalysisError, "\(error)")
    }
}
