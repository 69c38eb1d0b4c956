import Foundation
import Testing

@testable import SparseFeatures

@Suite struct SurfaceFeaturesTests {
    /// Code points, then the shares in the order of the names as numbers of code points, then the flag.
    @Test(
        arguments: [
            ("", 0, [0, 0, 0, 0, 0, 0, 0, 0, 0], 0),
            ("Hello, World!", 13, [10, 0, 0, 0, 2, 0, 1, 2, 0], 1),
            ("Hello! \n", 8, [5, 0, 0, 0, 1, 0, 2, 1, 0], 1),
            ("你好，世界", 5, [0, 4, 0, 0, 1, 0, 0, 0, 1], 0),
            ("ＡＢ１\u{3000}。", 5, [2, 0, 0, 1, 1, 0, 1, 0, 4], 1),
            ("かタ한дعα", 6, [0, 0, 6, 0, 0, 0, 0, 0, 0], 0),
            ("a + b = 42$", 11, [2, 0, 0, 2, 0, 3, 4, 0, 0], 0),
            ("👍🏽?\u{200D}", 4, [0, 0, 0, 0, 1, 2, 0, 0, 0], 0),
            ("\t \u{A0}", 3, [0, 0, 0, 0, 0, 0, 3, 0, 0], 0),
        ] as [(String, Int, [Int], Float)])
    func knownTexts(text: String, length: Int, counts: [Int], endsWithPunctuation: Float) {
        var row: [Float] = []
        Array(text.utf8).withUnsafeBufferPointer { SurfaceFeatures.append(of: $0, to: &row) }
        let shares = counts.map { length == 0 ? 0 : Double($0) / Double(length) }
        let expected = [log(Double(1 + length))] + shares + [Double(endsWithPunctuation)]
        #expect(row.count == SurfaceFeatures.count && expected.count == row.count)
        #expect(zip(row, expected).allSatisfy { abs(Double($0) - $1) < 1e-6 }, "\(row), expected \(expected)")
    }

    @Test func eachScriptClassHasItsLane() throws {
        let views = try featurize([["abc"], ["中文"]])
        #expect(views.surface[1] == 1 && views.surface[SurfaceFeatures.count + 2] == 1)
    }
}
