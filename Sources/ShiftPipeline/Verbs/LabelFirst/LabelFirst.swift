import Foundation
import ImportanceWeights
import ParallelWork
import ShiftEstimates
import TextRecords

/// Test rows to label, each with its known probability of inclusion, so that later estimates from them stay unbiased.
public struct LabelFirst: Sendable {
    /// The file that ``write(to:replacing:)`` writes.
    public static let name = "label-first.jsonl"
    /// What is added to each row, beside `p_test`.
    public static let probabilityKey = "inclusion_probability"
    /// The number of a row's stratum, from 0.
    public static let stratumKey = "label_stratum"
    /// The number of test rows in it.
    public static let stratumRowsKey = "label_stratum_rows"
    /// Strata of ``LabelFirstMethod/labelFirst``.
    static let strata = 10

    /// One stratum.
    public struct Stratum: Sendable, Equatable, Codable {
        /// Least and greatest score of its rows: the confidence, else p_test.
        public var scores: ClosedRange<Double>
        /// Number of its test rows.
        public var rows: Int
        /// Number of rows drawn from it, those of an earlier draw included.
        public var drawn: Int
    }

    /// Test rows that could be drawn.
    public let eligibleRows: Int
    /// All rows of the test side of the fit.
    public let testRows: Int
    /// Whether the analysis was fitted on a sample of larger corpora: the rows are then of the sample.
    public let isSample: Bool
    /// Whether strata are by the model's confidence, else by p_test.
    public let isByConfidence: Bool
    /// Whether the confidences can be probabilities, which ``expectedWidth`` then goes by.
    public let areProbabilities: Bool
    /// Rows that were drawn before.
    public let earlierRows: Int
    /// The width, in points of 100, that a 95% interval for a share is expected to have with these labels; with confidences that are no
    /// probabilities, and without them, the largest that it can have.
    public let expectedWidth: Double
    /// By increasing score; one for ``LabelFirstMethod/noSupport``.
    public let strata: [Stratum]
    /// Whether the rows are of a stream of scored records, which no analysis has read.
    public let isStream: Bool
    private let drawn: [Drawn]
    /// What it is made from.
    private let inputs: [String]

    private struct Drawn: Sendable {
        var record: Record
        var values: [Double]
    }

    private enum Record: Sendable {
        /// A row of a table: of the test corpus, or of an earlier draw.
        case row(Int, RecordTable)
        /// JSON of a stream.
        case bytes([UInt8], SourceLocation)
    }

