import Foundation
import ImportanceWeights
import ParallelWork
import ShiftEstimates
import TextRecords

/// Thresholds and prediction sets of the test rows of an analysis, by weighted split conformal prediction.
public struct ConformalSets: Sendable {
    /// The field with the scores of the possible answers.
    public static let candidatesKey = "scores"
    /// What is written for no bound: a number, so that the column has one type, and one that no score can exceed.
    public static let unbounded = 1e30

    /// One test row.
    public struct Row: Sendable, Equatable, Codable {
        /// Position in the test corpus, from 0, or in the sample if the analysis was fitted on one.
        public var row: Int
        /// Its identifier; nil where test has none.
        public var id: String?
        /// Answers with a score at or below it are in the set; infinite if nothing can be ruled out.
        public var threshold: Double
        /// The answers in the set; nil without scores of answers.
        public var set: [String]?
    }

    /// In the order of the test corpus, or of the sample if the analysis was fitted on one.
    public let rows: [Row]
    /// Training rows with a score.
    public let calibrationRows: Int
    /// How many equally weighted rows they are worth, (Σw)²/Σw².
    public let effectiveRows: Double
    /// Whether the analysis trusts its weights.
    public let isTrusted: Bool
    /// Whether ``rows`` are a sample of the test corpus.
    public let isSample: Bool

    /// - Parameters:
    ///   - path: A file with a score for training rows that the model was not trained on: high where the true answer fits
    ///     badly.
    ///   - options: See ``ConformalOptions``.
    /// - Throws: `RecordError`, ``AnalysisError``.
    package init(_ saved: RestoredAnalysis, scores path: String, options: ConformalOptions) throws {
        let workers = WorkerPool(workers: options.reread.threads)
        let pair = saved.pair
        let idKey = saved.options.idKey
        let file = try ScoreFile(path: path, corpus: pair.train, idKey: idKey, workers: workers)
        let values = try file.numbers(under: options.scoreKey, within: -Self.unbounded...Self.unbounded)
        // Raw ratios: the same scale on both sides, whatever the form of the analysis' weights.
        var ratios = (
            train: [Double](repeating: 1, count: pair.train.count), test: [Double](repeating: 1, count: pair.test.count)
        )
        // By class, a test row's weight is that of the answer that is tried (Podkopaev & Ramdas 2021, "Distribution-free uncertainty
        // quantification for classification under label shift").
        let priors = saved.model.header.classPriors
        for row in 0..<pair.count where priors == nil {
            let ratio = DensityRatio.ratio(from: saved.scores[row].pTest)
            if pair.isTest[row] { ratios.test[pair.fileRow(row)] = ratio } else { ratios.train[pair.fileRow(row)] = ratio }
        }
        if let priors {
            for (row, ratio) in zip(pair.trainRows, priors.ratios(of: pair.trainRows, pair)) {
                ratios.train[pair.fileRow(row)] = ratio
            }
            // What holds for any answer holds for that of the greatest weight.
            ratios.test = ratios.test.map { _ in priors.ratios.max() ?? 1 }
        }
        let weights = file.rows.map { ratios.train[$0] }
        guard !weights.isEmpty else { throw AnalysisError.noRows(path: path) }
        let conformal = WeightedConformal(scores: values, weights: weights)
        let sets = try options.candidates.map { try CandidateScores(path: $0, pair.test, idKey: idKey, workers) }
        let ids = pair.test.column(named: idKey ?? "id")
        let thresholds = Dictionary(
            uniqueKeysWithValues: (priors.map { zip($0.names, $0.ratios).map { $0 } } ?? []).map {
                ($0.0, conformal.threshold(weight: $0.1, alpha: options.alpha))
            })
        rows = (0..<pair.test.count).map { row in
            let threshold = conformal.threshold(weight: ratios.test[row], alpha: options.alpha)
            return Row(
                row: row, id: ids.map { $0.string(at: row) }, threshold: threshold,
                set: sets.flatMap { $0.ofRow[row] }.map { all in
                    all.filter { one in
                        one.score
                            <= (priors.map {
                                thresholds[one.name]
                                    ?? conformal.threshold(weight: $0.ratio(of: one.name), alpha: options.alpha)
                            } ?? threshold)
                    }.map(\.name)
                })
        }
        calibrationRows = weights.count
        effectiveRows = try EffectiveSampleSize.ofRows(weights)
        isTrusted = saved.summary.trust.isTrusted
        isSample = pair.test.count < saved.corpora.test.records
    }

    /// Writes one JSON object per test row: `row`, `id` where there is one, `threshold`, `is_bounded` and, with scores of
    /// answers, `set`. A threshold without bound is ``unbounded``.
    /// - Throws: `RecordError` for what cannot be written.
    public func write(to file: OutputFile) throws {
        for row in rows {
            var line: [UInt8] = Array("{\"row\": \(row.row)".utf8)
            if let id = row.id {
                line += Array(", \"id\": ".utf8)
                JSONString.append(id, to: &line)
            }
            line += Array(", \"threshold\": ".utf8)
            try DecimalNumber.append(row.threshold.isFinite ? row.threshold : Self.unbounded, to: &line)
            line += Array(", \"is_bounded\": \(row.threshold.isFinite)".utf8)
            if let set = row.set {
                line += Array(", \"set\": [".utf8)
                for (position, name) in set.enumerated() {
                    if position > 0 { line += Array(", ".utf8) }
                    JSONString.append(name, to: &line)
                }
                line.append(UInt8(ascii: "]"))
            }
            line += Array("}\n".utf8)
            try file.write(line)
        }
        try file.flush()
    }
}

/// Scores of the possible answers of test rows.
private struct CandidateScores: Sendable {
    /// By row of the test corpus; nil for a row without a record. By increasing score, then name.
    let ofRow: [[(name: String, score: Double)]?]

    init(path: String, _ corpus: RecordTable, idKey: String?, _ workers: WorkerPool) throws {
        let file = try ScoreFile(path: path, corpus: corpus, idKey: idKey, workers: workers)
        _ = try file.column(ConformalSets.candidatesKey)
        var found = [[(name: String, score: Double)]?](repeating: nil, count: corpus.count)
        for (record, row) in file.rows.enumerated() {
            var bytes: [UInt8] = []
            file.table.appendJSON(ofRecord: record, to: &bytes)
            let object = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
            guard let scores = object?[ConformalSets.candidatesKey] as? [String: Any] else {
                throw AnalysisError.valueMissing(
                    file.table.location(ofRecord: record), key: ConformalSets.candidatesKey,
                    found: file.table.column(named: ConformalSets.candidatesKey)?.kind(at: record) ?? .missing)
            }
            found[row] = try scores.map { name, value in
                guard let number = value as? Double else {
                    throw AnalysisError.notANumber(
                        file.table.location(ofRecord: record), key: "\(ConformalSets.candidatesKey).\(name)", found: "\(value)")
                }
                return (name, number)
            }.sorted { ($0.score, $0.name) < ($1.score, $1.name) }
        }
        ofRow = found
    }
}
