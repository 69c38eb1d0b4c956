extension RecordFormat {
    /// One JSON array of objects, over any number of lines.
    public static let jsonArray = RecordFormat(named: "json")
}

extension FormatDescription {
    static let jsonArray = FormatDescription(
        format: .jsonArray,
        claim: { head in
            if JSONHead.shape(of: head.bytes) == .array { return .isCertain }
            return head.pathExtension == "json" && JSONHead.isArrayOfArrays(head.bytes) ? .isCertain : nil
        },
        layout: { _ in JSONArrayLayout() })
}

/// Cuts a JSON array after elements that are objects or arrays.
struct JSONArrayBorders: RecordBorders {
    private var scanner = JSONElementScanner(depth: 0)
    private var scanned = 0

    mutating func pieceEnd(in bytes: UnsafeBufferPointer<UInt8>, size: Int, isAtEnd: Bool) -> Int? {
        while let end = scanner.elementEnd(in: bytes, from: scanned, outer: 1) {
            scanned = end
            guard end >= size else { continue }
            scanned = 0
            return end
        }
        scanned = isAtEnd ? 0 : bytes.count
        return isAtEnd ? bytes.count : nil
    }
}

/// One JSON array of objects.
struct JSONArrayLayout: RecordLayout {
    let format = RecordFormat.jsonArray

    func borders() -> any RecordBorders { JSONArrayBorders() }
    func reader(named: [FieldPath]) -> any ChunkReader { JSONArrayReader(named: JSONNamedField.nested(named)) }

    func appendJSON(_ record: UnsafeBufferPointer<UInt8>, fields: RowFields, to bytes: inout [UInt8]) {
        JSONString.appendOnOneLine(record, to: &bytes)
    }
}

/// Reads a JSON array of objects, one record per object.
struct JSONArrayReader: ChunkReader {
    private let parser = JSONRecordParser()
    private let named: [JSONNamedField]

    init(named: [JSONNamedField]) {
        self.named = named
    }

    mutating func read(
        _ bytes: UnsafeBufferPointer<UInt8>, index: Int, offset: Int, isFirst: Bool, isLast: Bool,
        policy: ErrorPolicy
    ) -> RecordChunk {
        var chunk = RecordChunk()
        chunk.named = named.map { RecordChunk.Column(name: $0.name) }
        var fields = JSONFieldReader(parser: parser, named: named, chunk: index)
        var state = isFirst ? State.beforeArray : .afterElement
        var at = 0
        var place = Place(isColumnKnown: isFirst)
        while true {
            at = skipBlanks(in: bytes, from: at, &place)
            guard at < bytes.count else {
                if isLast, state != .afterArray { chunk.note(.truncated(offset: at - place.lineStart), at: place) }
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
            case .element: break
            }
            let start = at
            at = elementEnd(in: bytes, from: start)
            let record = UnsafeBufferPointer(rebasing: bytes[start..<at])
            if record.count > maximumLineLength {
                chunk.note(.tooLong, at: place)
            } else {
                do {
                    try parser.parse(record, isPadded: true)
                    fields.addRecord(at: offset + start, count: record.count, line: place.line, to: &chunk)
                } catch {
                    note(error, of: record, isCut: isLast && at == bytes.count, from: start, place, in: &chunk)
                }
            }
            if policy == .stop, chunk.faultCount > 0 { break }
            place.pass(record, from: start)
        }
        chunk.lineCount = bytes.newlines(before: bytes.count)
        return chunk
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
    private enum State {
        case beforeArray, afterBracket, afterElement, afterComma, afterArray

        enum Meaning {
            case separator, element
            case fault(JSONFault)
        }

        /// What the next byte that is not blank means.
        mutating func take(_ byte: UInt8) -> Meaning {
            switch (self, byte) {
            case (.beforeArray, UInt8(ascii: "[")): self = .afterBracket
            case (.afterElement, UInt8(ascii: ",")): self = .afterComma
            case (.afterElement, UInt8(ascii: "]")), (.afterBracket, UInt8(ascii: "]")): self = .afterArray
            case (.afterBracket, _), (.afterComma, _):
                if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") {
                    return .fault(.unexpected(byte: byte, expected: .value))
                }
                self = .afterElement
                return .element
            case (.afterElement, _): return .fault(.unexpected(byte: byte, expected: .commaOrEnd))
            case (.beforeArray, _): return .fault(.unexpected(byte: byte, expected: .value))
            case (.afterArray, _): return .fault(.trailingContent)
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
    fileprivate mutating func note(_ cause: Fault.Cause, at place: JSONArrayReader.Place, isOfDocument: Bool = false) {
        note(cause, line: place.line, isColumnKnown: place.isColumnKnown, isOfDocument: isOfDocument)
    }
}