    /// - Throws: ``AnalysisError``; `RecordError` for what cannot be read.
    package init(_ saved: RestoredAnalysis, _ options: LabelFirstOptions) throws {
        let pair = saved.pair
        let workers = WorkerPool(workers: options.reread.threads)
        let all = pair.testRows
        let threshold = saved.summary.overlap?.threshold ?? .infinity
        let isLabelFirst = options.method == .labelFirst
        let rows = isLabelFirst ? all : all.filter { saved.scores[$0].logit > threshold }
        guard !rows.isEmpty else { throw AnalysisError.nothingUnsupported(folder: saved.folder) }
        let confidences = isLabelFirst ? try Self.confidences(saved, rows, options, workers) : nil
        let isShare = confidences?.allSatisfy { $0 >= 0 && $0 <= 1 } ?? false
        // What the model is sure of may be wrong too, so nothing has a spread of none.
        let shares = isShare ? confidences?.map { min(max($0, 0.02), 0.98) } : nil
        let spreads = shares?.map { ($0 * (1 - $0)).squareRoot() } ?? rows.map { _ in 1 }
        var place: [Int: Int] = [:]
        for (number, row) in rows.enumerated() { place[row] = number }
        let before = try options.labelled.map { path in
            try ScoreFile(
                path: path, corpus: pair.test, idKey: options.idKey ?? saved.options.idKey,
                allowsAbsent: pair.test.count < saved.summary.inputs.test.records, workers: workers)
        }
        let canonical = pair.order.rows(of: .test)
        var record: [Int: Int] = [:]
        for (number, row) in (before?.rows ?? []).enumerated() where row != ScoreFile.absent {
            if let own = place[canonical[row]] { record[own] = number }
        }
        let scores = confidences ?? rows.map { saved.scores[$0].logit }
        let earlierPlaces = Set(record.keys)
        func draw(_ count: Int) -> StratifiedDraw {
            StratifiedDraw(
                scores: scores, spreads: spreads, identities: rows.map { pair.test.fingerprint(ofRecord: pair.fileRow($0)) },
                earlier: earlierPlaces, count: count, strata: isLabelFirst ? Self.strata : 1,
                seed: options.seed ?? saved.options.seed)
        }
        /// Full width of the interval for the mean of a 0/1 value, in points.
        func width(_ draw: StratifiedDraw) -> Double {
            var (start, variance) = (0, 0.0)
            let ordered = shares?.sorted()
            for stratum in draw.strata {
                let own = ordered.map { $0[start..<start + stratum.rows] }
                let share = own.map { $0.reduce(0, +) / Double($0.count) } ?? 0.5
                let weight = Double(stratum.rows) / Double(rows.count)
                variance += weight * weight * (1 - stratum.probability) / Double(max(stratum.drawn, 1)) * share * (1 - share)
                start += stratum.rows
            }
            return 2 * 1.959_963_984_540_054 * variance.squareRoot() * 100
        }
        let found = draw(options.size ?? Self.size(for: options.targetWidth ?? 10, of: rows.count) { width(draw($0)) })
        if let before { try Self.check(before, record, found) }
        expectedWidth = width(found)
        let ordered = isLabelFirst && confidences != nil ? scores.sorted() : rows.map { saved.scores[$0].pTest }.sorted()
        var start = 0
        strata = found.strata.map { stratum in
            let own = ordered[start..<start + stratum.rows]
            start += stratum.rows
            return Stratum(scores: (own.first ?? 0)...(own.last ?? 1), rows: stratum.rows, drawn: stratum.drawn)
        }
        isByConfidence = confidences != nil
        areProbabilities = isShare
        earlierRows = record.count
        eligibleRows = rows.count
        testRows = all.count
        isSample = saved.corpora.streamed != nil
        isStream = false
        inputs = saved.corpora.paths.all + [options.testConfidences, options.labelled].compactMap { $0 }
        drawn = found.rows.indices.map { number -> (Int, Drawn) in
            let (row, stratum) = (found.rows[number], found.stratumOfRow[number])
            let fileRow = pair.fileRow(rows[row])
            let source: Record =
                record[row].flatMap { place in before.map { .row(place, $0.table) } } ?? .row(fileRow, pair.test)
            return (
                fileRow,
                Drawn(
                    record: source,
                    values: [
                        found.probabilities[number], saved.scores[rows[row]].pTest, Double(stratum),
                        Double(found.strata[stratum].rows),
                    ])
            )
        }.sorted { $0.0 < $1.0 }.map(\.1)
    }

    /// Of a stream, which passes once; see ``StratifiedReservoir``.
    /// - Throws: `RecordError` for what cannot be read; ``AnalysisError`` for a record without a score, and for no records.
    init(stream: ScoredStream) throws {
        let reservoir = stream.reservoir
        inputs = [stream.path]
        guard reservoir.count > 0 else { throw AnalysisError.noRows(path: stream.path) }
        let (hasConfidences, isShare) = (stream.isByConfidence, stream.isByConfidence && reservoir.areShares)
        /// Full width of the interval for the mean of a 0/1 value, in points.
        func width(_ strata: [StratifiedReservoir<ScoredStream.Record>.Stratum]) -> Double {
            let variance = strata.reduce(0.0) { sum, stratum in
                let share = isShare ? stratum.share : 0.5
                let weight = Double(stratum.rows) / Double(reservoir.count)
                let left = 1 - Double(stratum.drawn) / Double(stratum.rows)
                return sum + weight * weight * left / Double(max(stratum.drawn, 1)) * share * (1 - share)
            }
            return 2 * 1.959_963_984_540_054 * variance.squareRoot() * 100
        }
        func strata(_ count: Int) -> [StratifiedReservoir<ScoredStream.Record>.Stratum] {
            reservoir.strata(count: count, strata: Self.strata, bySpread: isShare)
        }
        let most = min(reservoir.capacity, reservoir.count)
        let count =
            stream.size.map { min($0, most) }
            ?? Self.size(for: stream.targetWidth ?? 10, of: most) { width(strata($0)) }
        let found = strata(count)
        expectedWidth = width(found)
        self.strata = found.map { Stratum(scores: $0.scores, rows: $0.rows, drawn: $0.drawn) }
        (isByConfidence, areProbabilities, earlierRows) = (hasConfidences, isShare, 0)
        (eligibleRows, testRows, isSample, isStream) = (reservoir.count, reservoir.count, false, true)
        drawn = reservoir.draw(count: count, strata: Self.strata, bySpread: isShare).map { row in
            Drawn(
                record: .bytes(row.record.bytes, row.record.location),
                values: [row.probability, Double(row.stratum), Double(found[row.stratum].rows)])
        }
    }

