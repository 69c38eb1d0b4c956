import Foundation
import ParallelWork
import TestSupport
import Testing

@testable import ShiftModel

@Suite struct DenseLogisticTests {
    /// With an intercept alone D is the share of test mass: ½.
    @Test func theInterceptBalancesTheSides() {
        let weights = (0..<10).map { row in
            row < 3 ? DenseLogistic.RowWeight(train: 0, test: 0.9 / 3) : DenseLogistic.RowWeight(train: 0.1 / 7, test: 0)
        }
        let model = DenseLogistic(columns: 1, penalties: [0], lowerBounds: [-.infinity])
        let beta = [Double](repeating: 1, count: 10).withUnsafeBufferPointer { model.fit($0, weights, start: [0]) }
        #expect(abs(beta[0] - log(9)) < 1e-5)
    }

    /// At the optimum the gradient vanishes where the coefficient is free, and is not negative where it is at its bound.
    @Test func theOptimumMeetsItsConditions() {
        var generator = SplitMix(seed: 2)
        let rows = 200
        let columns = 5
        var values = (0..<rows * columns).map { _ in Double.random(in: -1...1, using: &generator) }
        for row in 0..<rows { values[row * columns] = 1 }
        let weights = (0..<rows).map { row in
            let leans = values[row * columns + 1] - 2 * values[row * columns + 2] + Double.random(in: -1...1, using: &generator)
            return leans > 0 ? DenseLogistic.RowWeight(train: 0, test: 0.01) : DenseLogistic.RowWeight(train: 0.002, test: 0)
        }
        let model = DenseLogistic(
            columns: columns, penalties: [0, 0.01, 0.01, 0.01, 0.01], lowerBounds: [-.infinity, 0, 0, 0, -.infinity])
        values.withUnsafeBufferPointer { x in
            let beta = model.fit(x, weights, start: [Double](repeating: 0, count: columns), tolerance: 1e-14)
            #expect(beta[2] == 0 && beta[1] > 0)
            for column in 0..<columns {
                var up = beta
                var down = beta
                up[column] += 1e-5
                down[column] -= 1e-5
                let slope = (model.evaluate(x, weights, up).value - model.evaluate(x, weights, down).value) / 2e-5
                if beta[column] == 0 && column > 0 { #expect(slope > -1e-5) } else { #expect(abs(slope) < 1e-5) }
            }
        }
    }

    /// Where no Hessian is formed, the fit ends where it ends with one: a bound that nothing comes near makes it form one.
    @Test(arguments: [(rows: 400, columns: 70), (rows: 60, columns: 90)])
    func manyColumnsAreFittedAsFewAre(size: (rows: Int, columns: Int)) {
        var generator = SplitMix(seed: 3)
        var values = (0..<size.rows * size.columns).map { _ in Double.random(in: -1...1, using: &generator) }
        for row in 0..<size.rows {
            let base = row * size.columns
            // A constant, a column that is always 0, and two that are nearly the same, as shares of one text are.
            values[base] = 1
            values[base + 1] = 0
            values[base + 3] = values[base + 2] + 1e-3 * values[base + 4]
        }
        let weights = (0..<size.rows).map { row in
            let leans = 2 * values[row * size.columns + 2] + Double.random(in: -1...1, using: &generator)
            return row % 7 == 0
                ? DenseLogistic.RowWeight(train: 0, test: 0)
                : leans > 0
                    ? DenseLogistic.RowWeight(train: 0, test: 1 / Double(size.rows))
                    : DenseLogistic.RowWeight(train: 0.5 / Double(size.rows), test: 0)
        }
        func fit(_ bound: Double) -> [Double] {
            var bounds = [Double](repeating: -.infinity, count: size.columns)
            bounds[5] = bound
            var penalties = [Double](repeating: 1e-3, count: size.columns)
            penalties[0] = 0
            let model = DenseLogistic(columns: size.columns, penalties: penalties, lowerBounds: bounds)
            #expect(model.isWide == (bound == -.infinity))
            return values.withUnsafeBufferPointer {
                model.fit($0, weights, start: [Double](repeating: 0, count: size.columns), tolerance: 1e-13)
            }
        }
        let (wide, narrow) = (fit(-.infinity), fit(-1e9))
        #expect(zip(wide, narrow).allSatisfy { abs($0 - $1) < 1e-4 })
        #expect(wide[1] == 0 && wide.contains { abs($0) > 0.5 })
    }

    /// What a fit of many columns holds of the second derivatives is one number a row, whatever the columns are.
    @Test func noHessianOfManyColumns() {
        for columns in [64, 65] {
            let model = DenseLogistic(
                columns: columns, penalties: [Double](repeating: 1, count: columns),
                lowerBounds: [Double](repeating: -.infinity, count: columns))
            let point = [Double](repeating: 1, count: columns * 2).withUnsafeBufferPointer {
                model.evaluate(
                    $0, [.init(train: 0.5, test: 0), .init(train: 0, test: 0.5)], [Double](repeating: 0, count: columns))
            }
            switch point.curvature {
            case .hessian(let hessian): #expect(columns == 64 && hessian.count == 64 * 64)
            case .ofRows(let curvatures): #expect(columns == 65 && curvatures == [0.125, 0.125])
            }
        }
    }
}

@Suite struct MonotoneSplineTests {
    private let spline = MonotoneSpline(knots: [-2, -1, 0.5, 3], floor: -1, increments: [0.5, 0, 2, 0.25])

