import CSimdjson

extension RecordFormat {
    /// JSON over any number of lines: a list of objects, wherever it stands in a document; objects by their identifiers, or one
    /// after another; or the columns of a table.
    public static let jsonArray = RecordFormat(named: "json")
}

extension FormatDescription {
    static let jsonArray = FormatDescription(
        format: .jsonArray,
        claim: { head in
            switch head.json {
            case .array, .objects, .document, .columns: return .isCertain
            case .lines, .questions, nil: break
            }
            return head.pathExtension == "json" && JSONHead.isArrayOfArrays(head.bytes) ? .isCertain : nil
        },
        layout: { head in
            switch head.json {
            case .columns: return JSONColumnsLayout()
            case .document(let place): return JSONElementsLayout(place.isKeyed ? .keyed : .array, place: place, head)
            case .objects: return JSONElementsLayout(.sequence, head)
            case .array(ofTexts: true): return JSONElementsLayout(.array, ofTexts: true, head)
            // Given as JSON, lines of objects are objects one after another.
            case .lines: return JSONElementsLayout(.sequence, head)
            case .array, .questions, nil: return JSONElementsLayout(.array, head)
            }
        })
}

/// How JSON records stand beside one another.
enum JSONArrangement: Sendable {
    /// In a list.
    case array
    /// In an object, by their identifiers.
    case keyed
    /// One after another, with nothing or a comma between them.
    case sequence

    /// Open brackets around a record.
    var depth: Int { self == .sequence ? 0 : 1 }
}

/// Cuts JSON after elements that are objects or arrays.
struct JSONElementBorders: RecordBorders {
    private var scanner = JSONElementScanner(depth: 0)
    private var scanned = 0
    private let outer: Int

    init(_ arrangement: JSONArrangement) { outer = arrangement.depth }

    mutating func pieceEnd(in bytes: UnsafeBufferPointer<UInt8>, size: Int, isAtEnd: Bool) -> Int? {
        while let end = scanner.elementEnd(in: bytes, from: scanned, outer: outer) {
            scanned = end
            guard end >= size else { continue }
            scanned = 0
            return end
        }
        scanned = isAtEnd ? 0 : bytes.count
        return isAtEnd ? bytes.count : nil
    }
}

/// JSON records that are elements of something.
struct JSONElementsLayout: RecordLayout {
    /// The field with a record's key, where records stand by their identifiers.
    static let keyField = "_id"

    let format = RecordFormat.jsonArray
    let arrangement: JSONArrangement
    let isOfTexts: Bool
    let place: JSONPlace?
    let maximumRecord: Int

    init(_ arrangement: JSONArrangement, place: JSONPlace? = nil, ofTexts: Bool = false, _ head: FileHead) {
        self.arrangement = arrangement
        self.place = place
        isOfTexts = ofTexts
        maximumRecord = head.options.maximumRecord
    }

    var part: Int? { place?.start }
    var needsContent: Bool { arrangement != .sequence }

    var remarks: [ReadingRemark] {
        var remarks: [ReadingRemark] = []
        if isOfTexts { remarks.append(ReadingRemark(.texts)) }
        if arrangement == .sequence { remarks.append(ReadingRemark(.objects)) }
        guard let place else { return remarks }
        let path = place.path.joined(separator: ".")
        if place.isKeyed {
            remarks.append(ReadingRemark(.recordsByKey, path.isEmpty ? nil : path))
        } else {
            remarks.append(ReadingRemark(.recordsAt, path + (place.member.map { "[].\($0)" } ?? "")))
        }
        if !place.others.isEmpty { remarks.append(ReadingRemark(.listsPassedOver, place.others.joined(separator: ", "))) }
        return remarks
    }

    func borders() -> any RecordBorders { JSONElementBorders(arrangement) }
    func reader(named: [FieldPath]) -> any ChunkReader { JSONElementReader(self, named: JSONNamedField.nested(named)) }

