import ImportanceWeights
import ParallelWork
import ShiftEstimates
import TextRecords

/// Which test rows to label first.
public enum LabelFirstMethod: String, Sendable, CaseIterable {
    /// A draw from strata by how test-like rows are, with more of the most test-like.
    case labelFirst = "label-first"
    /// A draw from the rows that train does not support.
    case noSupport = "no-support"
}

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
        /// Least and greatest p_test of its rows.
        public var pTest: ClosedRange<Double>
        /// Number of its test rows.
        public var rows: Int
        /// Number of rows drawn from it.
        public var drawn: Int
    }

    /// Test rows that could be drawn.
    public let eligibleRows: Int
    /// All rows of the test side of the fit.
    public let testRows: Int
    /// Whether the analysis was fitted on a sample of larger corpora: the rows are then of the sample.
    public let isSample: Bool
    /// By increasing logit; one for ``LabelFirstMethod/noSupport``.
    public let strata: [Stratum]
    private let test: RecordTable
    private let drawn: [(fileRow: Int, probability: Double, pTest: Double)]

    /// - Parameters:
    ///   - method: What rows are drawn from.
    ///   - count: How many rows to draw; all if there are fewer.
    ///   - seed: nil for that of the analysis.
    /// - Throws: ``AnalysisError/nothingUnsupported(folder:)``.
    package init(_ saved: RestoredAnalysis, method: LabelFirstMethod, count: Int, seed: UInt64?) throws {
        let pair = saved.pair
        let all = pair.testRows
        let threshold = saved.summary.overlap?.threshold ?? .infinity
        let rows = method == .labelFirst ? all : all.filter { saved.scores[$0].logit > threshold }
        guard !rows.isEmpty else { throw AnalysisError.nothingUnsupported(folder: saved.folder) }
        let scores = rows.map { saved.scores[$0] }
        let draw = StratifiedDraw(
            scores: scores.map(\.logit), sizes: scores.map { method == .labelFirst ? $0.pTest : 1 },
            identities: rows.map { pair.test.fingerprint(ofRecord: pair.fileRow($0)) }, count: count,
            strata: method == .labelFirst ? Self.strata : 1, seed: seed ?? saved.options.seed)
        var start = 0
        let ordered = scores.map { ($0.logit, $0.pTest) }.sorted { $0.0 < $1.0 }
        strata = draw.strata.map { stratum in
            let own = ordered[start..<start + stratum.rows].map(\.1)
            start += stratum.rows
            return Stratum(pTest: (own.min() ?? 0)...(own.max() ?? 1), rows: stratum.rows, drawn: stratum.drawn)
        }
        eligibleRows = rows.count
        testRows = all.count
        isSample = saved.corpora.streamed != nil
        test = pair.test
        drawn = zip(draw.rows, draw.probabilities).map { place, probability in
            (pair.fileRow(rows[place]), probability, scores[place].pTest)
        }.sorted { $0.0 < $1.0 }
    }

    /// Writes the drawn rows in the order of the test corpus, each with `inclusion_probability` and `p_test` added.
    /// - Throws: `RecordError`.
    public func write(to folder: String, replacing: Bool) throws {
        let output = try OutputFolder(path: folder, replacing: replacing, names: [Self.name])
        let splice = RecordSplice(names: [Self.probabilityKey, AddedNumber.pTest.name], overwriting: true)
        for row in drawn {
            var bytes: [UInt8] = []
            try splice.append(record: row.fileRow, of: test, values: [row.probability, row.pTest], to: &bytes)
            bytes.append(UInt8(ascii: "\n"))
            try output.file(Self.name)?.write(bytes)
        }
        try output.commit()
    }
}
