import ParallelWork
import SparseFeatures

/// Classifiers of a label on the discriminator's features, one against the rest for each task, cross-fitted by group.
///
/// Each task is a ``LogisticObjective`` of its own with "has the label" in place of "is test", so both answers carry equal
/// mass: a logit estimates log p(x | yes) / p(x | no), whatever the label's share. It is the mean over the views.
package struct LabelClassifier: Sendable {
    /// The model for a row that no fold held out.
    package static let meanOfFolds = -1
    /// C = 1 / (λn), n the rows fitted in a fold.
    static let strength = 1.0
    static let stoppingRule = StoppingRule(tolerance: 0.03, maximumEpochs: 30)

    /// Number of tasks.
    package let tasks: Int
    private let foldCount: Int
    private let views: Int
    /// By task, then view, then eight folds at a time.
    private let fits: [LaneFit<Float>]

    /// - Parameters:
    ///   - views: Sparse views over the segments; also for rows that are only scored later.
    ///   - rows: The labelled rows.
    ///   - labels: For each task, whether a row has the label; each as long as `rows`.
    ///   - folds: Of the rows.
    ///   - workers: The threads to use; they change nothing.
    package init(
        views: [SparseMatrix], rows: SegmentRows, labels: [[Bool]], folds: Folds, workers: WorkerPool
    ) {
        tasks = labels.count
        foldCount = folds.count
        self.views = views.count
        let named = workers.map(views.count) { View(name: "", matrix: views[$0], strengths: []).withProducts(of: rows) }
        // The means are over the rows, whatever their labels.
        let plain = LabelledRows(rows: rows, isTest: folds.ofRow.map { _ in false }, folds: folds)
        let products = RowProducts.each(of: named, plain, workers)
        let fitted = Double(rows.count) * Double(foldCount - 1) / Double(foldCount)
        let parts = Self.parts(foldCount)
        fits = workers.map(labels.count * views.count * parts) { item in
            let (task, view, part) = (item / parts / views.count, item / parts % views.count, item % parts)
            let solver = Solver<Float>(
                matrix: views[view], rows: rows, isTest: labels[task], folds: folds.ofRow,
                products: products[view])
            let specs = (part * 8..<min(part * 8 + 8, folds.count)).map {
                ModelSpec(heldOutFold: $0, lambda: 1 / (Self.strength * fitted))
            }
            return solver.fit(specs, until: Self.stoppingRule)
        }
    }

    /// The logits of some rows in one task.
    ///
    /// - Parameters:
    ///   - rows: Over the segments of the fit.
    ///   - folds: For each row the fold whose model to use, or ``meanOfFolds`` for the mean of all.
    package func logits(task: Int, rows: SegmentRows, folds: [Int]) -> [Double] {
        let parts = Self.parts(foldCount)
        let own = (0..<views).map { view in (0..<parts).map { fits[(task * views + view) * parts + $0] } }
        func logit(_ row: Int, fold: Int) -> Double {
            var sum = 0.0
            for view in own {
                let fit = view[fold / 8]
                sum += Double(fit.intercepts[fold % 8])
                for slot in 0..<rows.slots { sum += Double(fit.segmentLogits[rows[row, slot]][fold % 8]) }
            }
            return sum / Double(max(views, 1))
        }
        return folds.enumerated().map { row, fold in
            if (0..<foldCount).contains(fold) { return logit(row, fold: fold) }
            return (0..<foldCount).reduce(0) { $0 + logit(row, fold: $1) } / Double(foldCount)
        }
    }

    private static func parts(_ folds: Int) -> Int { (folds + 7) / 8 }
}
