import ParallelWork
import ShiftEstimates
import ShiftModel
import SparseFeatures

/// Labelled rows with out-of-fold logits of their classes, from a classifier on the discriminator's features.
struct ClassifiedRows: Sendable {
    /// The rows of the pair that have a label.
    let rows: [Int]
    /// Class of each of them.
    let labels: [Int]
    /// Row-major, labelled rows × classes: log p(x | class) / p(x | not class), out of fold.
    let logits: [Double]
    let classCount: Int
    private let classifier: LabelClassifier
    private let pair: ComparedPair

    /// - Parameter rows: Rows to learn from, if they have a label.
    init(
        _ label: LabelColumn, rows: [Int], _ pair: ComparedPair, _ views: FeatureViews, _ options: AnalysisOptions,
        _ workers: WorkerPool
    ) {
        self.pair = pair
        self.rows = rows.filter { label.ofRow[$0] >= 0 }
        labels = self.rows.map { label.ofRow[$0] }
        classCount = label.classes.count
        let own = Folds(pair.groups, count: options.folds, isTest: pair.isTest, seed: options.seed).selecting(self.rows)
        // For two classes one task is enough.
        let tasks = classCount == 2 ? [1] : Array(0..<classCount)
        let known = labels
        classifier = LabelClassifier(
            views: [views.words, views.grams], rows: pair.rows.selecting(self.rows),
            labels: tasks.map { task in known.map { $0 == task } }, folds: own, workers: workers)
        logits = Self.logits(classifier, classCount, pair.rows.selecting(self.rows), own.numbers)
    }

    /// Logits of rows that took no part, by the mean of the folds; row-major.
    func logits(of others: [Int]) -> [Double] {
        Self.logits(
            classifier, classCount, pair.rows.selecting(others), others.map { _ in LabelClassifier.meanOfFolds })
    }

    /// The most probable class of each labelled row.
    var predictions: [Int] {
        let scaling = TemperatureScaling(logits: logits, labels: labels, classes: classCount)
        let probabilities = scaling.probabilities(of: logits)
        return rows.indices.map { row in
            (0..<classCount).max { (probabilities[row * classCount + $0], $1) < (probabilities[row * classCount + $1], $0) }
                ?? 0
        }
    }

    private static func logits(
        _ classifier: LabelClassifier, _ classes: Int, _ rows: SegmentRows, _ folds: [Int]
    ) -> [Double] {
        var result = [Double](repeating: 0, count: rows.count * classes)
        for task in 0..<classifier.tasks {
            let column = classes == 2 ? 1 : task
            for (row, logit) in classifier.logits(task: task, rows: rows, folds: folds).enumerated() {
                result[row * classes + column] = logit
            }
        }
        return result
    }
}
