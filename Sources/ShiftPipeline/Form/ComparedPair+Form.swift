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

/// The starts and ends that many texts of a pair have.
enum CommonTexts {
    /// Rows of a side that are looked at: a start that 5% of them have is found.
    private static let rows = 3000

    /// Those of each field.
    static func find(_ texts: DistinctTexts, _ rows: SegmentRows, _ isTest: [Bool]) -> [Boilerplate] {
        // The order of the rows is random: the first ones are a sample.
        let sides = [false, true].map { side in isTest.indices.lazy.filter { isTest[$0] == side }.prefix(Self.rows) }
        return (0..<rows.slots).map { slot in
            Boilerplate(
                sides.map { side in
                    var counter = Boilerplate.Counter()
                    var last = -1
                    for row in side where rows[row, slot] != last {
                        last = rows[row, slot]
                        texts.withUTF8(last) { counter.add($0) }
                    }
                    return counter
                })
        }
    }
}
