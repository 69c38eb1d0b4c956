import ImportanceWeights
import TextRecords

/// Draws a validation set from a pool that passes by: its rows are put aside in a scratch file with their weights, and drawn
/// once the sum of the weights is known.
///
/// The draws are independent, each row with probability w/Σw, as those of `Resampler`; they come in the order of the corpus,
/// copies beside each other.
struct PoolDraw {
    private let scratch: ScratchFile
    private var rows = 0
    private var sum = 0.0
    private var squares = 0.0

    /// - Parameter folder: Where the disk has room for the pool.
    init(in folder: String) throws(RecordError) {
        scratch = try ScratchFile(in: folder)
    }

    /// Rows in the pool so far.
    var count: Int { rows }

    /// Effective sample size of the pool's weights.
    var effectiveRows: Double { squares > 0 ? sum * sum / squares : 0 }

    /// Puts a row of the pool aside.
    mutating func add(_ record: some Collection<UInt8>, weight: Double) throws(RecordError) {
        rows += 1
        sum += weight
        squares += weight * weight
        try scratch.append(withUnsafeBytes(of: weight.bitPattern.littleEndian) { Array($0) })
        try scratch.append(withUnsafeBytes(of: UInt64(record.count).littleEndian) { Array($0) })
        try scratch.append(record)
    }

    /// Writes `draws` draws, one a line.
    /// - Returns: Different rows among them.
    func draw(_ draws: Int, seed: UInt64, into file: OutputFile?) throws(RecordError) -> Int {
        var reader = try scratch.reader()
        var uniforms = SortedUniforms(count: draws, seed: seed)
        var next = uniforms.next()
        var unique = 0
        var passed = 0.0
        for row in 0..<rows {
            let (weight, length) = try reader.next(16) { bytes in
                (
                    Double(bitPattern: UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))),
                    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
                )
            }
            let record = try reader.next(Int(length)) { Array($0) + [UInt8(ascii: "\n")] }
            passed += weight
            var copies = 0
            // What rounding pushed off the end belongs to the last row.
            while let uniform = next, uniform * sum < passed || row == rows - 1 {
                try file?.write(record)
                copies += 1
                next = uniforms.next()
            }
            if copies > 0 { unique += 1 }
        }
        return unique
    }
}
