import SparseFeatures

extension DiscriminatorModel {
    /// Whether the sizes of all parts agree, and every number used as an index is within its bounds: true of every fitted
    /// model, and what makes a model from a file safe.
    var isConsistent: Bool { headerIsConsistent && wordsAreConsistent && gramsAreConsistent && groupsAreConsistent }

    /// Most fields, and most knots of a calibration: far more than a fit makes.
    package static let (mostFields, mostKnots) = (1024, 256)

    /// The first part that there is too much of.
    var beyondLimit: (ModelError.Part, found: Int, most: Int)? {
        let knots = header.calibration.map(\.knots.count).max() ?? 0
        if header.fields.count > Self.mostFields { return (.fields, header.fields.count, Self.mostFields) }
        return knots > Self.mostKnots ? (.knots, knots, Self.mostKnots) : nil
    }

    private var headerIsConsistent: Bool {
        let (folds, fields) = (header.folds, header.fields.count)
        guard (0...64).contains(folds), folds > 0 || !header.isShift, (1...Self.mostFields).contains(fields) else {
            return false
        }
        guard (1...24).contains(header.gramBucketBits), fields << header.gramBucketBits <= SparseMatrix.featureLimit else {
            return false
        }
        guard header.fieldKeys.count == fields, Set(header.fields).count == fields,
            header.fieldKeys.allSatisfy({ !$0.isEmpty && !$0.contains("") }), !header.fields.contains(""),
            header.groupKeys.map({ !$0.isEmpty && !$0.contains("") }) ?? true,
            header.groupSlot.map({ (0..<fields).contains($0) }) ?? true
        else { return false }
        guard header.intercepts.count == folds, header.intercepts.allSatisfy(\.isFinite),
            header.calibration.isEmpty || header.calibration.count == folds, header.calibration.allSatisfy(\.isConsistent),
            header.blankLimits.map({ $0.count == folds && $0.allSatisfy(\.isFinite) }) ?? true,
            header.classPriors.map(\.isConsistent) ?? true,
            header.normaliser.count == 2, header.normaliser.allSatisfy({ $0.isFinite && $0 > 0 })
        else { return false }
        return (surfaceCoefficients.isEmpty || surfaceCoefficients.count == folds * fields * SurfaceFeatures.count)
            && surfaceCoefficients.allSatisfy(\.isFinite)
    }

    private var wordsAreConsistent: Bool {
        let count = wordHashes.count
        guard count <= SparseMatrix.featureLimit, wordWeights.count == count, wordWeights.allSatisfy(Self.isWeight),
            wordCoefficients.isEmpty || wordCoefficients.count == count * (header.folds + 1)
        else { return false }
        // A repeated hash would shift the numbers of those after it.
        var known = HashIndex(capacity: count)
        return wordHashes.allSatisfy { known.insert($0).isNew } && wordCoefficients.isFinite
    }

    private var gramsAreConsistent: Bool {
        let count = gramBuckets.count
        let buckets = header.fields.count << header.gramBucketBits
        return count <= SparseMatrix.featureLimit && gramWeights.count == count && gramWeights.allSatisfy(Self.isWeight)
            && (gramCoefficients.isEmpty || gramCoefficients.count == count * (header.folds + 1))
            && gramBuckets.allSatisfy { $0 >= 0 && Int($0) < buckets } && gramCoefficients.isFinite
    }

    private var groupsAreConsistent: Bool {
        groupFolds.count == groupIdentities.count && groupFolds.allSatisfy { Int($0) < max(header.folds, 1) }
            && zip(groupIdentities, groupIdentities.dropFirst()).allSatisfy { $0 < $1 }
    }

    private static func isWeight(_ weight: Float) -> Bool { weight.isFinite && weight > 0 }
}

extension CoefficientTable {
    fileprivate var isFinite: Bool {
        withUnsafeBufferPointer { coefficients in
            // All numbers that are not finite have the greatest exponent. Branch-free and vectorised.
            var greatest: UInt32 = 0
            for coefficient in coefficients { greatest = max(greatest, coefficient.bitPattern & 0x7F80_0000) }
            return greatest < 0x7F80_0000
        }
    }
}

extension MonotoneSpline {
    /// Whether there are knots, ascending, with one increment each, or neither.
    fileprivate var isConsistent: Bool {
        increments.count == knots.count && knots.count != 1 && floor.isFinite && (knots + increments).allSatisfy(\.isFinite)
            && increments.allSatisfy { $0 >= 0 } && zip(knots, knots.dropFirst()).allSatisfy { $0 < $1 }
    }
}