    @Test func risesFromFloorToTheSumAndIsConstantOutside() {
        #expect(spline(-50) == -1 && spline(-2) == -1)
        #expect(abs(spline(3) - 1.75) < 1e-12 && abs(spline(99) - 1.75) < 1e-12)
        var last = -Double.infinity
        for step in -40...60 {
            let value = spline(Double(step) / 10)
            #expect(value >= last)
            last = value
        }
    }

    @Test func theSlopeHasNoJumpsBetweenTheKnots() {
        for knot in [-1, 0.5] {
            let left = (spline(knot) - spline(knot - 1e-6)) / 1e-6
            let right = (spline(knot + 1e-6) - spline(knot)) / 1e-6
            #expect(abs(left - right) < 1e-4)
        }
    }

    /// Scores whose log-odds are tanh of the score: a bounded truth that no line can follow.
    @Test func findsABoundedTruth() {
        var generator = SplitMix(seed: 3)
        let scores = (0..<20_000).map { _ in Double.random(in: -3...3, using: &generator) }
        let isTest = scores.map {
            Double.random(in: 0...1, using: &generator) < LogisticObjective.sigmoid(1.5 * tanh(2 * $0))
        }
        let knots = MonotoneSpline.balancedKnots(scores, isTest: isTest)
        #expect(knots.count == 8)
        let fitted = MonotoneSpline.fit(scores: scores, isTest: isTest, use: { _ in true }, knots: knots)
        #expect(fitted.increments.allSatisfy { $0 >= 0 })
        for s in stride(from: -2.5, through: 2.5, by: 0.5) {
            #expect(abs(fitted(s) - 1.5 * tanh(2 * s)) < 0.3)
        }
    }

    /// A hundred rows of train for each of test: knots by the rows would leave all of test beyond the last one.
    @Test func knotsFollowBothSides() {
        let scores = (0..<10_000).map { Double($0) / 10_000 } + (0..<100).map { 10 + Double($0) / 100 }
        let knots = MonotoneSpline.balancedKnots(scores, isTest: scores.map { $0 >= 10 })
        #expect(knots.count == 8 && knots.count { $0 >= 10 } == 4)
        #expect(abs(knots[0] - 0.04) < 1e-3 && abs(knots[7] - 10.96) < 0.02)
        // With few rows, the outermost are the ends.
        let few = MonotoneSpline.balancedKnots([1, 2], isTest: [false, true])
        #expect(few.first == 1 && few.last == 2)
    }

