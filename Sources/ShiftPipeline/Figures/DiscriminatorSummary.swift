/// How the discriminator was fitted and whether it won against the null model.
public struct DiscriminatorSummary: Codable, Sendable, Equatable {
    /// What was decided.
    public var verdict: Verdict.Kind
    /// Without a shift, the AUC of the best score of a difference that this discriminator would have shown (p < 0.05) four times of five,
    /// by planted shifts; nil with one, and where these rows could not have shown any.
    public var detectableAUC: Double?
    /// Folds, K.
    public var folds: Int
    /// First-stage candidates, each cross-fitted.
    public var candidates: [CandidateSummary]
    /// Position of the candidate with the least out-of-fold loss.
    public var best: Int?
    /// Balanced out-of-fold log-loss, nats: of the best candidate, after the second stage, after calibration, kept or not;
    /// empty where nothing was fitted.
    public var losses: [Double]
    /// Whether the second stage, which joins the candidates, lowered the loss and is used.
    public var secondStageKept: Bool
    /// Whether the calibration did.
    public var calibrationKept: Bool
    /// ln 2 minus the loss of the final score, nats: how much of the shift was caught.
    public var gain: Double?
    /// Standard error of `gain`, by groups. A shift is called where gain > 2 standard errors.
    public var gainStandardError: Double?
    /// Words that were kept; a word in two fields counts twice.
    public var wordFeatures: Int
    /// Buckets of character n-grams that were kept.
    public var gramFeatures: Int

    package init(
        verdict: Verdict.Kind, folds: Int, candidates: [CandidateSummary], best: Int?, losses: [Double],
        secondStageKept: Bool, calibrationKept: Bool, gain: Double?, gainStandardError: Double?, wordFeatures: Int,
        gramFeatures: Int, detectableAUC: Double? = nil
    ) {
        self.verdict = verdict
        self.folds = folds
        self.candidates = candidates
        self.best = best
        self.losses = losses
        self.secondStageKept = secondStageKept
        self.calibrationKept = calibrationKept
        self.gain = gain
        self.gainStandardError = gainStandardError
        self.wordFeatures = wordFeatures
        self.gramFeatures = gramFeatures
        self.detectableAUC = detectableAUC
    }
}

/// One view at one λ.
public struct CandidateSummary: Codable, Sendable, Equatable {
    /// "words", "grams" or "surface".
    public var view: String
    /// λ; nil for the surface view.
    public var lambda: Double?
    /// Balanced out-of-fold log-loss, nats.
    public var loss: Double
    /// Largest gradient norm of its fold models at the returned coefficients.
    public var gradientNorm: Double?
    /// Most passes over the rows that any fold model took.
    public var epochs: Int?

    package init(view: String, lambda: Double?, loss: Double, gradientNorm: Double?, epochs: Int?) {
        self.view = view
        self.lambda = lambda
        self.loss = loss
        self.gradientNorm = gradientNorm
        self.epochs = epochs
    }
}
