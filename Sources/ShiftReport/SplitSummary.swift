/// A split of the training rows: the content of split.json.
public struct SplitSummary: Codable, Sendable, Equatable {
    /// Version of this layout.
    public var schema = 1
    public var tool = "textshift"
    /// Of textshift.
    public var version: String
    public var trainDigest: String
    public var testDigest: String
    public var seed: UInt64
    public var pool: Double
    public var trainRows: Int
    /// The method that was written, one entry a part.
    public var parts: [Set]
    /// All methods side by side; empty unless asked for.
    public var comparison: [Set]
    /// Whether the analysis found a shift; without one every weight is 1.
    public var isShift: Bool
    public var isTrusted: Bool

    public init(
        version: String, trainDigest: String, testDigest: String, seed: UInt64, pool: Double, trainRows: Int, parts: [Set],
        comparison: [Set], isShift: Bool, isTrusted: Bool
    ) {
        self.version = version
        self.trainDigest = trainDigest
        self.testDigest = testDigest
        self.seed = seed
        self.pool = pool
        self.trainRows = trainRows
        self.parts = parts
        self.comparison = comparison
        self.isShift = isShift
        self.isTrusted = isTrusted
    }

    /// One validation set.
    public struct Set: Codable, Sendable, Equatable {
        public var method: String
        public var rows: Int
        /// Different rows among them.
        public var uniqueRows: Int
        /// How many independent rows the set is worth as a sample of test: (Σw)²/Σw² of its rows, with repeats and weights.
        public var effectiveRows: Double
        /// Rows that stay for training, and what they are worth weighted.
        public var remainingRows: Int
        public var remainingEffectiveRows: Double
        /// Of a discriminator between the set and test; 0.5 is what one hopes for. Absent where it was not asked, or the set is small.
        public var auc: ValidationCheck.Area?

        public init(
            method: String, rows: Int, uniqueRows: Int, effectiveRows: Double, remainingRows: Int,
            remainingEffectiveRows: Double, auc: ValidationCheck.Area?
        ) {
            self.method = method
            self.rows = rows
            self.uniqueRows = uniqueRows
            self.effectiveRows = effectiveRows
            self.remainingRows = remainingRows
            self.remainingEffectiveRows = remainingEffectiveRows
            self.auc = auc
        }
    }
}

/// What `textshift split` prints.
public struct SplitText {
    private let summary: SplitSummary

    public init(_ summary: SplitSummary) { self.summary = summary }

    /// The lines, each ended by a newline.
    public var text: String {
        var lines: [String] = []
        let rows = summary.parts + summary.comparison
        if !rows.isEmpty {
            let hasAUC = rows.contains { $0.auc != nil }
            lines.append(
                "set                  rows   unique  effective" + (hasAUC ? "  AUC against test (95%)" : "") + "    left to train on")
            for set in rows {
                var line = DisplayText.pad(set.method, to: 20)
                line += Self.right(NumberText.whole(set.rows), 5) + Self.right(NumberText.whole(set.uniqueRows), 9)
                line += Self.right(NumberText.rounded(set.effectiveRows), 11)
                if hasAUC {
                    let area = set.auc.map {
                        "\(NumberText.fixed($0.auc, 3)) (\(NumberText.fixed($0.lower, 3)) to \(NumberText.fixed($0.upper, 3)))"
                    }
                    line += "  " + DisplayText.pad(area ?? "-", to: 24)
                }
                lines.append(
                    line + "  " + NumberText.whole(set.remainingRows)
                        + (set.remainingRows > 0 ? " (worth \(NumberText.rounded(set.remainingEffectiveRows)))" : ""))
            }
            if hasAUC { lines.append("\nAn AUC of 0.5 is a set that a discriminator cannot tell from test.") }
        }
        if !summary.isShift { lines.append("The corpora do not differ: every weight is 1, and these are random splits.") }
        if !summary.isTrusted { lines.append("Not to be trusted: the weights are not; see textshift report.") }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func right(_ text: String, _ columns: Int) -> String {
        String(repeating: " ", count: max(0, columns - text.count)) + text
    }
}
