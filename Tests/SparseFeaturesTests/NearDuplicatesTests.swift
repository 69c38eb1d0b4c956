import Testing

@testable import SparseFeatures

@Suite struct NearDuplicatesTests {
    /// A sketch of the set of hashed numbers in `values`.
    private func signature(_ values: some Sequence<Int>) -> [UInt32] {
        var signatures: [UInt32] = []
        values.map { UInt32($0) << 8 | 1 }.withUnsafeBufferPointer { TextSignature.append(of: $0, to: &signatures) }
        return signatures
    }

    @Test func agreementEstimatesTheJaccardIndex() {
        var agreements = 0
        for trial in 0..<200 {
            let base = trial * 10_000
            // 600 shared, 200 of either alone: index 0.6.
            let a = signature(Array(base..<base + 800))
            let b = signature(Array(base + 200..<base + 1000))
            agreements += zip(a, b).reduce(0) { $0 + ($1.0 == $1.1 ? 1 : 0) }
        }
        #expect(abs(Double(agreements) / (200 * 32) - 0.6) < 0.03)
    }

    @Test func theOrderOfEntriesDoesNotMatter() {
        #expect(signature(Array(0..<100)) == signature((0..<100).reversed()))
    }

    @Test func nearTextsAreFoundAndOthersAreNot() {
        let texts = [
            signature(Array(0..<400)), signature(Array(8..<408)),  // index 0.96
            signature(Array(5000..<5400)), signature(Array(5200..<5600)),  // index 0.33
            signature(Array(0..<20)), signature(Array(0..<20)),  // too short to compare
        ]
        let found = NearDuplicates.find(
            signatures: texts.flatMap { $0 }, isReference: [true, false, true, false, true, false],
            isQuery: [false, true, false, true, false, true])
        #expect(found == [false, true, false, false, false, false])
    }

    @Test func aTextIsNoDuplicateOfItself() {
        let found = NearDuplicates.find(signatures: signature(Array(0..<100)), isReference: [true], isQuery: [true])
        #expect(found == [false])
    }
}
