import Foundation
import ImportanceWeights
import ParallelWork
import ShiftModel
import SparseFeatures
import TextRecords

/// An analysis whose inputs were read again: what estimates, other splits and diagnoses start from.
///
/// Guarantee: rows, groups, folds, features, p_test and weights are those of the analysis, to the last bit. Where the
/// analysis was fitted on a sample of larger corpora, they are those of the sample.
///
/// Arrays are in canonical order (see ``CanonicalOrder``).
package struct RestoredAnalysis: Sendable {
    let folder: String
    let summary: ShiftSummary
    /// The options that it was made with.
    let options: AnalysisOptions
    let corpora: Corpora
    let pair: ComparedPair
    let model: DiscriminatorModel
    /// The rows with their sides and folds; one fold if the sides have too few groups for a fit.
    let data: LabelledRows
    /// The discriminator's features, by segment of `pair`.
    let views: FeatureViews
    /// By row of `pair`: the uncalibrated logit and the calibrated probability of "test", out of fold.
    let scores: [ModelScorer.Score]
    /// Weight of each of `pair.trainRows`, mean 1.
    let weights: [Double]

    /// - Throws: `RecordError` for what cannot be read; ``AnalysisError`` for inputs or a model that are not the report's.
    package init(_ record: AnalysisRecord, _ reread: RereadOptions) throws {
        (folder, summary) = (record.folder, record.summary)
        let workers = WorkerPool(workers: reread.threads)
        let isThere = { FileManager.default.fileExists(atPath: $0) }
        let paths = (
            train: try record.paths(.train, given: reread.train, exists: isThere),
            test: try record.paths(.test, given: reread.test, exists: isThere)
        )
        options = try record.options(threads: reread.threads)
        corpora = try Corpora(train: .files(paths.train), test: .files(paths.test), options: options, workers: workers)
        for (survey, input) in [(corpora.train, summary.inputs.train), (corpora.test, summary.inputs.test)] {
            for (file, expected) in zip(survey.files, input.files) where file.digest != expected.digest {
                throw AnalysisError.inputDiffers(path: file.path, folder: folder, found: file.digest, expected: expected.digest)
            }
        }
        do {
            model = try ModelFile.load(path: record.modelPath)
        } catch {
            throw AnalysisError.modelRefused(path: record.modelPath, error)
        }
        pair = try ComparedPair(corpora, options: options, workers: workers)
        let read = try pair.featurized(ordered: true, workers)
        if let dropped = summary.dropped, let kept = Self.kept(dropped, read, model, pair, workers) {
            views = kept
        } else {
            views = read
        }
        let isFitted = model.header.folds > 0
        guard
            model.header.fields == pair.fields, !isFitted || model.header.folds == options.folds,
            !isFitted || (model.wordHashes == views.terms.hashes && model.gramBuckets == views.gramBuckets)
        else { throw AnalysisError.modelOfOtherAnalysis(path: record.modelPath) }
        let data =
            isFitted
            ? pair.labelled
            : LabelledRows(
                rows: pair.rows, isTest: pair.isTest, folds: .single(rows: pair.count),
                groupCounts: pair.groups.counts(isTest: pair.isTest))
        let scores = ModelScorer(model).scores(
            TextProjector.Views(views), rows: pair.rows, folds: data.folds.numbers, workers: workers)
        (self.data, self.scores) = (data, scores)
        let priors = model.header.classPriors
        weights = try
            (priors.map { [pair] in try NormalisedWeights(raw: $0.ratios(of: pair.trainRows, pair)) }
            ?? options.weighting.weights(of: pair.trainRows.map { scores[$0].pTest })).values
    }

    /// What was not dropped; nil if the model has other features.
    private static func kept(
        _ dropped: DroppedShift, _ views: FeatureViews, _ model: DiscriminatorModel, _ pair: ComparedPair, _ workers: WorkerPool
    ) -> FeatureViews? {
        let surface = pair.fields.map { !dropped.surfaceFields.contains($0) }
        let kept = KeptFeatures(views, wordHashes: model.wordHashes, gramBuckets: model.gramBuckets, surface: surface)
        return kept.map { views.keeping($0, fieldStarts: pair.texts.fieldStarts, workers: workers) }
    }
}
