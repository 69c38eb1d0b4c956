/// Up to eight fitted models over one matrix, side by side.
package struct LaneFit<Scalar: LaneScalar>: Sendable {
    /// The models, in lane order.
    package let specs: [ModelSpec]
    /// β: a column a lane; of no features where only logits were wanted.
    package let coefficients: LaneTable<Scalar>
    /// b: a lane each.
    package let intercepts: SIMD8<Scalar>
    /// One for each of `specs`.
    package let certificates: [FitCertificate]
    /// x·β for each row: its logit without the intercept.
    package private(set) var rowLogits: [SIMD8<Scalar>]
    /// x_segment · β for each segment: a row's logit is the sum over its slots, and the intercept. Empty where only logits were wanted.
    package private(set) var segmentLogits: [SIMD8<Scalar>]

    /// The same without logits, which take as much memory as the coefficients.
    func withoutLogits() -> LaneFit {
        var fit = self
        (fit.rowLogits, fit.segmentLogits) = ([], [])
        return fit
    }
}
