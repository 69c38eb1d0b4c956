/// The certificate of a fit, one for each model.
package struct FitCertificate: Sendable, Equatable, Codable {
    /// Number of passes over the rows.
    package var epochs: Int
    /// ‖∇F(β, b)‖₂ of the full objective at the returned point, intercept included. F is λ-strongly convex in β, so at this
    /// intercept F is within ‖∇F‖² / 2λ of its minimum.
    package var gradientNorm: Double
    /// F(β, b) in nats; 0 < F ≤ ln 2 for any fit that is better than none.
    package var objective: Double
    /// Whether the stopping rule was met before the limit on epochs.
    package var converged: Bool

    init(epochs: Int, gradientNorm: Double, objective: Double, converged: Bool) {
        self.epochs = epochs
        self.gradientNorm = gradientNorm
        self.objective = objective
        self.converged = converged
    }
}
