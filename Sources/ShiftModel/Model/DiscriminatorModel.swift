import ParallelWork
import SparseFeatures

/// A fitted discriminator as it is stored: for each fold one linear model over words, n-grams and surface features, its
/// calibration, and which fold each group of the fit was held out in.
package struct DiscriminatorModel: Sendable, Equatable {
    /// The small parts, in readable form.
    package struct Header: Sendable, Equatable, Codable {
        /// Version of textshift that fitted it.
        package var version: String
        /// Version of ICU, whose dictionaries decide the words.
        package var icuVersion: String
        /// Names of the used fields, in slot order.
        package var fields: [String]
        /// The path of each field's value, as keys from the record down.
        package var fieldKeys: [[String]]
        /// False for the null model: p_test is ½ everywhere.
        package var isShift: Bool
        /// K.
        package var folds: Int
        /// g₀ of each fold: the second stage's intercept and its candidates' own.
        package var intercepts: [Double]
        /// The calibration of each fold, or the bound of what is not calibrated; empty if there is neither.
        package var calibration: [MonotoneSpline]
        /// By fold, the greatest calibrated logit of a row that holds next to nothing (``BlankRows``); nil if there is none.
        package var blankLimits: [Double]?
        /// `--weight`, as on the command line.
        package var weighting: String
        /// Mean of the raw weights over the fit's training rows; and, once they are scaled to mean 1, the mean after clipping,
        /// 1 without it.
        package var normaliser: [Double]
        /// `--seed` of the fit.
        package var seed: UInt64
        /// Bits of n-gram buckets per field, at least 1.
        package var gramBucketBits: Int
        /// Name of the key whose equal values make groups; nil for none.
        package var groupKey: String?
        /// The path of its value, as keys from the record down; nil without a key.
        package var groupKeys: [String]?
        /// Slot of the long field whose equal values make groups; nil if a key or all fields do.
        package var groupSlot: Int?
        /// Hashes of that field's values that so many rows share that they define no group.
        package var groupConstants: [UInt64] = []
        /// Training rows that it was fitted on.
        package var trainRows = 0
        /// Test rows that it was fitted on.
        package var testRows = 0
        /// What it does not see of the form of a text; nil where it sees everything.
        package var form: ErasedForm?
        /// The weights by class, for `--weight class-prior`; nil for the others.
        package var classPriors: ClassPriors?

        /// The header of the null model; the results of a fit are filled in by
        /// ``DiscriminatorModel/init(_:crossFit:stages:views:data:isShift:blankLimits:groupHashes:workers:)``.
        package init(
            version: String, icuVersion: String, fields: [String], fieldKeys: [[String]], weighting: String, seed: UInt64
        ) {
            self.version = version
            self.icuVersion = icuVersion
            self.fields = fields
            self.fieldKeys = fieldKeys
            isShift = false
            folds = 0
            intercepts = []
            calibration = []
            self.weighting = weighting
            normaliser = [1, 1]
            self.seed = seed
            gramBucketBits = 1
        }
    }

    /// The small parts: versions, fields, options, intercepts, calibrations.
    package var header: Header
    /// Hash of each word under its field's seed, by feature; all distinct.
    package var wordHashes: [UInt64]
    /// Inverse document frequency of each word, above 0.
    package var wordWeights: [Float]
    /// Coefficients of the words.
    package var wordCoefficients: CoefficientTable
    /// Bucket of each n-gram that was kept, by feature.
    package var gramBuckets: [Int32]
    /// Inverse document frequency of each of them, above 0.
    package var gramWeights: [Float]
    /// Coefficients of the n-grams.
    package var gramCoefficients: CoefficientTable
    /// Surface features of all slots on their own scale, folds × columns; empty if the view takes no part.
    package var surfaceCoefficients: [Double]
    /// The hashes that identify the groups of the fit's rows, ascending.
    package var groupIdentities: [UInt64]
    /// The fold of each of these groups.
    package var groupFolds: [UInt8]

    /// The model without a shift, with the given header.
    package static func null(_ header: Header) -> DiscriminatorModel {
        var header = header
        (header.isShift, header.folds, header.intercepts, header.calibration, header.gramBucketBits) = (false, 0, [], [], 1)
        header.blankLimits = nil
        return DiscriminatorModel(
            header: header, wordHashes: [], wordWeights: [], wordCoefficients: .none, gramBuckets: [], gramWeights: [],
            gramCoefficients: .none, surfaceCoefficients: [], groupIdentities: [], groupFolds: [])
    }
}

extension DiscriminatorModel {
    /// Folds the second stage into the coefficients: it is linear, so each fold is one linear model.
    ///
    /// - Parameters:
    ///   - header: What is known apart from the fit; the rest is filled in here.
    ///   - blankLimits: As ``BlankRows/limits``.
    ///   - groupHashes: By row, the hash that identifies its group elsewhere.
    package init(
        _ header: Header, crossFit: CrossFit, stages: StageSelection, views: FeatureViews, data: LabelledRows, isShift: Bool,
        blankLimits: [Double] = [], groupHashes: [UInt64], workers: WorkerPool
    ) throws {
        let folds = data.folds.count
        let share = stages.surfaceShare(candidates: crossFit.candidates.count, folds: folds)
        var intercepts = crossFit.intercepts(stages: stages)
        var surface: [Double] = []
        if let fit = stages.surface, share.contains(where: { $0 != 0 }) {
            for fold in 0..<folds {
                intercepts[fold] += share[fold] * fit.intercepts[fold]
                surface += fit.coefficients[fold].map { $0 * share[fold] }
            }
        }
        let rowFolds = data.folds.ofRow
        let ((words, grams), (identities, groupFolds)) = try workers.both(
            {
                try workers.both(
                    { crossFit.coefficients(view: "words", stages: stages) },
                    { crossFit.coefficients(view: "grams", stages: stages) })
            },
            { Self.groups(groupHashes, rowFolds) })
        var header = header
        header.isShift = isShift
        header.folds = folds
        header.intercepts = intercepts
        header.calibration = stages.calibration
        header.blankLimits = blankLimits.isEmpty ? nil : blankLimits
        header.gramBucketBits = Featurizer.bucketBits(fields: header.fields.count, total: FeatureOptions().gramBucketBits)
        self.init(
            header: header,
            wordHashes: views.terms.hashes, wordWeights: views.words.featureWeights,
            wordCoefficients: CoefficientTable(folds: words, folds), gramBuckets: views.gramBuckets,
            gramWeights: views.grams.featureWeights,
            gramCoefficients: CoefficientTable(folds: grams, folds), surfaceCoefficients: surface,
            groupIdentities: identities, groupFolds: groupFolds)
    }

    /// The distinct hashes of the rows, ascending, and the fold of each.
    private static func groups(_ hashes: [UInt64], _ folds: [UInt8]) -> (identities: [UInt64], folds: [UInt8]) {
        var known = HashIndex(capacity: hashes.count)
        var foldOf: [UInt8] = []
        for (row, hash) in hashes.enumerated() where known.insert(hash).isNew { foldOf.append(folds[row]) }
        let order = known.hashes.indices.sorted { known.hashes[$0] < known.hashes[$1] }
        return (order.map { known.hashes[$0] }, order.map { foldOf[$0] })
    }
}