    @Test func equalScoresGiveAConstant() {
        #expect(MonotoneSpline.balancedKnots([1, 1, 1, 1], isTest: [true, false, true, false]).isEmpty)
        let flat = MonotoneSpline.fit(scores: [1, 1], isTest: [true, false], use: { _ in true }, knots: [])
        #expect(flat(1) == 0 && flat(7) == 0)
    }
}

@Suite struct SecondStageTests {
    @Test(arguments: [UInt64(4), 5, 6, 7]) func weightsAreNeverNegative(seed: UInt64) {
        var generator = SplitMix(seed: seed)
        let isTest = (0..<500).map { _ in Bool.random(using: &generator) }
        let good = isTest.map { ($0 ? 0.5 : -0.5) + Double.random(in: -2...2, using: &generator) }
        let wrong = good.map { -$0 + Double.random(in: -1...1, using: &generator) }
        let nothing = [Double](repeating: 0, count: 500)
        let stage = SecondStage.fit(
            logits: [good, wrong, nothing], scales: [1.2, 1.3, 0], isTest: isTest, use: { _ in true }, shrinkage: 0.003)
        #expect(stage.weights[0] > 0.1 && stage.weights.allSatisfy { $0 >= 0 } && stage.weights[2] == 0)
        #expect(abs(stage { [2, 1, 5][$0] } - (stage.intercept + 2 * stage.weights[0] + stage.weights[1])) < 1e-12)
    }
}

@Suite struct GroupsTests {
    @Test func rowsThatShareAKeyAreJoinedTransitively() {
        let groups = Groups(
            rows: 6, rules: [[1, 1, 2, 3, nil, 4], [nil, 11, 11, 12, nil, 13]], fallback: [1, 1, 2, 3, 9, 4])
        #expect(groups.ofRow[0] == groups.ofRow[1] && groups.ofRow[1] == groups.ofRow[2])
        #expect(groups.count == 4)
        #expect(groups.identities == groups.identities.sorted())
    }

    @Test func theOrderOfRowsDoesNotMatter() {
        var generator = SplitMix(seed: 6)
        let keys = (0..<300).map { _ in UInt64.random(in: 0..<80, using: &generator) }
        let more = (0..<300).map { _ in Bool.random(using: &generator) ? UInt64.random(in: 1000..<1100, using: &generator) : nil
        }
        let isTest = (0..<300).map { _ in Bool.random(using: &generator) }
        let order = Array(0..<300).shuffled(using: &generator)
        let groups = Groups(rows: 300, rules: [keys, more], fallback: keys)
        let permuted = Groups(
            rows: 300, rules: [order.map { keys[$0] }, order.map { more[$0] }], fallback: order.map { keys[$0] })
        #expect(groups.identities == permuted.identities)
        #expect(order.map { groups.ofRow[$0] } == permuted.ofRow)
        let folds = Folds(groups, count: 5, isTest: isTest, seed: 1)
        #expect(folds.selecting(order) == Folds(permuted, count: 5, isTest: order.map { isTest[$0] }, seed: 1))
        #expect(folds != Folds(groups, count: 5, isTest: isTest, seed: 2))
        #expect(groups.sides(isTest: isTest) == permuted.sides(isTest: order.map { isTest[$0] }))
    }

    @Test func everyFoldGetsItsShareOfEitherSide() {
        let rows = 103
        let isTest = (0..<rows).map { $0 % 4 == 0 }
        let keys = (0..<rows).map { UInt64($0 &* 7919) }
        let groups = Groups(rows: rows, rules: [], fallback: keys)
        let folds = Folds(groups, count: 5, isTest: isTest, seed: 42)
        for side in [true, false] {
            let counts = (0..<5).map { fold in
                (0..<rows).filter { isTest[$0] == side && Int(folds.ofRow[$0]) == fold }.count
            }
            #expect((counts.max() ?? 0) - (counts.min() ?? 0) <= 1)
        }
    }
}
