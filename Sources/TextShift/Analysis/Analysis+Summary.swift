import Foundation
import ImportanceWeights
import ShiftModel
import ShiftReport
import SparseFeatures
import TextRecords

/// The parts of the summary that are copied or counted, not computed.
extension Analysis {
    static func inputs(_ corpora: Corpora) -> Inputs {
        var inputs = Inputs(train: input(corpora.train), test: input(corpora.test))
        if let review = corpora.review {
            (inputs.train.excludedRows, inputs.test.excludedRows) = (review.count(of: .train), review.count(of: .test))
        }
        return inputs
    }

    static func fit(_ corpora: Corpora, _ pair: CorpusPair) -> FitSummary {
        FitSummary(
            trainRows: pair.train.count, testRows: pair.test.count,
            isSample: pair.train.count < corpora.train.records || pair.test.count < corpora.test.records)
    }

    private static func input(_ side: CorpusSurvey) -> Input {
        func name(_ path: String) -> String {
            path == RecordStream.standardInput ? path : (path as NSString).lastPathComponent
        }
        let formats = Set(side.files.map(\.format.rawValue))
        return Input(
            name: name(side.path), digest: side.digest,
            format: formats.count == 1 ? side.files[0].format.rawValue : "several", records: side.records,
            skippedLines: side.skippedCount,
            files: side.files.map { file in
                var input = Input.File(
                    name: name(file.path), digest: file.digest, format: file.format.rawValue, encoding: file.encoding.rawValue,
                    isCompressed: file.isCompressed)
                if let delimiter = file.tableHeader?.delimiter, file.format == .csv, delimiter != "," {
                    input.delimiter = String(delimiter)
                }
                input.tabs = file.tabs
                return input
            })
    }

    static func optionSummary(_ options: AnalysisOptions, _ review: DroppedRows?) -> Options {
        var summary = Options(
            fields: options.fields.map { $0.name == $0.path ? $0.name : "\($0.name)=\($0.path)" },
            group: options.groupKey?.path, id: options.idKey, seed: options.seed, folds: options.folds,
            weight: options.weighting.description, pool: options.poolShare, validationSize: options.validationSize,
            permutations: options.permutations, onError: options.onError.rawValue, fitRows: options.fitBounds.rows,
            fitMemory: options.fitBounds.memory)
        summary.review = review?.digest
        summary.label = options.labelKey
        summary.dropShifted = options.dropShifted
        return summary
    }

    /// The selection with each used field's AUC.
    static func fields(_ selection: FieldSelection, _ areas: [Double]) -> [Field] {
        selection.all.map { field in
            guard field.isUsed, let slot = selection.used.firstIndex(of: field.name), slot < areas.count else { return field }
            var field = field
            field.auc = areas[slot]
            field.tellsSidesApart = areas[slot] > 0.99
            return field
        }
    }

    /// The grouping's figures with the near duplicates.
    static func groups(_ grouping: Grouping, _ pair: CorpusPair, _ fitted: FittedPair?) -> GroupSummary {
        var summary = grouping.summary
        guard let fitted else { return summary }
        let first = pair.texts.fieldStarts[pair.longest]
        let texts = pair.texts.fieldStarts[pair.longest + 1] - first
        var holders = (train: [Bool](repeating: false, count: texts), test: [Bool](repeating: false, count: texts))
        for row in 0..<pair.count {
            let text = pair.rows[row, pair.longest] - first
            if pair.isTest[row] { holders.test[text] = true } else { holders.train[text] = true }
        }
        let near = NearDuplicates.find(
            signatures: fitted.views.signatures, isReference: holders.train,
            isQuery: zip(holders.test, holders.train).map { $0 && !$1 })
        summary.testRowsNearTrain = (0..<pair.count).reduce(0) { count, row in
            count + (pair.isTest[row] && near[pair.rows[row, pair.longest] - first] ? 1 : 0)
        }
        return summary
    }

    static func discriminator(
        _ fitted: FittedPair?, isShift: Bool, gain: BalancedGain?, folds: Int
    ) -> DiscriminatorSummary {
        guard let fitted else {
            return DiscriminatorSummary(
                verdict: .tooFewGroups, folds: folds, candidates: [], best: nil, losses: [], secondStageKept: false,
                calibrationKept: false, gain: nil, gainStandardError: nil, wordFeatures: 0, gramFeatures: 0)
        }
        let stages = fitted.stages
        return DiscriminatorSummary(
            verdict: isShift ? .shift : .noShift, folds: folds,
            candidates: fitted.candidates.map { candidate in
                CandidateSummary(
                    view: candidate.view, lambda: candidate.lambda, loss: candidate.loss,
                    gradientNorm: candidate.certificates.map(\.gradientNorm).max(),
                    epochs: candidate.certificates.map(\.epochs).max())
            }, best: stages.best, losses: [stages.losses.first, stages.losses.second, stages.losses.calibrated],
            secondStageKept: stages.second != nil, calibrationKept: stages.calibration != nil, gain: gain?.mean,
            gainStandardError: gain?.standardError, wordFeatures: fitted.views.words.featureCount,
            gramFeatures: fitted.views.grams.featureCount)
    }

    static func summarize(
        _ normalised: NormalisedWeights, _ weighting: Weighting, _ pTrain: [Double], _ pair: CorpusPair, _ fitted: FittedPair?,
        _ grouping: Grouping
    ) throws -> WeightSummary {
        let weights = normalised.values
        let groups = pair.trainRows.map { Int(grouping.groups.ofRow[$0]) }
        let raw = fitted.map { fitted in
            pair.trainRows.map { exp(min(max(fitted.stages.uncalibratedLogits[$0], -40), 40)) }
        }
        func finite(_ value: Double?) -> Double? { value.flatMap { $0.isFinite ? $0 : nil } }
        var summary = WeightSummary(
            meanRatio: try DensityRatio.mean(ofTrain: pTrain), minimum: weights.min() ?? 1, maximum: weights.max() ?? 1,
            effectiveRows: try EffectiveSampleSize.ofRows(weights),
            effectiveGroups: try EffectiveSampleSize.ofGroups(weights, groups: groups),
            topPercentShare: try WeightConcentration(weights: weights).topShare,
            rawTailShape: finite(try raw.map { try ParetoTail(weights: $0).shape } ?? nil),
            tailShape: finite(try ParetoTail(weights: weights).shape))
        if case .clip(let cap) = weighting {
            summary.clipped = .init(cap: cap, rows: normalised.cappedRows, mass: normalised.cappedMass)
        }
        return summary
    }

    static func reliability(_ pTest: [Double], _ isTest: [Bool]) throws -> ReliabilitySummary {
        let bins = try Reliability.bins(probabilities: pTest, isTest: isTest).map {
            ReliabilitySummary.Bin(
                predicted: $0.meanPredicted, observed: $0.observed, trainRows: $0.trainRows, testRows: $0.testRows)
        }
        let slope = try Reliability.line(probabilities: pTest, isTest: isTest).slope
        return ReliabilitySummary(bins: bins, slope: slope.flatMap { $0.isFinite ? $0 : nil })
    }
}
