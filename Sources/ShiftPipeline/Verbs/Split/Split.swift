import Foundation
import ImportanceWeights
import ParallelWork
import ShiftModel
import TextRecords

/// Validation sets that were taken from the training rows of an analysis, ready to be written. If the corpora are larger than
/// the fit, they are taken from the fit's sample of the rows.
public struct Split: Sendable {
    /// What was taken: the content of split.json.
    public let summary: SplitSummary
    let parts: [SplitPart]
    private let method: SplitMethod
    private let train: RecordTable
    /// Of the analysis.
    let inputs: [String]
    /// By position in the canonical order of the training rows: the row of the file, and p_test.
    let fileRows: [Int]
    private let pTest: [Double]
    /// Mean 1 over all training rows.
    private let weights: [Double]
    /// The analysis's `cv_fold`.
    private let cvFolds: [Int]
    /// All training rows with their parts of `kfold`, in the order of the file.
    static let foldsName = "train.folds.jsonl"

    /// - Throws: ``AnalysisError``, `WeightError`.
    package init(_ saved: RestoredAnalysis, _ options: SplitOptions) throws {
        let pair = saved.pair
        let workers = WorkerPool(workers: options.reread.threads)
        let logits = pair.trainRows.map { saved.scores[$0].logit }
        let surface = saved.model.header.folds > 0 ? saved.views.surface : nil
        let trainFolds = pair.trainFolds(saved.options)
        let strata = try (options.stratifyKey ?? saved.options.stratifyKey).map { try Stratification(pair, key: $0) }
        func traits(_ weights: [Double]) -> RowTraits {
            PoolTraits.of(pair, weights: weights, logits: logits, surface: surface, strata: strata)
        }
        let splitter = Splitter(
            weights: saved.weights, pTest: pair.trainRows.map { saved.scores[$0].pTest },
            logits: logits, groupKeys: pair.trainGroupKeys, traits: traits(saved.weights),
            poolShare: options.poolShare ?? saved.options.poolShare, seed: options.seed ?? saved.options.seed,
            known: (trainFolds, saved.options.folds, saved.options.seed))
        let taken = try splitter.split(options.method, size: options.size, folds: options.folds)
        let check = DrawnSetCheck(pair, saved.views, saved.options, workers)
        func describe(_ part: SplitPart, _ name: String, asks: Bool) throws -> SplitSummary.Set {
            let weights = part.validationWeights ?? [Double](repeating: 1, count: part.validation.count)
            var own: [Int: Double] = [:]
            for (row, weight) in zip(part.validation, weights) { own[row, default: 0] += weight }
            var rows = part.validation
            if part.validationWeights != nil {
                rows = try Resampler(weights: weights).draw(rows.count, seed: splitter.seed).map { part.validation[$0] }
            }
            return SplitSummary.Set(
                method: name, rows: part.validation.count, uniqueRows: own.count,
                effectiveRows: try EffectiveSampleSize.ofRows(own.sorted { $0.key < $1.key }.map(\.value)),
                remainingRows: part.remaining.count,
                remainingEffectiveRows: part.remaining.isEmpty ? 0 : try EffectiveSampleSize.ofRows(part.remainingWeights),
                auc: asks ? try check.area(of: rows.map { pair.trainRows[$0] }) : nil)
        }
        let forms =
            try options.compares
            ? WeightFormComparison(saved, splitter, check: check, size: options.size, traits: traits).forms : nil
        var comparison: [SplitSummary.Set] = []
        if options.compares {
            for method in SplitMethod.allCases where method != options.method {
                let others = try splitter.split(
                    method, size: method == .withoutReplacement ? nil : options.size, folds: options.folds)
                if let first = others.first {
                    comparison.append(try describe(first, method == .kfold ? "kfold, part 1" : method.rawValue, asks: true))
                }
            }
        }
        let own = try taken.enumerated().map { number, part in
            try describe(
                part, options.method == .kfold ? "kfold, part \(number + 1)" : options.method.rawValue,
                asks: options.compares && number == 0)
        }
        summary = SplitSummary(
            version: Version.current, trainDigest: saved.summary.inputs.train.digest,
            testDigest: saved.summary.inputs.test.digest, seed: splitter.seed, pool: splitter.poolShare,
            trainRows: pair.train.count, parts: own, comparison: comparison,
            isShift: saved.summary.discriminator.verdict == .shift, isTrusted: saved.summary.trust.isTrusted, forms: forms,
            lost: options.method == .kfold ? nil : taken.first.flatMap { part in strata?.lost(part.validation) },
            stratify: options.stratifyKey ?? saved.options.stratifyKey)
        (parts, method) = (taken, options.method)
        (weights, cvFolds) = (saved.weights, trainFolds)
        (train, inputs) = (pair.train, saved.corpora.paths.all)
        fileRows = pair.trainRows.map { pair.fileRow($0) }
        pTest = splitter.pTest
    }

