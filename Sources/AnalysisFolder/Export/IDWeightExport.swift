import TextRecords

/// Identifiers and weights: `id`, a tab, and the weight. Without identifiers, the rows of train are numbered from 1.
struct IDWeightExport: RowFile {
    let name: String
    let part = OutputPart.remaining
    let key: String?

    func renderer() -> any RowRenderer { Renderer(key: key) }
    func assembler() -> any RowAssembler { key == nil ? Numbering() : Concatenation() }

    private struct Renderer: RowRenderer {
        let key: String?
        private var ids: FieldColumn?

        init(key: String?) { self.key = key }

        mutating func begin(_ table: RecordTable) { ids = key.flatMap { table.column(named: $0) } }

        func append(_ row: Int, of table: RecordTable, _ numbers: RowNumbers, to bytes: inout [UInt8]) throws {
            if let ids { bytes.append(contentsOf: OneLine.text(ids.string(at: row)).utf8) }
            bytes.append(UInt8(ascii: "\t"))
            try DecimalNumber.append(numbers.weight, to: &bytes)
            bytes.append(UInt8(ascii: "\n"))
        }
    }

    /// Puts each row's number before its line.
    private struct Numbering: RowAssembler {
        func begin(_ file: OutputFile) throws {}

        func add(_ rows: RenderedRows, to file: OutputFile) throws {
            for (position, line) in zip(rows.positions, rows.bytes.split(separator: UInt8(ascii: "\n"))) {
                try file.write(Array("\(position + 1)".utf8) + line + [UInt8(ascii: "\n")])
            }
        }

        func finish(_ file: OutputFile) throws {}
    }
}
