import ElementaryFunctions
import Foundation
import SparseFeatures

/// Length and scripts of the rows, from the surface features of their texts.
struct RowForm {
    /// What the shares of ``SurfaceFeatures/names`` are called here; code points in none of them are "other".
    private static let scripts = ["latin", "han", "other script", "digit", "punctuation", "symbol", "space"]

    /// Code points of all used fields, by row.
    let lengths: [Int]
    /// Code points by row and script, rows × scripts.
    private let codePoints: [Double]

    /// - Parameter surface: ``SurfaceFeatures`` of each segment.
    init(surface: [Float], rows: SegmentRows) {
        let width = SurfaceFeatures.count
        let columns = Self.scripts.map { name in SurfaceFeatures.names.firstIndex(of: name + " share") ?? 0 }
        var lengths = [Int](repeating: 0, count: rows.count)
        var codePoints = [Double](repeating: 0, count: rows.count * columns.count)
        for row in 0..<rows.count {
            for slot in 0..<rows.slots {
                let base = rows[row, slot] * width
                // The first feature is ln(1 + code points).
                let length = Double.expMinusOne(Double(surface[base])).rounded()
                lengths[row] += Int(length)
                for (number, column) in columns.enumerated() {
                    codePoints[row * columns.count + number] += length * Double(surface[base + column])
                }
            }
        }
        self.lengths = lengths
        self.codePoints = codePoints
    }

    /// The scripts of all letters, each side counting the same.
    func letters(_ isTest: [Bool]) -> LetterShares {
        // The first three scripts are those of letters.
        let sides = [false, true].map { side in
            var sums = (latin: 0.0, han: 0.0, other: 0.0)
            for row in lengths.indices where isTest[row] == side {
                let base = row * Self.scripts.count
                sums.latin += codePoints[base]
                sums.han += codePoints[base + 1]
                sums.other += codePoints[base + 2]
            }
            return sums
        }
        return LetterShares(mean: sides)
    }

    func scripts(_ isTest: [Bool]) -> [ShiftCurves.Script] {
        let width = Self.scripts.count
        var sums = [(train: Double, test: Double)](repeating: (0, 0), count: width + 1)
        var rows = (train: 0, test: 0)
        for row in lengths.indices {
            let length = Double(max(lengths[row], 1))
            var rest = lengths[row] == 0 ? 0 : 1.0
            for script in 0...width {
                let share = script < width ? codePoints[row * width + script] / length : max(rest, 0)
                rest -= share
                if isTest[row] { sums[script].test += share } else { sums[script].train += share }
            }
            if isTest[row] { rows.test += 1 } else { rows.train += 1 }
        }
        return (Self.scripts + ["other"]).enumerated().map { number, name in
            ShiftCurves.Script(
                name: name, train: sums[number].train / Double(max(rows.train, 1)),
                test: sums[number].test / Double(max(rows.test, 1)))
        }
    }
}
