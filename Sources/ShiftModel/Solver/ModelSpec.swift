/// One discriminator of a path: which fold it must not see, and its λ.
package struct ModelSpec: Sendable, Equatable {
    /// The fold left out, or nil for a fit on all rows.
    package var heldOutFold: Int?
    /// λ of ``LogisticObjective``, above 0.
    package var lambda: Double

    /// A model at `lambda` that sees all rows but those of one fold, or all where that is nil.
    package init(heldOutFold: Int?, lambda: Double) {
        self.heldOutFold = heldOutFold
        self.lambda = lambda
    }
}
