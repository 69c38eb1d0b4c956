/// When a fit may stop.
package struct StoppingRule: Sendable {
    /// Bound on ‖∇F‖: the fit stops when the sum of the dual residuals of one epoch, which bounds it, falls to this.
    package var tolerance: Double
    /// Most passes over the rows.
    package var maximumEpochs: Int

    /// A rule that stops at `tolerance` or after `maximumEpochs`, whichever is met first.
    package init(tolerance: Double, maximumEpochs: Int) {
        self.tolerance = tolerance
        self.maximumEpochs = maximumEpochs
    }
}
