import ParallelWork

/// Where a ``Solver`` takes the rows' dot products from.
enum RowProducts<Scalar: LaneScalar>: Sendable {
    /// Their entries, centred by the mean row of the same rows.
    case ofEntries(MeanRow)
    /// All pairs of them.
    case ofPairs(GramMatrix<Scalar>)
}

extension RowProducts<Float> {
    /// One for each of several views over the same rows: by pairs where those were taken.
    static func each(of views: [View], _ data: LabelledRows, _ workers: WorkerPool) -> [RowProducts] {
        let ofEntries = views.indices.filter { views[$0].products == nil }
        let means = MeanRow.each(of: ofEntries.map { views[$0] }, data, workers)
        var next = means.makeIterator()
        return views.compactMap { view in view.products.map { .ofPairs($0) } ?? next.next().map { .ofEntries($0) } }
    }
}
