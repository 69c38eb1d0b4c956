import Statistics

/// The constants that bring raw weights to mean 1 over the rows they were computed on, so that rows seen later are
/// weighted on the same scale.
package struct WeightNormaliser: Sendable, Equatable, Hashable, Codable {
    /// The mean of the raw weights: the ratio, the relative ratio or D. Above 0.
    package let rawMean: Double
    /// The mean of (raw weight / ``rawMean``) after the cut of ``Weighting/clip(cap:)``, in 0 ... 1; 1 for the others.
    /// 1 minus it is the share of the mass that was cut off.
    package let cappedMean: Double

    /// The constants as they were stored, for instance with a model.
    package init(rawMean: Double, cappedMean: Double = 1) {
        self.rawMean = rawMean
        self.cappedMean = cappedMean
    }
}

/// Weights of training rows with mean 1, and their normalisation.
package struct NormalisedWeights: Sendable, Equatable {
    /// One weight a row, in the order of the probabilities; not negative, mean 1.
    package let values: [Double]
    /// The constants of this normalisation.
    package let normaliser: WeightNormaliser
    /// How many rows ``Weighting/clip(cap:)`` cut; 0 for the others.
    package let cappedRows: Int

    /// The share of the mass that ``Weighting/clip(cap:)`` cut off, 0 ..< 1; 0 for the others.
    package var cappedMass: Double { 1 - normaliser.cappedMean }

    init(values: [Double], normaliser: WeightNormaliser, cappedRows: Int) {
        (self.values, self.normaliser, self.cappedRows) = (values, normaliser, cappedRows)
    }

    /// Weights that come from elsewhere, brought to mean 1.
    /// - Parameter raw: Not negative, not all 0.
    /// - Throws: ``WeightError/numbers(_:)``.
    package init(raw: [Double]) throws(WeightError) {
        do throws(StatisticsError) { _ = try Checks.weights(raw) } catch { throw .numbers(error) }
        let mean = raw.reduce(0, +) / Double(raw.count)
        self.init(values: raw.map { $0 / mean }, normaliser: WeightNormaliser(rawMean: mean), cappedRows: 0)
    }
}

extension Weighting {
    /// The weight of one row before any normalising; above 0. Does not include the cut of ``clip(cap:)``.
    ///
    /// In D, which is first clamped as in ``DensityRatio/clamped(_:)``: ratio and clip D/(1-D), relative
    /// D/(αD + (1-α)(1-D)), discriminator D; 1 for the class's ratio, of which D says nothing.
    package func rawWeight(of probability: Double) -> Double {
        let inside = DensityRatio.clamped(probability)
        switch self {
        case .ratio, .clip: return inside / (1 - inside)
        case .relative(let alpha): return inside / (alpha * inside + (1 - alpha) * (1 - inside))
        case .discriminator: return inside
        case .classPrior: return 1
        }
    }

    /// The weight of one row on the scale of `normaliser`; what ``weights(of:)`` gives to the rows of that normaliser.
    package func weight(of probability: Double, normaliser: WeightNormaliser) -> Double {
        let scaled = rawWeight(of: probability) / normaliser.rawMean
        if case .clip(let cap) = self { return min(scaled, cap) / normaliser.cappedMean }
        return scaled
    }

    /// The weights of training rows, mean 1, from their (out-of-fold, calibrated) probabilities of "test".
    ///
    /// Linear in the number of rows; sums run in the order of the rows.
    /// - Throws: ``WeightError/numbers(_:)`` and, for a parameter outside
    ///   its range, ``WeightError/parameterOutOfRange(name:found:minimum:maximum:)``.
    package func weights(of probabilities: [Double]) throws(WeightError) -> NormalisedWeights {
        try checkParameter()
        do throws(StatisticsError) { try Checks.probabilities(probabilities) } catch { throw .numbers(error) }
        let count = Double(probabilities.count)
        let rawMean = probabilities.reduce(0) { $0 + rawWeight(of: $1) } / count
        var cappedMean = 1.0
        var cappedRows = 0
        if case .clip(let cap) = self {
            var kept = 0.0
            for probability in probabilities {
                let scaled = rawWeight(of: probability) / rawMean
                kept += min(scaled, cap)
                if scaled > cap { cappedRows += 1 }
            }
            if cappedRows > 0 { cappedMean = kept / count }
        }
        let normaliser = WeightNormaliser(rawMean: rawMean, cappedMean: cappedMean)
        return NormalisedWeights(
            values: probabilities.map { weight(of: $0, normaliser: normaliser) },
            normaliser: normaliser, cappedRows: cappedRows)
    }
}
