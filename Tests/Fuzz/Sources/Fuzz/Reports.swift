import CSimdjson
import Foundation

@testable import AnalysisFolder
@testable import ShiftPipeline
@testable import ShiftReport
@testable import TextRecords

/// A document that our own parser and the decoder both take is the same to both.
func fuzzJSONValue(_ bytes: [UInt8]) {
    guard let value = JSONValue(document: bytes), let decoded = try? JSONDecoder().decode(Decoded.self, from: Data(bytes))
    else {
        return
    }
    require(decoded.isLike(value), "\(shown(bytes)) is read as \(value), decoded as \(decoded)")
}

/// What the decoder makes of a document.
private indirect enum Decoded: Decodable {
    case null, flag(Bool), number(Double), text(String), list([Decoded]), object([String: Decoded])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let object = try? container.decode([String: Decoded].self) {
            self = .object(object)
        } else if let list = try? container.decode([Decoded].self) {
            self = .list(list)
        } else {
            self = .number(try container.decode(Double.self))
        }
    }

    func isLike(_ value: JSONValue) -> Bool {
        switch (self, value) {
        case (.null, .null): true
        case (.flag(let own), .flag(let other)): own == other
        case (.number(let own), .number(let other)): own == other
        case (.text(let own), .text(let other)): own == other
        case (.list(let own), .list(let other)):
            own.count == other.count && zip(own, other).allSatisfy { $0.isLike($1) }
        case (.object(let own), .object(let other)):
            own.count == other.count && own.allSatisfy { key, value in other[key].map(value.isLike) ?? false }
        default: false
        }
    }
}

/// A report of which some values are replaced, taken out or doubled, as the input says, is refused in a sentence; or it is what an analysis
/// might have written: written and read again it stays as it is, and pages can be made of it that have no markup of its texts.
func fuzzReport(_ bytes: [UInt8]) {
    let base = ReportText.base
    let text = base.edited(by: bytes)
    let summary: ShiftSummary
    do {
        summary = try ReportFile.decode(Data(text), path: "report.json")
    } catch {
        return require(error is FolderError && error.localizedDescription.count > 20, "\(error) for \(shown(text))")
    }
    // To read it is what matters; to write it takes several times as long, and a page many times.
    var draws = Draws(bytes)
    guard Int.random(in: 0..<8, using: &draws) == 0 else { return }
    do {
        let written = try ReportJSON.encode(summary)
        let again = try ReportFile.decode(Data(written.utf8), path: "report.json")
        require(try ReportJSON.encode(again) == written, "written and read it is another: \(shown(text))")
    } catch {
        return require(false, "\(error): what was read cannot be written and read: \(shown(text))")
    }
    guard Int.random(in: 0..<8, using: &draws) == 0 else { return }
    let language = Bool.random(using: &draws) ? Language.english : .chinese
    let page = try? HTMLReport.render(summary, language: language)
    require(page?.contains(ReportText.markup) == false, "no page, or one with markup, of \(shown(text))")
    require(!MarkdownReport.render(summary, language: language).contains(ReportText.markup), "markup of \(shown(text))")
    require(!TerminalSummary(summary, language: language, width: bytes.count).text.isEmpty, "no summary of \(shown(text))")
}

/// A report, and where its values stand.
private struct ReportText: Sendable {
    /// Of a small analysis, made once.
    static let base = ReportText()
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

    private init() {
        func fail(_ message: String) -> Never { fatalError("no report to start from: \(message)") }
        var draws = Draws([])
        func corpus(_ words: [String]) -> String {
            (0..<120).map { row in
                let texts = (0..<2).map { _ in
                    (0..<6).map { _ in words.randomElement(using: &draws) ?? "" }.joined(separator: " ")
                }
                return #"{"id": "\#(row)", "title": "\#(texts[0])", "text": "\#(texts[1]) \#(row)", "label": "\#(row % 2)"}"#
                    + "\n"
            }.joined()
        }
        do {
            let folder = Scratch.folder
            for (name, words) in [
                ("train", ["river", "stone", "meadow", "桥梁"]), ("test", ["river", "rocket", "server", "火箭"]),
            ] {
                try Data(corpus(words).utf8).write(to: folder.appendingPathComponent(name))
            }
            var options = AnalysisOptions()
            options.threads = 1
            options.dropShifted = 0.9
            let analysis = try analyze(
                train: folder.appendingPathComponent("train").path, test: folder.appendingPathComponent("test").path,
                options: options)
            let whole = try JSONSerialization.jsonObject(with: Data(try ReportJSON.encode(analysis.summary).utf8))
            text = Array(try JSONSerialization.data(withJSONObject: Self.shortened(whole), options: .sortedKeys))
            _ = try ReportFile.decode(Data(text), path: "report.json")
        } catch {
            fail("\(error)")
        }
        var places: [Place] = []
        text.withUnsafeBufferPointer { bytes in
            let parser = JSONRecordParser()
            guard (try? parser.parseDocument(bytes, isPadded: false)) != nil, parser.startWalk() else { fail("not JSON") }
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
