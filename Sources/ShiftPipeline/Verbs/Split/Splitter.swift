import ElementaryFunctions
import Foundation
import ImportanceWeights
import ShiftModel
import Statistics

/// One validation set and the rows that stay for training beside it.
struct SplitPart: Sendable {
    /// Training rows by their place in `trainRows`, in the order of the set; a row drawn twice occurs twice.
    var validation: [Int]
    /// Their weights, mean 1; nil if the set needs none.
    var validationWeights: [Double]?
    var remaining: [Int]
    /// Mean 1 over `remaining`.
    var remainingWeights: [Double]
}

/// Takes validation sets from weighted training rows. No group is on both sides.
///
/// A new method takes a case of ``SplitMethod`` and a case here.
struct Splitter: Sendable {
    /// For each training row; all in canonical order.
    var weights: [Double]
    let pTest: [Double]
    /// Uncalibrated and out of fold.
    let logits: [Double]
    /// Key of each row's group.
    let groupKeys: [UInt64]
    var traits = RowTraits.none
    let poolShare: Double
    let seed: UInt64
    /// The folds of the analysis, and how many there are: parts of that number, by that seed, are these.
    var known: (ofRow: [Int], count: Int, seed: UInt64)?

    /// - Throws: `WeightError`; ``AnalysisError/splitTooLarge(found:maximum:)``.
    func split(_ method: SplitMethod, size: Int?, folds: Int) throws -> [SplitPart] {
        switch method {
        case .resample:
            let pool = try pool()
            let drawn = try pool.draw(
                size ?? pool.rows.count, weights: weights, logits: logits, groupKeys: groupKeys, traits: traits, seed: seed)
            return [try part(drawn, nil, pool.remainingRows)]
        case .weighted:
            let pool = try pool()
            let rows = try sample(pool.rows, size ?? pool.rows.count, byWeight: false)
            return [try part(rows, try Resampler.renormalised(weights, rows: rows), pool.remainingRows)]
        case .withoutReplacement:
            let pool = try pool()
            let worth = try EffectiveSampleSize.ofRows(pool.rows.map { weights[$0] })
            let rows = try sample(pool.rows, size ?? max(1, Int(worth.rounded(.down))), byWeight: true)
            return [try part(rows, nil, pool.remainingRows)]
        case .top:
            return [try top(size ?? max(1, Int((poolShare * Double(weights.count)).rounded())))]
        case .kfold:
            return try folded(folds)
        }
    }

    private func pool() throws -> ValidationPool {
        try ValidationPool(logits: logits, groupKeys: groupKeys, traits: traits, share: poolShare, seed: seed)
    }

    private func part(_ validation: [Int], _ own: [Double]?, _ remaining: [Int]) throws -> SplitPart {
        SplitPart(
            validation: validation, validationWeights: own, remaining: remaining,
            remainingWeights: remaining.isEmpty ? [] : try Resampler.renormalised(weights, rows: remaining))
    }

    /// `count` of the rows, ascending: those with the largest keys uᵂ, with u uniform and W = 1/w (Efraimidis and Spirakis
    /// 2006, "Weighted random sampling with a reservoir"), which equals drawing one after another in proportion to the weights
    /// of what is left.
    private func sample(_ rows: [Int], _ count: Int, byWeight: Bool) throws -> [Int] {
        guard count <= rows.count else { throw AnalysisError.splitTooLarge(found: count, maximum: rows.count) }
        guard count < rows.count else { return rows }
        let keys = rows.map { row in
            // The smallest of -log(u)/w are the largest of u^(1/w).
            let uniform = SeededGenerator.uniform(seed: seed, purpose: .splitSample, key: UInt64(truncatingIfNeeded: row))
            let exponential = -Double.log(onePlus: -uniform)
            return byWeight ? (weights[row] > 0 ? exponential / weights[row] : .infinity) : exponential
        }
        return rows.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }.prefix(count).map { rows[$0] }.sorted()
    }

    /// Whole groups by decreasing mean p_test until there are `count` rows; the last one may overshoot.
    private func top(_ count: Int) throws -> SplitPart {
        guard count <= weights.count else { throw AnalysisError.splitTooLarge(found: count, maximum: weights.count) }
        var groups: [UInt64: (sum: Double, rows: [Int])] = [:]
        for (row, key) in groupKeys.enumerated() {
            groups[key, default: (0, [])].sum += pTest[row]
            groups[key, default: (0, [])].rows.append(row)
        }
        let order = groups.sorted {
            ($1.value.sum / Double($1.value.rows.count), $0.key) < ($0.value.sum / Double($0.value.rows.count), $1.key)
        }
        var chosen: [Int] = []
        for group in order {
            if chosen.count >= count { break }
            chosen += group.value.rows
        }
        let isChosen = Set(chosen)
        return try part(chosen.sorted(), nil, weights.indices.filter { !isChosen.contains($0) })
    }

    private func folded(_ folds: Int) throws -> [SplitPart] {
        let own = known.flatMap { folds == $0.count && seed == $0.seed ? $0.ofRow : nil }
        let dealt = try own ?? dealt(folds)
        return try (0..<folds).map { fold in
            let rows = groupKeys.indices.filter { dealt[$0] == fold }
            let rest = groupKeys.indices.filter { dealt[$0] != fold }
            guard !rows.isEmpty else { throw AnalysisError.splitTooLarge(found: folds, maximum: Set(dealt).count) }
            return try part(rows, try Resampler.renormalised(weights, rows: rows), rest)
        }
    }

    private func dealt(_ folds: Int) throws -> [Int] {
        let groups = Groups(rows: groupKeys.count, rules: [groupKeys], fallback: groupKeys)
        guard groups.count >= folds else { throw AnalysisError.splitTooLarge(found: folds, maximum: groups.count) }
        return Folds(groups, count: folds, isTest: [Bool](repeating: false, count: groupKeys.count), seed: seed).numbers
    }
}

extension SeededGenerator.Purpose {
    /// Rows taken without replacement; the key is the row's place in canonical order.
    static let splitSample = SeededGenerator.Purpose("split-sample")
}
