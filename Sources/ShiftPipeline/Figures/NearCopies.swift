import ShiftModel
import SparseFeatures

/// Test rows whose longest text nearly repeats one of train without being equal to one.
enum NearCopies {
    static func count(_ pair: ComparedPair, _ views: FeatureViews) -> Int {
        let first = pair.texts.fieldStarts[pair.longest]
        let texts = pair.texts.fieldStarts[pair.longest + 1] - first
        var holders = (train: [Bool](repeating: false, count: texts), test: [Bool](repeating: false, count: texts))
        for row in 0..<pair.count {
            let text = pair.rows[row, pair.longest] - first
            if pair.isTest[row] { holders.test[text] = true } else { holders.train[text] = true }
        }
        let near = NearDuplicates.find(
            signatures: views.signatures, isReference: holders.train,
            isQuery: zip(holders.test, holders.train).map { $0 && !$1 })
        return pair.testRows.count { near[pair.rows[$0, pair.longest] - first] }
    }
}