    /// Of the rows, in their order; nil without the option.
    private static func confidences(
        _ saved: RestoredAnalysis, _ rows: [Int], _ options: LabelFirstOptions, _ workers: WorkerPool
    ) throws -> [Double]? {
        guard let key = options.confidenceKey, let path = options.testConfidences else { return nil }
        let file = try ScoreFile(
            path: path, corpus: saved.pair.test, idKey: options.idKey ?? saved.options.idKey,
            allowsAbsent: saved.pair.test.count < saved.summary.inputs.test.records, workers: workers)
        let canonical = saved.pair.order.rows(of: .test)
        var known: [Int: Double] = [:]
        for (row, value) in zip(file.rows, try file.numbers(under: key)) where row != ScoreFile.absent {
            known[canonical[row]] = value
        }
        let found = rows.compactMap { known[$0] }
        guard found.count == rows.count else {
            throw AnalysisError.countDiffers(path: path, found: found.count, expected: rows.count, corpus: saved.pair.test.path)
        }
        return found
    }

    /// The least number of labels whose interval is no wider; at most all.
    private static func size(for target: Double, of rows: Int, width: (Int) -> Double) -> Int {
        var (low, high) = (min(2 * strata, rows), rows)
        while low < high {
            let middle = (low + high) / 2
            if width(middle) <= target { high = middle } else { low = middle + 1 }
        }
        return high
    }

    /// Rows of an earlier draw lie in the strata that they were drawn from.
    private static func check(_ file: ScoreFile, _ records: [Int: Int], _ draw: StratifiedDraw) throws {
        guard file.table.column(named: stratumKey) != nil else { return }
        let numbers = try file.numbers(under: stratumKey, within: 0...1e9, areWhole: true)
        for (row, stratum) in zip(draw.rows, draw.stratumOfRow) {
            if let record = records[row], numbers[record] != Double(stratum) {
                throw AnalysisError.labelledOtherStrata(file.table.location(ofRecord: record))
            }
        }
    }

    /// Writes the drawn rows in the order of the test corpus, or of the stream, each with `inclusion_probability`, `p_test` and its stratum added; those of an
    /// earlier draw as they are there.
    /// - Throws: `RecordError`.
    public func write(to folder: String, replacing: Bool) throws {
        let output = try OutputFolder(path: folder, replacing: replacing, names: [Self.name], sparing: inputs)
        // A record of a stream has its p_test.
        let splice = RecordSplice(
            names: [Self.probabilityKey] + (isStream ? [] : [AddedNumber.pTest.name]) + [Self.stratumKey, Self.stratumRowsKey],
            wholes: [Self.stratumKey, Self.stratumRowsKey], overwriting: true)
        for row in drawn {
            var bytes: [UInt8] = []
            switch row.record {
            case .row(let record, let table): try splice.append(record: record, of: table, values: row.values, to: &bytes)
            case .bytes(let record, let place): try splice.append(record, values: row.values, at: place, to: &bytes)
            }
            bytes.append(UInt8(ascii: "\n"))
            try output.file(Self.name)?.write(bytes)
        }
        try output.commit()
    }
}

extension LabelFirst {
    /// Draws records to label from a file or a stream of records that `textshift score` has scored, or that have a model's confidence, in
    /// memory that their number does not determine.
    ///
    /// - Parameters:
    ///   - path: `-` is standard input.
    ///   - options: ``LabelFirstOptions/confidenceKey`` names a field of the records themselves; without it strata are by `p_test`.
    ///   - isStopped: Polled now and then; once it is true, reading ends.
    /// - Throws: `RecordError` for what cannot be read; ``AnalysisError`` for a record without a score, and for no records.
    public init(stream path: String, _ options: LabelFirstOptions, isStopped: (@Sendable () -> Bool)? = nil) throws {
        try self.init(stream: ScoredStream(path, options, isStopped: isStopped))
    }
}
