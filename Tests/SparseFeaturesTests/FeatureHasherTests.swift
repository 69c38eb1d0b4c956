import Testing

@testable import SparseFeatures

@Suite struct FeatureHasherTests {
    /// Answers of an implementation in Python over whole numbers without bound. Model files depend on them.
    @Test(
        arguments: [
            ("", 0, 0x56FC_F29C_1794_BCC9), ("a", 0, 0x87A8_E3F8_5B2D_C0BE), ("a", 1, 0xE3EE_364D_F280_C33D),
            ("12345678", 0, 0x6B44_AAE6_6C05_DEE9), ("123456789", 0, 0xDBB2_A0AC_9A69_068E),
            ("天安门", 7, 0x40F6_254E_09A5_8FFE), ("the quick brown fox", .max, 0xDEFF_073E_CC72_BC1E),
        ] as [(String, UInt64, UInt64)])
    func knownAnswers(text: String, seed: UInt64, hash: UInt64) {
        #expect(FeatureHasher.hash(text, seed: seed) == hash)
    }

    @Test func theFieldSeedIsKnown() { #expect(FieldSeed.of(0) == 0x235F_22E9_753D_936C) }

    @Test func anEmptyTextHasOneHash() {
        #expect(FeatureHasher.hash(UnsafeBufferPointer(start: nil, count: 0), seed: 9) == FeatureHasher.hash("", seed: 9))
    }

    /// Bytes before, behind and alignment do not matter.
    @Test func theHashIsOfTheBytesAlone() {
        let text = Array("xxxhello, wide world".utf8)
        for start in 0..<8 {
            let moved = [UInt8](repeating: 0x7A, count: start) + text + [0x7A]
            let hash = moved.withUnsafeBufferPointer {
                FeatureHasher.hash(UnsafeBufferPointer(rebasing: $0[start..<start + text.count]), seed: 3)
            }
            #expect(hash == FeatureHasher.hash("xxxhello, wide world", seed: 3))
        }
    }

    @Test func zeroBytesCount() {
        let hashes = (0..<20).map { FeatureHasher.hash(String(repeating: "\0", count: $0), seed: 0) }
        #expect(Set(hashes).count == 20)
    }

    @Test func shortTextsDoNotCollide() {
        let hashes = (0..<100_000).map { FeatureHasher.hash(String($0), seed: 5) }
        #expect(Set(hashes).count == hashes.count)
    }
}
