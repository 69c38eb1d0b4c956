import CSimdjson
import Foundation

/// One field of every record of a table.
///
/// Rows count from 0, and a row that the table does not have is a programming error. Takes 16 bytes per row; texts stay in the
/// file's bytes unless they had to be unescaped.
package struct FieldColumn: Sendable {
    /// What the field is called.
    package let name: String
    /// Number of rows, that of the table.
    package var count: Int { spans.count }

    private let storage: RecordStorage
    private let spans: [TextSpan]
    /// Kinds and lengths of all values.
    let tally: Tally

    /// Sums over a column's rows.
    struct Tally: Sendable {
        /// Rows of each kind, by raw value.
        var kinds = [Int](repeating: 0, count: ValueKind.allCases.count)
        /// Rows with a text: a string or a list of strings.
        var texts = 0
        /// Code points of all texts.
        var codePoints = 0

        /// Mean number of code points of the texts; 0 if there are none.
        var meanCodePoints: Double { texts == 0 ? 0 : Double(codePoints) / Double(texts) }

        static func + (left: Tally, right: Tally) -> Tally {
            Tally(
                kinds: zip(left.kinds, right.kinds).map(+), texts: left.texts + right.texts,
                codePoints: left.codePoints + right.codePoints)
        }
    }

    init(name: String, storage: RecordStorage, spans: [TextSpan], tally: Tally) {
        self.name = name
        self.storage = storage
        self.spans = spans
        self.tally = tally
    }

    /// The same values under another name.
    func renamed(_ name: String) -> FieldColumn {
        FieldColumn(name: name, storage: storage, spans: spans, tally: tally)
    }

    /// The column without the values at `rows`, which are ascending.
    func excluding(_ rows: [Int]) -> FieldColumn {
        var tally = tally
        for row in rows {
            tally.kinds[Int(spans[row].kind.rawValue)] -= 1
            guard spans[row].isText else { continue }
            tally.texts -= 1
            tally.codePoints -= storage.withBytes(of: spans[row]) { csimdjson_code_points($0.baseAddress, $0.count) }
        }
        return FieldColumn(name: name, storage: storage, spans: spans.excluding(rows), tally: tally)
    }

    /// What the record at `row` has here.
    package func kind(at row: Int) -> ValueKind { spans[row].kind }

    /// Whether the record at `row` has a string or a list of strings here.
    func isText(at row: Int) -> Bool { spans[row].isText }

    /// How many rows have a value of `kind`.
    package func count(of kind: ValueKind) -> Int { tally.kinds[Int(kind.rawValue)] }

    /// Mean number of code points of the values that are strings or lists of strings; 0 if there are none.
    package var meanCodePoints: Double { tally.meanCodePoints }

    /// The first row that has a value of `kind`, or nil.
    package func firstRow(of kind: ValueKind) -> Int? {
        count(of: kind) > 0 ? spans.firstIndex { $0.kind == kind } : nil
    }

    /// The first row with an array that holds something other than strings, or nil.
    var firstArrayWithoutText: Int? {
        guard count(of: .array) > 0 else { return nil }
        return spans.firstIndex { $0.kind == .array && $0.isOpaque }
    }

    /// Calls `body` with the value's text in UTF-8, which it must not keep.
    ///
    /// Strings are unescaped (a surrogate escape without its partner is U+FFFD); numbers and booleans are as the record spells
    /// them; an array of strings, or of arrays of strings, is joined by newlines, or as a sentence if the strings are Chinese
    /// characters; everything else is empty.
    @inline(__always)
    package func withText<Result, Failure: Error>(
        at row: Int, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let span = spans[row]
        if span.isOpaque { return try body(UnsafeBufferPointer(start: nil, count: 0)) }
        return try storage.withBytes(of: span, body)
    }

    /// The value's text, as in ``withText(at:_:)``.
    package func string(at row: Int) -> String {
        withText(at: row) { String(decoding: $0, as: UTF8.self) }
    }

    /// Appends the value as JSON on one line; false, and nothing appended, if there is none.
    package func appendJSON(at row: Int, key: some Sequence<UInt8>, to bytes: inout [UInt8]) -> Bool {
        let span = spans[row]
        if span.kind == .missing { return false }
        bytes.append(contentsOf: key)
        storage.withBytes(of: span) { value in
            if span.kind == .text, !span.isOpaque {
                JSONString.append(value, to: &bytes)
            } else {
                JSONString.appendOnOneLine(value, to: &bytes)
            }
        }
        return true
    }

    /// The fingerprint of every row that has no value or `null`.
    package static let missingFingerprint: UInt64 = 0

    /// XXH3-64 of the value's text as in ``withText(at:_:)``, or of its JSON where it has no text (objects, mixed arrays);
    /// ``missingFingerprint`` for null and missing values. Equal texts agree across files; unequal ones may collide (2⁻⁶⁴).
    package func fingerprint(at row: Int) -> UInt64 {
        let span = spans[row]
        switch span.kind {
        case .missing, .null: return Self.missingFingerprint
        default: return storage.withBytes(of: span) { Fingerprint.of($0) }
        }
    }

    /// ``fingerprint(at:)`` of the text as it is compared (``TidyText``): equal for texts that differ in blanks alone.
    package func tidyFingerprint(at row: Int) -> UInt64 {
        guard spans[row].isText else { return fingerprint(at: row) }
        return withText(at: row) { TidyText.with($0) { Fingerprint.of($0) } }
    }

    /// The fingerprint that a row with this text has.
    package static func fingerprint(of text: UnsafeBufferPointer<UInt8>) -> UInt64 { Fingerprint.of(text) }

    /// The fingerprints of all texts if each is one ASCII token, else nil. Stops at the first that is not.
    func tokenFingerprints() -> [UInt64]? {
        var fingerprints: [UInt64] = []
        for row in spans.indices where spans[row].kind == .text {
            let isToken = withText(at: row) { text in text.allSatisfy { $0 > 0x20 && $0 < 0x7F } }
            if !isToken { return nil }
            fingerprints.append(fingerprint(at: row))
        }
        return fingerprints
    }
}
