import TextRecords

/// Lines of Vowpal Wabbit: `label importance |f words`.
///
/// The format has no escapes: `|` and `:`, which have a meaning in it, become their full-width look-alikes.
struct VowpalWabbitExport: RowFile {
    let name: String
    let part = OutputPart.remaining
    let subject: ExportSubject

    var companions: [(name: String, bytes: [UInt8])] {
        subject.classes.numbers.isEmpty ? [] : [(ExportFormat.classesName, subject.classes.listing)]
    }

    func renderer() -> any RowRenderer { Renderer(subject: subject, words: PlainWords(fields: subject.fields)) }

    private struct Renderer: RowRenderer {
        let subject: ExportSubject
        var words: PlainWords
        var label: FieldColumn?

        mutating func begin(_ table: RecordTable) {
            words.begin(table)
            label = table.column(named: subject.labelKey)
        }

        func append(_ row: Int, of table: RecordTable, _ numbers: RowNumbers, to bytes: inout [UInt8]) throws {
            let label = label?.string(at: row) ?? ""
            bytes.append(contentsOf: (subject.classes.numbers[label].map(String.init) ?? label).utf8)
            bytes.append(0x20)
            try DecimalNumber.append(numbers.weight, to: &bytes)
            bytes.append(contentsOf: " |f ".utf8)
            for byte in words.text(row) {
                switch byte {
                case UInt8(ascii: "|"): bytes.append(contentsOf: "｜".utf8)
                case UInt8(ascii: ":"): bytes.append(contentsOf: "：".utf8)
                default: bytes.append(byte)
                }
            }
            bytes.append(UInt8(ascii: "\n"))
        }
    }
}
