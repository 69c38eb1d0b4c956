import CSimdjson

extension RecordFormat {
    /// A JSON document of questions about texts (SQuAD, CMRC and the like); one record per question.
    public static let squad = RecordFormat(named: "squad")
}

extension FormatDescription {
    static let squad = FormatDescription(
        format: .squad,
        claim: { $0.json == .questions ? .isCertain : nil },
        layout: { _ in SQuADLayout() })
}

/// A document of questions about texts.
struct SQuADLayout: RecordLayout {
    let format = RecordFormat.squad
    let maximumRecord = ReadingOptions.largestRecord
    let needsContent = true

    func borders() -> any RecordBorders { WholeDocument() }
    func reader(named: [FieldPath]) -> any ChunkReader { SQuADReader() }

    /// A record's own bytes lack the fields of its article and its paragraph.
    func appendJSON(_ record: UnsafeBufferPointer<UInt8>, fields: RowFields, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "{"))
        var isFirst = true
        for column in fields.columns {
            let key = (isFirst ? "\"" : ", \"") + column.name + "\": "
            if column.appendJSON(at: fields.row, key: key.utf8, to: &bytes) { isFirst = false }
        }
        bytes.append(UInt8(ascii: "}"))
    }
}

/// Reads documents of questions about texts, one record per question: SQuAD 1.1 and 2.0 and documents of the same structure
/// (CMRC 2018, DRCD, XQuAD, SQuADShifts: `data[].paragraphs[].qas[]`), and CMRC's flat form
/// (`[{"context_text": …, "qas": [{"query_text": …}]}]`).
///
/// The fields are `id`, `title`, `context`, `question`, `answers` and `is_impossible`, as far as they are present. A context is
/// held once for all its questions. `answers` are the bytes of their JSON: offsets in them count code points and stay valid. A
/// document is one piece.
struct SQuADReader: ChunkReader {
    private let parser = JSONRecordParser()

    mutating func read(
        _ bytes: UnsafeBufferPointer<UInt8>, index: Int, offset: Int, isFirst: Bool, isLast: Bool,
        policy: ErrorPolicy
    ) -> RecordChunk {
        guard bytes.contains(where: { !$0.isBlank && $0 != 0x0A }) else { return RecordChunk() }
        let walk = QuestionWalk(parser: parser, bytes: bytes, index: index, offset: offset, policy: policy)
        do {
            walk.document(kind: try parser.parseDocument(bytes, isPadded: true))
        } catch {
            switch error {
            case .notUTF8(let offset): walk.note(offset, isOfDocument: true) { .notUTF8(offset: $0) }
            case .notJSON(let offset, .unclosed) where isLast, .notJSON(let offset, .unclosedString) where isLast:
                walk.note(offset, isOfDocument: true) { .truncated(offset: $0) }
            case .notJSON(let offset, let fault): walk.note(offset, isOfDocument: true) { .notJSON(offset: $0, fault) }
            case .notAnObject: break
            }
        }
        return walk.finish()
    }
}

/// One pass through a parsed document. A class, so that the levels of the document can be methods that call one another.
private final class QuestionWalk {
    private let parser: JSONRecordParser
    private let bytes: UnsafeBufferPointer<UInt8>
    private let index: Int
    private let offset: Int
    private let policy: ErrorPolicy
    private var chunk = RecordChunk()
    private var member = csimdjson_member()
    private var lines: LineCounter

    /// What a record has, in the order in which it is written.
    private static let fields = ["id", "title", "context", "question", "answers", "is_impossible"]

    /// Values of one record. Not a dictionary, since there is one for each question.
    private struct Values {
        var id, title, context, question, answers, impossible: TextSpan?
    }

    init(parser: JSONRecordParser, bytes: UnsafeBufferPointer<UInt8>, index: Int, offset: Int, policy: ErrorPolicy) {
        self.parser = parser
        self.bytes = bytes
        self.index = index
        self.offset = offset
        self.policy = policy
        lines = LineCounter(bytes)
        chunk.fields = Self.fields.map { RecordChunk.Column(name: $0) }
    }

    func finish() -> RecordChunk {
        chunk.fields.removeAll { $0.rows.isEmpty }
        chunk.lineCount = bytes.newlines(before: bytes.count)
        return chunk
    }

    /// Notes a fault at an offset in the document.
    func note(_ offset: Int, isOfDocument: Bool = false, _ cause: (_ offsetInLine: Int) -> RecordChunk.Fault.Cause) {
        chunk.note(cause(offset - bytes.lineStart(of: offset)), line: lines.line(of: offset), isOfDocument: isOfDocument)
    }

    private func note(_ offset: Int, _ place: QuestionPlace, _ fault: QuestionFault) {
        note(offset, isOfDocument: place == QuestionPlace()) { .questions(offset: $0, place, fault) }
    }

    private var mustStop: Bool { policy == .stop && chunk.faultCount > 0 }

    // The levels, from the outside in. Each reads the value that the walk gave last.

    func document(kind: ValueKind) {
        guard parser.startWalk() else { return note(0, QuestionPlace(), .notAnObject(found: kind)) }
        guard kind == .object else { return elements { QuestionPlace(paragraph: $0) } }
        var hasData = false
        while next() {
            guard keyIs("data") else { continue }
            hasData = true
            guard has("data", .array, in: QuestionPlace()), parser.enter() else { continue }
            elements { QuestionPlace(article: $0) }
            parser.leave()
        }
        if !hasData, !mustStop { note(0, QuestionPlace(), .missing(key: "data")) }
    }

