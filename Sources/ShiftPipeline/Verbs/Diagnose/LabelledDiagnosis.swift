import Foundation
import ParallelWork
import ShiftModel
import SparseFeatures
import TextRecords

/// Asks rows of both sides that have labels what the label adds to the discriminator, and what the inputs add to the label.
///
/// Let s be the discriminator's out-of-fold logit, b the label as 0 and 1 answers to a few questions, and l the out-of-fold
/// logits of these answers from the inputs, learnt on both sides together. Three discriminators on a few columns are compared
/// out of group and fold: on (s, l), on b, and on all of them with the products of b with s and l. If p(y | x) is the same on
/// both sides, y adds nothing to the inputs; if p(x | y) is, the inputs add nothing to y.
struct LabelledDiagnosis: Sendable {
    let summary: DiagnosisSummary.Labelled

    /// - Parameter test: Paths of labelled rows of the test side.
    init(_ saved: RestoredAnalysis, key: String, test paths: [String], _ workers: WorkerPool) throws {
        let options = saved.options
        let named = options.named(.test, with: saved.corpora.selection.nested)
        var tables: [RecordTable] = []
        let files = try CorpusFiles(paths: paths, onError: options.onError, memoryLimit: .max)
        if let table = try files.table(limit: .max, named: named, onError: options.onError, workers: workers) {
            tables = [table]
        }
        guard let test = tables.first else { throw RecordError.fileEmpty(path: paths[0]) }
        guard test.column(named: key) != nil else {
            throw AnalysisError.diagnosedLabelAbsent(key: key, path: test.path, available: test.columns.map(\.name))
        }
        let pair = try ComparedPair(
            train: saved.pair.train, test: test, selection: saved.pair.selection, rule: saved.corpora.streamed?.rule,
            options: options, workers: workers)
        let tasks = LabelTasks(pair, key: key)
        let subset = RowSubset(tasks.rows, of: pair.labelled, groups: pair.groups)
        let data = subset.data
        let counts = (test: data.isTest.count { $0 }, all: data.count)
        let questions = Self.questions(tasks, data.isTest)
        let groups = subset.groupCounts
        let name = (paths[0] as NSString).lastPathComponent
        guard groups.train >= 2 * options.folds, groups.test >= 2 * options.folds else {
            summary = DiagnosisSummary.Labelled(
                name: name, trainRows: counts.all - counts.test, testRows: counts.test, isTooSmall: true, inputs: nil,
                labelGivenInput: nil, inputGivenLabel: nil, questions: questions)
            return
        }
        let views = try pair.featurized(ordered: false, workers)
        let fitted = DiscriminatorFit(views: views, data: data, groups: subset.groups, workers: workers)
        let classifier = LabelClassifier(
            views: [views.words, views.grams], rows: data.rows, labels: tasks.answers, folds: data.folds,
            workers: workers)
        let inputs =
            [fitted.stages.calibratedLogits]
            + tasks.answers.indices.map {
                classifier.logits(task: $0, rows: data.rows, folds: data.folds.numbers)
            }
        let labels = tasks.answers.map { $0.map { $0 ? 1.0 : 0 } }
        let products = labels.enumerated().flatMap { number, answer in
            [Self.product(answer, inputs[0]), Self.product(answer, inputs[number + 1])]
        }
        func logits(_ columns: [[Double]]) -> [Double] {
            ColumnCrossFit.logits(
                columns: columns, isTest: data.isTest, folds: data.folds, workers: workers)
        }
        let together = logits(inputs + labels + products)
        func gain(_ logits: [Double], over base: [Double]?) -> DiagnosisSummary.Gain {
            DiagnosisSummary.Gain(BalancedGain(of: logits, over: base, isTest: data.isTest, groups: subset.groups))
        }
        summary = DiagnosisSummary.Labelled(
            name: name, trainRows: counts.all - counts.test, testRows: counts.test, isTooSmall: false,
            inputs: DiagnosisSummary.Gain(fitted.gain(groups: subset.groups)),
            labelGivenInput: gain(together, over: logits(inputs)),
            inputGivenLabel: tasks.isClass ? gain(together, over: logits(labels)) : nil, questions: questions)
    }

    private static func product(_ a: [Double], _ b: [Double]) -> [Double] { zip(a, b).map { $0 * $1 } }

    private static func questions(_ tasks: LabelTasks, _ isTest: [Bool]) -> [DiagnosisSummary.Question] {
        tasks.names.indices.map { number in
            var yes = (train: 0, test: 0)
            var all = (train: 0, test: 0)
            for (row, answer) in tasks.answers[number].enumerated() {
                if isTest[row] {
                    all.test += 1
                    if answer { yes.test += 1 }
                } else {
                    all.train += 1
                    if answer { yes.train += 1 }
                }
            }
            return DiagnosisSummary.Question(
                text: tasks.names[number], trainShare: Double(yes.train) / Double(max(all.train, 1)),
                testShare: Double(yes.test) / Double(max(all.test, 1)))
        }.enumerated().sorted {
            let (a, b) = (abs($0.1.trainShare - $0.1.testShare), abs($1.1.trainShare - $1.1.testShare))
            return a != b ? a > b : $0.0 < $1.0
        }.map(\.1)
    }
}
