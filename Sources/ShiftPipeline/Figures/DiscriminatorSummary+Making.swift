import ShiftModel
import SparseFeatures

extension DiscriminatorSummary {
    /// How the discriminator of a pair was fitted.
    init(_ scored: ScoredPair, _ verdict: Verdict.Kind, detectable: Double?, folds: Int) {
        guard let fitted = scored.fitted else {
            self.init(
                verdict: verdict, folds: folds, candidates: [], best: nil, losses: [], secondStageKept: false,
                calibrationKept: false, gain: nil, gainStandardError: nil, wordFeatures: 0, gramFeatures: 0)
            return
        }
        let stages = fitted.stages
        self.init(
            verdict: verdict, folds: folds,
            candidates: fitted.candidates.map { candidate in
                CandidateSummary(
                    view: candidate.view, lambda: candidate.lambda, loss: candidate.loss,
                    gradientNorm: candidate.certificates.map(\.gradientNorm).max(),
                    epochs: candidate.certificates.map(\.epochs).max())
            }, best: stages.best, losses: [stages.losses.first, stages.losses.second, stages.losses.calibrated],
            secondStageKept: stages.second != nil, calibrationKept: stages.keepsCalibration, gain: scored.gain?.mean,
            gainStandardError: scored.gain?.standardError, wordFeatures: fitted.views.words.featureCount,
            gramFeatures: fitted.views.grams.featureCount, detectableAUC: detectable)
    }
}
