import ParallelWork
import ShiftPipeline
import TextRecords

/// Labels as numbers, for tools that take nothing else.
///
/// If every label is a number, or text that reads as one, they stay as they are. Otherwise they are classes, in the order of
/// their bytes: two are -1 and 1, more are 1 to k.
struct LabelClasses: Sendable {
    /// Maximum number of classes.
    static let maximum = 1 << 16

    /// The number of each class; empty if labels are numbers.
    let numbers: [String: Int]

    init(_ labels: Set<String> = []) {
        let isNumeric = labels.allSatisfy { Self.isNumber($0) }
        let order = isNumeric ? [] : labels.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
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
        if let field = train.field(named: key), field.count(of: .number) == train.records { return LabelClasses() }
        var found = Found()
        if let streamed = corpora.streamed {
            try streamed.forEachBatch(of: .train, workers: workers, state: {}) { table, _ in
                Found(table, key)
            } consume: {
                found.merge($0)
            }
        } else {
            found = Found(corpora.fitted.train, key)
        }
        guard found.labels.count <= maximum || found.areNumbers else {
            throw FolderError.tooManyClasses(key: key, path: train.path, maximum: maximum)
        }
        return LabelClasses(found.areNumbers ? [] : found.labels)
    }

    /// The distinct labels, while there are few enough to be classes, and whether all are numbers.
    private struct Found: Sendable {
        var labels: Set<String> = []
        var areNumbers = true

        init() {}

        init(_ table: RecordTable, _ key: String) {
            guard let column = table.column(named: key) else { return }
            for row in 0..<table.count { add(column.string(at: row)) }
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
