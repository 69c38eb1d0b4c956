import Foundation
import TextRecords

/// A model's probabilities of all classes, record by record, as a file has them: an object by class, or a list in the order of the classes.
struct ProbabilityColumn: Sendable {
    private enum Row: Sendable {
        case named([String: Double])
        case list([Double])
    }

    /// The sum may differ from 1 by as much: rounded figures.
    private static let tolerance = 0.02

    private let rows: [Row]
    private let file: ScoreFile
    private let key: String

    /// - Throws: ``AnalysisError`` for a record without numbers of 0 to 1 that sum to 1.
    init(_ file: ScoreFile, key: String) throws(AnalysisError) {
        let column = try file.column(key)
        var rows: [Row] = []
        rows.reserveCapacity(file.table.count)
        for record in 0..<file.table.count {
            let place = file.table.location(ofRecord: record)
            guard let row = Self.row(file.table, key, record) else {
                throw .valueMissing(place, key: key, found: column.kind(at: record))
            }
            for value in Self.values(row) where !(0...1).contains(value) {
                throw .outOfRange(place, key: key, found: value, minimum: 0, maximum: 1)
            }
            let sum = Self.values(row).reduce(0, +)
            guard abs(sum - 1) <= Self.tolerance else { throw .probabilitiesSum(place, key: key, found: sum) }
            rows.append(row)
        }
        (self.rows, self.file, self.key) = (rows, file, key)
    }

    private static func values(_ row: Row) -> [Double] {
        switch row {
        case .named(let values): values.sorted { $0.key < $1.key }.map(\.value)
        case .list(let values): values
        }
    }

    /// From the record itself: nil where the value is neither; a table's cell is the JSON of one.
    private static func row(_ table: RecordTable, _ key: String, _ record: Int) -> Row? {
        var value = JSONList.value(table, key, record)
        if let text = value as? String { value = try? JSONSerialization.jsonObject(with: Data(text.utf8)) }
        func number(_ value: Any) -> Double? { (value as? NSNumber)?.doubleValue }
        switch value {
        case let list as [Any]:
            let numbers = list.compactMap(number)
            return numbers.count == list.count && !list.isEmpty ? .list(numbers) : nil
        case let object as [String: Any]:
            let numbers = object.compactMapValues(number)
            return numbers.count == object.count && !object.isEmpty ? .named(numbers) : nil
        default: return nil
        }
    }

    /// The names of classes that the objects have.
    var names: Set<String> {
        var names: Set<String> = []
        for case .named(let values) in rows { names.formUnion(values.keys.map(ClassName.of)) }
        return names
    }

    /// The length of the longest list; 0 for objects.
    var longest: Int {
        rows.map { row in if case .list(let values) = row { values.count } else { 0 } }.max() ?? 0
    }

    /// Row-major, one column per class; a class that an object lacks has the probability 0.
    /// - Throws: ``AnalysisError`` for a list of another length.
    func chances(of classes: [String]) throws(AnalysisError) -> [Double] {
        var chances: [Double] = []
        chances.reserveCapacity(rows.count * classes.count)
        for (record, row) in rows.enumerated() {
            switch row {
            case .named(let values):
                let values = Dictionary(values.map { (ClassName.of($0), $1) }) { $0 + $1 }
                chances += classes.map { values[$0] ?? 0 }
            case .list(let values):
                guard values.count == classes.count else {
                    throw .probabilitiesCount(
                        file.table.location(ofRecord: record), key: key, found: values.count, classes: classes)
                }
                chances += values
            }
        }
        return chances
    }
}