    func appendJSON(_ record: UnsafeBufferPointer<UInt8>, fields: RowFields, to bytes: inout [UInt8]) {
        guard record.first == UInt8(ascii: "\"") else { return JSONString.appendOnOneLine(record, to: &bytes) }
        if arrangement == .keyed { return appendKeyed(record, fields, to: &bytes) }
        bytes.append(contentsOf: "{\"\(RecordFormat.textField)\": ".utf8)
        JSONString.appendOnOneLine(record, to: &bytes)
        bytes.append(UInt8(ascii: "}"))
    }

    /// Appends a record with its key in front, as a member, unless it has one of that name.
    private func appendKeyed(_ record: UnsafeBufferPointer<UInt8>, _ fields: RowFields, to bytes: inout [UInt8]) {
        let key = UnsafeBufferPointer(rebasing: record[..<JSONElementReader.keyEnd(in: record, from: 0)])
        guard let brace = record[key.count...].firstIndex(of: UInt8(ascii: "{")) else { return }
        let object = UnsafeBufferPointer(rebasing: record[brace...])
        let hasOwn = JSONElementReader.hasMember(Self.keyField, object)
        if hasOwn { return JSONString.appendOnOneLine(object, to: &bytes) }
        bytes.append(contentsOf: "{\"\(Self.keyField)\": ".utf8)
        bytes.append(contentsOf: key)
        let rest = object.dropFirst().drop { $0.isBlank || $0 == 0x0A }
        if rest.first != UInt8(ascii: "}") { bytes.append(contentsOf: ", ".utf8) }
        JSONString.appendOnOneLine(UnsafeBufferPointer(rebasing: rest), to: &bytes)
    }
}

/// Reads JSON records that are elements of something, one record an object.
struct JSONElementReader: ChunkReader {
    private let parser = JSONRecordParser()
    private let layout: JSONElementsLayout
    private let named: [JSONNamedField]
    /// The path to the member of each element that is the record.
    private let member: JSONRecordParser.KeyPath?

    init(_ layout: JSONElementsLayout, named: [JSONNamedField]) {
        self.layout = layout
        self.named = named
        member = layout.place?.member.map { JSONRecordParser.KeyPath([$0]) }
    }

    mutating func read(
        _ bytes: UnsafeBufferPointer<UInt8>, index: Int, offset: Int, isFirst: Bool, isLast: Bool,
        policy: ErrorPolicy
    ) -> RecordChunk {
        var chunk = RecordChunk()
        chunk.named = named.map { RecordChunk.Column(name: $0.name) }
        var fields = JSONFieldReader(parser: parser, named: named, chunk: index)
        var state = State(layout.arrangement, isFirst: isFirst)
        var at = 0
        var place = Place(isColumnKnown: isFirst)
        /// The key of the element to come.
        var key: Range<Int>?
        var keyPlace = place
        while true {
            at = skipBlanks(in: bytes, from: at, &place)
            guard at < bytes.count else {
                if isLast, !state.isComplete { chunk.note(.truncated(offset: at - place.lineStart), at: place) }
                break
            }
            switch state.take(bytes[at]) {
            case .separator:
                at += 1
                continue
            case .fault(let fault):
                // If the array itself is broken its elements cannot be determined.
                chunk.note(.notJSON(offset: at - place.lineStart, fault), at: place, isOfDocument: true)
                chunk.lineCount = bytes.newlines(before: bytes.count)
                return chunk
            case .key:
                let end = Self.keyEnd(in: bytes, from: at)
                key = at..<end
                keyPlace = place
                place.pass(UnsafeBufferPointer(rebasing: bytes[at..<end]), from: at)
                at = end
                continue
            case .element: break
            }
            let start = at
            at = elementEnd(in: bytes, from: start)
            let record = UnsafeBufferPointer(rebasing: bytes[start..<at])
            if record.count > layout.maximumRecord {
                chunk.note(.tooLong(limit: layout.maximumRecord), at: place)
            } else if let own = key {
                addKeyed(record, from: start, own, keyPlace, place, isLast, bytes, offset, &fields, &chunk)
            } else if layout.isOfTexts, record.first == UInt8(ascii: "\"") {
                addText(record, from: start, place, isCut: isLast && at == bytes.count, offset, index, &chunk)
            } else {
                add(record, from: start, place, isCut: isLast && at == bytes.count, offset, &fields, &chunk)
            }
            key = nil
            if policy == .stop, chunk.faultCount > 0 { break }
            place.pass(record, from: start)
        }
        chunk.lineCount = bytes.newlines(before: bytes.count)
        return chunk
    }

