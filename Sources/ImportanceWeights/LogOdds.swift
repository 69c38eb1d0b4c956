import ElementaryFunctions
import Foundation

/// How much more often groups of one side hold a term: log-odds with an informative Dirichlet prior (Monroe, Colaresi & Quinn
/// 2008, "Fightin' Words", section 3.3).
///
/// A group counts once on each side for each term, however often and in however many rows it holds it, since rows of a group
/// repeat each other. With y of n counts on each side,
///
///     δ̂ = ln (y₂ + α₂) / (n₂ + a₂ - y₂ - α₂) - ln (y₁ + α₁) / (n₁ + a₁ - y₁ - α₁)     (eq. 15, 16; 1 train, 2 test)
///     σ² = Σ over sides of 1 / (y + α) + 1 / (n + a - y - α)                            (eq. 19)
///     z = δ̂ / σ                                                                        (eq. 22)
///
/// with the prior of a side a tenth of its size, a = n / 10, and made of the pooled share, α = a (y₁ + y₂) / (n₁ + n₂): as if a
/// tenth more groups had been seen, in which nothing differs. (A prior of the same size on both sides would swamp the smaller
/// side.)
///
/// n can count either of two things, and a term has moved only if it has by both. Of the *groups*, more have the term (longer
/// texts have more of everything). Of the *terms in groups*, the sum of the groups' lengths, more are this one (longer texts
/// repeat common terms, whose share falls). The comparison with the smaller |z| counts; if the two differ in direction, there
/// is no difference. For the second, σ² is multiplied by ``dispersion(train:test:)`` where that is above 1.
package struct LogOdds: Sendable, Equatable {
    /// δ̂, above 0 if test has more of the term.
    package var logOdds: Double
    /// δ̂ / σ.
    package var z: Double
    /// Two-sided: the largest of the normal p-values of both z's and of twice the smaller tail of Fisher's exact test on
    /// the groups.
    ///
    /// The exact test is the limit of permuting the sides of groups, so p ≤ t has at most probability t if nothing differs; far
    /// in the tail, with a small side, the normal approximation alone may be several times too small.
    package var pValue: Double

    /// What one side has of one term.
    package struct Side: Sendable, Equatable {
        /// y, groups that hold the term.
        package var held: Int
        /// All groups.
        package var groups: Int
        /// Sum of the lengths of the groups that hold the term. A group's length is the number of different terms in it.
        package var heldLengths: Double
        /// Sum of all groups' lengths.
        package var lengths: Double
        /// Sum of the squares of all groups' lengths.
        package var squaredLengths: Double

        /// What one side has, count by count.
        package init(held: Int, groups: Int, heldLengths: Double, lengths: Double, squaredLengths: Double) {
            self.held = held
            self.groups = groups
            self.heldLengths = heldLengths
            self.lengths = lengths
            self.squaredLengths = squaredLengths
        }
    }

    /// The prior's size, as a part of the side's.
    static let priorWeight = 0.1

    /// Compares one term's counts. A term in all groups, or in none, tells nothing: p is 1.
    package init(train: Side, test: Side) {
        let byGroups = Self.compare(train.held, of: Double(train.groups), test.held, of: Double(test.groups))
        let byLengths = Self.compare(
            train.held, of: train.lengths, test.held, of: test.lengths,
            dispersion: max(1, Self.dispersion(train: train, test: test)))
        guard byGroups.z * byLengths.z > 0 else {
            (logOdds, z, pValue) = (0, 0, 1)
            return
        }
        (logOdds, z) = abs(byGroups.z) < abs(byLengths.z) ? byGroups : byLengths
        let normal = Double.erfc(abs(z) / 2.0.squareRoot())
        // A p-value that is not small need not be exact.
        pValue =
            normal > 0.1
            ? normal
            : max(
                normal,
                Hypergeometric(drawn: test.groups, held: train.held + test.held, all: train.groups + test.groups)
                    .twoSided(test.held))
    }

    /// δ̂ and z of y₁ = `train` of n₁ and y₂ = `test` of n₂.
    static func compare(
        _ train: Int, of n1: Double, _ test: Int, of n2: Double, dispersion: Double = 1
    ) -> (logOdds: Double, z: Double) {
        let held = Double(train + test)
        guard held > 0, held < n1 + n2, n1 > 0, n2 > 0 else { return (0, 0) }
        let share = held / (n1 + n2)
        func cells(_ count: Int, _ n: Double) -> (with: Double, without: Double) {
            let prior = priorWeight * n
            return (Double(count) + prior * share, n - Double(count) + prior * (1 - share))
        }
        let (p, q) = (cells(train, n1), cells(test, n2))
        let logOdds = Double.log(q.with / q.without) - Double.log(p.with / p.without)
        let variance = 1 / p.with + 1 / p.without + 1 / q.with + 1 / q.without
        return (logOdds, logOdds / (variance * dispersion).squareRoot())
    }

    /// How much more the counts vary between groups than independent draws would, if nothing differs: with x = 1 where a group
    /// of length l holds the term, else 0, and the pooled share s = y / n,
    ///
    ///     Σ over groups of (x - s l)²  /  n s (1 - s) .
    ///
    /// About 1 for rare terms, below it for common ones, above it if a few groups have most of the length. Ignores the sides,
    /// so that a difference between them does not count as noise.
    package static func dispersion(train: Side, test: Side) -> Double {
        let held = Double(train.held + test.held)
        let share = held / (train.lengths + test.lengths)
        guard share > 0, share < 1 else { return 1 }
        let squares =
            held - 2 * share * (train.heldLengths + test.heldLengths)
            + share * share * (train.squaredLengths + test.squaredLengths)
        return squares / (held * (1 - share))
    }
}

/// Control of the false discovery rate.
package enum FalseDiscovery {
    /// Benjamini & Hochberg's (1995) adjusted p-values: the least rate at which each hypothesis is rejected,
    /// qᵢ = min over j with pⱼ ≥ pᵢ of pⱼ m / rank(j), at most 1. In the order of `pValues`, which lie in 0...1.
    package static func adjusted(_ pValues: [Double]) -> [Double] {
        let rising = pValues.indices.sorted { pValues[$0] < pValues[$1] }
        var adjusted = pValues
        var least = 1.0
        for (place, test) in rising.enumerated().reversed() {
            least = min(least, pValues[test] * Double(pValues.count) / Double(place + 1))
            adjusted[test] = least
        }
        return adjusted
    }
}
