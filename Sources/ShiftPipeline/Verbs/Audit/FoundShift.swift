import ImportanceWeights
import ParallelWork
import TextRecords

/// The shift that an analysis found, as one that can be planted: the density ratio that it estimated.
struct FoundShift: Sendable {
    /// The out-of-fold density ratio of each row of the table; 1 for a row that was not in the analysis.
    let ratios: [Double]

    /// - Parameter table: Of the audit.
    init(_ record: AnalysisRecord, train: [String], table: RecordTable, threads: Int) throws {
        let saved = try RestoredAnalysis(record, RereadOptions(train: train, threads: threads))
        let pair = saved.pair
        var known: [UInt64: Double] = [:]
        for row in pair.trainRows {
            known[pair.train.fingerprint(ofRecord: pair.fileRow(row))] = DensityRatio.ratio(from: saved.scores[row].pTest)
        }
        ratios = (0..<table.count).map { known[table.fingerprint(ofRecord: $0)] ?? 1 }
    }
}
