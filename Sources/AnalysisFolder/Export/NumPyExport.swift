import TextRecords

/// The weights as a NumPy array: format 1.0, float32 with the low byte first, one dimension.
struct NumPyExport: RowFile {
    let name: String
    let part = OutputPart.remaining

    func renderer() -> any RowRenderer { Renderer() }
    func assembler() -> any RowAssembler { Assembler() }

    /// The 128 bytes before the numbers. (NumPy pads to a multiple of 64; the longest count needs no more.)
    static func header(count: Int) -> [UInt8] {
        let length = 128
        var bytes: [UInt8] = [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(length - 10), 0]
        bytes.append(contentsOf: "{'descr': '<f4', 'fortran_order': False, 'shape': (\(count),), }".utf8)
        bytes.append(contentsOf: repeatElement(0x20, count: length - 1 - bytes.count))
        return bytes + [0x0A]
    }

    private struct Renderer: RowRenderer {
        func append(_ row: Int, of table: RecordTable, _ numbers: RowNumbers, to bytes: inout [UInt8]) {
            withUnsafeBytes(of: Float(numbers.weight).bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
        }
    }

    /// The count of numbers is known only at the end.
    private struct Assembler: RowAssembler {
        private var count = 0

        func begin(_ file: OutputFile) throws { try file.write(NumPyExport.header(count: 0)) }

        mutating func add(_ rows: RenderedRows, to file: OutputFile) throws {
            count += rows.positions.count
            try file.write(rows.bytes)
        }

        func finish(_ file: OutputFile) throws { try file.overwrite(NumPyExport.header(count: count), at: 0) }
    }
}
