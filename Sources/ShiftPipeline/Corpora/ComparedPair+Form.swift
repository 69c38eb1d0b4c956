import ParallelWork
import ShiftModel
import SparseFeatures
import TextTokens

extension ComparedPair {
    /// The features of the texts as they are compared: without what is ignored of their form.
    func featurized(ordered: Bool, _ workers: WorkerPool) throws -> FeatureViews {
        let views = try Featurizer.featurize(
            texts, groups: segmentGroups, sketched: longest, ordered: ordered, workers: workers)
        guard eraser.kinds.contains(.surface) else { return views }
        var kept = KeptFeatures(views, fields: fields.count)
        kept.surface = fields.map { _ in false }
        return views.keeping(kept, fieldStarts: texts.fieldStarts, workers: workers)
    }
}

extension FormEraser {
    /// As it is stored in a model; nil where every text stays as it is.
    var stored: ErasedForm? {
        guard !isIdentity else { return nil }
        return ErasedForm(
            kinds: kinds.map(\.rawValue).sorted(), starts: boilerplate.map(\.starts), ends: boilerplate.map(\.ends))
    }

    /// That of a model.
    init(_ stored: ErasedForm) {
        self.init(
            Set(stored.kinds.compactMap { FormKind(rawValue: $0) }),
            boilerplate: zip(stored.starts, stored.ends).map { Boilerplate(starts: $0, ends: $1) })
    }
}
