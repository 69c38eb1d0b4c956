import ImportanceWeights
import ParallelWork
import ShiftModel
import TextRecords

/// The shift that an analysis found, as one that can be planted: the domain is the training rows that are more like test than
/// train, and its odds are what the weights make of its share.
struct FoundShift: Sendable {
    /// The out-of-fold logit of each row of the table; the lowest there is for a row that the analysis did not have.
    let scores: [Double]
    /// Share of the rows in the domain.
    let share: Double
    /// Odds of the domain on test over those on train.
    let odds: Double

    /// - Parameter table: Of the audit.
    init(folder: String, train: [String], table: RecordTable, _ options: AnalysisOptions, _ pool: WorkerPool) throws {
        let saved = try SavedAnalysis(folder: folder, train: train, threads: options.threads)
        let pair = saved.pair
        var known: [UInt64: Double] = [:]
        var (rows, inside, mass, insideMass) = (0.0, 0.0, 0.0, 0.0)
        for (position, row) in pair.trainRows.enumerated() {
            let score = saved.scores[row]
            known[pair.train.fingerprint(ofRecord: pair.fileRow(row))] = score.logit
            rows += 1
            mass += saved.weights[position]
            if score.pTest > 0.5 {
                inside += 1
                insideMass += saved.weights[position]
            }
        }
        let lowest = known.values.min() ?? 0
        scores = (0..<table.count).map { known[table.fingerprint(ofRecord: $0)] ?? lowest }
        // Where the analysis found nothing, no row is more like test.
        share = min(max(inside / max(rows, 1), 0.02), 0.98)
        let shares = (train: share, test: min(max(insideMass / max(mass, 1e-9), 0.02), 0.98))
        odds = inside > 0 && inside < rows ? shares.test / (1 - shares.test) / (shares.train / (1 - shares.train)) : 1
    }
}
