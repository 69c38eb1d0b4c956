import Foundation
import ParallelWork
import SparseFeatures
import TestSupport

@testable import ShiftModel

/// The reference fits of Tests/Reference/ScikitLearn, as make_logistic.py wrote them.
struct LogisticReference: Decodable {
    struct Fit: Decodable {
        var lam: Double
        var intercept: Double
        var coefficients: [Double]
        var objective: Double
    }
    var isTest: [Bool]
    var counts: [[Int]]
    var featureWeights: [Double]
    var fits: [Fit]

    static func load() throws -> LogisticReference {
        let file = Repository.file("Tests/Reference/ScikitLearn/logistic.json")
        return try JSONDecoder().decode(Self.self, from: Data(contentsOf: file))
    }

    var matrix: SparseMatrix { Self.matrix(counts: counts, weights: featureWeights.map { Float($0) }) }

    static func matrix(counts: [[Int]], weights: [Float]) -> SparseMatrix {
        var offsets = [0]
        var entries: [UInt32] = []
        for row in counts {
            for (feature, count) in row.enumerated() where count > 0 {
                entries.append(UInt32(feature) << 8 | UInt32(min(count, 255)))
            }
            offsets.append(entries.count)
        }
        return SparseMatrix(offsets: offsets, entries: entries, featureWeights: weights)
    }
}

extension LabelledRows {
    /// One slot, a segment a row.
    static func plain(isTest: [Bool], folds: [UInt8]? = nil, foldCount: Int = 5) -> LabelledRows {
        LabelledRows(
            rows: SegmentRows(slots: 1, segments: isTest.indices.map { Int32($0) }), isTest: isTest,
            folds: Folds(count: foldCount, ofRow: folds ?? isTest.indices.map { UInt8($0 % foldCount) }))
    }

    /// - Parameter byPairs: Whether to ascend by the dot products of the rows' pairs.
    func solver<Scalar: LaneScalar>(
        _ matrix: SparseMatrix, as type: Scalar.Type = Scalar.self, byPairs: Bool = false
    ) -> Solver<Scalar> {
        Solver<Scalar>(
            matrix: matrix, rows: rows, isTest: isTest, folds: folds.ofRow,
            products: byPairs ? .ofPairs(GramMatrix(of: matrix, rows)) : .ofEntries(MeanRow(matrix, self)))
    }
}
