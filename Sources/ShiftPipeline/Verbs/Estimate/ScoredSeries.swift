import Foundation
import ShiftEstimates
import TextRecords

/// What one model scored: its rows, and the metrics on them.
struct ScoredSeries: Sendable {
    var model: String
    /// Canonical rows of the pair, ascending; a drawn row as often as it was drawn.
    var rows: [Int]
    var metrics: [(name: String, measure: Measure)]
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
        var series: [ScoredSeries] = []
        for (model, own) in records.sorted(by: { $0.key < $1.key }) {
            let ordered = own.sorted { (pairRows[$0] ?? 0, $0) < (pairRows[$1] ?? 0, $1) }
            let rows = ordered.map { pairRows[$0] ?? 0 }
            var metrics: [String: [(name: String, measure: Measure)]] = [:]
            for (field, column) in zip(wanted, values) {
                let (part, metric) = MetricNames.split(field.name)
                metrics[part, default: []].append(
                    (metric, .mean(ordered.map { column[$0] }, bounds: MetricNames.range(of: metric))))
            }
            metrics["", default: []] += try labelMeasures(ordered)
            for (part, list) in metrics.sorted(by: { $0.key < $1.key }) where !list.isEmpty {
                let name = [model, part].filter { !$0.isEmpty }.joined(separator: "/")
                series.append(ScoredSeries(model: name, rows: rows, metrics: list))
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
        for key in [options.modelKey, options.labelKey, labelKey, options.confidenceKey].compactMap({ $0 }) {
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

    private func labelMeasures(_ records: [Int]) throws(AnalysisError) -> [(name: String, measure: Measure)] {
        let predictionKey = options.predictionKey ?? found("prediction")
        let probabilityKey = options.probabilityKey ?? found("probability")
        // If the kind of labels or predictions was given, there must be some.
        if options.task != nil || options.labelKey != nil, predictionKey == nil, probabilityKey == nil {
            throw .scoreKeyAbsent(path: scores.table.path, key: "prediction", available: scores.table.columns.map(\.name))
        }
        let isAsked =
            [options.predictionKey, options.probabilityKey, options.labelKey].contains { $0 != nil } || options.task != nil
        guard options.metrics.isEmpty || isAsked, predictionKey != nil || probabilityKey != nil else { return [] }
        let truths = try Truths(key: options.labelKey ?? labelKey ?? "label", scores: scores, train: train)
        var measures: [(name: String, measure: Measure)] = []
        if let predictionKey {
            let column = try scores.column(predictionKey)
            let task = options.task ?? (column.kind(at: records.first ?? 0) == .array ? .spans : .classes)
            switch task {
            case .classes:
                measures += LabelMeasures.classes(
                    labels: try truths.texts(records).map(Self.className),
                    predictions: try classes(under: predictionKey, of: records, labels: truths))
            case .answers:
                let predictions = try scores.texts(under: predictionKey)
                measures += LabelMeasures.answers(try truths.lists(records), predictions: records.map { predictions[$0] })
            case .spans:
                var predictions: [[String]] = []
                for record in records {
                    guard let list = JSONList.elements(scores.table, predictionKey, record) else {
                        throw .valueMissing(
                            scores.table.location(ofRecord: record), key: predictionKey, found: column.kind(at: record))
                    }
                    predictions.append(list)
                }
                measures += LabelMeasures.spans(try truths.lists(records), predictions: predictions)
            }
        }
        if let probabilityKey {
            let all = try scores.numbers(under: probabilityKey, within: 0...1)
            let positive = try truths.texts(records).map { isPositive($0) }
            measures += LabelMeasures.probabilities(records.map { all[$0] }, isPositive: positive)
        }
        return measures
    }

    /// Predicted classes, all or nearly all of which the labels have too.
    private func classes(
        under key: String, of records: [Int], labels: Truths
    ) throws(AnalysisError) -> [String] {
        let predictions = try scores.texts(under: key)
        for record in records where predictions[record].isEmpty {
            throw .valueMissing(scores.table.location(ofRecord: record), key: key, found: .missing)
        }
        let found = records.map { Self.className(predictions[$0]) }
        let known = Set(try labels.texts(records).map(Self.className))
        let unknown = Set(found).subtracting(known)
        // A class that the labels lack may be predicted; predictions that are not classes have any number of values.
        if found.allSatisfy(unknown.contains) || unknown.count > max(100, 10 * known.count) {
            throw .predictionsAreNoLabels(
                path: scores.table.path, key: key, predicted: Array(unknown.sorted().prefix(3)),
                labels: Array(known.sorted().prefix(3)))
        }
        return found
    }

    /// A class in the form in which it is compared: tables write the class 1 as `1.0` if a cell of the column is empty.
    private static func className(_ text: String) -> String {
        guard let number = Double(text), abs(number) < 1e15, number == number.rounded() else { return text }
        return String(Int(number))
    }

    private func isPositive(_ label: String) -> Bool {
        label == options.positive || (options.positive == "1" && ["1.0", "true", "True"].contains(label))
    }

    private func found(_ key: String) -> String? { scores.table.column(named: key) == nil ? nil : key }
}

/// The true labels of the records: their own, or those of the training rows that they are about.
private struct Truths {
    private let key: String
    private let scores: ScoreFile
    private let table: RecordTable
    private let column: FieldColumn
    private let isOwn: Bool

    init(key: String, scores: ScoreFile, train: RecordTable) throws(AnalysisError) {
        self.key = key
        self.scores = scores
        if let own = scores.table.column(named: key) {
            (table, column, isOwn) = (scores.table, own, true)
        } else if let label = train.column(named: key) {
            (table, column, isOwn) = (train, label, false)
        } else {
            throw .scoreKeyAbsent(path: train.path, key: key, available: train.columns.map(\.name))
        }
    }

    private func row(_ record: Int) -> Int { isOwn ? record : scores.rows[record] }

    func texts(_ records: [Int]) throws(AnalysisError) -> [String] {
        var values: [String] = []
        for record in records {
            switch column.kind(at: row(record)) {
            case .text, .number, .boolean: values.append(column.string(at: row(record)))
            case let kind: throw .valueMissing(table.location(ofRecord: row(record)), key: key, found: kind)
            }
        }
        return values
    }

    /// The elements of lists; a single text is a list of itself.
    func lists(_ records: [Int]) throws(AnalysisError) -> [[String]] {
        var values: [[String]] = []
        for record in records {
            guard let list = JSONList.elements(table, key, row(record)) else {
                throw .valueMissing(table.location(ofRecord: row(record)), key: key, found: column.kind(at: row(record)))
            }
            values.append(list)
        }
        return values
    }
}

/// The elements of a list, each as text.
///
/// Read from the record itself: a field's column joins the strings of a list to one text.
enum JSONList {
    /// nil if the value is neither text nor a list. SQuAD's answers (objects with `text`, or one object of lists) are their
    /// texts; text that is a JSON array (a table's cell) is its elements, other text one element.
    static func elements(_ table: RecordTable, _ key: String, _ row: Int) -> [String]? {
        var bytes: [UInt8] = []
        table.appendJSON(ofRecord: row, to: &bytes)
        guard let record = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] else { return nil }
        var value = record[key]
        if value == nil {
            value = key.split(separator: ".").reduce(record as Any?) { ($0 as? [String: Any])?[String($1)] }
        }
        switch value {
        case let text as String:
            let list = text.hasPrefix("[") ? try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [Any] : nil
            return list.map { $0.map(element) } ?? [text]
        case let list as [Any]: return list.map(element)
        case let object as [String: Any]: return (object["text"] as? [Any])?.map(element)
        default: return value is NSNull ? [] : nil
        }
    }

    private static func element(_ value: Any) -> String {
        if let text = value as? String { return text }
        if let object = value as? [String: Any], let text = object["text"] as? String { return text }
        let data = try? JSONSerialization.data(withJSONObject: value, options: [.sortedKeys, .fragmentsAllowed])
        return data.map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
