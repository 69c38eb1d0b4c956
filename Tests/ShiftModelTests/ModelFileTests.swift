import Testing

@testable import ShiftModel

@Suite struct ModelFileTests {
    private let model = DiscriminatorModel(
        header: .init(
            version: "1", icuVersion: "72.1", fields: ["text"], isShift: true, folds: 2, intercepts: [0.5, -1.25],
            calibration: [
                MonotoneSpline(knots: [-1, 1], floor: 0, increments: [0.5, 0.25]),
                MonotoneSpline(knots: [-1, 1], floor: 0.1, increments: [0, 1]),
            ], weighting: "ratio", normaliser: [1.01, 1], seed: 42, gramBucketBits: 22),
        wordHashes: [3, .max], wordWeights: [1, 2.5], wordCoefficients: [0.1, 0.2, -3, 4], gramBuckets: [7],
        gramWeights: [1.5], gramCoefficients: [-0.5, 0.5], surfaceCoefficients: [], groupIdentities: [1, 9],
        groupFolds: [0, 1])

    @Test func whatIsWrittenIsRead() throws {
        #expect(try ModelFile.decode(ModelFile.encode(model)) == model)
        let none = DiscriminatorModel.null(fields: ["a", "b"])
        #expect(try ModelFile.decode(ModelFile.encode(none)) == none)
    }

    @Test func aFileCutAnywhereIsRefused() throws {
        let bytes = try ModelFile.encode(model)
        for length in 0..<bytes.count {
            #expect(throws: ModelError.self) { try ModelFile.decode(Array(bytes[..<length])) }
        }
    }

    @Test func anAlteredByteIsRefused() throws {
        let bytes = try ModelFile.encode(model)
        for position in bytes.indices {
            var altered = bytes
            altered[position] ^= 0x10
            #expect(throws: ModelError.self) { try ModelFile.decode(altered) }
        }
    }

    @Test func aLaterFormatIsNamed() throws {
        var bytes = try ModelFile.encode(model)
        bytes[ModelFile.magic.count] = 9
        #expect(throws: ModelError.newerFormat(found: 9, newest: 1)) { try ModelFile.decode(bytes) }
        #expect(throws: ModelError.notAModel) { try ModelFile.decode(Array("{}".utf8)) }
    }
}
