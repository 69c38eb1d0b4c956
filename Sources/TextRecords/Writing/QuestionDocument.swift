import CSimdjson

/// Writes questions as a SQuAD document: `data[].paragraphs[].qas[]`, one question per line.
///
/// Consecutive questions are in one article while their titles are equal, and in one paragraph while their contexts are too.
/// Identifiers are texts and unique: the second question called `q` is `q#2`. A question has `answers` if its record has, even
/// if they are `[]`.
package struct QuestionDocument {
    private let version: String
    private var title: [UInt8]?
    private var context: [UInt8]?
    private var taken: Set<String> = []
    /// Copies of each identifier so far.
    private var copies: [String: Int] = [:]

    /// - Parameter version: What the document says about its form: `1.1`, or `v2.0` where questions may have no answer.
    package init(version: String) {
        self.version = version
    }

    /// The start of the document.
    package var start: [UInt8] {
        var bytes = Array("{\"version\": ".utf8)
        JSONString.append(version, to: &bytes)
        bytes.append(contentsOf: ", \"data\": [".utf8)
        return bytes
    }

    /// Appends packed questions, as ``pack(record:of:to:)`` makes them, to the document's text so far.
    package mutating func append(_ packed: [UInt8], to bytes: inout [UInt8]) {
        var at = 0
        func part() -> [UInt8] {
            let length = packed[at..<at + 4].reversed().reduce(0) { $0 << 8 | Int($1) }
            at += 4 + length
            return Array(packed[at - length..<at])
        }
        while at < packed.count {
            let parts = (title: part(), context: part(), id: part(), question: part())
            if title != parts.title {
                if title != nil { bytes.append(contentsOf: "\n]}]},".utf8) }
                bytes.append(contentsOf: "\n{\"title\": ".utf8)
                bytes.append(contentsOf: parts.title)
                bytes.append(contentsOf: ", \"paragraphs\": [".utf8)
            } else if context != parts.context {
                bytes.append(contentsOf: "\n]},".utf8)
            }
            let isParagraph = title != parts.title || context != parts.context
            if isParagraph {
                bytes.append(contentsOf: "\n{\"context\": ".utf8)
                bytes.append(contentsOf: parts.context)
                bytes.append(contentsOf: ", \"qas\": [".utf8)
            }
            (title, context) = (parts.title, parts.context)
            bytes.append(contentsOf: (isParagraph ? "\n{\"id\": " : ",\n{\"id\": ").utf8)
            JSONString.append(unique(String(decoding: parts.id, as: UTF8.self)), to: &bytes)
            bytes.append(contentsOf: parts.question)
            bytes.append(UInt8(ascii: "}"))
        }
    }

    /// The end of the document.
    package var end: [UInt8] { Array((title == nil ? "]}\n" : "\n]}]}]}\n").utf8) }

    /// The identifier of the question that a copy was made of, from the name of the copy: `q` of `q#2`; nil for any other name.
    package static func original(ofCopy name: String) -> String? {
        guard let sign = name.lastIndex(of: "#"), sign > name.startIndex else { return nil }
        let number = name[name.index(after: sign)...]
        guard number.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let copy = Int(number), copy > 1 else { return nil }
        return String(name[..<sign])
    }

    /// The name of the next question called `id`.
    mutating func unique(_ id: String) -> String {
        var copy = copies[id, default: 0]
        var name = ""
        repeat {
            copy += 1
            name = copy == 1 ? id : "\(id)#\(copy)"
        } while !taken.insert(name).inserted
        copies[id] = copy
        return name
    }

    /// Appends a record of a document of questions, in parts that ``append(_:to:)`` puts together.
    package static func pack(record row: Int, of table: RecordTable, to bytes: inout [UInt8]) {
        func add(_ part: [UInt8]) {
            withUnsafeBytes(of: UInt32(truncatingIfNeeded: part.count).littleEndian) { bytes.append(contentsOf: $0) }
            bytes.append(contentsOf: part)
        }
        /// The value as JSON after `key`; empty if there is none.
        func json(_ name: String, key: String = "") -> [UInt8] {
            var value: [UInt8] = []
            _ = table.fileColumns.first { $0.name == name }?.appendJSON(at: row, key: key.utf8, to: &value)
            return value
        }
        let title = json("title")
        add(title.isEmpty ? Array("\"\"".utf8) : title)
        add(json("context"))
        let id = table.fileColumns.first { $0.name == "id" }?.withText(at: row) { Array($0) } ?? []
        add(id.isEmpty ? Array(("q" + String(table.fingerprint(ofRecord: row), radix: 16)).utf8) : id)
        add(
            json("question", key: ", \"question\": ") + answers(of: row, table)
                + json("is_impossible", key: ", \"is_impossible\": "))
    }

    /// The answers after their key, as they are; bare texts, as in CMRC's flat form, get the place where they first occur.
    /// Empty for a question without the member: it is not known to have no answer.
    private static func answers(of row: Int, _ table: RecordTable) -> [UInt8] {
        var value: [UInt8] = []
        let key = Array(", \"answers\": ".utf8)
        guard let column = table.fileColumns.first(where: { $0.name == "answers" }), column.kind(at: row) != .missing else {
            return []
        }
        guard column.kind(at: row) == .array, column.appendJSON(at: row, key: [], to: &value) else {
            return key + Array("[]".utf8)
        }
        let first = value.dropFirst().first { !$0.isBlank && $0 != 0x0A }
        guard first == UInt8(ascii: "\""), let texts = texts(inArray: value) else { return key + value }
        let context = table.fileColumns.first { $0.name == "context" }?.withText(at: row) { Array($0) } ?? []
        var bytes = key + [UInt8(ascii: "[")]
        for (index, text) in texts.enumerated() {
            if index > 0 { bytes.append(contentsOf: ", ".utf8) }
            bytes.append(contentsOf: "{\"text\": ".utf8)
            text.withUnsafeBufferPointer { JSONString.append($0, to: &bytes) }
            bytes.append(contentsOf: ", \"answer_start\": \(place(of: text, in: context))}".utf8)
        }
        return bytes + [UInt8(ascii: "]")]
    }

    /// The elements of a JSON array, if all are texts and there is one.
    private static func texts(inArray json: [UInt8]) -> [[UInt8]]? {
        json.withUnsafeBufferPointer { json in
            let parser = JSONRecordParser()
            guard (try? parser.parseDocument(json, isPadded: false)) == .array, parser.startWalk() else { return nil }
            var texts: [[UInt8]] = []
            var member = csimdjson_member()
            while parser.walk(&member) {
                guard member.valueKind == .text else { return nil }
                texts.append(Array(member.text.buffer))
            }
            return texts.isEmpty ? nil : texts
        }
    }

    /// Code points before the first occurrence of `text` in `context`; -1 if there is none.
    private static func place(of text: [UInt8], in context: [UInt8]) -> Int {
        guard let range = context.firstRange(of: text) else { return -1 }
        return context[..<range.lowerBound].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    }
}
