import Foundation
import TextRecords

/// The elements of a list, each as text.
///
/// Read from the record itself: a field's column joins the strings of a list to one text.
enum JSONList {
    /// nil if the value is neither text nor a list. SQuAD's answers (objects with `text`, or one object of lists) are their
    /// texts; text that is a JSON array (a table's cell) is its elements, other text one element.
    static func elements(_ table: RecordTable, _ key: String, _ row: Int) -> [String]? {
        let value = value(table, key, row)
        switch value {
        case let text as String:
            let list = text.hasPrefix("[") ? try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [Any] : nil
            return list.map { $0.map(element) } ?? [text]
        case let list as [Any]: return list.map(element)
        case let object as [String: Any]: return (object["text"] as? [Any])?.map(element)
        default: return value is NSNull ? [] : nil
        }
    }

    /// What stands under a key, or a path of keys; nil where nothing does.
    static func value(_ table: RecordTable, _ key: String, _ row: Int) -> Any? {
        var bytes: [UInt8] = []
        table.appendJSON(ofRecord: row, to: &bytes)
        guard let record = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] else { return nil }
        return record[key] ?? key.split(separator: ".").reduce(record as Any?) { ($0 as? [String: Any])?[String($1)] }
    }

    private static func element(_ value: Any) -> String {
        if let text = value as? String { return text }
        if let object = value as? [String: Any], let text = object["text"] as? String { return text }
        let data = try? JSONSerialization.data(withJSONObject: value, options: [.sortedKeys, .fragmentsAllowed])
        return data.map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
