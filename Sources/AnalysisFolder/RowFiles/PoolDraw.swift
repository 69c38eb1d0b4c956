import ImportanceWeights
import Statistics
import TextRecords

/// Draws a validation set from a streamed pool: its rows are set aside in a scratch file with their weights, and drawn
/// once the sum of the weights is known.
///
/// The draw is systematic, as that of `Resampler`, in the order of the corpus, in which it is written, with copies adjacent. If all training rows are in the fit, its draws are known, and ``renderings(of:)`` finds them.
struct PoolDraw {
    private let scratch: ScratchFile
    /// What is kept of each row: one rendering per file.
    private let renderings: Int
    private var rows = 0
    private var sum = 0.0
    private var squares = 0.0

    /// - Parameters:
    ///   - folder: A folder on a disk with room for the pool.
    ///   - renderings: How many there are per row.
    init(in folder: String, renderings: Int) throws(RecordError) {
        scratch = try ScratchFile(in: folder)
        self.renderings = renderings
    }

    /// Rows in the pool so far.
    var count: Int { rows }

    /// Effective sample size of the pool's weights.
    var effectiveRows: Double { squares > 0 ? sum * sum / squares : 0 }

    /// Sets a row of the pool aside.
    mutating func add(_ rendered: [[UInt8]], weight: Double, position: Int) throws(RecordError) {
        rows += 1
        sum += weight
        squares += weight * weight
        for number in [weight.bitPattern, UInt64(position)] + rendered.map({ UInt64($0.count) }) {
            try scratch.append(withUnsafeBytes(of: number.littleEndian) { Array($0) })
        }
        for bytes in rendered { try scratch.append(bytes) }
    }

    /// Calls `write` for each of `draws` draws with the row's position and its renderings.
    /// - Returns: The number of distinct rows among them, and the effective sample size of the draws.
    func draw(
        _ draws: Int, seed: UInt64, write: (_ position: Int, _ rendered: [[UInt8]]) throws -> Void
    ) throws -> (unique: Int, effectiveRows: Double) {
        let steps = SystematicSteps(count: draws, seed: seed)
        var before = 0
        var unique = 0
        var squares = 0
        var passed = 0.0
        try forEachRow { row, weight, position, rendered in
            passed += weight
            // What rounding leaves goes to the last row.
            let after = row == rows - 1 || sum == 0 ? draws : steps.passed(by: passed / sum)
            for _ in before..<max(after, before) { try write(position, rendered) }
            if after > before { unique += 1 }
            squares += (after - before) * (after - before)
            before = max(after, before)
        }
        return (unique, Double(draws * draws) / Double(max(squares, 1)))
    }

    /// The renderings of some rows of the pool by their positions. They are held in memory, as the fit holds those rows.
    func renderings(of positions: Set<Int>) throws -> [Int: [[UInt8]]] {
        var found: [Int: [[UInt8]]] = [:]
        try forEachRow { _, _, position, rendered in
            if positions.contains(position) { found[position] = rendered }
        }
        return found
    }

    /// The rows of the pool, in the order of the corpus.
    private func forEachRow(
        _ body: (_ row: Int, _ weight: Double, _ position: Int, _ rendered: [[UInt8]]) throws -> Void
    ) throws {
        var reader = try scratch.reader()
        for row in 0..<rows {
            let numbers = try reader.next(8 * (2 + renderings)) { bytes in
                (0..<2 + renderings).map {
                    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self))
                }
            }
            var rendered: [[UInt8]] = []
            for count in numbers.dropFirst(2) { rendered.append(try reader.next(Int(count)) { Array($0) }) }
            try body(row, Double(bitPattern: numbers[0]), Int(numbers[1]), rendered)
        }
    }
}
