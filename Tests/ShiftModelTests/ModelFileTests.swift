import Foundation
import TestSupport
import Testing

@testable import ShiftModel

@Suite struct ModelFileTests {
    static let model: DiscriminatorModel = {
        var header = DiscriminatorModel.Header(
            version: "1", icuVersion: "72.1", fields: ["text"], fieldKeys: [["body", "text"]], weighting: "ratio", seed: 42)
        header.isShift = true
        header.folds = 2
        header.intercepts = [0.5, -1.25]
        header.calibration = [
            MonotoneSpline(knots: [-1, 1], floor: 0, increments: [0.5, 0.25]),
            MonotoneSpline(knots: [-1, 1], floor: 0.1, increments: [0, 1]),
        ]
        header.normaliser = [1.01, 1]
        header.gramBucketBits = 5
        header.groupSlot = 0
        header.groupConstants = [7]
        return DiscriminatorModel(
            header: header, wordHashes: [3, .max], wordWeights: [1, 2.5],
            wordCoefficients: CoefficientTable(folds: [0.1, 0.2, -3, 4], 2), gramBuckets: [7], gramWeights: [1.5],
            gramCoefficients: CoefficientTable(folds: [-0.5, 0.5], 2), surfaceCoefficients: [], groupIdentities: [1, 9],
            groupFolds: [0, 1])
    }()
    private let model = Self.model

    @Test func whatIsWrittenIsRead() throws {
        #expect(try ModelFile.decode(ModelFile.encode(model)) == model)
        let none = DiscriminatorModel.null(
            .init(
                version: "1", icuVersion: "72.1", fields: ["a", "b"], fieldKeys: [["a"], ["b"]], weighting: "clip:2", seed: 1))
        #expect(try ModelFile.decode(ModelFile.encode(none)) == none)
    }

    @Test("A file that is loaded may be cut, overwritten and removed")
    func aFileMayChange() throws {
        let folder = try TemporaryFolder()
        let bytes = try ModelFile.encode(model)
        let file = try folder.write(bytes, to: "m.model")
        let loaded = try ModelFile.load(path: file)
        // In place, as `cp` and `truncate` do it: a new file of that name would leave the old one's bytes alone.
        let handle = try #require(FileHandle(forWritingAtPath: file))
        try handle.write(contentsOf: Data(repeating: 0xFF, count: bytes.count))
        #expect(loaded == model)
        try handle.truncate(atOffset: 0)
        #expect(loaded == model)
        try handle.close()
        try FileManager.default.removeItem(atPath: file)
        #expect(loaded == model)
        #expect(throws: ModelError.unreadable(errno: ENOENT)) { try ModelFile.load(path: file) }
        #expect(throws: ModelError.unreadable(errno: EISDIR)) { try ModelFile.load(path: "/") }
        #expect(throws: ModelError.notAModel) { try ModelFile.load(path: "/dev/null") }
    }

    @Test("More fields or knots than any fit makes are refused by name")
    func limits() throws {
        var header = model.header
        header.calibration[0] = MonotoneSpline(
            knots: (0..<1000).map(Double.init), floor: 0, increments: [Double](repeating: 1, count: 1000))
        func decoded(_ header: DiscriminatorModel.Header) throws -> DiscriminatorModel {
            try ModelFile.decode(
                ModelFile.encode(
                    DiscriminatorModel(
                        header: header, wordHashes: [], wordWeights: [], wordCoefficients: .none, gramBuckets: [],
                        gramWeights: [], gramCoefficients: .none, surfaceCoefficients: [], groupIdentities: [], groupFolds: []))
            )
        }
        #expect(throws: ModelError.beyondLimit(.knots, found: 1000, most: 256)) { try decoded(header) }
        header = model.header
        header.fields = (0..<2000).map { "f\($0)" }
        header.fieldKeys = header.fields.map { [$0] }
        #expect(throws: ModelError.beyondLimit(.fields, found: 2000, most: 1024)) { try decoded(header) }
    }

    /// Where each number stands, so that no machine writes or reads another file.
    @Test func theLayoutIsTheSameEverywhere() throws {
        let bytes = try ModelFile.encode(model)
        func word(_ offset: Int) -> UInt64 { (0..<8).reduce(0) { $0 | UInt64(bytes[offset + $1]) << UInt64(8 * $1) } }
        #expect(Array(bytes[..<16]) == Array("textshift model\n".utf8))
        #expect(word(16) == 2 && word(24) == UInt64(bytes.count) && bytes.count % 8 == 0)
        let counts = (0..<10).map { Int(word(32 + 8 * $0)) }
        #expect(Array(counts[1...]) == [16, 8, 24, 4, 4, 12, 0, 16, 2])
        var start = 112
        var starts: [Int] = []
        for count in counts {
            start = (start + 63) / 64 * 64
            starts.append(start)
            start += count
        }
        #expect(bytes[starts[0]] == UInt8(ascii: "{"))
        #expect(Array(bytes[starts[1]..<starts[1] + 16]) == [3, 0, 0, 0, 0, 0, 0, 0] + [UInt8](repeating: 255, count: 8))
        // 2.5 and 7, low byte first.
        #expect(Array(bytes[starts[2] + 4..<starts[2] + 8]) == [0, 0, 0x20, 0x40])
        #expect(Array(bytes[starts[4]..<starts[4] + 4]) == [7, 0, 0, 0])
        #expect(Array(bytes[starts[9]..<starts[9] + 2]) == [0, 1])
    }

    @Test func aFileCutAnywhereIsRefused() throws {
        let bytes = try ModelFile.encode(model)
        for length in 0..<bytes.count {
            #expect(throws: length == 0 ? ModelError.notAModel : .truncated) { try ModelFile.decode(Array(bytes[..<length])) }
        }
        #expect(throws: ModelError.altered) { try ModelFile.decode(bytes + [UInt8](repeating: 0, count: 8)) }
    }

    @Test func anAlteredByteIsRefused() throws {
        let bytes = try ModelFile.encode(model)
        for position in bytes.indices {
            for bit in [UInt8(1), 0x10, 0x80] {
                var altered = bytes
                altered[position] ^= bit
                #expect(throws: ModelError.self) { try ModelFile.decode(altered) }
            }
        }
    }

    @Test func anotherFormatIsNamed() throws {
        var bytes = try ModelFile.encode(model)
        bytes[16] = 9
        #expect(throws: ModelError.newerFormat(found: 9, newest: 3)) { try ModelFile.decode(bytes) }
        bytes[16] = 1
        #expect(throws: ModelError.olderFormat(found: 1, oldest: 2)) { try ModelFile.decode(bytes) }
        #expect(throws: ModelError.notAModel) { try ModelFile.decode(Array("{}".utf8)) }
    }
}