    /// The articles of `data`, or the paragraphs of a flat document.
    private func elements(_ place: (_ number: Int) -> QuestionPlace) {
        var number = 0
        while next() {
            element(place(number))
            number += 1
        }
    }

    private func element(_ place: QuestionPlace) {
        let own = member
        guard isObject(place), parser.enter() else { return }
        var values = Values()
        var hasParagraphs = false
        var isParagraph = false
        while next() {
            if keyIs("title") { values.title = span() }
            hasParagraphs = hasParagraphs || keyIs("paragraphs")
            isParagraph = isParagraph || keyIs("qas", "context", "context_text")
        }
        parser.leave()
        member = own
        if !hasParagraphs {
            return isParagraph
                ? paragraph(place, values) : note(member.value_start, place, .missing(key: "paragraphs"))
        }
        guard parser.enter() else { return }
        while next() {
            guard keyIs("paragraphs") else { continue }
            guard has("paragraphs", .array, in: place), parser.enter() else { continue }
            // An article in a list without `data` around it is still an article.
            var inner = QuestionPlace(article: place.article ?? place.paragraph, paragraph: 0)
            while next() {
                paragraph(inner, values)
                inner.paragraph? += 1
            }
            parser.leave()
        }
        parser.leave()
    }

    private func paragraph(_ place: QuestionPlace, _ shared: Values) {
        let start = member.value_start
        guard isObject(place), parser.enter() else { return }
        var values = shared
        var hasQuestions = false
        // Keys come in any order: the context is found before the questions are read.
        while next() {
            if keyIs("context", "context_text") {
                if has("context", .text, in: place) { values.context = span() } else { values.context = .missing }
            } else if keyIs("title") {
                values.title = span()
            } else if keyIs("qas") {
                hasQuestions = true
            }
        }
        parser.leave()
        if mustStop || values.context?.kind == .missing { return }
        guard values.context != nil else { return note(start, place, .missing(key: "context")) }
        guard hasQuestions else { return note(start, place, .missing(key: "qas")) }
        guard parser.enter() else { return }
        while next() {
            guard keyIs("qas") else { continue }
            guard has("qas", .array, in: place), parser.enter() else { continue }
            var inner = place
            inner.question = 0
            while next() {
                question(inner, values)
                inner.question? += 1
            }
            parser.leave()
        }
        parser.leave()
    }

    private func question(_ place: QuestionPlace, _ shared: Values) {
        let start = member.value_start
        guard isObject(place), parser.enter() else { return }
        var values = shared
        var isWhole = true
        while next() {
            if keyIs("question", "query_text") {
                if has("question", .text, in: place) { values.question = span() } else { isWhole = false }
            } else if keyIs("id", "query_id") {
                values.id = span()
            } else if keyIs("answers") {
                values.answers = span()
            } else if keyIs("is_impossible") {
                values.impossible = span()
            }
        }
        parser.leave()
        guard isWhole, !mustStop else { return }
        guard values.question != nil else { return note(start, place, .missing(key: "question")) }
        let row = UInt32(truncatingIfNeeded: chunk.records.count)
        func set(_ column: Int, _ span: TextSpan?) {
            if let span { chunk.fields[column].set(span, row: row) }
        }
        set(0, values.id)
        set(1, values.title)
        set(2, values.context)
        set(3, values.question)
        set(4, values.answers)
        set(5, values.impossible)
        chunk.records.append(
            RecordSpan(
                start: offset + start, count: UInt32(truncatingIfNeeded: parser.walkedValueEnd - start),
                line: UInt32(truncatingIfNeeded: lines.line(of: start))))
    }

    // The value that the walk gave last.

    private func next() -> Bool { !mustStop && parser.walk(&member) }

    private func keyIs(_ names: StaticString...) -> Bool {
        names.contains { name in
            member.key.buffer.elementsEqual(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        }
    }

    private func has(_ key: String, _ kind: ValueKind, in place: QuestionPlace) -> Bool {
        if member.valueKind == kind { return true }
        note(member.value_start, place, .wrongKind(key: key, found: member.valueKind, expected: kind))
        return false
    }

    private func isObject(_ place: QuestionPlace) -> Bool {
        if member.valueKind == .object { return true }
        note(member.value_start, place, .notAnObject(found: member.valueKind))
        return false
    }

    /// Where the value can be found; for an array or object, its JSON, whatever is in it.
    private func span() -> TextSpan {
        let kind = member.valueKind
        guard kind == .array || kind == .object else {
            return JSONFieldReader.span(of: member, at: offset, index, &chunk.arena)
        }
        return TextSpan(
            kind, fileOffset: offset + member.value_start, count: parser.walkedValueEnd - member.value_start, isOpaque: true)
    }
}

/// Line numbers of offsets that mostly increase.
private struct LineCounter {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    private var lines = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// Newlines before `offset`.
    mutating func line(of offset: Int) -> Int {
        if offset < position {
            position = 0
            lines = 0
        }
        let passed = UnsafeBufferPointer(rebasing: bytes[position..<offset])
        lines += passed.newlines(before: passed.count)
        position = offset
        return lines
    }
}
