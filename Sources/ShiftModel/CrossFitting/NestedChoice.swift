import ParallelWork

/// For each fold, the candidate that is best by a cross-fit of all other folds alone: a choice that has not seen the fold in any way
/// (Varma and Simon 2006, "Bias in error estimation when using cross-validation for model selection").
///
/// It takes as many first stages again as there are folds, so it is made where the bias of a cheaper choice would show: that is a
/// sixth of the standard error of the AUC, which is 0.002 at ``mostGroups``.
package enum NestedChoice {
    /// Most groups of both sides for which the choice is nested.
    static let mostGroups = 4000

    /// The number of the candidate for each fold; nil where there are too many groups, or too few for folds within folds.
    /// - Parameter firstStage: All candidates of some rows, which it gets by number and with their sides, in the same order as those to choose
    ///   from.
    package static func candidates(
        _ data: LabelledRows, groups: Groups, firstStage: (_ rows: [Int], LabelledRows) -> [Candidate]
    ) -> [Int]? {
        let folds = data.folds.count
        guard groups.count <= mostGroups, folds > 2 else { return nil }
        var chosen: [Int] = []
        for fold in 0..<folds {
            let kept = data.rows(outside: fold)
            let inner = data.without(fold: fold, groups: groups)
            guard inner.hasBothSidesInEveryFit else { return nil }
            let candidates = firstStage(kept, inner)
            guard let best = candidates.indices.min(by: { candidates[$0].loss < candidates[$1].loss }) else { return nil }
            chosen.append(best)
        }
        return chosen
    }
}

extension LabelledRows {
    /// Whether the rows outside any fold are of both sides.
    fileprivate var hasBothSidesInEveryFit: Bool {
        var counts = [(train: Int, test: Int)](repeating: (0, 0), count: folds.count)
        for (row, fold) in folds.numbers.enumerated() {
            if isTest[row] { counts[fold].test += 1 } else { counts[fold].train += 1 }
        }
        let all = counts.reduce((0, 0)) { ($0.0 + $1.train, $0.1 + $1.test) }
        return counts.allSatisfy { all.0 > $0.train && all.1 > $0.test }
    }
}
