import ParallelWork
import TestSupport
import Testing

@testable import SparseFeatures

@Suite struct NearDuplicateClassesTests {
    private func classes(_ texts: [String], workers: Int = 1) -> [Int32] {
        NearDuplicateClasses(Texts([texts]), field: 0, workers: WorkerPool(workers: workers)).firstOfText
    }

    private func shingles(_ text: String) -> Shingles {
        var found = Shingles()
        Array(text.utf8).withUnsafeBufferPointer { found.read($0) }
        return found
    }

    @Test func variantsTemplatesAndWindows() {
        let one = "the quick brown fox jumps over the lazy dog beside the old river bank"
        let near = [
            "The quick brown fox jumps over the lazy cat beside the old river bank!",
            "the <e1>quick</e1> brown fox jumps over the <e2>lazy</e2> dog beside the old river bank",
            "brown fox jumps over the lazy dog beside the old river bank near our small town",
        ]
        for other in near { #expect(Shingles.areNear(shingles(one), shingles(other)), "\(other)") }
        #expect(
            !Shingles.areNear(shingles(one), shingles("bank river old the beside dog lazy the over jumps fox brown quick the")))
        #expect(!Shingles.areNear(shingles("a b c d e"), shingles("a b c d e")), "too short to tell")
        #expect(Shingles.areNear(shingles("您的订单尾号1234已经发货，请注意查收"), shingles("您的订单尾号9876已经发货，请注意查收")))
        #expect(!Shingles.areNear(shingles("这家店的面条很好吃，下次还会再来"), shingles("酒店的早餐很一般，不会再来住了")))
    }

    /// Classes do not depend on the threads, and are those that all pairs give, up to the pairs that the sketch misses.
    @Test(arguments: [1, 2, 3]) func nearlyAllPairsAreFound(seed: UInt64) {
        var draws = SplitMix(seed: seed)
        func text() -> [String] { (0..<18).map { _ in "w\(draws.below(300))" } }
        var texts: [String] = []
        for _ in 0..<60 {
            let words = text()
            texts.append(words.joined(separator: " "))
            for _ in 0..<draws.below(4) {
                var own = words
                own[draws.below(18)] = "x\(draws.below(300))"
                texts.append(own.joined(separator: " "))
            }
        }
        let found = classes(texts)
        #expect(found == classes(texts, workers: 3))
        let parts = texts.map(shingles)
        var (pairs, together) = (0, 0)
        for a in texts.indices {
            #expect(found[a] <= Int32(a) && found[Int(found[a])] == found[a])
            for b in 0..<a where Shingles.areNear(parts[a], parts[b]) {
                pairs += 1
                together += found[a] == found[b] ? 1 : 0
            }
        }
        #expect(pairs > 60 && Double(together) >= 0.97 * Double(pairs))
        // Texts of no common origin are apart.
        #expect(Set(found).count >= 58)
    }
}
