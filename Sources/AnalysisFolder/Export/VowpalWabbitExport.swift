import TextRecords

/// Lines of Vowpal Wabbit: `label importance |f words`. A row with several labels has a line for each.
///
/// The format has no escapes: `|` and `:`, which have a meaning in it, become their full-width look-alikes.
struct VowpalWabbitExport: RowFile {
    let name: String
    let part = OutputPart.remaining
    let subject: ExportSubject

    var companions: [(name: String, bytes: [UInt8])] {
        subject.classes.numbers.isEmpty ? [] : [(ExportFormat.classesName, subject.classes.listing)]
    }

    func renderer() -> any RowRenderer {
        Renderer(subject: subject, words: PlainWords(fields: subject.fields), labels: RowLabels(key: subject.labelKey))
    }

    private struct Renderer: RowRenderer {
        let subject: ExportSubject
        var words: PlainWords
        var labels: RowLabels

        mutating func begin(_ table: RecordTable) {
            words.begin(table)
            labels.begin(table)
        }

        func append(_ row: Int, of table: RecordTable, _ numbers: RowNumbers, to bytes: inout [UInt8]) throws {
            let labels = try labels.labels(row, of: table)
            var features = Array(" |f ".utf8)
            for byte in words.text(row) {
                switch byte {
                case UInt8(ascii: "|"): features.append(contentsOf: "｜".utf8)
                case UInt8(ascii: ":"): features.append(contentsOf: "：".utf8)
                default: features.append(byte)
                }
            }
            for label in labels {
                bytes.append(contentsOf: (subject.classes.numbers[label].map(String.init) ?? label).utf8)
                bytes.append(0x20)
                try DecimalNumber.append(numbers.weight, to: &bytes)
                bytes.append(contentsOf: features)
                bytes.append(UInt8(ascii: "\n"))
            }
        }
    }
}