    /// The names of the files that ``write(to:replacing:)`` writes.
    public static func names(_ options: SplitOptions) -> [String] {
        options.method == .kfold
            ? (1...max(options.folds, 1)).flatMap { ["fold.\($0).validation.jsonl", "fold.\($0).train.jsonl"] }
                + [foldsName, "split.json"]
            : ["validation.jsonl", "train.remaining.jsonl", "split.json"]
    }

    /// Writes the sets into a folder, all or none. Rows that need weights have `sample_weight` (mean 1 over their file) and
    /// `p_test` added, and `train.remaining.jsonl` the analysis's `cv_fold`; all others keep their own bytes.
    /// - Throws: `RecordError`.
    public func write(to folder: String, replacing: Bool) throws {
        var options = SplitOptions()
        (options.method, options.folds) = (method, parts.count)
        let output = try OutputFolder(path: folder, replacing: replacing, names: Self.names(options), sparing: inputs)
        for (number, part) in parts.enumerated() {
            let (validation, remaining) =
                method == .kfold
                ? ("fold.\(number + 1).validation.jsonl", "fold.\(number + 1).train.jsonl")
                : ("validation.jsonl", "train.remaining.jsonl")
            // Draws keep their order; everything else is in the order of the file.
            let keepsOrder = method == .resample
            try write(part.validation, part.validationWeights, keepsOrder: keepsOrder, to: output.file(validation))
            // The parts of `kfold` are folds themselves.
            try write(
                part.remaining, part.remainingWeights, keepsOrder: false, to: output.file(remaining),
                addsFolds: method != .kfold)
        }
        if method == .kfold { try writeFolds(to: output.file(Self.foldsName)) }
        try output.file("split.json")?.write(SummaryJSON.encode(summary))
        try output.commit()
    }

    /// All training rows in one file, each with the number of the part that holds it for validation, from 0.
    private func writeFolds(to file: OutputFile?) throws {
        let splice = RecordSplice(
            names: [AddedNumber.weight, .pTest, .cvFold].map(\.name), wholes: AddedNumber.wholes, overwriting: true)
        var folds = [Int](repeating: 0, count: fileRows.count)
        for (number, part) in parts.enumerated() { for row in part.validation { folds[row] = number } }
        for row in fileRows.indices.sorted(by: { fileRows[$0] < fileRows[$1] }) {
            var bytes: [UInt8] = []
            try splice.append(
                record: fileRows[row], of: train, values: [weights[row], pTest[row], Double(folds[row])], to: &bytes)
            bytes.append(UInt8(ascii: "\n"))
            try file?.write(bytes)
        }
    }

    private func write(
        _ rows: [Int], _ weights: [Double]?, keepsOrder: Bool, to file: OutputFile?, addsFolds: Bool = false
    ) throws {
        let added = [AddedNumber.weight, .pTest] + (addsFolds ? [.cvFold] : [])
        let splice = RecordSplice(names: added.map(\.name), wholes: AddedNumber.wholes, overwriting: true)
        let order =
            keepsOrder ? Array(rows.indices) : rows.indices.sorted { (fileRows[rows[$0]], $0) < (fileRows[rows[$1]], $1) }
        for place in order {
            let row = rows[place]
            var bytes: [UInt8] = []
            if let weights {
                try splice.append(
                    record: fileRows[row], of: train,
                    values: [weights[place], pTest[row]] + (addsFolds ? [Double(cvFolds[row])] : []), to: &bytes)
            } else {
                train.appendJSON(ofRecord: fileRows[row], to: &bytes)
            }
            bytes.append(UInt8(ascii: "\n"))
            try file?.write(bytes)
        }
    }
}
