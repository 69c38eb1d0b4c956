/// The surface view's models on the features' own scale: logit = intercept + coefficients · features.
struct SurfaceModels: Sendable, Equatable {
    /// One a fold.
    var intercepts: [Double]
    /// Folds × (slots × features).
    var coefficients: [[Double]]
}
