import ParallelWork
import ShiftPipeline
import TextRecords

/// Labels as the numbers that Vowpal Wabbit takes.
///
/// Classes are numbered in order: two are -1 and 1, more are 1 to k. Labels are classes unless they are numbers that cannot be:
/// fractions, or very many; those stay as they are. Whole numbers are in their own order, all other labels in that of their
/// bytes.
struct LabelClasses: Sendable {
    /// Maximum number of classes.
    static let maximum = 1 << 16
    /// Whole numbers above which they are quantities.
    static let mostNumbers = 1000

    /// The number of each class; empty if labels are quantities.
    let numbers: [String: Int]

    init(_ labels: Set<String> = []) {
        let areNumbers = labels.allSatisfy { Self.isNumber($0) }
        let whole = labels.compactMap { label in Int(label).map { (label, $0) } }
        var order: [String] = []
        if !areNumbers {
            order = labels.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        } else if whole.count == labels.count, labels.count <= Self.mostNumbers {
            order = whole.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
        }
        numbers = Dictionary(
            uniqueKeysWithValues: order.enumerated().map { ($1, order.count == 2 ? $0 * 2 - 1 : $0 + 1) })
    }

    /// One line per class: its number, a tab, and the label.
    var listing: [UInt8] {
        numbers.sorted { $0.value < $1.value }.flatMap { Array("\($1)\t\(OneLine.text($0))\n".utf8) }
    }

    /// The labels of the training corpus.
    /// - Throws: ``FolderError/tooManyClasses(key:path:maximum:)``.
    static func find(_ key: String, in corpora: Corpora, workers: WorkerPool) throws -> LabelClasses {
        let train = corpora.train
        var found = Found()
        if let streamed = corpora.streamed {
            try streamed.forEachBatch(of: .train, workers: workers, state: {}) { table, _ in
                try Found(table, key)
            } consume: {
                found.merge($0)
            }
        } else {
            found = try Found(corpora.fitted.train, key)
        }
        guard found.labels.count <= maximum || found.areNumbers else {
            throw FolderError.tooManyClasses(key: key, path: train.path, maximum: maximum)
        }
        return LabelClasses(found.labels.count > maximum ? [] : found.labels)
    }

    /// The distinct labels, while there are few enough to be classes, and whether all are numbers.
    private struct Found: Sendable {
        var labels: Set<String> = []
        var areNumbers = true

        init() {}

        init(_ table: RecordTable, _ key: String) throws {
            var own = RowLabels(key: key)
            own.begin(table)
            for row in 0..<table.count {
                for label in try own.labels(row, of: table) { add(label) }
            }
        }

        private mutating func add(_ label: String) {
            if labels.contains(label) { return }
            areNumbers = areNumbers && LabelClasses.isNumber(label)
            if labels.count <= LabelClasses.maximum { labels.insert(label) }
        }

        mutating func merge(_ other: Found) {
            areNumbers = areNumbers && other.areNumbers
            for label in other.labels { add(label) }
        }
    }

    /// Whether a text is a decimal number: `-1`, `0.5`, `1e-3`.
    static func isNumber(_ text: String) -> Bool {
        text.wholeMatch(of: /[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?/) != nil
    }
}
