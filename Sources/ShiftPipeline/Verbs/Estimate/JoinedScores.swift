import Foundation
import ParallelWork
import TextRecords

/// A score file joined to the rows of an analysis.
struct JoinedScores {
    let file: ScoreFile
    /// The canonical row of each record; nil for one outside the sample.
    let pairRows: [Int?]

    init(_ saved: RestoredAnalysis, path: String, _ options: EstimateOptions, _ workers: WorkerPool) throws {
        let train = saved.pair.train
        let isSample = saved.summary.isTrainSample
        let idKey = options.idKey ?? saved.options.idKey
        let numbers = saved.pair.order.rows(of: .train)
        guard options.isDrawn else {
            let read = try ScoreFile(
                path: path, format: options.format, named: options.named, corpus: train, idKey: idKey,
                seriesKey: options.modelKey ?? "model", allowsAbsent: isSample, workers: workers)
            if isSample, !read.isJoinedByID { throw AnalysisError.idsNeeded(path: path) }
            file = read
            pairRows = read.rows.map { $0 == ScoreFile.absent ? nil : numbers[$0] }
            return
        }
        if isSample { throw AnalysisError.drawnSetStreamed(path: path) }
        let drawn = try ValidationDraw(
            saved.pair, weights: saved.weights, logits: saved.pair.trainRows.map { saved.scores[$0].logit },
            surface: saved.model.header.folds > 0 ? saved.views.surface : nil, saved.options
        ).validation
        let validation = try Self.table(of: drawn, train, workers)
        let read = try ScoreFile(
            path: path, format: options.format, named: options.named, corpus: validation, idKey: idKey,
            seriesKey: options.modelKey ?? "model", allowsRepeats: true, firstOfEqualIDs: true, workers: workers)
        try Self.check(read, drawn, path: path, modelKey: options.modelKey ?? "model")
        file = read
        pairRows = read.rows.map { numbers[drawn[$0]] }
    }

    /// The records of the validation set, in its order.
    private static func table(of drawn: [Int], _ train: RecordTable, _ workers: WorkerPool) throws -> RecordTable {
        var bytes: [UInt8] = []
        for row in drawn {
            train.appendJSON(ofRecord: row, to: &bytes)
            bytes.append(UInt8(ascii: "\n"))
        }
        let name = "validation.jsonl"
        let origins = drawn.indices.map { SourceLocation(path: name, line: $0 + 1) }
        return try RecordTable.read(selected: bytes, origins: origins, path: name, named: [], workers: workers)
    }

    /// Each model has as many records for a row as the row has draws.
    private static func check(_ file: ScoreFile, _ drawn: [Int], path: String, modelKey: String) throws {
        let models = file.table.column(named: modelKey)
        var counts: [String: [Int: Int]] = [:]
        for (record, row) in file.rows.enumerated() {
            counts[models?.string(at: record) ?? "", default: [:]][drawn[row], default: 0] += 1
        }
        var expected: [Int: Int] = [:]
        for row in drawn { expected[row, default: 0] += 1 }
        for (_, own) in counts.sorted(by: { $0.key < $1.key }) {
            let found = own.values.reduce(0, +)
            let wrong = own.filter { $0.value > expected[$0.key, default: 0] }.keys.min()
            if found != drawn.count || wrong != nil {
                var name: String?
                if case .id(let key) = file.join, let wrong,
                    let record = file.rows.firstIndex(where: { drawn[$0] == wrong })
                {
                    name = file.table.column(named: key)?.string(at: record)
                }
                throw AnalysisError.notTheDrawnSet(path: path, found: found, expected: drawn.count, unknown: name)
            }
        }
    }

    /// The field with the fold that a row was held out in, as `train.weighted.jsonl` has it.
    private static let foldKey = "cv_fold"

    /// Records whose fold is not that of their row; nil without the field. Folds that are the analysis's keep a group's rows together,
    /// so that no model has seen the text of a row that it scores.
    /// - Throws: ``AnalysisError`` for a value that is no number.
    func otherFolds(than folds: [Int]) throws -> Int? {
        guard file.table.column(named: Self.foldKey) != nil else { return nil }
        return zip(pairRows, try file.numbers(under: Self.foldKey, within: -1...1e9, areWhole: true)).count { row, fold in
            row.map { Double(folds[$0]) != fold } ?? false
        }
    }

    func summary(isDrawn: Bool) -> EstimateSummary.Scores {
        let by =
            switch file.join {
            case .id(let key): "id:\(key)"
            case .rowNumber: "row"
            case .order: "order"
            }
        return EstimateSummary.Scores(
            name: (file.table.path as NSString).lastPathComponent, digest: file.table.digest, records: file.table.count,
            joinedBy: by, isDrawn: isDrawn, outsideSample: pairRows.count { $0 == nil })
    }
}
