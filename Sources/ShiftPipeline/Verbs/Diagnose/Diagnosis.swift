import Foundation
import ImportanceWeights
import ParallelWork
import ShiftEstimates
import ShiftModel
import TextRecords

/// Which kind of shift an analysis found.
public struct Diagnosis: Sendable {
    /// The verdict and all figures.
    public let summary: DiagnosisSummary
    /// For each training row of the fit with a label, in the order of the file: its position and its class-prior weight, mean
    /// 1. nil if the classes' shares could not be estimated.
    public let priorWeights: [(row: Int, weight: Double)]?
    private let table: RecordTable
    /// What it is made from.
    private let inputs: [String]

    /// The least share of all that tells the sides apart that must come from the label for annotation shift: a smaller one may
    /// be what the discriminator's features miss of the inputs and the label reveals.
    static let leastLabelShare = 0.1

    /// - Throws: `RecordError`, ``AnalysisError``.
    package init(_ saved: RestoredAnalysis, options: DiagnosisOptions) throws {
        let workers = WorkerPool(workers: options.reread.threads)
        if saved.pair.fields.contains(options.label) {
            throw AnalysisError.labelIsField(key: options.label, folder: saved.folder)
        }
        let label = try LabelColumn(saved.pair, key: options.label, path: saved.corpora.train.path)
        table = saved.corpora.fitted.train
        let predictions = options.predictions.map { [$0.train, $0.test] } ?? []
        inputs = saved.corpora.paths.all + predictions + options.labelledTest
        let found = saved.summary.discriminator
        let gain = found.gain.map {
            DiagnosisSummary.Gain(
                mean: $0, standardError: found.gainStandardError ?? 0, isClear: found.verdict == .shift)
        }
        let classes = try PriorDiagnosis(saved, label, predictions: options.predictions, workers)
        let priors = try classes?.summary(isShift: found.verdict == .shift, saved, workers)
        let labelled =
            options.labelledTest.isEmpty
            ? nil : try LabelledDiagnosis(saved, key: options.label, test: options.labelledTest, workers).summary
        priorWeights = classes.map { classes in
            classes.trainRows.map { (saved.pair.fileRow($0.row), classes.ratios[$0.label]) }.sorted { $0.0 < $1.0 }
        }
        summary = DiagnosisSummary(
            version: Version.current, folder: (saved.folder as NSString).lastPathComponent, inputs: saved.summary.inputs,
            label: options.label, seed: saved.options.seed,
            verdict: Self.verdict(found.verdict, priors: priors, labelled: labelled), inputGain: gain,
            distrust: saved.summary.verdict.reasons, priors: priors,
            labelled: labelled)
    }

    /// What the figures say together.
    static func verdict(
        _ inputs: Verdict.Kind, priors: DiagnosisSummary.Priors?, labelled: DiagnosisSummary.Labelled?
    ) -> DiagnosisSummary.Verdict {
        if let labelled {
            guard !labelled.isTooSmall, let label = labelled.labelGivenInput else { return .cannotBeTold }
            if label.isClear {
                // p(y | x) differs; if p(x | y) is the same, that is a change of the classes' shares.
                if let inputs = labelled.inputGivenLabel, !inputs.isClear { return .classPriorShift }
                let all = label.mean + max(labelled.inputs?.mean ?? 0, 0)
                return label.mean >= leastLabelShare * all ? .annotationShift : .cannotBeTold
            }
        }
        switch inputs {
        case .tooFewGroups: return .cannotBeTold
        case .noShift, .difference: return .noShift
        case .shift:
            guard let priors else { return labelled == nil ? .cannotBeTold : .inputShift }
            return priors.differ && priors.explain ? .classPriorShift : .inputShift
        }
    }

    /// Writes the training rows that have a label, as JSON lines, each with its class-prior weight as `sample_weight`; nothing
    /// if classes could not be told apart.
    ///
    /// - Parameters:
    ///   - path: `-` is standard output.
    ///   - replacing: Whether a file that is there already may be replaced; one that the diagnosis is made from never is.
    /// - Throws: `RecordError`, also for a record that has this key already; then nothing is kept.
    public func writePriorWeights(to path: String, replacing: Bool) throws {
        guard let priorWeights else { throw AnalysisError.labelIsNoClass(key: summary.label) }
        if path == StandardInput.name { return try write(priorWeights, to: .standardOutput()) }
        let (output, name) = try OutputFolder.holding(fileAt: path, replacing: replacing, sparing: inputs)
        guard let file = output.file(name) else { return }
        try write(priorWeights, to: file)
        try output.commit()
    }

    private func write(_ weights: [(row: Int, weight: Double)], to file: OutputFile) throws {
        let splice = RecordSplice(names: [AddedNumber.weight.name])
        for (row, weight) in weights {
            var line: [UInt8] = []
            try splice.append(record: row, of: table, values: [weight], to: &line)
            line.append(UInt8(ascii: "\n"))
            try file.write(line)
        }
        try file.flush()
    }
}
