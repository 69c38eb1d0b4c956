/// Which test rows to draw for labelling, and how many.
public struct LabelFirstOptions: Sendable {
    /// What rows are drawn from.
    public var method = LabelFirstMethod.labelFirst
    /// How many rows, those of ``labelled`` included; nil for as many as ``targetWidth`` needs.
    public var size: Int?
    /// The width of the 95% interval that the labels shall give a share such as accuracy, in points of 100; nil for ``size``.
    public var targetWidth: Double?
    /// Field with the model's confidences in ``testConfidences``; nil for none.
    public var confidenceKey: String?
    /// The file with the model's confidences on test rows: strata are then by these, else by p_test.
    public var testConfidences: String?
    /// A file of an earlier draw with the same confidences, to go on from: its rows are drawn already; nil for none.
    public var labelled: String?
    /// Field with the identifiers, nil for that of the analysis, else `id`.
    public var idKey: String?
    /// nil for that of the analysis.
    public var seed: UInt64?
    /// Where the corpora of the analysis are now, and the threads to work on.
    public var reread = RereadOptions()

    /// The defaults of `textshift split --method label-first`; give a ``size`` or a ``targetWidth``.
    public init() {}
}

/// Which test rows to label first.
public enum LabelFirstMethod: String, Sendable, CaseIterable {
    /// A draw from strata by the model's confidence, with more of what it is unsure of, else by how test-like rows are.
    case labelFirst = "label-first"
    /// A draw from the rows that train does not support.
    case noSupport = "no-support"
}
