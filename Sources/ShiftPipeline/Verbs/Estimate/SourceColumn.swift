import Foundation
import TextRecords

/// Which source each row of a pair is from: the value of a key, or the span of the calendar that it lies in.
struct SourceColumn: Sendable {
    /// By canonical row; nil for a row that does not say.
    let ofRow: [String?]

    /// The share of the values of train that have to be times for a period to be taken.
    private static let mostlyTimes = 0.5

    /// - Parameters:
    ///   - key: Of the records; with dots it is a path where no record has it whole.
    ///   - period: Of times; nil takes the values as they are.
    /// - Throws: ``AnalysisError`` where no training record has the key, or if its values are no times.
    init(_ pair: ComparedPair, key: String, period: TimePeriod?) throws(AnalysisError) {
        let columns = [pair.train, pair.test].map { Self.texts($0, key) }
        guard columns[0].contains(where: { $0 != nil }) else {
            throw .scoreKeyAbsent(path: pair.train.path, key: key, available: pair.train.columns.map(\.name))
        }
        let texts = (0..<pair.count).map { columns[pair.isTest[$0] ? 1 : 0][pair.fileRow($0)] }
        guard let period else {
            ofRow = texts
            return
        }
        let names = Self.periods(texts, period)
        let train = pair.trainRows.filter { texts[$0] != nil }
        guard Double(train.count { names[$0] != nil }) >= Self.mostlyTimes * Double(train.count) else {
            let example = train.first { names[$0] == nil }.flatMap { texts[$0] }
            throw .sourcesNoTimes(path: pair.train.path, key: key, found: example ?? "")
        }
        ofRow = names
    }

    /// The period of each text; nil for what is no time.
    static func periods(_ texts: [String?], _ period: TimePeriod) -> [String?] {
        let dayFirst = texts.contains { $0.map(CivilDate.isDayFirst) ?? false }
        return texts.map { $0.flatMap { CivilDate($0, dayFirst: dayFirst) }.flatMap(period.name) }
    }

    /// The value of each record, trimmed; nil for none, and for one that is neither text nor a number nor a truth value.
    static func texts(_ table: RecordTable, _ key: String) -> [String?] {
        func tidy(_ text: String) -> String? {
            let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
            return text.isEmpty ? nil : text
        }
        if let column = table.column(named: key) {
            return (0..<column.count).map { row in
                switch column.kind(at: row) {
                case .text, .number, .boolean: tidy(column.string(at: row))
                default: nil
                }
            }
        }
        guard key.contains(".") else { return [String?](repeating: nil, count: table.count) }
        return (0..<table.count).map { row in
            var bytes: [UInt8] = []
            table.appendJSON(ofRecord: row, to: &bytes)
            let record = try? JSONSerialization.jsonObject(with: Data(bytes))
            let value = key.split(separator: ".").reduce(record) { ($0 as? [String: Any])?[String($1)] }
            switch value {
            case let text as String: return tidy(text)
            case let number as NSNumber: return tidy(number.stringValue)
            default: return nil
            }
        }
    }
}
