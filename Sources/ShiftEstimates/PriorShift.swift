import Foundation
import ImportanceWeights
import Statistics

/// How the shares of the classes differ on test, if nothing else does (class-prior shift: p(x | y) is the same on both sides).
package enum PriorShift {
    /// Black-box shift estimation (Lipton, Wang & Smola 2018, algorithm 1): the ratios v = q(y)/p(y) that solve Cv = μ.
    ///
    /// - Parameters:
    ///   - confusion: C, row-major: the share of training rows that are predicted `i` and labelled `j`, by rows not trained on.
    ///   - predicted: μ, the share of test rows that are predicted `i`.
    ///   - priors: p(y), the column sums of C; negative ratios become 0 and the rest is scaled to Σ p(y)v(y) = 1.
    /// - Returns: nil if C is singular: the predictions do not tell the classes apart.
    package static func blackBox(confusion: [Double], predicted: [Double], priors: [Double]) -> [Double]? {
        guard let solution = LinearSystem.solve(confusion, predicted) else { return nil }
        let ratios = solution.map { $0.isFinite ? max($0, 0) : 0 }
        let mass = zip(ratios, priors).reduce(0) { $0 + $1.0 * $1.1 }
        return mass > 0 ? ratios.map { $0 / mass } : nil
    }

    /// Maximum-likelihood label shift by expectation maximisation (Saerens, Latinne & Decaestecker 2002), on calibrated
    /// probabilities (Alexandari et al. 2020, section 3.1): the q(y) that maximise Σᵢ log Σ_k p(k | xᵢ) q(k)/p(k), a concave
    /// function.
    ///
    /// - Parameters:
    ///   - probabilities: p(k | x) of the test rows, row-major, rows × classes.
    ///   - weights: How often each row counts.
    ///   - priors: p(y) that the probabilities are calibrated to, each above 0.
    ///   - start: The starting point; nil for `priors`.
    /// - Returns: q(y), which add up to 1.
    package static func maximumLikelihood(
        probabilities: [Double], weights: [Double]? = nil, priors: [Double], start: [Double]? = nil,
        tolerance: Double = 1e-8, maximumSteps: Int = 2000
    ) -> [Double] {
        let classes = priors.count
        var shares = start ?? priors
        let total = weights?.reduce(0, +) ?? Double(probabilities.count / max(classes, 1))
        guard classes > 0, total > 0 else { return priors }
        var ratios = [Double](repeating: 0, count: classes)
        for _ in 0..<maximumSteps {
            var next = [Double](repeating: 0, count: classes)
            for k in 0..<classes { ratios[k] = priors[k] > 0 ? shares[k] / priors[k] : 0 }
            probabilities.withUnsafeBufferPointer { rows in
                for (number, start) in stride(from: 0, to: rows.count, by: classes).enumerated() {
                    let weight = weights?[number] ?? 1
                    if weight == 0 { continue }
                    var sum = 0.0
                    for k in 0..<classes { sum += rows[start + k] * ratios[k] }
                    guard sum > 0 else { continue }
                    let scale = weight / sum
                    for k in 0..<classes { next[k] += scale * rows[start + k] * ratios[k] }
                }
            }
            let mass = next.reduce(0, +)
            guard mass > 0 else { return shares }
            var change = 0.0
            for k in 0..<classes {
                next[k] /= mass
                change = max(change, abs(next[k] - shares[k]))
            }
            shares = next
            if change < tolerance { break }
        }
        return shares
    }
}

