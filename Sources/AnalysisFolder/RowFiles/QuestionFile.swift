import TextRecords

/// The validation set as a SQuAD document.
struct QuestionFile: RowFile {
    let name: String
    let part = OutputPart.sortedValidation
    /// The document's version of the format.
    let version: String

    func renderer() -> any RowRenderer { Renderer() }
    func assembler() -> any RowAssembler { Assembler(document: QuestionDocument(version: version)) }

    private struct Renderer: RowRenderer {
        func append(_ row: Int, of table: RecordTable, _ numbers: RowNumbers, to bytes: inout [UInt8]) throws {
            QuestionDocument.pack(record: row, of: table, to: &bytes)
        }
    }

    private struct Assembler: RowAssembler {
        var document: QuestionDocument

        func begin(_ file: OutputFile) throws { try file.write(document.start) }

        mutating func add(_ rows: RenderedRows, to file: OutputFile) throws {
            var bytes: [UInt8] = []
            document.append(rows.bytes, to: &bytes)
            try file.write(bytes)
        }

        func finish(_ file: OutputFile) throws { try file.write(document.end) }
    }
}
