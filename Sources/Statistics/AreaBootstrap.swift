/// The group bootstrap of the within-fold AUC: whole groups are resampled with replacement, since rows of a group are not
/// independent (Davison and Hinkley 1997, "Bootstrap Methods and their Application", section 3.8).
///
/// Groups of train rows only, of test rows only, and of both are three strata, each resampled to its own size: the sizes of the
/// corpora are not random. Scores stay as they are, so the uncertainty of the fitted model is not included.
///
/// Each replicate is a pure function of (seed, number of the replicate): ranges of replicates can be computed on any number
/// of threads. A replicate takes one draw per group and one pass over the rows.
package struct AreaBootstrap: Sendable {
    /// For each row in ranked order: group << 2 | (test ? 2 : 0) | (last of its ties ? 1 : 0).
    let packed: [UInt32]
    private let foldRanges: [Range<Int>]
    /// Ranges of group numbers that are drawn among themselves.
    let strata: [Range<Int>]

    /// - Parameters:
    ///   - ranks: The ranked rows.
    ///   - groups: The group of each row, in the order in which rows were given; any numbers. The result depends on their
    ///     order as numbers, not on that of the rows.
    /// - Throws: ``StatisticsError/lengthMismatch(expected:found:)``.
    package init(_ ranks: RankStatistics, groups: [Int]) throws(StatisticsError) {
        try Checks.length(groups.count, equals: ranks.isTest.count)
        let sides = GroupSides(groups, isTest: ranks.isTest)
        var number = [Int](repeating: 0, count: sides.kinds.count)
        var strata: [Range<Int>] = []
        var next = 0
        for kind in [GroupSide.train, .test, .both] {
            let start = next
            for (group, its) in sides.kinds.enumerated() where its == kind {
                number[group] = next
                next += 1
            }
            if next > start { strata.append(start..<next) }
        }
        self.strata = strata
        foldRanges = ranks.foldRanges
        packed = ranks.order.indices.map { index in
            let row = ranks.order[index]
            return UInt32(number[sides.ofRow[row]]) << 2 | (ranks.isTest[row] ? 2 : 0) | (ranks.endsTie[index] ? 1 : 0)
        }
    }

    /// The AUC of each replicate in the range; nil if a replicate drew no pair to compare (tiny corpora only).
    /// - Parameters:
    ///   - replicates: Numbers of replicates; a negative one counts as its bit pattern.
    ///   - seed: The user's seed.
    package func areas(replicates: Range<Int>, seed: UInt64) -> [Double?] {
        let groups = strata.last?.upperBound ?? 0
        // Eight bits: n draws among n groups take one of them 256 times with a probability below 1/256!. Byte-sized counts stay
        // in cache, where they are read and written at random.
        var multiplicity = [UInt8](repeating: 0, count: groups)
        return replicates.map { replicate in
            var generator = SeededGenerator(
                seed: seed, purpose: .areaBootstrap, key: UInt64(bitPattern: Int64(replicate)))
            draw(into: &multiplicity, using: &generator)
            return area(multiplicity)
        }
    }

    /// As many draws in each stratum as it has groups, two from every 64 bits (bias below groups/2³²).
    func draw(into multiplicity: inout [UInt8], using generator: inout SeededGenerator) {
        multiplicity.withUnsafeMutableBufferPointer { counts in
            counts.update(repeating: 0)
            for stratum in strata {
                let size = UInt64(stratum.count)
                var left = stratum.count
                while left > 0 {
                    let bits = generator.next()
                    counts[stratum.lowerBound + Int(((bits >> 32) &* size) >> 32)] &+= 1
                    if left > 1 { counts[stratum.lowerBound + Int(((bits & 0xFFFF_FFFF) &* size) >> 32)] &+= 1 }
                    left -= 2
                }
            }
        }
    }

    /// The within-fold AUC where each row counts as often as its group was drawn.
    func area(_ multiplicity: [UInt8]) -> Double? {
        var (twiceOrdered, pairs) = (0, 0)
        multiplicity.withUnsafeBufferPointer { counts in
            packed.withUnsafeBufferPointer { rows in
                for range in foldRanges {
                    var (trainBelow, test, trainTied, testTied) = (0, 0, 0, 0)
                    for index in range {
                        // No branch on data: masks are all ones or zero.
                        let row = rows[index]
                        let times = Int(counts[Int(row >> 2)])
                        let ifTest = -Int((row >> 1) & 1)
                        let ifEnd = -Int(row & 1)
                        testTied &+= times & ifTest
                        trainTied &+= times & ~ifTest
                        twiceOrdered &+= (testTied &* (2 &* trainBelow &+ trainTied)) & ifEnd
                        trainBelow &+= trainTied & ifEnd
                        test &+= testTied & ifEnd
                        trainTied &= ~ifEnd
                        testTied &= ~ifEnd
                    }
                    pairs &+= trainBelow &* test
                }
            }
        }
        return pairs > 0 ? Double(twiceOrdered) / Double(2 * pairs) : nil
    }
}