    private func add(
        _ record: UnsafeBufferPointer<UInt8>, from start: Int, _ place: Place, isCut: Bool, _ offset: Int,
        _ fields: inout JSONFieldReader, _ chunk: inout RecordChunk
    ) {
        do throws(JSONRecordParser.Refusal) {
            try parser.parse(record, isPadded: true)
            var (own, ownStart, ownPlace) = (record, start, place)
            if let member {
                var found = csimdjson_member()
                if parser.find(member, &found), found.valueKind == .object {
                    own = UnsafeBufferPointer(rebasing: record[found.value_start..<found.value_end])
                    ownStart += found.value_start
                    ownPlace.pass(UnsafeBufferPointer(rebasing: record[..<found.value_start]), from: start)
                    try parser.parse(own, isPadded: true)
                } else {
                    // Nothing of this element is a record.
                    throw JSONRecordParser.Refusal.notAnObject(.missing)
                }
            }
            fields.addRecord(at: offset + ownStart, count: own.count, line: ownPlace.line, to: &chunk)
        } catch {
            note(error, of: record, isCut: isCut, from: start, place, in: &chunk)
        }
    }

    /// Adds an element and its key; scalars say something about the document, and are no records.
    private func addKeyed(
        _ record: UnsafeBufferPointer<UInt8>, from start: Int, _ key: Range<Int>, _ keyPlace: Place, _ place: Place,
        _ isLast: Bool,
        _ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int, _ fields: inout JSONFieldReader, _ chunk: inout RecordChunk
    ) {
        let isContainer = record.first == UInt8(ascii: "{") || record.first == UInt8(ascii: "[")
        let isCut = isLast && start + record.count == bytes.count
        do throws(JSONRecordParser.Refusal) {
            // The key is JSON as it stands in an object by itself.
            let spelled = bytes[key]
            let text = try Self.unescaped(UnsafeBufferPointer(rebasing: spelled), with: parser)
            if !isContainer, !isCut { return }
            try parser.parse(record, isPadded: true)
            fields.addRecord(
                at: offset + start, count: record.count, line: place.line, to: &chunk,
                extra: (JSONElementsLayout.keyField, text))
            let last = chunk.records.count - 1
            chunk.records[last] = RecordSpan(
                start: offset + key.lowerBound, count: UInt32(truncatingIfNeeded: start + record.count - key.lowerBound),
                line: UInt32(truncatingIfNeeded: keyPlace.line))
        } catch {
            note(error, of: record, isCut: isCut, from: start, place, in: &chunk)
        }
    }

    /// Adds a text that is an element.
    private func addText(
        _ record: UnsafeBufferPointer<UInt8>, from start: Int, _ place: Place, isCut: Bool, _ offset: Int, _ index: Int,
        _ chunk: inout RecordChunk
    ) {
        do {
            let text = try Self.unescaped(record, with: parser)
            if chunk.fields.isEmpty { chunk.fields = [RecordChunk.Column(name: RecordFormat.textField)] }
            let position = chunk.arena.count
            chunk.arena += text
            chunk.fields[0].set(
                TextSpan(.text, chunk: index, arenaOffset: position, count: text.count),
                row: UInt32(truncatingIfNeeded: chunk.records.count))
            chunk.records.append(
                RecordSpan(
                    start: offset + start, count: UInt32(truncatingIfNeeded: record.count),
                    line: UInt32(truncatingIfNeeded: place.line)))
        } catch {
            note(error, of: record, isCut: isCut, from: start, place, in: &chunk)
        }
    }

