import ShiftPipeline
import TextRecords

/// Which rows a file has, in which order.
enum OutputPart: Sendable {
    /// All of train, or of test, in their order.
    case train, test
    /// The validation set, in the order of the draws if all rows are in the fit, else in that of train.
    case validation
    /// The validation set in the order of train.
    case sortedValidation
    /// The training rows outside the pool, in the order of train.
    case remaining

    var isValidation: Bool { self == .validation || self == .sortedValidation }
    /// Those of a file of records.
    init(_ file: RecordFile) {
        switch file {
        case .trainWeighted: self = .train
        case .testScored: self = .test
        case .validation: self = .validation
        case .trainRemaining: self = .remaining
        }
    }

    /// The numbers that are added to these rows.
    var added: [AddedNumber] {
        switch self {
        case .train, .remaining: [.weight, .pTest, .cvFold]
        case .test: [.pTest]
        case .validation, .sortedValidation: []
        }
    }
}

/// A row's numbers: its weight among the rows of its file, how test-like it is, and its fold.
struct RowNumbers: Sendable {
    var weight: Double
    var pTest: Double
    /// As `Analysis.cvFolds`; no meaning for a test row.
    var fold = 0
}

extension AddedNumber {
    /// The number of a row.
    func value(_ numbers: RowNumbers) -> Double {
        switch self {
        case .weight: numbers.weight
        case .pTest: numbers.pTest
        case .cvFold: Double(numbers.fold)
        }
    }
}

/// A file with an entry for each of some rows; every file written for a tool is one of these.
///
/// Workers render rows, any share of them by any worker; an assembler writes what they rendered in the order of the rows. What
/// is rendered for a row must depend on nothing else, so that neither threads nor batches affect the file.
protocol RowFile: Sendable {
    /// What the file is called.
    var name: String { get }
    /// The rows that it has.
    var part: OutputPart { get }
    /// Companion files that are known beforehand: their names and contents.
    var companions: [(name: String, bytes: [UInt8])] { get }
    /// Renders rows; one for each worker.
    func renderer() -> any RowRenderer
    /// Writes what was rendered.
    func assembler() -> any RowAssembler
}

extension RowFile {
    var companions: [(name: String, bytes: [UInt8])] { [] }
    func assembler() -> any RowAssembler { Concatenation() }
}

/// Renders the rows of one table after another.
protocol RowRenderer {
    /// Sets the table of the next rows.
    mutating func begin(_ table: RecordTable)
    /// Appends the rendering of a row.
    /// - Parameter bytes: The renderings of the earlier rows of this share.
    mutating func append(_ row: Int, of table: RecordTable, _ numbers: RowNumbers, to bytes: inout [UInt8]) throws
}

extension RowRenderer {
    mutating func begin(_ table: RecordTable) {}
}

/// Rows that were rendered one after another.
struct RenderedRows: Sendable {
    var bytes: [UInt8] = []
    /// The position of each in its corpus.
    var positions: [Int] = []
}

/// Puts rendered rows together in a file.
protocol RowAssembler {
    /// Called once, before all rows.
    mutating func begin(_ file: OutputFile) throws
    /// Called for one share of rows after another.
    mutating func add(_ rows: RenderedRows, to file: OutputFile) throws
    /// Called once, after all rows.
    mutating func finish(_ file: OutputFile) throws
}

/// Writes rows one after another, after a fixed start.
struct Concatenation: RowAssembler {
    var start: [UInt8] = []

    func begin(_ file: OutputFile) throws { try file.write(start) }
    func add(_ rows: RenderedRows, to file: OutputFile) throws { try file.write(rows.bytes) }
    func finish(_ file: OutputFile) throws {}
}

/// Writes rows one after another as gzip, in members of about 1 MiB of rows, which depend on the rows alone.
struct GzipConcatenation: RowAssembler {
    private static let size = 1 << 20
    private let compressor = GzipCompressor()
    private var waiting: [UInt8] = []

    func begin(_ file: OutputFile) throws {}

    mutating func add(_ rows: RenderedRows, to file: OutputFile) throws {
        // Each member has the same number of bytes however the rows were divided among workers.
        var rest = rows.bytes[...]
        while waiting.count + rest.count >= Self.size {
            let part = rest.prefix(Self.size - waiting.count)
            waiting += part
            rest = rest.dropFirst(part.count)
            try write(to: file)
        }
        waiting += rest
    }

    mutating func finish(_ file: OutputFile) throws { try write(to: file) }

    private mutating func write(to file: OutputFile) throws {
        try file.write(compressor.member(waiting, path: file.path))
        waiting.removeAll(keepingCapacity: true)
    }
}

/// A file that is being written.
struct OpenRowFile {
    let source: any RowFile
    private let file: OutputFile
    private var assembler: any RowAssembler

    /// - Parameter folder: The folder that `source` is in.
    init?(_ source: any RowFile, in folder: OutputFolder) throws {
        guard let file = folder.file(source.name) else { return nil }
        self.source = source
        self.file = file
        assembler = source.assembler()
        try assembler.begin(file)
    }

    mutating func add(_ rows: RenderedRows) throws {
        if !rows.positions.isEmpty { try assembler.add(rows, to: file) }
    }

    mutating func finish() throws { try assembler.finish(file) }
}
