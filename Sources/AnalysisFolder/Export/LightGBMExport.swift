import TextRecords

/// LightGBM's file of weights: one per line, in the order of the data.
struct LightGBMExport: RowFile {
    let name: String
    let part = OutputPart.remaining

    func renderer() -> any RowRenderer { Renderer() }

    private struct Renderer: RowRenderer {
        func append(_ row: Int, of table: RecordTable, _ numbers: RowNumbers, to bytes: inout [UInt8]) throws {
            try DecimalNumber.append(numbers.weight, to: &bytes)
            bytes.append(UInt8(ascii: "\n"))
        }
    }
}
