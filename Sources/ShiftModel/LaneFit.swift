/// Up to eight fitted models over one matrix, side by side.
package struct LaneFit<Scalar: LaneScalar>: Sendable {
    /// The models, in lane order.
    package let specs: [ModelSpec]
    /// β: a column a lane.
    package let coefficients: LaneTable<Scalar>
    /// b: a lane each.
    package let intercepts: SIMD8<Scalar>
    /// One for each of `specs`.
    package let certificates: [FitCertificate]
    /// x_segment · β for each segment: a row's logit is the sum over its slots, and the intercept.
    package private(set) var segmentLogits: [SIMD8<Scalar>]

    /// The same without ``segmentLogits``, which take as much memory as the coefficients.
    func withoutSegmentLogits() -> LaneFit {
        var fit = self
        fit.segmentLogits = []
        return fit
    }
}
