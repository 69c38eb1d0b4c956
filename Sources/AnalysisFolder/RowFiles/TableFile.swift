import ShiftPipeline
import TextRecords

/// The rows of a table as they were, with the added numbers as columns.
struct TableFile: RowFile {
    let name: String
    let part: OutputPart
    private let splice: TableSplice

    init(name: String, part: OutputPart, header: TableHeader, overwriting: Bool) {
        self.name = name
        self.part = part
        splice = TableSplice(header, names: part.added.map(\.name), wholes: AddedNumber.wholes, overwriting: overwriting)
    }

    func renderer() -> any RowRenderer { Renderer(splice: splice, added: part.added) }
    func assembler() -> any RowAssembler { Assembler(splice: splice) }

    private struct Renderer: RowRenderer {
        let splice: TableSplice
        let added: [AddedNumber]

        func append(_ row: Int, of table: RecordTable, _ numbers: RowNumbers, to bytes: inout [UInt8]) throws {
            try splice.append(record: row, of: table, values: added.map { $0.value(numbers) }, to: &bytes)
        }
    }

    /// A table's last row may lack a line end and be followed by other rows here.
    private struct Assembler: RowAssembler {
        let splice: TableSplice
        private var isOpen = false

        init(splice: TableSplice) { self.splice = splice }

        func begin(_ file: OutputFile) throws { try file.write(splice.start) }

        mutating func add(_ rows: RenderedRows, to file: OutputFile) throws {
            if isOpen { try file.write(splice.lineEnd) }
            try file.write(rows.bytes)
            isOpen = rows.bytes.last != UInt8(ascii: "\n")
        }

        func finish(_ file: OutputFile) throws {}
    }
}
