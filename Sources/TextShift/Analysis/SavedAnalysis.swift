import Foundation
import ImportanceWeights
import ParallelWork
import ShiftModel
import ShiftReport
import SparseFeatures
import TextRecords

/// An analysis that was written to a folder, with its inputs read again: what estimates, other splits and diagnoses start
/// from.
///
/// Guarantee: rows, groups, folds, features, p_test and weights are those of the analysis, to the last bit. Where the
/// analysis was fitted on a sample of larger corpora, they are those of the sample.
///
/// Arrays are in *canonical order* (see ``CorpusPair``).
struct SavedAnalysis: Sendable {
    let folder: String
    let summary: ShiftSummary
    /// The options that it was made with.
    let options: AnalysisOptions
    let corpora: Corpora
    let pair: CorpusPair
    let grouping: Grouping
    let model: DiscriminatorModel
    /// The rows with their sides and folds; one fold where the sides have too few groups for a fit.
    let data: LabelledRows
    /// The discriminator's features, by segment of `pair`.
    let views: FeatureViews
    /// By row of `pair`: the uncalibrated logit and the calibrated probability of "test", out of fold.
    let scores: [ModelScorer.Score]
    /// Weight of each of `pair.trainRows`, mean 1.
    let weights: [Double]

    /// - Parameters:
    ///   - folder: What `--output` named.
    ///   - train: Where the files of train are now; empty for where they were.
    ///   - test: Where the files of test are now; empty for where they were.
    ///   - threads: To work on; they change nothing.
    /// - Throws: `RecordError` for what cannot be read; ``AnalysisError`` for a report that is none, and for inputs or a model
    ///   that are not the report's; `ModelError`.
    init(folder: String, train: [String] = [], test: [String] = [], threads: Int = ProcessorCount.active) throws {
        let workers = WorkerPool(workers: threads)
        let summary = try AnalysisOutput.summary(at: (folder as NSString).appendingPathComponent("report.json"))
        let known = RunRecord.paths(in: folder)
        let paths = (
            train: try Self.paths(train, known?.train, summary.inputs.train, side: "train", folder: folder),
            test: try Self.paths(test, known?.test, summary.inputs.test, side: "test", folder: folder)
        )
        options = try Self.options(summary, review: known?.review, threads: threads)
        corpora = try Corpora(train: paths.train, test: paths.test, options: options, workers: workers)
        for (survey, input) in [(corpora.train, summary.inputs.train), (corpora.test, summary.inputs.test)] {
            for (file, expected) in zip(survey.files, input.files) where file.digest != expected.digest {
                throw AnalysisError.inputDiffers(
                    path: file.path, folder: folder, found: file.digest, expected: expected.digest)
            }
        }
        let modelPath = (folder as NSString).appendingPathComponent("model.textshift")
        do {
            model = try ModelFile.load(path: modelPath)
        } catch {
            throw AnalysisError.modelRefused(path: modelPath, error)
        }
        pair = try CorpusPair(
            train: corpora.fitted.train, test: corpora.fitted.test, fields: corpora.selection.used,
            meanLengths: corpora.selection.meanLengths, workers: workers)
        grouping = Grouping(pair, rule: corpora.streamed?.rule, options: options)
        let read = try Featurizer.featurize(pair.texts, sketched: pair.longest, ordered: true, workers: workers)
        if let dropped = summary.dropped, let kept = Self.kept(dropped, read, model, pair, workers) {
            views = kept
        } else {
            views = read
        }
        let isFitted = model.header.folds > 0
        guard
            model.header.fields == pair.fields, !isFitted || model.header.folds == options.folds,
            !isFitted || (model.wordHashes == views.terms.hashes && model.gramBuckets == views.gramBuckets)
        else { throw AnalysisError.modelOfOtherAnalysis(path: modelPath) }
        let folds = isFitted ? grouping.groups.folds(options.folds, isTest: pair.isTest, seed: options.seed) : []
        data = LabelledRows(
            rows: pair.rows, isTest: pair.isTest,
            folds: grouping.groups.ofRow.map { isFitted ? folds[Int($0)] : 0 }, foldCount: isFitted ? options.folds : 1)
        scores = ModelScorer(model).scores(
            TextProjector.Views(views), rows: pair.rows, folds: data.folds.map { Int($0) }, workers: workers)
        let scored = scores
        weights = try options.weighting.weights(of: pair.trainRows.map { scored[$0].pTest }).values
        self.folder = folder
        self.summary = summary
    }

    /// What was not dropped; nil where the model has other features.
    private static func kept(
        _ dropped: DroppedShift, _ views: FeatureViews, _ model: DiscriminatorModel, _ pair: CorpusPair, _ workers: WorkerPool
    ) -> FeatureViews? {
        let surface = pair.fields.map { !dropped.surfaceFields.contains($0) }
        let kept = KeptFeatures(views, wordHashes: model.wordHashes, gramBuckets: model.gramBuckets, surface: surface)
        return kept.map { views.keeping($0, fieldStarts: pair.texts.fieldStarts, workers: workers) }
    }

    /// The paths to read a side from: those given, else those recorded.
    private static func paths(
        _ given: [String], _ known: [String]?, _ input: Input, side: String, folder: String
    ) throws -> [String] {
        let paths = given.isEmpty ? known ?? [] : given
        if given.isEmpty, paths.isEmpty || paths.contains(RecordStream.standardInput) {
            throw AnalysisError.inputsUnknown(folder: folder, side: side, isStandardInput: !paths.isEmpty)
        }
        if given.isEmpty, let lost = paths.first(where: { !FileManager.default.fileExists(atPath: $0) }) {
            throw AnalysisError.inputLost(path: lost, folder: folder, side: side)
        }
        guard paths.count == input.files.count else {
            throw AnalysisError.inputCount(folder: folder, side: side, found: paths.count, expected: input.files.count)
        }
        return paths
    }

    /// The options of the analysis, from its report.
    private static func options(_ summary: ShiftSummary, review: String?, threads: Int) throws -> AnalysisOptions {
        let reported = summary.options
        var options = AnalysisOptions()
        options.fields = try reported.fields.map { try FieldPath(parsing: $0) }
        options.groupKey = try reported.group.map { try FieldPath(parsing: $0) }
        options.idKey = reported.id
        options.labelKey = reported.label
        // Formats that differ were found, not named.
        let formats = Set([summary.inputs.train.format, summary.inputs.test.format])
        options.format = formats.count == 1 ? formats.first.flatMap { RecordFormat(rawValue: $0) } : nil
        options.seed = reported.seed
        options.threads = threads
        options.folds = reported.folds
        options.weighting = try Weighting(parsing: reported.weight)
        options.poolShare = reported.pool
        options.validationSize = reported.validationSize
        options.permutations = reported.permutations
        options.dropShifted = reported.dropShifted
        options.onError = ErrorPolicy(rawValue: reported.onError) ?? .stop
        options.fitBounds = FitBounds(rows: reported.fitRows, memory: reported.fitMemory)
        options.review = reported.review == nil ? nil : review
        // The keys were spliced or replaced then; nothing is spliced now.
        options.overwritesKeys = true
        return options
    }
}
