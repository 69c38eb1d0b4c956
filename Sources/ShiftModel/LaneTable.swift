/// One value of every lane for each feature, side by side: feature j's eight models share a cache line or half of one.
///
/// Row-major, features × 8. Written by the one worker that fits it, read by anyone afterwards.
public final class LaneTable<Scalar: LaneScalar>: @unchecked Sendable {
    // Unchecked because of the pointer: a table is written only inside the fit that creates it, before it is handed out.
    let lanes: UnsafeMutablePointer<SIMD8<Scalar>>
    /// Number of features.
    public let count: Int

    init(count: Int) {
        self.count = count
        lanes = .allocate(capacity: max(count, 1))
        lanes.initialize(repeating: .zero, count: max(count, 1))
    }

    deinit { lanes.deallocate() }

    /// The eight models' values for one feature.
    public subscript(feature: Int) -> SIMD8<Scalar> {
        precondition(feature >= 0 && feature < count, "feature out of range")
        return lanes[feature]
    }
}
