import ParallelWork
import SparseFeatures

/// Scores rows by a ``DiscriminatorModel``: rows of the fit by the model of the fold that held them out, all others by the
/// mean of the folds.
package struct ModelScorer: Sendable {
    /// The model for rows that were not in the fit.
    package static let meanOfFolds = -1

    let header: DiscriminatorModel.Header
    let words: CoefficientTable
    let grams: CoefficientTable
    /// (Folds + 1) × surface columns; empty likewise.
    private let surface: [[Double]]
    /// Intercepts of the folds, then their mean.
    let intercepts: [Double]

    /// A row's score.
    package struct Score: Sendable, Equatable {
        /// Uncalibrated logit.
        package var logit: Double
        /// Calibrated probability of "test", in 0...1.
        package var pTest: Double

        /// A score from its two numbers.
        package init(logit: Double, pTest: Double) {
            self.logit = logit
            self.pTest = pTest
        }
    }

    /// Scores by this model. Builds the tables in which words and n-grams are looked up.
    package init(_ model: DiscriminatorModel) {
        header = model.header
        let folds = model.header.folds
        words = model.wordCoefficients
        grams = model.gramCoefficients
        intercepts = model.header.intercepts + [model.header.intercepts.reduce(0, +) / Double(max(folds, 1))]
        let columns = folds > 0 ? model.surfaceCoefficients.count / folds : 0
        let own = (0..<(columns > 0 ? folds : 0)).map {
            Array(model.surfaceCoefficients[$0 * columns..<($0 + 1) * columns])
        }
        surface =
            own.isEmpty
            ? [] : own + [(0..<columns).map { column in own.reduce(0) { $0 + $1[column] } / Double(folds) }]
    }

    /// The scores of rows.
    ///
    /// The mean of the folds is that of their linear logits, then of their calibrations of it: a monotone map of one linear
    /// function.
    /// - Parameters:
    ///   - views: As made by a `TextProjector` of ``DiscriminatorModel/features``.
    ///   - rows: Segments of each row.
    ///   - folds: The fold that held each row out, or ``meanOfFolds``.
    ///   - workers: The threads to use; they change nothing.
    package func scores(
        _ views: TextProjector.Views, rows: SegmentRows, folds: [Int], workers: WorkerPool = WorkerPool(workers: 1)
    ) -> [Score] {
        guard header.isShift else { return folds.map { _ in Score(logit: 0, pTest: 0.5) } }
        let share = 2048
        return workers.map((folds.count + share - 1) / share) { part in
            scores(views, rows, folds, in: part * share..<min((part + 1) * share, folds.count))
        }.flatMap { $0 }
    }

    private func scores(
        _ views: TextProjector.Views, _ rows: SegmentRows, _ folds: [Int], in range: Range<Int>
    ) -> [Score] {
        // By slot: rows that share a text, such as a passage with its questions, are adjacent.
        var last = [(segment: Int, model: Int, logit: Double)](repeating: (-1, -1, 0), count: rows.slots)
        return SparseLanes.over(views.words) { wordKernel in
            SparseLanes.over(views.grams) { gramKernel in
                range.map { row in
                    let model = folds[row] >= 0 && folds[row] < header.folds ? folds[row] : header.folds
                    var logit = intercepts[model]
                    for slot in 0..<rows.slots {
                        let segment = rows[row, slot]
                        if last[slot].segment != segment || last[slot].model != model {
                            last[slot] = (
                                segment, model,
                                dot(wordKernel, segment, words, model) + dot(gramKernel, segment, grams, model)
                                    + surfaceDot(views.surface, segment, slot, model)
                            )
                        }
                        logit += last[slot].logit
                    }
                    let final = min(calibrated(logit, model), limit(views.surface, rows, row, model))
                    return Score(logit: logit, pTest: LogisticObjective.sigmoid(final))
                }
            }
        }
    }

    private func calibrated(_ logit: Double, _ model: Int) -> Double {
        let maps = header.calibration
        if maps.isEmpty { return logit }
        if model < maps.count { return maps[model](logit) }
        return maps.reduce(0) { $0 + $1(logit) } / Double(maps.count)
    }

    /// The greatest calibrated logit of a row: that of its class where it holds next to nothing.
    private func limit(_ surface: [Float], _ rows: SegmentRows, _ row: Int, _ model: Int) -> Double {
        guard let limits = header.blankLimits, !limits.isEmpty, BlankRows.isBlank(surface, rows, row) else { return .infinity }
        return model < limits.count ? limits[model] : limits.reduce(0, +) / Double(limits.count)
    }

    /// x_segment · the model's column of `coefficients`.
    private func dot(_ kernel: SparseLanes, _ segment: Int, _ coefficients: CoefficientTable, _ model: Int) -> Double {
        if coefficients.isEmpty { return 0 }
        return coefficients.withUnsafeBufferPointer {
            kernel.dot(segment, column: model, of: header.folds + 1, in: $0)
        }
    }

    func surfaceDot(_ surface: [Float], _ segment: Int, _ slot: Int, _ model: Int) -> Double {
        if self.surface.isEmpty { return 0 }
        let width = SurfaceFeatures.count
        return (0..<width).reduce(0.0) {
            $0 + self.surface[model][slot * width + $1] * Double(surface[segment * width + $1])
        }
    }
}

extension DiscriminatorModel {
    /// The features that the model knows.
    package var features: KnownFeatures {
        KnownFeatures(
            wordHashes: wordHashes, wordWeights: wordWeights, gramBuckets: gramBuckets, gramWeights: gramWeights,
            fields: max(header.fields.count, 1), bits: header.gramBucketBits)
    }
}
