import Foundation
import TextRecords
import TextTokens

extension FormExample {
    /// Code points that are shown, and how many of them before a mark.
    private static let (shown, before) = (80, 20)

    /// A row's text from where one of some marks is; of the field that has it, else of the longest.
    init(_ row: Int, of pair: ComparedPair, at marks: FormMarks) {
        let table = pair.table(row)
        let own = pair.fileRow(row)
        let texts = pair.fields.map { table.column(named: $0)?.string(at: own) ?? "" }
        var found: (slot: Int, at: Int)?
        for (slot, text) in texts.enumerated() where found == nil {
            var text = text
            text.withUTF8 { bytes in
                if let at = FormScan.place(of: marks, in: bytes) {
                    found = (slot, at)
                } else if !FormScan.blanks(of: bytes).isDisjoint(with: marks) {
                    // Around the text or inside it: where the first blank of the kind is.
                    let isAtEnd = !marks.isDisjoint(with: FormMarks(.trailingBlanks).union(FormMarks(.trailingLineEnd)))
                    found = (slot, isAtEnd ? bytes.count : bytes.firstIndex { $0 < 0x20 } ?? 0)
                }
            }
        }
        let (slot, at) = found ?? (pair.longest, 0)
        let place = table.location(ofRecord: own)
        self.init(
            line: place.line, file: place.path == table.path ? nil : (place.path as NSString).lastPathComponent,
            field: pair.fields[slot], text: Self.cut(texts[slot], at: at))
    }

    /// Some code points around a place in bytes, what cannot be seen as escapes.
    static func cut(_ text: String, at place: Int) -> String {
        let scalars = Array(text.unicodeScalars)
        var (bytes, middle) = (0, 0)
        while middle < scalars.count, bytes < place {
            bytes += UTF8.width(scalars[middle])
            middle += 1
        }
        let first = max(min(middle - before, scalars.count - shown), 0)
        let part = scalars[first..<min(first + shown, scalars.count)]
        let body = part.map { scalar in
            switch scalar.value {
            case 0x09: "\\t"
            case 0x0A: "\\n"
            case 0x0D: "\\r"
            case 0..<0x20, 0x7F...0xA0, 0x3000, 0xFFFD: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            default: String(scalar)
            }
        }.joined()
        return (first > 0 ? "…" : "") + body + (first + part.count < scalars.count ? "…" : "")
    }
}
