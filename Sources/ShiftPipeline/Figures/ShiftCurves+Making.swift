import ElementaryFunctions
import Foundation
import ImportanceWeights
import ShiftModel
import SparseFeatures
import Statistics

extension ShiftCurves {
    private static let probabilityBins = 40
    private static let rocPoints = 101
    private static let calibrationPoints = 61
    /// Most bins of a histogram by log₂.
    private static let logBins = 40

    /// The distributions of a fit's rows; no calibration without a shift, since it is then not part of what was written.
    init(_ fitted: DiscriminatorFit, _ pair: ComparedPair, _ scored: ScoredPair) throws {
        let bins = Double(Self.probabilityBins)
        let edges = (0...Self.probabilityBins).map { Double($0) / bins }
        let ranks = try RankStatistics(scores: fitted.stages.calibratedLogits, isTest: pair.isTest, folds: pair.folds.numbers)
        let form = RowForm(surface: fitted.views.surface, rows: pair.rows)
        let lengths = form.lengths.map { Double.log2(Double(max($0, 1))) }
        let logWeights = scored.weights.values.map { Double.log2(max($0, 0x1p-30)) }
        self.init(
            pTest: Self.histogram(scored.scores.map(\.pTest), pair.isTest, edges: edges),
            weights: Self.histogram(logWeights, [], edges: Self.logEdges(logWeights)),
            roc: try ranks.curve(limit: Self.rocPoints).map { Point(x: $0.falsePositiveRate, y: $0.truePositiveRate) },
            calibration: scored.isShift ? Self.calibration(fitted.stages) : [],
            lengths: Self.histogram(lengths, pair.isTest, edges: Self.logEdges(lengths)), scripts: form.scripts(pair.isTest))
    }

    /// Shares of each side between the edges, which are equally spaced; values outside count in the end bins.
    ///
    /// - Parameter isTest: Empty for values of train alone.
    private static func histogram(_ values: [Double], _ isTest: [Bool], edges: [Double]) -> Histogram {
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
        return Histogram(edges: edges, train: shares(counts[0]), test: isTest.isEmpty ? [] : shares(counts[1]))
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

    private static func calibration(_ stages: StageSelection) -> [Point] {
        guard let least = stages.uncalibratedLogits.min(), let most = stages.uncalibratedLogits.max(), least < most else {
            return []
        }
        let maps = stages.calibration
        return (0..<calibrationPoints).map { point in
            let x = least + (most - least) * Double(point) / Double(calibrationPoints - 1)
            return .init(x: x, y: maps.reduce(0) { $0 + $1(x) } / Double(maps.count))
        }
    }
}
