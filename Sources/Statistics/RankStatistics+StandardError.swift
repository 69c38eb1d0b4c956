extension RankStatistics {
    /// The standard error of ``area`` with the scores fixed, by groups: √Σ_g (Σ_{i∈g} φᵢ)², with φ the influence of a row on the ratio
    /// ΣU_f / Σn₁n₀ (DeLong, DeLong and Clarke-Pearson 1988, by clusters as in Obuchowski 1997): for a test row of fold f
    /// n₀ (share of train rows below it, ties half - area) / Σn₁n₀, and for a train row likewise with the test rows above it.
    ///
    /// Out-of-fold scores vary with the models too: without a difference their area has about √2 of this.
    /// - Parameter groups: The group of each row, in the order in which rows were given; any numbers.
    /// - Throws: ``StatisticsError/lengthMismatch(expected:found:)``.
    package func standardError(groups: [Int]) throws(StatisticsError) -> Double {
        try Checks.length(groups.count, equals: isTest.count)
        let numbering = GroupNumbering(groups)
        var sums = [Double](repeating: 0, count: numbering.count)
        let (area, pairs) = (area, Double(comparablePairs))
        for range in foldRanges {
            let tests = order[range].count { isTest[$0] }
            let trains = range.count - tests
            var (trainBelow, testBelow, first) = (0, 0, range.lowerBound)
            for index in range where endsTie[index] {
                let tied = order[first...index]
                let testTied = tied.count { isTest[$0] }
                let trainTied = tied.count - testTied
                let below = Double(trainBelow) + 0.5 * Double(trainTied)
                let above = Double(tests - testBelow) - 0.5 * Double(testTied)
                for row in tied {
                    let influence =
                        isTest[row] ? below - area * Double(trains) : above - area * Double(tests)
                    sums[numbering.ofRow[row]] += influence / pairs
                }
                trainBelow += trainTied
                testBelow += testTied
                first = index + 1
            }
        }
        return sums.reduce(0) { $0 + $1 * $1 }.squareRoot()
    }
}
