/// A test of "nothing shifted" that needs no refit: in each fold the sides of whole groups are permuted while the scores,
/// given by a model that never saw the fold, stay as they are.
///
/// If train and test have the same distribution, the groups of a held-out fold are exchangeable given that model, so each
/// fold's p-value is valid at any size (Lehmann and Romano 2005, section 15.2). The folds' p-values depend on one another
/// in an unknown way; twice their mean is valid whatever the dependence (Rüschendorf 1982; Vovk and Wang 2020).
/// Groups with rows of both sides have no side to permute; they are left out and counted.
///
/// Each permutation is a pure function of (seed, fold, its number), and takes O(groups) once rank sums are known.
package struct SidePermutation: Sendable {
    /// Groups that were left out because they have rows of both sides (a group in two folds counts once per fold).
    package let mixedGroups: Int
    /// Folds in which nothing could be permuted because one of the sides has no group.
    package let untestedFolds: Int
    private let folds: [Fold]

    /// One group within one fold.
    private struct Member {
        /// Twice the sum of the midranks of its rows, among the rows of the fold that take part.
        var twiceRankSum: Int
        var rows: Int
    }

    private struct Fold {
        /// Its position among all folds: the key of its random numbers.
        let number: Int
        /// The groups, those of test first.
        let members: [Member]
        let testGroups: Int
        let rows: Int

        /// U/(n1·n0) of a set of groups called test: (R1 - n1(n1+1)/2)/(n1·n0), which is its AUC. Numerator and denominator
        /// are exact integers, so equal statistics compare as equal.
        func area(twiceRankSum: Int, testRows: Int) -> Double {
            Double(twiceRankSum - testRows * (testRows + 1)) / Double(2 * testRows * (rows - testRows))
        }

        var observed: Double {
            let test = members[..<testGroups]
            return area(
                twiceRankSum: test.reduce(0) { $0 + $1.twiceRankSum }, testRows: test.reduce(0) { $0 + $1.rows })
        }
    }

    /// - Parameters:
    ///   - ranks: The ranked rows, each fold scored by a model that did not see it.
    ///   - groups: The group of each row, in the order in which rows were given; any numbers.
    /// - Throws: ``StatisticsError/lengthMismatch(expected:found:)``.
    package init(_ ranks: RankStatistics, groups: [Int]) throws(StatisticsError) {
        try Checks.length(groups.count, equals: ranks.isTest.count)
        let numbering = GroupNumbering(groups)
        var folds: [Fold] = []
        var (mixed, untested) = (0, 0)
        for (number, range) in ranks.foldRanges.enumerated() {
            let rows = Array(ranks.order[range])
            let sides = GroupSides(rows.map { numbering.ofRow[$0] }, isTest: rows.map { ranks.isTest[$0] })
            mixed += sides.kinds.reduce(0) { $0 + ($1 == .both ? 1 : 0) }
            let members = Self.members(sides, endsTie: Array(ranks.endsTie[range]))
            let test = sides.kinds.indices.filter { sides.kinds[$0] == .test }
            let train = sides.kinds.indices.filter { sides.kinds[$0] == .train }
            guard !test.isEmpty, !train.isEmpty else {
                untested += 1
                continue
            }
            let taking = (test + train).map { members[$0] }
            folds.append(
                Fold(
                    number: number, members: taking, testGroups: test.count, rows: taking.reduce(0) { $0 + $1.rows }))
        }
        self.folds = folds
        mixedGroups = mixed
        untestedFolds = untested
    }

    /// Rank sums of the groups of a fold; rows of mixed groups take no rank.
    private static func members(_ sides: GroupSides, endsTie: [Bool]) -> [Member] {
        var members = [Member](repeating: Member(twiceRankSum: 0, rows: 0), count: sides.kinds.count)
        var below = 0
        var tied: [Int] = []
        for (index, group) in sides.ofRow.enumerated() {
            if sides.kinds[group] != .both { tied.append(group) }
            guard endsTie[index] else { continue }
            for group in tied {
                // The midrank of `tied.count` rows above `below` others is below + (count + 1)/2.
                members[group].twiceRankSum += 2 * below + tied.count + 1
                members[group].rows += 1
            }
            below += tied.count
            tied.removeAll(keepingCapacity: true)
        }
        return members
    }

    /// For each fold that can be tested, how many permutations of the range have an AUC at least as high as the observed.
    ///
    /// Counts of disjoint ranges add up: add them, then ask ``pValue(exceedances:permutations:)``.
    package func exceedances(permutations: Range<Int>, seed: UInt64) -> [Int] {
        folds.map { fold in
            let observed = fold.observed
            // Only the smaller side is drawn; the rest is the other.
            let drawsTest = 2 * fold.testGroups <= fold.members.count
            let draws = drawsTest ? fold.testGroups : fold.members.count - fold.testGroups
            let total = fold.members.reduce(0) { $0 + $1.twiceRankSum }
            var shuffled = fold.members
            var others = [Int](repeating: 0, count: draws)
            var count = 0
            for permutation in permutations {
                var generator = SeededGenerator(
                    seed: seed, purpose: .sidePermutation,
                    key: UInt64(truncatingIfNeeded: fold.number) << 40 ^ UInt64(truncatingIfNeeded: permutation))
                var (sum, rows) = (0, 0)
                for position in 0..<draws {
                    let other = position + generator.index(below: shuffled.count - position)
                    shuffled.swapAt(position, other)
                    others[position] = other
                    sum += shuffled[position].twiceRankSum
                    rows += shuffled[position].rows
                }
                let area =
                    drawsTest
                    ? fold.area(twiceRankSum: sum, testRows: rows)
                    : fold.area(twiceRankSum: total - sum, testRows: fold.rows - rows)
                if area >= observed { count += 1 }
                // Undoing the swaps in reverse order restores the members at the cost of the draws alone.
                for position in (0..<draws).reversed() { shuffled.swapAt(position, others[position]) }
            }
            return count
        }
    }

    /// The one-sided p-values of the folds, (1 + exceedances)/(permutations + 1), and their combination.
    /// - Parameters:
    ///   - exceedances: One count per fold, from ``exceedances(permutations:seed:)``.
    ///   - permutations: How many permutations those counts are out of, at least 1.
    /// - Throws: ``StatisticsError/lengthMismatch(expected:found:)``, ``StatisticsError/countTooSmall(found:minimum:)``.
    package func pValue(exceedances: [Int], permutations: Int) throws(StatisticsError) -> CombinedPValue {
        try Checks.length(exceedances.count, equals: folds.count)
        try Checks.count(permutations, atLeast: 1)
        return CombinedPValue(folds: exceedances.map { Double(1 + $0) / Double(permutations + 1) })
    }
}

/// P-values of several folds and their combination.
package struct CombinedPValue: Sendable, Equatable {
    /// One p-value per tested fold, each in 0 < p <= 1.
    package let folds: [Double]
    /// min(1, 2 · mean of the folds); a single fold's own p-value; 1 if no fold could be tested.
    package let combined: Double

    init(folds: [Double]) {
        self.folds = folds
        combined =
            switch folds.count {
            case 0: 1
            case 1: folds[0]
            default: min(1, 2 * folds.reduce(0, +) / Double(folds.count))
            }
    }
}
