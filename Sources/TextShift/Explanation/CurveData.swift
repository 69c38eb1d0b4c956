import Foundation
import ImportanceWeights
import ShiftModel
import ShiftReport
import SparseFeatures

/// The distributions that the page draws.
enum CurveData {
    private static let probabilityBins = 40
    private static let rocPoints = 101
    private static let calibrationPoints = 61
    /// Most bins of a histogram by log₂.
    private static let logBins = 40

    /// - Parameters:
    ///   - pTest: By canonical row, as the shift's verdict made it.
    ///   - weights: Of the training rows.
    ///   - isShift: Whether the calibration is part of what was written.
    static func make(
        _ fitted: FittedPair, isTest: [Bool], pTest: [Double], weights: [Double], isShift: Bool
    ) throws -> ShiftCurves {
        let bins = Double(probabilityBins)
        let edges = (0...probabilityBins).map { Double($0) / bins }
        let ranks = try RankStatistics(
            scores: fitted.stages.calibratedLogits, isTest: isTest, folds: fitted.data.folds.map { Int($0) })
        let form = RowForm(fitted)
        let lengths = form.lengths.map { log2(Double(max($0, 1))) }
        let logWeights = weights.map { log2(max($0, 0x1p-30)) }
        return ShiftCurves(
            pTest: histogram(pTest, isTest, edges: edges),
            weights: histogram(logWeights, [], edges: logEdges(logWeights)),
            roc: try ranks.curve(limit: rocPoints).map { .init(x: $0.falsePositiveRate, y: $0.truePositiveRate) },
            calibration: isShift ? calibration(fitted.stages) : [],
            lengths: histogram(lengths, isTest, edges: logEdges(lengths)), scripts: form.scripts(isTest))
    }

    /// Shares of either side between the edges, which are equally spaced; values outside count at the ends.
    ///
    /// - Parameter isTest: Empty for values of train alone.
    private static func histogram(_ values: [Double], _ isTest: [Bool], edges: [Double]) -> ShiftCurves.Histogram {
        let bins = edges.count - 1
        let scale = Double(bins) / (edges[bins] - edges[0])
        var counts = [[Int](repeating: 0, count: bins), [Int](repeating: 0, count: bins)]
        for (row, value) in values.enumerated() {
            let bin = min(max(Int((value - edges[0]) * scale), 0), bins - 1)
            counts[!isTest.isEmpty && isTest[row] ? 1 : 0][bin] += 1
        }
        func shares(_ counts: [Int]) -> [Double] {
            let total = Double(max(counts.reduce(0, +), 1))
            return counts.map { Double($0) / total }
        }
        return ShiftCurves.Histogram(edges: edges, train: shares(counts[0]), test: isTest.isEmpty ? [] : shares(counts[1]))
    }

    /// Edges at whole multiples of ⅛ or a power of 2 times that, around all values.
    private static func logEdges(_ values: [Double]) -> [Double] {
        let (least, most) = (values.min() ?? 0, values.max() ?? 0)
        var width = 0.125
        func count() -> Int { Int((most / width).rounded(.down) - (least / width).rounded(.down)) + 1 }
        while count() > logBins { width *= 2 }
        let first = (least / width).rounded(.down)
        return (0...count()).map { (first + Double($0)) * width }
    }

    private static func calibration(_ stages: StageSelection) -> [ShiftCurves.Point] {
        guard let maps = stages.calibration, let least = stages.uncalibratedLogits.min(),
            let most = stages.uncalibratedLogits.max(), least < most
        else { return [] }
        return (0..<calibrationPoints).map { point in
            let x = least + (most - least) * Double(point) / Double(calibrationPoints - 1)
            return .init(x: x, y: maps.reduce(0) { $0 + $1(x) } / Double(maps.count))
        }
    }
}

/// Length and scripts of the rows, from the surface features of their texts.
private struct RowForm {
    /// What the shares of ``SurfaceFeatures/names`` are called here; what is in none of them is "other".
    private static let scripts = ["latin", "han", "other script", "digit", "punctuation", "symbol", "space"]

    /// Code points of all used fields, by row.
    let lengths: [Int]
    /// Code points by row and script, rows × scripts.
    private let codePoints: [Double]

    init(_ fitted: FittedPair) {
        let width = SurfaceFeatures.count
        let columns = Self.scripts.map { name in SurfaceFeatures.names.firstIndex(of: name + " share") ?? 0 }
        let surface = fitted.views.surface
        let rows = fitted.data.rows
        var lengths = [Int](repeating: 0, count: rows.count)
        var codePoints = [Double](repeating: 0, count: rows.count * columns.count)
        for row in 0..<rows.count {
            for slot in 0..<rows.slots {
                let base = rows[row, slot] * width
                // The first feature is ln(1 + code points).
                let length = expm1(Double(surface[base])).rounded()
                lengths[row] += Int(length)
                for (number, column) in columns.enumerated() {
                    codePoints[row * columns.count + number] += length * Double(surface[base + column])
                }
            }
        }
        self.lengths = lengths
        self.codePoints = codePoints
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
