import ShiftModel

/// An analysis of two corpora.
///
/// Where the corpora are larger than the fit (`summary.fit.isSample`), the arrays are of the rows of the fit, and writing the
/// analysis scores all rows as a stream.
public struct Analysis: Sendable {
    /// What was found; the content of report.json, except for what is known only after writing: the names of the files, and the
    /// figures of all rows if the corpora are larger than the fit.
    public let summary: ShiftSummary
    /// Weight of each training row of the fit, mean 1, in the order of the file.
    public let weights: [Double]
    /// Out-of-fold, calibrated probability that a row of the fit is of test: training rows, then test rows, in the order of
    /// the files.
    public let pTest: [Double]
    /// The fold of each training row of the fit, in the order of the file, 0 up to the number of folds: those of the discriminator, which
    /// a model of one's own should be cross-validated in. Rows of a group share a fold.
    public let cvFolds: [Int]
    /// Training rows of the fit in the validation set's order of draws; a row occurs as often as it was drawn.
    public let validationRows: [Int]
    /// Training rows of the fit outside the pool, ascending.
    public let remainingRows: [Int]
    /// Weight of each of ``remainingRows``, mean 1 over them.
    public let remainingWeights: [Double]
    /// Wall-clock time by stage.
    public let timings: StageTimings

    /// By training row of the fit, in the order of the file: the uncalibrated out-of-fold logit.
    private let trainLogits: [Double]
    package let pair: ComparedPair
    package let corpora: Corpora
    package let options: AnalysisOptions
    package let model: DiscriminatorModel
    /// What scores the rows that are not in memory; nil where all are.
    package let scoring: StreamedScoring?

    init(
        _ corpora: Corpora, _ pair: ComparedPair, _ scored: ScoredPair, _ drawn: ValidationDraw, _ summary: ShiftSummary,
        _ scoring: StreamedScoring?, _ options: AnalysisOptions, _ timings: StageTimings
    ) {
        self.summary = summary
        weights = pair.order.filed(ofTrain: scored.weights.values)
        pTest = pair.order.filed(scored.scores.map(\.pTest))
        cvFolds = pair.order.filed(ofTrain: pair.trainFolds(options))
        trainLogits = pair.order.filed(ofTrain: pair.trainRows.map { scored.scores[$0].logit })
        validationRows = drawn.validation
        remainingRows = drawn.remaining
        remainingWeights = drawn.remainingWeights
        self.timings = timings
        self.pair = pair
        self.corpora = corpora
        self.options = options
        model = scored.model
        self.scoring = scoring
    }

    /// The training rows of the fit that look most like test, by position in the file: those of the highest uncalibrated
    /// out-of-fold logit, the most test-like first. (p_test is bounded, and many rows may share its highest value.)
    /// - Parameter count: How many; all if there are fewer.
    public func mostTestLike(_ count: Int) -> [Int] {
        Array(trainLogits.indices.sorted { (trainLogits[$1], $0) < (trainLogits[$0], $1) }.prefix(max(count, 0)))
    }

    /// The record of a training row of the fit as one line of JSON, without a newline.
    /// - Parameter row: Position in the order of the file, `0..<weights.count`.
    public func trainRecord(_ row: Int) -> String {
        var bytes: [UInt8] = []
        pair.train.appendJSON(ofRecord: row, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
