import ParallelWork
import TextRecords

/// What to estimate from a file of scores.
public struct EstimateOptions: Sendable {
    /// Metrics: the name of each and the field that holds its value for a row. Empty for every numeric field.
    /// A name `MODEL/METRIC` is a metric of that model.
    public var metrics: [FieldPath] = []
    /// Field with the name of the model that a record is of; nil for `model`, where there is one.
    public var modelKey: String?
    /// Field with the identifiers, nil for that of the analysis, else `id`.
    public var idKey: String?
    /// Field with the true labels, in the scores or else in the training records; nil for `label`.
    public var labelKey: String?
    /// Field with the predicted label (or answer, or list of spans); nil for `prediction`, where there is one.
    public var predictionKey: String?
    /// Field with the probability of ``positive``; nil for `probability`, where there is one.
    public var probabilityKey: String?
    /// Field with the probabilities of all classes, a list or an object; nil for none.
    public var probabilitiesKey: String?
    /// The label whose probability ``probabilityKey`` has.
    public var positive = "1"
    /// What labels and predictions are.
    public var task: EstimateTask?
    /// Field with the model's confidence, in the scores and in ``testConfidences``; nil for none.
    public var confidenceKey: String?
    /// The file with the model's confidences on test rows.
    public var testConfidences: String?
    /// A file with labelled test rows, with the metrics as the scores have them; nil for none.
    public var labelledTest: String?
    /// A key of the training records that tells their sources apart, each of which is estimated from the others; nil for none.
    public var sourceKey: String?
    /// What to put times under ``sourceKey`` together by; nil takes its values as they are.
    public var period: TimePeriod?
    /// Whether the scores are of the drawn validation set itself.
    public var isDrawn = false
    /// Replicates of the bootstrap.
    public var replicates = 1000
    /// Whether to leave out the plug-in worlds: the interval then takes the weights as known.
    public var isQuick = false
    /// How often to refit the weights for the interval; 0 takes them as fixed.
    public var refits = 0
    /// Where the corpora of the analysis are now, and the threads to work on.
    public var reread = RereadOptions()
    /// The format of the scores; nil detects it.
    public var format: RecordFormat?

    /// The defaults of `textshift estimate`.
    public init() {}
}

extension EstimateOptions {
    /// The fields to read under other names or from within records of scores.
    var named: [FieldPath] { namedOfLabels + Self.within([confidenceKey]) }

    /// The same of labelled test rows, which need no confidences.
    var namedOfLabels: [FieldPath] { metrics + Self.within([modelKey, labelKey, predictionKey, probabilityKey]) }

    /// The same of the test rows' confidences.
    var namedOfTest: [FieldPath] { Self.within([modelKey, probabilityKey, confidenceKey]) }

    private static func within(_ keys: [String?]) -> [FieldPath] {
        keys.compactMap { $0 }.filter { $0.contains(".") }.compactMap { try? FieldPath(parsing: $0) }
    }
}

/// What labels and predictions are, which determines their metrics.
public enum EstimateTask: String, Sendable, CaseIterable {
    /// One class per row: accuracy, macro and micro F1; with a probability log-loss and AUC.
    case classes
    /// An answer and one or several true ones: exact match and F1 of their words or characters.
    case answers
    /// A list of spans (or of any values) against the true list: micro F1 and exact match.
    case spans
}
