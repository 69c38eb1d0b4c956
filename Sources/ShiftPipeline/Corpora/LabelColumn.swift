import TextRecords

/// The classes of a label of a pair's rows.
struct LabelColumn: Sendable {
    /// Maximum number of classes; if there are more, the least frequent are merged.
    static let maximumClasses = 24

    let key: String
    /// The labels, most frequent first (ties by their bytes); where there are more than ``maximumClasses``, the last stands for
    /// all others.
    let classes: [String]
    /// Class of each row; -1 for a row without a label.
    let ofRow: [Int]
    /// Whether most rows have a label of their own: free text, not a class.
    let isFree: Bool
    /// Whether the last class stands for several.
    let hasOthers: Bool

    /// - Throws: ``AnalysisError/diagnosedLabelAbsent(key:path:available:)``.
    init(_ pair: ComparedPair, key: String, path: String) throws {
        guard pair.train.column(named: key) != nil || pair.test.column(named: key) != nil else {
            throw AnalysisError.diagnosedLabelAbsent(key: key, path: path, available: pair.train.columns.map(\.name))
        }
        let columns = (train: pair.train.column(named: key), test: pair.test.column(named: key))
        let texts = (0..<pair.count).map { row -> String? in
            guard let column = pair.isTest[row] ? columns.test : columns.train else { return nil }
            switch column.kind(at: pair.fileRow(row)) {
            case .text, .number, .boolean: return column.string(at: pair.fileRow(row))
            default: return nil
            }
        }
        self.init(key: key, texts: texts)
    }

    init(key: String, texts: [String?]) {
        self.key = key
        var counts: [String: Int] = [:]
        for text in texts { if let text { counts[text, default: 0] += 1 } }
        let order = counts.sorted { ($1.value, Array($0.key.utf8)) < ($0.value, Array($1.key.utf8)) }.map(\.key)
        let known = texts.count { $0 != nil }
        isFree = order.count > Self.maximumClasses && 2 * order.count > known
        let isCut = order.count > Self.maximumClasses
        hasOthers = isCut
        classes = isCut ? order.prefix(Self.maximumClasses - 1) + ["(others)"] : order
        var numbers: [String: Int] = [:]
        for (number, text) in order.enumerated() { numbers[text] = min(number, classes.count - 1) }
        ofRow = texts.map { text in text.flatMap { numbers[$0] } ?? -1 }
    }
}

private func < (a: (Int, [UInt8]), b: (Int, [UInt8])) -> Bool {
    a.0 != b.0 ? a.0 < b.0 : a.1.lexicographicallyPrecedes(b.1)
}
