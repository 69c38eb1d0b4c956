/// One view at one λ, fitted once a fold.
package struct Candidate: Sendable {
    /// Name of the view.
    package let view: String
    /// Penalty λ of ``LogisticObjective``; nil for the surface view, whose penalty is fixed.
    package let lambda: Double?
    /// Out-of-fold logits, one a row.
    package let logits: [Double]
    /// Out-of-fold logits of each slot alone, without intercept: row-major, rows × slots. Empty for the surface view, and
    /// where only logits were wanted.
    package let slotLogits: [Float]
    /// One a fold.
    package let certificates: [FitCertificate]
    /// Balanced out-of-fold log-loss in nats; ln 2 for no information.
    package let loss: Double
    /// Where the fold models lie: the fit and the lane of each fold.
    let models: [(fit: Int, lane: Int)]
    /// The surface view's fold models; nil for the sparse views.
    let surface: SurfaceModels?
}

extension Candidate {
    /// Reads each row's logit from the model that did not see its fold.
    init(view: String, lambda: Double, models: [(fit: Int, lane: Int)], fits: [LaneFit<Float>], data: LabelledRows) {
        let slots = data.rows.slots
        let keepsSlots = fits.allSatisfy { !$0.segmentLogits.isEmpty }
        var logits = [Double](repeating: 0, count: data.count)
        var slotLogits = [Float](repeating: 0, count: keepsSlots ? data.count * slots : 0)
        for row in 0..<data.count {
            let model = models[Int(data.folds.ofRow[row])]
            let fit = fits[model.fit]
            var z = Double(fit.intercepts[model.lane])
            if keepsSlots {
                for slot in 0..<slots {
                    let part = fit.segmentLogits[data.rows[row, slot]][model.lane]
                    slotLogits[row * slots + slot] = part
                    z += Double(part)
                }
            } else {
                z += Double(fit.rowLogits[row][model.lane])
            }
            logits[row] = z
        }
        self.init(
            view: view, lambda: lambda, logits: logits, slotLogits: slotLogits,
            certificates: models.map { fits[$0.fit].certificates[$0.lane] },
            loss: LogisticObjective.balancedLoss(logits: logits, isTest: data.isTest), models: models, surface: nil)
    }
}
