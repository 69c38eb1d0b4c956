import SparseFeatures

/// Scores rows by a ``DiscriminatorModel``: rows of the fit by the model of the fold that held them out, all others by the
/// mean of the folds.
public struct ModelScorer: Sendable {
    /// Which model a row is scored by, for rows that were not in the fit.
    public static let meanOfFolds = -1

    /// The features that the model knows.
    public let features: KnownFeatures
    private let header: DiscriminatorModel.Header
    /// Coefficients, features × (folds + 1): each fold's, then their mean; empty where the view takes no part.
    private let words: [Float]
    private let grams: [Float]
    /// (Folds + 1) × surface columns; empty likewise.
    private let surface: [[Double]]
    /// Intercepts of the folds, then their mean.
    private let intercepts: [Double]

    /// A row's score.
    public struct Score: Sendable, Equatable {
        /// Uncalibrated logit.
        public var logit: Double
        /// Calibrated probability of "test", in 0...1.
        public var pTest: Double
    }

    public init(_ model: DiscriminatorModel) {
        header = model.header
        features = KnownFeatures(
            wordHashes: model.wordHashes, wordWeights: model.wordWeights, gramBuckets: model.gramBuckets,
            gramWeights: model.gramWeights, fields: max(model.header.fields.count, 1), bits: model.header.gramBucketBits)
        let folds = model.header.folds
        words = Self.withMean(model.wordCoefficients, folds)
        grams = Self.withMean(model.gramCoefficients, folds)
        intercepts = model.header.intercepts + [model.header.intercepts.reduce(0, +) / Double(max(folds, 1))]
        let columns = folds > 0 ? model.surfaceCoefficients.count / folds : 0
        let own = (0..<(columns > 0 ? folds : 0)).map {
            Array(model.surfaceCoefficients[$0 * columns..<($0 + 1) * columns])
        }
        surface =
            own.isEmpty
            ? [] : own + [(0..<columns).map { column in own.reduce(0) { $0 + $1[column] } / Double(folds) }]
    }

    private static func withMean(_ coefficients: [Float], _ folds: Int) -> [Float] {
        guard folds > 0 else { return [] }
        var result: [Float] = []
        result.reserveCapacity(coefficients.count / folds * (folds + 1))
        for start in stride(from: 0, to: coefficients.count, by: folds) {
            result += coefficients[start..<start + folds]
            result.append(coefficients[start..<start + folds].reduce(0, +) / Float(folds))
        }
        return result
    }

    /// The scores of rows.
    ///
    /// The mean of the folds is that of their linear logits, then of their calibrations of it: a monotone map of one linear
    /// function.
    /// - Parameters:
    ///   - views: As a ``TextProjector`` of ``features`` makes them.
    ///   - rows: Segments of each row.
    ///   - folds: The fold that held each row out, or ``meanOfFolds``.
    public func scores(_ views: TextProjector.Views, rows: SegmentRows, folds: [Int]) -> [Score] {
        guard header.isShift else { return folds.map { _ in Score(logit: 0, pTest: 0.5) } }
        // Texts that rows share, such as a passage with its questions, are multiplied out once.
        var memo = [(model: Int, logit: Double)](repeating: (-1, 0), count: views.words.segmentCount)
        return folds.indices.map { row in
            let model = folds[row] >= 0 && folds[row] < header.folds ? folds[row] : header.folds
            var logit = intercepts[model]
            for slot in 0..<rows.slots {
                let segment = rows[row, slot]
                if memo[segment].model != model {
                    memo[segment] = (
                        model,
                        dot(views.words, segment, words, model) + dot(views.grams, segment, grams, model)
                            + surfaceDot(views.surface, segment, slot, model)
                    )
                }
                logit += memo[segment].logit
            }
            return Score(logit: logit, pTest: LogisticObjective.sigmoid(calibrated(logit, model)))
        }
    }

    private func calibrated(_ logit: Double, _ model: Int) -> Double {
        let maps = header.calibration
        if maps.isEmpty { return logit }
        if model < maps.count { return maps[model](logit) }
        return maps.reduce(0) { $0 + $1(logit) } / Double(maps.count)
    }

    private func dot(_ matrix: SparseMatrix, _ segment: Int, _ coefficients: [Float], _ model: Int) -> Double {
        if coefficients.isEmpty { return 0 }
        let width = header.folds + 1
        var sum = 0.0
        for position in matrix.offsets[segment]..<matrix.offsets[segment + 1] {
            let entry = matrix.entries[position]
            let feature = Int(entry >> 8)
            let value = SparseMatrix.countWeights[Int(entry & 0xFF)] * matrix.featureWeights[feature]
            sum += Double(value * coefficients[feature * width + model])
        }
        return sum * Double(matrix.inverseNorms[segment])
    }

    private func surfaceDot(_ surface: [Float], _ segment: Int, _ slot: Int, _ model: Int) -> Double {
        if self.surface.isEmpty { return 0 }
        let width = SurfaceFeatures.count
        return (0..<width).reduce(0.0) {
            $0 + self.surface[model][slot * width + $1] * Double(surface[segment * width + $1])
        }
    }
}
