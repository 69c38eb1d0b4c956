import ParallelWork

/// One value of every lane for each feature, side by side: feature j's eight models share a cache line or half of one.
///
/// Row-major, features × 8. Written by the one worker that fits it, read by anyone afterwards.
package final class LaneTable<Scalar: LaneScalar>: @unchecked Sendable {
    // Unchecked because of the pointer: a table is written only inside the fit that creates it, before it is handed out.
    let lanes: UnsafeMutablePointer<SIMD8<Scalar>>
    /// Number of features.
    package let count: Int

    init(count: Int) {
        self.count = count
        lanes = Self.allocate(max(count, 1))
        lanes.initialize(repeating: .zero, count: max(count, 1))
    }

    /// In huge pages if the table fills any.
    private static func allocate(_ count: Int) -> UnsafeMutablePointer<SIMD8<Scalar>> {
        let page = HugePages.size
        let bytes = count * MemoryLayout<SIMD8<Scalar>>.stride
        guard bytes >= 2 * page else { return .allocate(capacity: count) }
        // Whole pages: the last ones hold the rare features, which miss the cache most.
        let whole = bytes + page - 1 & ~(page - 1)
        let memory = UnsafeMutableRawPointer.allocate(byteCount: whole, alignment: page)
        HugePages.advise(memory, bytes: whole)
        return memory.bindMemory(to: SIMD8<Scalar>.self, capacity: count)
    }

    deinit { lanes.deallocate() }

    /// The eight models' values for one feature.
    package subscript(feature: Int) -> SIMD8<Scalar> {
        precondition(feature >= 0 && feature < count, "feature out of range")
        return lanes[feature]
    }
}