    /// The text of a JSON string.
    private static func unescaped(
        _ spelled: UnsafeBufferPointer<UInt8>, with parser: JSONRecordParser
    ) throws(JSONRecordParser.Refusal) -> [UInt8] {
        // The parser gives the texts of members.
        let list = [UInt8(ascii: "[")] + Array(spelled) + [UInt8(ascii: "]")]
        var text: [UInt8] = []
        var refusal: JSONRecordParser.Refusal?
        list.withUnsafeBufferPointer { list in
            do throws(JSONRecordParser.Refusal) {
                _ = try parser.parseDocument(list, isPadded: false)
                var member = csimdjson_member()
                if parser.startWalk(), parser.walk(&member) { text = Array(member.text.buffer) }
            } catch { refusal = error }
        }
        switch refusal {
        case nil: return text
        case .notUTF8(let offset): throw .notUTF8(offset: max(0, offset - 1))
        case .notJSON(let offset, let fault): throw .notJSON(offset: max(0, min(offset, spelled.count) - 1), fault)
        case .notAnObject(let kind): throw .notAnObject(kind)
        }
    }

    /// Whether an object, which is valid, has a member.
    static func hasMember(_ name: String, _ object: UnsafeBufferPointer<UInt8>) -> Bool {
        let spelled = Array("\"\(name)\"".utf8)
        guard object.first(UInt8(ascii: "_"), from: 0) != nil, object.firstRange(of: spelled) != nil else { return false }
        let parser = JSONRecordParser()
        var member = csimdjson_member()
        guard (try? parser.parse(object, isPadded: false)) != nil else { return false }
        return parser.find(JSONRecordParser.KeyPath([name]), &member)
    }

