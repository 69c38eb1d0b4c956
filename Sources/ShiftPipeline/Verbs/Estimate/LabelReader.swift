import ShiftEstimates
import TextRecords

/// Reads what the records of a model say of labels: its predictions and probabilities, and the metrics that the true labels make of them.
struct LabelReader {
    private let scores: ScoreFile
    private let options: EstimateOptions
    private let truths: Truths?
    private let predictionKey: String?
    private let probabilityKey: String?
    private let column: ProbabilityColumn?
    /// Whether labels, predictions or probabilities of one class were asked for, so that they must be there.
    private let isAsked: Bool

    /// - Parameters:
    ///   - train: The corpus that the records are about, for labels that they do not have themselves.
    ///   - labelKey: The label field given to the analysis; nil for none.
    /// - Throws: ``AnalysisError``.
    init(_ scores: ScoreFile, train: RecordTable, _ options: EstimateOptions, labelKey: String?) throws(AnalysisError) {
        (self.scores, self.options) = (scores, options)
        func found(_ key: String) -> String? { scores.table.column(named: key) == nil ? nil : key }
        predictionKey = options.predictionKey ?? found("prediction")
        probabilityKey = options.probabilityKey ?? found("probability")
        column = try options.probabilitiesKey.map { key throws(AnalysisError) in
            try ProbabilityColumn(scores, key: key)
        }
        isAsked =
            [options.predictionKey, options.probabilityKey, options.labelKey].contains { $0 != nil } || options.task != nil
        // If the kind of labels or predictions was given, there must be some.
        if options.task != nil || options.labelKey != nil, predictionKey == nil, probabilityKey == nil, column == nil {
            throw .scoreKeyAbsent(path: scores.table.path, key: "prediction", available: scores.table.columns.map(\.name))
        }
        let key = options.labelKey ?? labelKey ?? "label"
        let needsLabels = (options.metrics.isEmpty || isAsked) && (predictionKey != nil || probabilityKey != nil)
        // Probabilities alone are confidences, and metrics only where there are labels.
        let mayHaveLabels = column != nil && (options.metrics.isEmpty || isAsked)
        truths =
            needsLabels || mayHaveLabels && Truths.exist(key, scores: scores, train: train)
            ? try Truths(key: key, scores: scores, train: train) : nil
    }

    /// The classes of these records; nil without probabilities, and where the labels are no classes.
    /// - Throws: ``AnalysisError``.
    func classes(_ records: [Int]) throws(AnalysisError) -> ScoredClasses? {
        if let column {
            guard let key = options.probabilitiesKey else { return nil }
            let labels = try truths?.texts(records).map(ClassName.of)
            let predictions = try predictionKey.map { key throws(AnalysisError) in
                try predicted(under: key, of: records, labels: labels)
            }
            var names = truths?.classes() ?? []
            if column.names.isEmpty {
                if truths == nil { names = Set((0..<column.longest).map(String.init)) }
            } else {
                names.formUnion(column.names)
                names.formUnion(predictions ?? [])
            }
            let classes = ClassName.sorted(names)
            let all = try column.chances(of: classes)
            let chances = records.flatMap { all[$0 * classes.count..<($0 + 1) * classes.count] }
            return ScoredClasses(
                table: ClassTable(classes: classes, chances: chances, predictions: predictions), labels: labels,
                source: .all(key: key, prediction: predictionKey))
        }
        guard let probabilityKey, let truths, try hasPositive(truths, of: probabilityKey) else { return nil }
        let all = try scores.numbers(under: probabilityKey, within: 0...1)
        let labels = try truths.texts(records).map {
            isPositive($0) ? options.positive : ClassTable.others(than: options.positive)
        }
        return ScoredClasses(
            table: ClassTable(positive: options.positive, probabilities: records.map { all[$0] }), labels: labels,
            source: .positive(key: probabilityKey))
    }

