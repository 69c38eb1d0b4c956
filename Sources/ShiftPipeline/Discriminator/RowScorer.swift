import ImportanceWeights
import ShiftModel
import SparseFeatures
import TextRecords
import TextTokens

/// Scores and weighs rows by a model: those that were in the fit by the fold that held their group out, all others by the mean
/// of the folds.
///
/// The one place where a row gets its numbers: an analysis, a stream and a server give the same row the same ones.
package struct RowScorer: Sendable {
    /// Where a record has the used fields and the group key.
    let fields: [FieldPath]
    let groupKey: FieldPath?
    let rule: GroupRule
    let model: DiscriminatorModel
    let scorer: ModelScorer
    let features: KnownFeatures
    /// What the model does not see of the form of a text.
    let eraser: FormEraser
    let weighting: Weighting
    let normaliser: WeightNormaliser

    /// - Parameter weighting: That of the model.
    /// - Throws: `RecordError` for a malformed field.
    init(_ model: DiscriminatorModel, weighting: Weighting) throws {
        let header = model.header
        self.model = model
        fields = try zip(header.fields, header.fieldKeys).map { try FieldPath(name: $0, keys: $1) }
        if let name = header.groupKey, let keys = header.groupKeys {
            groupKey = try FieldPath(name: name, keys: keys)
        } else {
            groupKey = nil
        }
        rule = GroupRule(slot: header.groupSlot, hasKey: groupKey != nil, constants: Set(header.groupConstants))
        scorer = ModelScorer(model)
        features = model.features
        eraser = header.form.map { FormEraser($0) } ?? FormEraser([])
        self.weighting = weighting
        normaliser = WeightNormaliser(rawMean: header.normaliser[0], cappedMean: header.normaliser[1])
    }

    /// A row's numbers.
    struct Row: Sendable {
        /// Uncalibrated logit.
        var logit: Double
        var pTest: Double
        /// On the scale on which the fit's training rows have mean 1. By class, a row whose class is not known has the raw weight 1.
        var weight: Double
        /// The hash of the row's group.
        var group: UInt64
        /// One hash over all its texts; nil where a group key, or the caller, says what it belongs to.
        var content: UInt64?
    }

    /// What a worker needs.
    package struct Worker {
        let projector: TextProjector
    }

    /// - Throws: `TokenError` where ICU cannot be opened.
    func worker() throws -> Worker { Worker(projector: try TextProjector(features)) }

    /// The fold that held a group out, or `ModelScorer.meanOfFolds`.
    func fold(ofGroup hash: UInt64) -> Int {
        let identities = model.groupIdentities
        var (low, high) = (0, identities.count)
        while low < high {
            let middle = (low + high) / 2
            if identities[middle] < hash { low = middle + 1 } else { high = middle }
        }
        return low < identities.count && identities[low] == hash ? Int(model.groupFolds[low]) : ModelScorer.meanOfFolds
    }

    /// The numbers of all rows of a table.
    func rows(of table: RecordTable, _ worker: Worker) -> [Row] {
        let batch = BatchTexts(table, fields: fields.map(\.name), key: groupKey?.name, eraser: eraser)
        var rows = rows(
            worker.projector.project(batch.texts), batch.rows,
            groups: (0..<table.count).map { batch.group(of: $0, by: rule) })
        for row in rows.indices {
            rows[row].content = batch.content(of: row, by: rule)
            if let priors = model.header.classPriors {
                rows[row].weight = priors.ratio(of: table.label(at: row, key: priors.key)) / normaliser.rawMean
            }
        }
        return rows
    }

    /// The numbers of rows whose texts were read.
    func rows(_ views: TextProjector.Views, _ rows: SegmentRows, groups: [UInt64]) -> [Row] {
        zip(scorer.scores(views, rows: rows, folds: groups.map(fold(ofGroup:))), groups).map { score, group in
            Row(
                logit: score.logit, pTest: score.pTest, weight: weighting.weight(of: score.pTest, normaliser: normaliser),
                group: group)
        }
    }
}
