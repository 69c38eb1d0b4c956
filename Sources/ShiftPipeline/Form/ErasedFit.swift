import ParallelWork
import ShiftModel
import SparseFeatures
import Statistics
import TextTokens

/// Fits the discriminator again to texts without some kinds of form, on all rows or a sample of them.
struct ErasedFit: Sendable {
    /// Rows of a side that are fitted again.
    static let rows = 3000

    private let pair: ComparedPair
    private let common: [Boilerplate]
    private let subset: RowSubset
    private let used: [Bool]
    /// Whether ``subset`` has all rows.
    let isWhole: Bool

    init(_ pair: ComparedPair, common: [Boilerplate]) {
        self.pair = pair
        self.common = common
        // The order of the rows is random, and rows of one context are next to each other in it.
        let rows = (pair.trainRows.prefix(Self.rows) + pair.testRows.prefix(Self.rows)).sorted()
        isWhole = rows.count == pair.count
        subset = RowSubset(rows, of: pair.labelled, groups: pair.groups)
        var used = [Bool](repeating: false, count: pair.texts.segmentCount)
        for segment in subset.data.rows.segments { used[Int(segment)] = true }
        self.used = used
    }

    /// A score of rows, with what belongs to them.
    struct Scored: Sendable {
        var logits: [Double]
        var isTest: [Bool]
        var folds: [Int]
        var groups: [Int]

        /// - Throws: `StatisticsError` where no fold has rows of both sides.
        func ranks() throws -> RankStatistics { try RankStatistics(scores: logits, isTest: isTest, folds: folds) }
    }

    /// The best first-stage score of each fold, chosen on the others; words alone where surface features are among the kinds, since character
    /// n-grams hold punctuation.
    func scored(without kinds: Set<FormKind>, _ workers: WorkerPool) throws -> Scored {
        let all = pair.eraser.kinds.union(kinds)
        // What is ignored already was found on the texts as they are in the records.
        let boilerplate = pair.eraser.kinds.contains(.boilerplate) ? pair.eraser.boilerplate : common
        let texts = SegmentSubset(pair.texts.erasing(FormEraser(all, boilerplate: boilerplate)), used: used)
        let data = LabelledRows(
            rows: texts.renumbered(subset.data.rows, of: used.count), isTest: subset.data.isTest, folds: subset.data.folds)
        let views = try Featurizer.featurize(
            texts, groups: SegmentGroups(rows: data.rows, groups: subset.groups.ofRow, segmentCount: texts.segmentCount),
            sketched: pair.longest, workers: workers)
        var list = [View(name: "words", matrix: views.words, strengths: FirstStage.wordStrengths)]
        if !kinds.contains(.surface) {
            list.append(View(name: "grams", matrix: views.grams, strengths: FirstStage.gramStrengths))
        }
        let fit = CrossFit(views: list, data: data, until: FirstStage.stoppingRule, workers: workers)
        return Scored(
            logits: StageSelection.firstStageLogits(candidates: fit.candidates, data: data, workers: workers),
            isTest: data.isTest, folds: data.folds.numbers, groups: subset.groups.ofRow.map { Int($0) })
    }
}
