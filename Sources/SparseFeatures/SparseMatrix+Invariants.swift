extension SparseMatrix {
    /// In debug builds, checks what the unsafe kernels over the matrix rely on.
    func _checkInvariants() {
        assert(offsets.first == 0 && offsets.last == entries.count)
        assert(zip(offsets, offsets.dropFirst()).allSatisfy { $0 <= $1 })
        assert(entries.allSatisfy { Int($0 >> 8) < featureWeights.count && $0 & 0xFF > 0 })
        assert(featureWeights.allSatisfy { $0 > 0 && $0.isFinite })
        assert(inverseNorms.count == segmentCount)
    }
}