    /// The offset after the string that starts at `start`, at the latest that of its line.
    static func keyEnd(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var at = start + 1
        while at < bytes.count, bytes[at] != 0x0A {
            if bytes[at] == UInt8(ascii: "\"") { return at + 1 }
            at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(at, bytes.count)
    }

    /// A place in the piece.
    fileprivate struct Place {
        /// Newlines before it.
        var line = 0
        /// Where the line starts in the piece.
        var lineStart = 0
        /// A later piece can start within a line, of which it does not know the start.
        var isColumnKnown: Bool

        mutating func newline(at offset: Int) {
            line += 1
            lineStart = offset + 1
            isColumnKnown = true
        }

        /// Advances over `text`, which starts at `start`.
        mutating func pass(_ text: UnsafeBufferPointer<UInt8>, from start: Int) {
            var at = 0
            while let newline = text.firstNewline(from: at) {
                self.newline(at: start + newline)
                at = newline + 1
            }
        }
    }

    /// What came last between and around elements.
    private struct State {
        private enum Last {
            case nothing, opening, element, comma, key, colon, closing
        }

        private let arrangement: JSONArrangement
        private var last: Last

        init(_ arrangement: JSONArrangement, isFirst: Bool) {
            self.arrangement = arrangement
            last = isFirst ? .nothing : .element
        }

        enum Meaning {
            case separator, element, key
            case fault(JSONFault)
        }

        /// Whether a file may end here.
        var isComplete: Bool { arrangement == .sequence || last == .closing }

        /// What the next byte that is not blank means.
        mutating func take(_ byte: UInt8) -> Meaning {
            let (open, close) =
                arrangement == .keyed ? (UInt8(ascii: "{"), UInt8(ascii: "}")) : (UInt8(ascii: "["), UInt8(ascii: "]"))
            if arrangement == .sequence {
                if byte == UInt8(ascii: ","), last == .element {
                    last = .comma
                    return .separator
                }
                last = .element
                return byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}")
                    ? .fault(.unexpected(byte: byte, expected: .value)) : .element
            }
            switch (last, byte) {
            case (.nothing, open): last = .opening
            case (.element, UInt8(ascii: ",")): last = .comma
            case (.element, close), (.opening, close): last = .closing
            case (.key, UInt8(ascii: ":")): last = .colon
            case (.key, _): return .fault(.unexpected(byte: byte, expected: .colon))
            case (.opening, _) where arrangement == .keyed, (.comma, _) where arrangement == .keyed:
                guard byte == UInt8(ascii: "\"") else { return .fault(.unexpected(byte: byte, expected: .key)) }
                last = .key
                return .key
            case (.opening, _), (.comma, _), (.colon, _):
                if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") {
                    return .fault(.unexpected(byte: byte, expected: .value))
                }
                last = .element
                return .element
            case (.element, _): return .fault(.unexpected(byte: byte, expected: .commaOrEnd))
            case (.nothing, _): return .fault(.unexpected(byte: byte, expected: .value))
            case (.closing, _): return .fault(.trailingContent)
            }
            return .separator
        }
    }

    private func skipBlanks(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ place: inout Place) -> Int {
        var at = start
        while at < bytes.count, bytes[at] == 0x0A || bytes[at].isBlank {
            if bytes[at] == 0x0A { place.newline(at: at) }
            at += 1
        }
        return at
    }

    /// The end of the element that starts at `start`: its closing bracket, or for scalars a character that can follow them. A
    /// scalar also ends at a bracket: a piece can be cut after a bracket, and no element may continue past the cut.
    private func elementEnd(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let first = bytes[start]
        if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
            var scanner = JSONElementScanner(depth: 0)
            return scanner.elementEnd(in: bytes, from: start, outer: 0) ?? bytes.count
        }
        var at = start + 1
        var isInString = first == UInt8(ascii: "\"")
        while at < bytes.count {
            let byte = bytes[at]
            if isInString {
                if byte == UInt8(ascii: "\\") { at += 1 }
                if byte == UInt8(ascii: "\"") || byte == 0x0A { isInString = false }
            } else if byte == UInt8(ascii: ",") || byte == 0x0A || byte.isBlank || byte & 0xDF == UInt8(ascii: "[")
                || byte & 0xDF == UInt8(ascii: "]")
            {
                return at
            }
            at += 1
        }
        return bytes.count
    }

    private func note(
        _ refusal: JSONRecordParser.Refusal, of record: UnsafeBufferPointer<UInt8>, isCut: Bool, from start: Int,
        _ place: Place, in chunk: inout RecordChunk
    ) {
        func fault(_ offset: Int, _ cause: (_ offset: Int) -> RecordChunk.Fault.Cause) {
            var place = place
            place.pass(UnsafeBufferPointer(rebasing: record[..<min(offset, record.count)]), from: start)
            chunk.note(cause(start + offset - place.lineStart), at: place)
        }
        switch refusal {
        case .notUTF8(let offset): fault(offset) { .notUTF8(offset: $0) }
        case .notJSON(let offset, .unclosed) where isCut, .notJSON(let offset, .unclosedString) where isCut:
            fault(offset) { .truncated(offset: $0) }
        case .notJSON(let offset, let json): fault(offset) { .notJSON(offset: $0, json) }
        case .notAnObject(let kind): fault(0) { _ in .notAnObject(kind) }
        }
    }
}

extension RecordChunk {
    fileprivate mutating func note(_ cause: Fault.Cause, at place: JSONElementReader.Place, isOfDocument: Bool = false) {
        note(cause, line: place.line, isColumnKnown: place.isColumnKnown, isOfDocument: isOfDocument)
    }
}
