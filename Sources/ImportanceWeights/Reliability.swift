import Foundation
import Statistics

/// Whether probabilities mean what they say, seen with both sides carrying equal total weight.
package struct ReliabilityBin: Sendable, Equatable {
    /// Weighted mean of the predicted probabilities, 0...1.
    package let meanPredicted: Double
    /// Share of test in the bin's weight, 0...1; equal to ``meanPredicted`` for a calibrated discriminator, except for chance.
    package let observed: Double
    /// Rows of train in the bin.
    package let trainRows: Int
    /// Rows of test in the bin.
    package let testRows: Int
}

/// The straight line on the logit scale that would calibrate the probabilities.
package enum CalibrationLine: Sendable, Equatable {
    /// logit P(test) = intercept + slope · logit p. Calibrated: 0 and 1; a slope below 1 says that the probabilities are too
    /// extreme (Cox 1958; van Calster et al. 2019).
    case fitted(intercept: Double, slope: Double)
    /// All probabilities are the same, as in the null model: there is no slope.
    case constant
    /// One threshold separates the sides: the slope is infinite (negative infinity if test is below).
    case separated(testAbove: Bool)

    /// The slope; ±∞ if one threshold separates the sides, nil if all probabilities are the same.
    package var slope: Double? {
        switch self {
        case .fitted(_, let slope): slope
        case .constant: nil
        case .separated(let testAbove): testAbove ? .infinity : -.infinity
        }
    }
}

/// Reliability of out-of-fold probabilities, each row weighing ½ divided by the number of rows of its side.
package enum Reliability {
    /// Bins of about equal weight, by ascending probability; rows with equal probabilities are never separated, so there may
    /// be fewer bins than asked for, and with plateaus they are uneven. The order of the rows does not matter, except for
    /// rounding.
    /// - Throws: ``StatisticsError/lengthMismatch(expected:found:)``, ``StatisticsError/noRows``,
    ///   ``StatisticsError/probabilityOutOfRange(row:found:)``, ``StatisticsError/emptySide(trainRows:testRows:)``,
    ///   ``StatisticsError/countTooSmall(found:minimum:)`` for no bins.
    package static func bins(
        probabilities: [Double], isTest: [Bool], count: Int = 10
    ) throws(StatisticsError) -> [ReliabilityBin] {
        try Checks.count(count, atLeast: 1)
        let sides = try check(probabilities, isTest)
        let order = RadixOrder.rising(probabilities)
        let trainWeight = 0.5 / Double(sides.train)
        let testWeight = 0.5 / Double(sides.test)
        var bins: [ReliabilityBin] = []
        // `passed`: rows so far, by side; exact counts, so that no rounding adds up along the way.
        var (train, test, predicted, passedTrain, passedTest) = (0, 0, 0.0, 0, 0)
        for (index, row) in order.enumerated() {
            if isTest[row] { test += 1 } else { train += 1 }
            predicted += probabilities[row] * (isTest[row] ? testWeight : trainWeight)
            let isLast = index + 1 == order.count
            if !isLast, probabilities[order[index + 1]] == probabilities[row] { continue }
            let passed = Double(passedTrain + train) * trainWeight + Double(passedTest + test) * testWeight
            // This bin takes all weight up to the next bound that it reaches; the bound may lie several bins on.
            let opened = Double(passedTrain) * trainWeight + Double(passedTest) * testWeight
            let bound = ((opened * Double(count) + 1e-9).rounded(.down) + 1) / Double(count)
            guard isLast || passed >= bound - 1e-9 else { continue }
            let trainMass = Double(train) * trainWeight
            let testMass = Double(test) * testWeight
            bins.append(
                ReliabilityBin(
                    meanPredicted: predicted / (trainMass + testMass), observed: testMass / (trainMass + testMass),
                    trainRows: train, testRows: test))
            passedTrain += train
            passedTest += test
            (train, test, predicted) = (0, 0, 0)
        }
        return bins
    }

    /// The maximum likelihood line of the side on logit p, each row with its balanced weight v.
    ///
    /// Maximises Σ v·(y·z - log(1 + e^z)), z = a + b·logit p, with logits clamped as in ``DensityRatio/clamped(_:)``. About
    /// ten passes over the rows.
    /// - Throws: as ``bins(probabilities:isTest:count:)``.
    package static func line(probabilities: [Double], isTest: [Bool]) throws(StatisticsError) -> CalibrationLine {
        let sides = try check(probabilities, isTest)
        let logits = probabilities.map(DensityRatio.logRatio(from:))
        var (lowest, highest) = ([Double.infinity, .infinity], [-Double.infinity, -.infinity])
        for (row, logit) in logits.enumerated() {
            let side = isTest[row] ? 1 : 0
            lowest[side] = min(lowest[side], logit)
            highest[side] = max(highest[side], logit)
        }
        if lowest[0] == highest[0], lowest[1] == highest[1], lowest[0] == lowest[1] { return .constant }
        if highest[0] <= lowest[1] { return .separated(testAbove: true) }
        if highest[1] <= lowest[0] { return .separated(testAbove: false) }
        let objective = CalibrationObjective(
            logits: logits, isTest: isTest, trainWeight: 0.5 / Double(sides.train), testWeight: 0.5 / Double(sides.test))
        let best = objective.maximise()
        return .fitted(intercept: best.intercept, slope: best.slope)
    }

    private static func check(
        _ probabilities: [Double], _ isTest: [Bool]
    ) throws(StatisticsError) -> (train: Int, test: Int) {
        try Checks.length(isTest.count, equals: probabilities.count)
        try Checks.probabilities(probabilities)
        return try Checks.sides(isTest)
    }
}
