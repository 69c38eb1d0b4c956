import Foundation
import ShiftEstimates
import TextRecords

/// What one model scored: its rows, and the metrics on them.
struct ScoredSeries: Sendable {
    /// What the estimates call it: the model that its records name, and the part of the metrics' names before a slash.
    var model: String
    /// The first of these alone; empty where records name no model.
    var recordModel: String
    /// Canonical rows of the pair, ascending; a drawn row as often as it was drawn.
    var rows: [Int]
    /// The record of each.
    var records: [Int]
    var metrics: [ScoredMetric]
    /// The model's probabilities of classes, a row each; nil without.
    var classes: ScoredClasses?
}

/// Finds the models and metrics of a score file.
struct SeriesReader {
    let scores: ScoreFile
    let train: RecordTable
    let options: EstimateOptions
    /// The label field given to the analysis; nil for none.
    let labelKey: String?
    /// The row of the pair of each record; nil for a record that takes no part.
    let pairRows: [Int?]

    /// All models, in the order of their names.
    /// - Throws: ``AnalysisError``.
    func read() throws(AnalysisError) -> [ScoredSeries] {
        let modelKey = options.modelKey ?? (scores.table.column(named: "model") == nil ? nil : "model")
        let names = try modelKey.map { key throws(AnalysisError) in try scores.texts(under: key) }
        var records: [String: [Int]] = [:]
        for (record, row) in pairRows.enumerated() where row != nil {
            records[names?[record] ?? "", default: []].append(record)
        }
        guard !records.isEmpty else { throw .noRows(path: scores.table.path) }
        let wanted = try metricFields()
        let values = try wanted.map { field throws(AnalysisError) in
            try scores.numbers(under: field.name, within: MetricNames.range(of: MetricNames.split(field.name).metric))
        }
        let reader = try LabelReader(scores, train: train, options, labelKey: labelKey)
        var series: [ScoredSeries] = []
        for (model, own) in records.sorted(by: { $0.key < $1.key }) {
            let ordered = own.sorted { (pairRows[$0] ?? 0, $0) < (pairRows[$1] ?? 0, $1) }
            let rows = ordered.map { pairRows[$0] ?? 0 }
            var metrics: [String: [ScoredMetric]] = [:]
            for (field, column) in zip(wanted, values) {
                let (part, metric) = MetricNames.split(field.name)
                metrics[part, default: []].append(
                    ScoredMetric(
                        name: metric, measure: .mean(ordered.map { column[$0] }, bounds: MetricNames.range(of: metric))))
            }
            let classes = try reader.classes(ordered)
            for metric in try reader.metrics(ordered, classes)
            where !metrics["", default: []].contains(where: { $0.name == metric.name }) {
                metrics["", default: []].append(metric)
            }
            for (part, list) in metrics.sorted(by: { $0.key < $1.key }) where !list.isEmpty {
                let name = [model, part].filter { !$0.isEmpty }.joined(separator: "/")
                series.append(
                    ScoredSeries(
                        model: name, recordModel: model, rows: rows, records: ordered, metrics: list, classes: classes))
            }
        }
        guard !series.isEmpty else { throw .noMetrics(path: scores.table.path, available: scores.table.columns.map(\.name)) }
        return series
    }

    /// The fields asked for, else every field with nothing but numbers, or `true` and `false`.
    private func metricFields() throws(AnalysisError) -> [FieldPath] {
        if !options.metrics.isEmpty { return options.metrics }
        guard options.predictionKey == nil, options.probabilityKey == nil else { return [] }
        var taken = MetricNames.reserved
        if case .id(let key) = scores.join { taken.insert(key) }
        for key in [options.modelKey, options.labelKey, labelKey, options.confidenceKey, options.probabilitiesKey].compactMap({
            $0
        }) {
            taken.insert(key)
        }
        return scores.table.columns.filter { column in
            !taken.contains(column.name.lowercased()) && !taken.contains(column.name)
                && (0..<scores.table.count).allSatisfy { isNumber(column, $0) }
        }.compactMap { try? FieldPath(name: $0.name, keys: [$0.name]) }
    }

    private func isNumber(_ column: FieldColumn, _ record: Int) -> Bool {
        switch column.kind(at: record) {
        case .number, .boolean: true
        // A table's cells: one that is not a number makes the column text; one that says NaN is reported later.
        case .text: [.csv, .tsv].contains(scores.table.format) && Double(column.string(at: record)) != nil
        default: false
        }
    }
}
