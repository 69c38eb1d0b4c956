import CSimdjson
import Foundation

@testable import AnalysisFolder
@testable import ShiftReport
@testable import TextRecords

/// A document that textshift wrote, and where its values stand.
struct EditedDocument: Sendable {
    /// report.json of the small analysis.
    static let report = made { analysis in
        let document = try EditedDocument(ReportJSON.encode(analysis.summary))
        _ = try ReportFile.decode(Data(document.text), path: "report.json")
        return document
    }
    /// estimates.json of it, by all roads.
    static let estimates = made { analysis in
        let document = try EditedDocument(EstimateJSON.encode(analysis.estimates))
        _ = try EstimatesFile.decode(Data(document.text), path: "estimates.json")
        return document
    }
    static let markup = "<script>alert(1)"

    private struct Place {
        /// The first byte of the key, or of the value in a list.
        var start: Int
        var value: Range<Int>
    }

    private let text: [UInt8]
    private let places: [Place]

    /// Values to put in the place of others.
    private static let values = [
        "0", "1", "-1", "2", "5", "0.5", "1e15", "-1e15", "1e16", "9007199254740993", "-9223372036854775808",
        "9223372036854775808", "1e-320", "1e308",
        "1e309", "NaN", "-0", "\"\"", "\"x\"", "\"\(markup)</script>\"", "\"\\u0000\\u001b[31m\\u202e\"", "\"../../x\"", "null",
        "true", "false", "[]",
        "{}", "[null]", "[0]", "[\"\"]", "{\"a\": 1}", "[[]]",
    ].map { Array($0.utf8) }

    private init(_ written: String) throws {
        let whole = try JSONSerialization.jsonObject(with: Data(written.utf8))
        text = Array(try JSONSerialization.data(withJSONObject: Self.shortened(whole), options: .sortedKeys))
        var places: [Place] = []
        text.withUnsafeBufferPointer { bytes in
            let parser = JSONRecordParser()
            guard (try? parser.parseDocument(bytes, isPadded: false)) != nil, parser.startWalk() else { return }
            Self.walk(parser, &places)
        }
        self.places = places
    }

    /// With at most two of the objects of most lists, and without sentences that are not read back.
    private static func shortened(_ value: Any) -> Any {
        if let list = value as? [Any] {
            return list.first is [String: Any] ? list.prefix(2).map(shortened) : list.map(shortened)
        }
        guard let object = value as? [String: Any] else { return value }
        // Another member says which of the candidates is best.
        return Dictionary(
            uniqueKeysWithValues: object.filter { $0.key != "explanations" }.map { key, value in
                (key, key == "candidates" ? value : shortened(value))
            })
    }

    private static func made(_ make: (SmallAnalysis) throws -> EditedDocument) -> EditedDocument {
        do {
            return try make(.only)
        } catch {
            fatalError("no document to start from: \(error)")
        }
    }

    private static func walk(_ parser: JSONRecordParser, _ places: inout [Place]) {
        var member = csimdjson_member()
        while parser.walk(&member) {
            let number = places.count
            places.append(Place(start: member.key_start, value: member.value_start..<member.value_end))
            if parser.enter() {
                walk(parser, &places)
                parser.leave()
            }
            places[number].value = member.value_start..<parser.walkedValueEnd
        }
    }

    /// Three bytes an edit: two for the place, one for what happens there.
    func edited(by bytes: [UInt8]) -> [UInt8] {
        var edits: [Int: [UInt8]] = [:]
        var at = 0
        while at + 3 <= bytes.count, edits.count < 6 {
            let place = places[(Int(bytes[at]) << 8 | Int(bytes[at + 1])) % places.count]
            let (kind, choice) = (bytes[at + 2] >> 6, Int(bytes[at + 2] & 63))
            let key = text[place.start..<place.value.lowerBound]
            at += 3
            switch kind {
            case 0, 1: edits[place.start] = key + Self.values[choice % Self.values.count]
            case 2:
                // Another value of the report.
                let other = places[choice * places.count / 64].value
                edits[place.start] = Array(key + text[other])
            default:
                // Bytes of the input, up to a zero.
                let own = bytes[at...].prefix { $0 != 0 }
                at += own.count + 1
                edits[place.start] = choice == 0 ? [] : Array(key) + own
            }
        }
        var edited: [UInt8] = []
        var copied = 0
        for (start, new) in edits.sorted(by: { $0.key < $1.key }) where start >= copied {
            guard let place = places.first(where: { $0.start == start }) else { continue }
            edited += text[copied..<start]
            edited += new
            copied = place.value.upperBound
            // A member that is taken out takes its comma along.
            if new.isEmpty, edited.last == UInt8(ascii: ",") { edited.removeLast() }
            if new.isEmpty, edited.last != UInt8(ascii: ","), copied < text.count, text[copied] == UInt8(ascii: ","),
                [UInt8(ascii: "{"), UInt8(ascii: "[")].contains(edited.last)
            {
                copied += 1
            }
        }
        return edited + text[copied...]
    }
}
