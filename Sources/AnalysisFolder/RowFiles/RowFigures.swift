import ParallelWork
import ShiftPipeline
import TextRecords

/// The figures of every row by its position, without the rows: for a program that has the rows itself.
///
/// JSON lines, each with the figures of up to ``share`` rows as arrays: `side`, the position of the `first` of them (from 0), and
/// `sample_weight` (of train), `p_test`, `fold` (of train `cv_fold`; of test the discriminator's, -1 beyond the fit) and `group` (a number that the rows of a
/// group share). Then the drawn validation set and the rows that remain for training beside it, by position in train.
struct RowFigures {
    /// Rows of a line.
    static let share = 4096
    private let file: OutputFile?

    /// - Parameter file: nil to write nothing.
    init(_ file: OutputFile?) {
        self.file = file
    }

    /// The figures of some rows of one side.
    struct Rows: Sendable {
        var weights: [Double] = []
        var pTest: [Double] = []
        var folds: [Int] = []
        var groups: [UInt64] = []

        var count: Int { pTest.count }

        func from(_ start: Int, to end: Int) -> Rows {
            Rows(
                weights: weights.isEmpty ? [] : Array(weights[start..<end]), pTest: Array(pTest[start..<end]),
                folds: Array(folds[start..<end]), groups: Array(groups[start..<end]))
        }
    }

    /// Writes rows of one side that follow each other.
    /// - Parameter first: The position of the first of them.
    func write(_ rows: Rows, of side: CorpusSide, from first: Int) throws {
        guard let file else { return }
        for start in stride(from: 0, to: rows.count, by: Self.share) {
            let part = rows.from(start, to: min(start + Self.share, rows.count))
            var line = Line("side", text: side == .train ? "train" : "test")
            line.add("first", first + start)
            if side == .train { try line.add("sample_weight", part.weights) }
            try line.add("p_test", part.pTest)
            line.add("fold", part.folds)
            // As many bits as every reader of JSON keeps.
            line.add("group", part.groups.map { Int($0 >> 11) })
            try file.write(line.ended)
        }
    }

    /// Writes positions of training rows, in their order, with their weights if they have any.
    func write(_ rows: [Int], weights: [Double]? = nil, as name: String) throws {
        guard let file else { return }
        for start in stride(from: 0, to: rows.count, by: Self.share) {
            let part = start..<min(start + Self.share, rows.count)
            var line = Line("side", text: name)
            line.add("rows", Array(rows[part]))
            if let weights { try line.add("sample_weight", Array(weights[part])) }
            try file.write(line.ended)
        }
    }

    /// One object on a line, member by member: an encoder would hold all of it several times.
    struct Line {
        private var bytes: [UInt8]

        init(_ key: String, text: String) {
            bytes = Array("{\"\(key)\":\"\(text)\"".utf8)
        }

        /// The line with its end.
        var ended: [UInt8] { bytes + Array("}\n".utf8) }

        mutating func add(_ key: String, _ number: Int) { bytes += Array(",\"\(key)\":\(number)".utf8) }

        mutating func add(_ key: String, _ numbers: [Int]) {
            bytes += Array(",\"\(key)\":[\(numbers.map(String.init).joined(separator: ","))]".utf8)
        }

        mutating func add(_ key: String, _ numbers: [Double]) throws(RecordError) {
            bytes += Array(",\"\(key)\":[".utf8)
            for (place, number) in numbers.enumerated() {
                if place > 0 { bytes.append(UInt8(ascii: ",")) }
                try DecimalNumber.append(number, to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        }
    }
}

extension Analysis {
    /// Writes the figures of all rows of an analysis whose rows are all in memory.
    func write(_ figures: RowFigures) throws {
        let (groups, order, train) = (pair.groups, pair.order, pair.train.count)
        let all = RowFigures.Rows(
            pTest: pTest, folds: order.filed(pair.folds.ofRow.map(Int.init)),
            groups: order.filed(groups.ofRow.map { groups.identities[Int($0)] }))
        var rows = all.from(0, to: train)
        (rows.weights, rows.folds) = (weights, cvFolds)
        try figures.write(rows, of: .train, from: 0)
        try figures.write(all.from(train, to: all.count), of: .test, from: 0)
        try figures.write(validationRows, as: "validation")
        try figures.write(remainingRows, weights: remainingWeights, as: "remaining")
    }
}
