import ShiftPipeline
import TextRecords

/// Records as JSON lines, with the added numbers.
struct JSONLinesFile: RowFile {
    let name: String
    let part: OutputPart
    let overwriting: Bool
    let isCompressed: Bool

    func renderer() -> any RowRenderer { Renderer(added: part.added, overwriting: overwriting) }

    func assembler() -> any RowAssembler { isCompressed ? GzipConcatenation() : Concatenation() }

    private struct Renderer: RowRenderer {
        private let added: [AddedNumber]
        private let splice: RecordSplice?

        init(added: [AddedNumber], overwriting: Bool) {
            self.added = added
            // Without numbers to add, records need not be parsed.
            splice =
                added.isEmpty
                ? nil : RecordSplice(names: added.map(\.name), wholes: AddedNumber.wholes, overwriting: overwriting)
        }

        func append(_ row: Int, of table: RecordTable, _ numbers: RowNumbers, to bytes: inout [UInt8]) throws {
            if let splice {
                try splice.append(record: row, of: table, values: added.map { $0.value(numbers) }, to: &bytes)
            } else {
                table.appendJSON(ofRecord: row, to: &bytes)
            }
            bytes.append(UInt8(ascii: "\n"))
        }
    }
}
