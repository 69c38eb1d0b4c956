import SparseFeatures

extension ModelScorer {
    /// What a text adds to the uncalibrated logit, piece by piece.
    package struct Contributions: Sendable {
        /// By piece of ``TextOccurrences``.
        package var pieces: [Double]
        /// Of length, scripts and punctuation.
        package var surface: Double
    }

    /// The intercept of the model that a row is scored by; 0 for the null model.
    package func intercept(fold: Int) -> Double { header.isShift ? intercepts[model(fold)] : 0 }

    /// The parts of one slot's logit.
    ///
    /// The model is linear, so the parts are exact: those of all slots and the intercept add up to
    /// ``scores(_:rows:folds:pool:)``'s logit, to the rounding of single precision. ``TextOccurrences/grams`` says how that of
    /// an n-gram is divided.
    ///
    /// - Parameters:
    ///   - occurrences: Of the segment's text.
    ///   - fold: The fold that held the row out, or ``meanOfFolds``.
    package func contributions(
        _ occurrences: TextOccurrences, segment: Int, slot: Int, fold: Int, in views: TextProjector.Views
    ) -> Contributions {
        var result = Contributions(pieces: [Double](repeating: 0, count: occurrences.pieces.count), surface: 0)
        guard header.isShift else { return result }
        let model = model(fold)
        for (matrix, coefficients, shares) in [
            (views.words, words, occurrences.words), (views.grams, grams, occurrences.grams),
        ] where !coefficients.isEmpty {
            let start = matrix.offsets[segment]
            let norm = Double(matrix.inverseNorms[segment])
            for share in shares {
                let entry = matrix.entries[start + share.entry]
                let feature = Int(entry >> 8)
                let value = SparseMatrix.countWeights[Int(entry & 0xFF)] * matrix.featureWeights[feature]
                result.pieces[share.piece] +=
                    Double(value) * Double(coefficients[feature * (header.folds + 1) + model]) * norm * share.share
            }
        }
        result.surface = surfaceDot(views.surface, segment, slot, model)
        return result
    }

    private func model(_ fold: Int) -> Int { fold >= 0 && fold < header.folds ? fold : header.folds }
}
