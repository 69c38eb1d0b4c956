import ParallelWork
import SparseFeatures
import TestSupport
import Testing

@testable import ShiftModel

/// Model files with any byte changed and the checksum mended, so that nothing but the checks of the contents stands in the way.
/// A file is refused, or what it holds can be used: nothing traps, and no score reads outside its tables.
@Suite struct ModelFileFuzzTests {
    private let bytes: [UInt8]
    private var generator = SplitMix(seed: 20)

    init() throws { bytes = try ModelFile.encode(ModelFileTests.model) }

    private static func mended(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = Array(bytes.dropLast(8))
        withUnsafeBytes(of: ModelFile.checksum(of: bytes[...]).littleEndian) { bytes.append(contentsOf: $0) }
        return bytes
    }

    /// Texts whose words and n-grams are looked up.
    private struct Texts: SegmentSource {
        let fieldStarts: [Int]
        let texts: [[UInt8]]
        func utf8Count(_ segment: Int) -> Int { texts[segment].count }
        func withUTF8<Result>(_ segment: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
            texts[segment].withUnsafeBufferPointer(body)
        }
    }

    /// Whether the file was taken; all that a scorer looks at is looked at then.
    private static func use(_ bytes: [UInt8]) throws -> Bool {
        guard let model = try? ModelFile.decode(bytes) else { return false }
        let fields = model.header.fields.count
        // Each field of a file that says it has thousands would cost time, not safety.
        guard fields <= 4 else { return true }
        let texts = [Array("the model 模型, seen".utf8), []]
        let source = Texts(
            fieldStarts: (0...fields).map { $0 * texts.count }, texts: (0..<fields).flatMap { _ in texts })
        let views = try TextProjector(model.features).project(source)
        let rows = SegmentRows(slots: fields, segments: (0..<2).flatMap { row in (0..<fields).map { Int32($0 * 2 + row) } })
        let folds = [ModelScorer.meanOfFolds, Int(model.groupFolds.first ?? 0)]
        let scores = ModelScorer(model).scores(views, rows: rows, folds: folds)
        return scores.count == 2 && scores.allSatisfy { !($0.pTest < 0 || $0.pTest > 1) }
    }

    @Test mutating func anyByteMayBeAnything() throws {
        var taken = 0
        for position in bytes.indices.dropLast(8) {
            for value in [0, 0xFF, bytes[position] ^ 1, UInt8.random(in: .min ... .max, using: &generator)] {
                var altered = bytes
                altered[position] = value
                if try Self.use(Self.mended(altered)) { taken += 1 }
            }
        }
        // Coefficients and padding may be anything; most else may not.
        #expect(taken > 100 && taken < bytes.count * 4)
    }

    @Test mutating func severalBytesMayBeAnything() throws {
        for _ in 0..<4000 {
            var altered = bytes
            for _ in 0..<Int.random(in: 2...12, using: &generator) {
                let position = Int.random(in: 16..<bytes.count - 8, using: &generator)
                altered[position] = Bool.random(using: &generator) ? .random(in: .min ... .max, using: &generator) : 0xFF
            }
            _ = try Self.use(Self.mended(altered))
        }
    }

    @Test func lengthsThatLieAreRefused() throws {
        // The directory: the length of the file, then of each section.
        for offset in stride(from: 24, to: ModelFile.directoryEnd, by: 8) {
            for length in [0, 1, 8, 1 << 20, Int.max - 63, Int.max, -1, Int.min] {
                var altered = bytes
                let isSame = altered[offset..<offset + 8].elementsEqual(Self.word(length))
                altered.replaceSubrange(offset..<offset + 8, with: Self.word(length))
                if !isSame { #expect(throws: ModelError.self) { try ModelFile.decode(Self.mended(altered)) } }
            }
        }
    }

    private static func word(_ value: Int) -> [UInt8] { withUnsafeBytes(of: Int64(value).littleEndian) { Array($0) } }

    /// What is well formed and yet cannot be: each by itself.
    @Test func contentsThatLieAreRefused() throws {
        let lies: [(inout DiscriminatorModel) -> Void] = [
            { $0.header.folds = 3 }, { $0.header.folds = -1 }, { $0.header.folds = 65 }, { $0.header.fields = [] },
            { $0.header.fields = ["a", "b"] }, { $0.header.fieldKeys = [[]] }, { $0.header.fieldKeys = [["a", ""]] },
            { $0.header.gramBucketBits = 2 }, { $0.header.gramBucketBits = 25 }, { $0.header.gramBucketBits = 0 },
            { $0.header.gramBucketBits = -1 },
            { $0.header.groupSlot = 1 }, { $0.header.groupSlot = -1 }, { $0.header.groupKeys = [] },
            { $0.header.intercepts = [1] }, { $0.header.calibration.removeLast() }, { $0.header.normaliser = [1] },
            { $0.header.normaliser = [0, 1] }, { $0.header.normaliser = [-1, 1] },
            { $0.header.calibration[0].knots = [1, -1] }, { $0.header.calibration[0].knots = [1, 1] },
            { $0.header.calibration[0].increments = [1] }, { $0.header.calibration[0].increments = [1, -1] },
            { $0.wordHashes = [3] }, { $0.wordHashes = [3, 3] }, { $0.wordWeights = [1] }, { $0.wordWeights = [1, 0] },
            { $0.wordWeights = [1, .nan] }, { $0.wordWeights = [1, -.infinity] }, { $0.gramBuckets = [-1] },
            { $0.gramBuckets = [32] }, { $0.gramWeights = [-1] }, { $0.surfaceCoefficients = [1] },
            { $0.groupIdentities = [9, 1] }, { $0.groupIdentities = [1, 1] }, { $0.groupIdentities = [1] },
            { $0.groupFolds = [0, 2] }, { $0.wordCoefficients = CoefficientTable([1, 2, 3, 4]) },
            { $0.wordCoefficients = CoefficientTable([1, 2, 3, 4, 5, .nan]) },
            { $0.gramCoefficients = CoefficientTable([1, 2, -.infinity]) },
        ]
        for (number, lie) in lies.enumerated() {
            var model = ModelFileTests.model
            lie(&model)
            #expect(throws: ModelError.inconsistent, "lie \(number)") { try ModelFile.decode(ModelFile.encode(model)) }
        }
    }
}