/// Class ratios q(y)/p(y) by both methods, with intervals by a bootstrap over groups.
///
/// Each replicate draws groups of train and of test with replacement, each its own number; calibration, confusion and shares
/// are recomputed on the drawn rows, while the classifier's logits stay.
package struct PriorShiftEstimation: Sendable {
    /// The classes' shares of train.
    package let priors: [Double]
    /// q(y)/p(y) by ``PriorShift/maximumLikelihood(probabilities:weights:priors:start:tolerance:maximumSteps:)``.
    package let likelihoodRatios: [Double]
    /// q(y)/p(y) by ``PriorShift/blackBox(confusion:predicted:priors:)``; nil if predictions do not tell the classes apart.
    package let blackBoxRatios: [Double]?
    /// The calibration, fitted on all training rows.
    package let calibration: TemperatureScaling

    private let train: (logits: [Double], labels: [Int], groups: [Int], groupCount: Int)
    private let test: (logits: [Double], groups: [Int], groupCount: Int)
    /// The most probable class of each training row.
    package var trainPredictions: [Int] { trainPredicted }

    /// Row-major, predicted × true: the share of a class's training rows that are predicted as each, each class being as likely as any
    /// other; columns add up to 1. Frequent classes hide rare ones in predictions by the most probable class.
    package var balancedConfusion: [Double] {
        let classes = priors.count
        let probabilities = calibration.probabilities(of: train.logits)
        var counts = [Double](repeating: 0, count: classes * classes)
        var totals = [Double](repeating: 0, count: classes)
        for (row, label) in train.labels.enumerated() {
            func score(_ k: Int) -> Double { priors[k] > 0 ? probabilities[row * classes + k] / priors[k] : 0 }
            let best = (1..<classes).reduce(0) { score($1) > score($0) ? $1 : $0 }
            counts[best * classes + label] += 1
            totals[label] += 1
        }
        for k in 0..<classes where totals[k] > 0 { for i in 0..<classes { counts[i * classes + k] /= totals[k] } }
        return counts
    }
    private let trainPredicted: [Int]
    private let testPredicted: [Int]

    /// - Parameters:
    ///   - classes: Number of classes, at least 2.
    ///   - trainLogits: Out of fold; row-major, rows × classes.
    ///   - labels: Class of each training row.
    ///   - trainGroups: Group of each training row, any numbers; and of each test row below.
    ///   - testLogits: Row-major, rows × classes.
    package init(
        classes: Int, trainLogits: [Double], labels: [Int], trainGroups: [Int], testLogits: [Double], testGroups: [Int]
    ) {
        let numbered = (GroupNumbering(trainGroups), GroupNumbering(testGroups))
        train = (trainLogits, labels, numbered.0.ofRow, numbered.0.count)
        test = (testLogits, numbered.1.ofRow, numbered.1.count)
        calibration = TemperatureScaling(logits: trainLogits, labels: labels, classes: classes)
        trainPredicted = Self.predictions(calibration, trainLogits)
        testPredicted = Self.predictions(calibration, testLogits)
        let all = [Double](repeating: 1, count: labels.count)
        priors = Self.priors(labels, all, classes: classes)
        let shares = PriorShift.maximumLikelihood(
            probabilities: calibration.probabilities(of: testLogits), priors: priors)
        likelihoodRatios = Self.ratios(shares, priors)
        blackBoxRatios = Self.blackBox(
            trainPredicted, labels, all, testPredicted, [Double](repeating: 1, count: testPredicted.count), classes)
    }

    /// The ratios of one replicate.
    package struct Replicate: Sendable {
        /// q(y)/p(y) by maximum likelihood, one per class.
        package var likelihoodRatios: [Double]
        /// q(y)/p(y) by black-box shift estimation, one per class; nil if predictions do not tell the classes apart.
        package var blackBoxRatios: [Double]?
    }

    /// A pure function of (seed, number).
    package func replicate(_ number: Int, seed: UInt64) -> Replicate {
        var generator = SeededGenerator(
            seed: seed, purpose: SeededGenerator.Purpose("prior-shift-bootstrap"), key: UInt64(number))
        func counts(_ groups: [Int], _ count: Int) -> [Double] {
            var drawn = [Double](repeating: 0, count: count)
            for _ in 0..<count { drawn[generator.index(below: count)] += 1 }
            return groups.map { drawn[$0] }
        }
        let trainCounts = counts(train.groups, train.groupCount)
        let testCounts = counts(test.groups, test.groupCount)
        let classes = priors.count
        let own = Self.priors(train.labels, trainCounts, classes: classes)
        let scaling = calibration.refitted(train.logits, train.labels, trainCounts)
        let shares = PriorShift.maximumLikelihood(
            probabilities: scaling.probabilities(of: test.logits), weights: testCounts, priors: own,
            start: zip(likelihoodRatios, own).map { max($0 * $1, 1e-6) }, tolerance: 1e-6, maximumSteps: 200)
        return Replicate(
            likelihoodRatios: Self.ratios(shares, own),
            blackBoxRatios: Self.blackBox(trainPredicted, train.labels, trainCounts, testPredicted, testCounts, classes))
    }

    private static func predictions(_ scaling: TemperatureScaling, _ logits: [Double]) -> [Int] {
        let classes = scaling.biases.count
        return stride(from: 0, to: logits.count, by: classes).map { start in
            var best = 0
            func score(_ k: Int) -> Double { scaling.scale * logits[start + k] + scaling.biases[k] }
            for k in 1..<classes where score(k) > score(best) { best = k }
            return best
        }
    }

    private static func priors(_ labels: [Int], _ counts: [Double], classes: Int) -> [Double] {
        var sums = [Double](repeating: 0, count: classes)
        for (label, count) in zip(labels, counts) { sums[label] += count }
        let total = sums.reduce(0, +)
        return sums.map { $0 / max(total, 1) }
    }

    private static func ratios(_ shares: [Double], _ priors: [Double]) -> [Double] {
        zip(shares, priors).map { $1 > 0 ? $0 / $1 : 1 }
    }

    private static func blackBox(
        _ predicted: [Int], _ labels: [Int], _ counts: [Double], _ testPredicted: [Int], _ testCounts: [Double], _ classes: Int
    ) -> [Double]? {
        var confusion = [Double](repeating: 0, count: classes * classes)
        var total = 0.0
        for (row, count) in counts.enumerated() {
            confusion[predicted[row] * classes + labels[row]] += count
            total += count
        }
        var shares = [Double](repeating: 0, count: classes)
        var testTotal = 0.0
        for (row, count) in testCounts.enumerated() {
            shares[testPredicted[row]] += count
            testTotal += count
        }
        guard total > 0, testTotal > 0 else { return nil }
        return PriorShift.blackBox(
            confusion: confusion.map { $0 / total }, predicted: shares.map { $0 / testTotal },
            priors: priors(labels, counts, classes: classes))
    }
}
