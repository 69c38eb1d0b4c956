import ShiftModel
import ShiftReport
import SparseFeatures

/// The words that move the discriminator's mean logit most, towards either side.
enum TopTerms {
    /// - Parameter count: Words a side.
    static func find(_ fitted: FittedPair, _ pair: CorpusPair, count: Int = 12) -> Terms {
        let views = fitted.views
        let sides = SideMeans(views.words, fitted.data).features
        let coefficients = fitted.crossFit.meanCoefficients(view: "words", stages: fitted.stages)
        var scored = coefficients.indices.map { feature in
            (
                feature: feature,
                contribution: Double(coefficients[feature]) * (sides[feature].testMean - sides[feature].trainMean)
                    * (coefficients[feature] < 0 ? -1 : 1)
            )
        }
        // A word of test has a positive coefficient and is more frequent there; a word of train the reverse.
        scored.removeAll {
            let leans = sides[$0.feature].testMean - sides[$0.feature].trainMean
            return leans * Double(coefficients[$0.feature]) <= 0
        }
        scored.sort { (abs($0.contribution), $1.feature) > (abs($1.contribution), $0.feature) }
        func terms(_ wanted: (Double) -> Bool) -> [Terms.Term] {
            scored.filter { wanted($0.contribution) }.prefix(count).map { item in
                Terms.Term(
                    term: views.terms.term(item.feature), field: pair.fields[Int(views.terms.fields[item.feature])],
                    contribution: item.contribution, trainRows: sides[item.feature].trainRows,
                    testRows: sides[item.feature].testRows)
            }
        }
        return Terms(towardsTest: terms { $0 > 0 }, towardsTrain: terms { $0 < 0 })
    }
}

/// Mean value and number of rows of each feature, by side.
private struct SideMeans {
    /// Side by side, because all of a feature's are needed at once.
    struct Feature {
        var trainMean = 0.0
        var testMean = 0.0
        var trainRows = 0
        var testRows = 0
    }

    let features: [Feature]

    init(_ matrix: SparseMatrix, _ data: LabelledRows) {
        var uses = [(train: Int, test: Int)](repeating: (0, 0), count: matrix.segmentCount)
        var sides = (train: 0, test: 0)
        for row in 0..<data.count {
            if data.isTest[row] { sides.test += 1 } else { sides.train += 1 }
            for slot in 0..<data.rows.slots {
                if data.isTest[row] { uses[data.rows[row, slot]].test += 1 } else { uses[data.rows[row, slot]].train += 1 }
            }
        }
        var features = [Feature](repeating: Feature(), count: matrix.featureCount)
        let shares = (train: 1 / Double(max(sides.train, 1)), test: 1 / Double(max(sides.test, 1)))
        let counts = SparseMatrix.countWeights
        for segment in 0..<matrix.segmentCount {
            let use = uses[segment]
            let norm = matrix.inverseNorms[segment]
            for entry in matrix.entries[matrix.offsets[segment]..<matrix.offsets[segment + 1]] {
                let feature = Int(entry >> 8)
                let value = Double(counts[Int(entry & 0xFF)] * matrix.featureWeights[feature] * norm)
                features[feature].trainMean += value * Double(use.train) * shares.train
                features[feature].testMean += value * Double(use.test) * shares.test
                features[feature].trainRows += use.train
                features[feature].testRows += use.test
            }
        }
        self.features = features
    }
}