    /// The metrics of these records' labels.
    ///
    /// - Parameter classes: Of the same records.
    /// - Throws: ``AnalysisError``.
    func metrics(_ records: [Int], _ classes: ScoredClasses?) throws(AnalysisError) -> [ScoredMetric] {
        guard let truths else { return [] }
        var metrics: [ScoredMetric] = []
        if let predictionKey {
            let kind = try scores.column(predictionKey).kind(at: records.first ?? 0)
            switch options.task ?? (kind == .array ? .spans : .classes) {
            case .classes:
                let labels = try truths.texts(records).map(ClassName.of)
                metrics += LabelMeasures.classes(
                    labels: labels, predictions: try predicted(under: predictionKey, of: records, labels: labels))
            case .answers:
                let predictions = try scores.texts(under: predictionKey)
                metrics += LabelMeasures.answers(try truths.lists(records), predictions: records.map { predictions[$0] })
            case .spans:
                metrics += LabelMeasures.spans(try truths.lists(records), predictions: try lists(under: predictionKey, records))
            }
        } else if let classes, let labels = classes.labels, case .all = classes.source {
            metrics += LabelMeasures.classes(labels: labels, predictions: classes.table.predictions)
        }
        guard let classes, let numbers = classes.numbers else { return metrics }
        switch classes.source {
        case .positive:
            metrics += LabelMeasures.probabilities(
                classes.table.chances(of: 1), isPositive: numbers.map { $0 == 1 }, positive: 1)
        case .all:
            metrics += LabelMeasures.logLoss(numbers.enumerated().map { classes.table.chance(of: $1, at: $0) })
            if classes.table.classes.count == 2, let positive = classes.table.classes.firstIndex(where: isPositive) {
                metrics += LabelMeasures.area(
                    classes.table.chances(of: positive), isPositive: numbers.map { $0 == positive }, positive: positive)
            }
        }
        return metrics
    }

    private func lists(under key: String, _ records: [Int]) throws(AnalysisError) -> [[String]] {
        var lists: [[String]] = []
        for record in records {
            guard let list = JSONList.elements(scores.table, key, record) else {
                throw .valueMissing(
                    scores.table.location(ofRecord: record), key: key, found: try scores.column(key).kind(at: record))
            }
            lists.append(list)
        }
        return lists
    }

    /// Predicted classes, all or nearly all of which the labels have too.
    private func predicted(
        under key: String, of records: [Int], labels: [String]?
    ) throws(AnalysisError) -> [String] {
        let predictions = try scores.texts(under: key)
        for record in records where predictions[record].isEmpty {
            throw .valueMissing(scores.table.location(ofRecord: record), key: key, found: .missing)
        }
        let found = records.map { ClassName.of(predictions[$0]) }
        guard let labels else { return found }
        let known = Set(labels)
        let unknown = Set(found).subtracting(known)
        // A class that the labels lack may be predicted; predictions that are not classes have any number of values.
        if found.allSatisfy(unknown.contains) || unknown.count > max(100, 10 * known.count) {
            throw .predictionsAreNoLabels(
                path: scores.table.path, key: key, predicted: Array(unknown.sorted().prefix(3)),
                labels: Array(known.sorted().prefix(3)))
        }
        return found
    }

    /// Whether there is the class whose probability was given, or may be: where no label is positive, all must be negative.
    /// - Throws: ``AnalysisError/positiveUnknown(path:key:positive:labels:)`` where the probability was asked for.
    private func hasPositive(_ truths: Truths, of key: String) throws(AnalysisError) -> Bool {
        let names = truths.classes()
        if names.contains(where: isPositive) || names.contains(ClassName.of(options.positive)) { return true }
        if names.allSatisfy(["0", "false", "False"].contains) { return true }
        guard options.probabilityKey != nil else { return false }
        throw .positiveUnknown(
            path: scores.table.path, key: key, positive: options.positive, labels: Array(ClassName.sorted(names).prefix(5)))
    }

    private func isPositive(_ label: String) -> Bool {
        label == options.positive || (options.positive == "1" && ["1.0", "true", "True"].contains(label))
    }
}
