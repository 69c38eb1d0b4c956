import SparseFeatures
import Statistics

/// Which fold each row is held out in. Rows of one group share a fold.
package struct Folds: Sendable, Equatable {
    /// Number of folds, K, at least 1.
    package let count: Int
    /// Fold of each row, in 0..<count.
    package let ofRow: [UInt8]

    /// Folds that were assigned before.
    package init(count: Int, ofRow: [UInt8]) {
        self.count = count
        self.ofRow = ofRow
    }

    /// Deals groups to `count` folds in turn: those of train only, those of test only, and those with rows of both sides, each
    /// kind in the order of their seeded hash, so that every fold gets its share of each side.
    ///
    /// Depends on the identities of the groups and on their sides, not on the order of the rows.
    /// - Parameters:
    ///   - count: In 1...255.
    ///   - isTest: Side of each row of `groups`.
    package init(_ groups: Groups, count: Int, isTest: [Bool], seed: UInt64) {
        let sides = groups.sides(isTest: isTest)
        let order = groups.identities.indices
            .map { (hash: FeatureHasher.mix(groups.identities[$0], seed ^ Self.salt), group: $0) }
            .sorted { $0 < $1 }
        var next: [GroupSide: Int] = [:]
        var ofGroup = [UInt8](repeating: 0, count: groups.count)
        for (_, group) in order {
            ofGroup[group] = UInt8(next[sides[group], default: 0] % count)
            next[sides[group], default: 0] += 1
        }
        self.init(count: count, ofRow: groups.ofRow.map { ofGroup[Int($0)] })
    }

    /// The fold of a group that was not dealt one: by its hash alone.
    package static func ofHash(_ hash: UInt64, count: Int, seed: UInt64) -> Int {
        Int(FeatureHasher.mix(hash, seed ^ salt) % UInt64(max(count, 1)))
    }

    private static let salt: UInt64 = 0xF01D

    /// One fold for all rows, where nothing is held out.
    package static func single(rows: Int) -> Folds { Folds(count: 1, ofRow: [UInt8](repeating: 0, count: rows)) }

    /// Fold of each row as whole numbers.
    package var numbers: [Int] { ofRow.map { Int($0) } }

    /// The folds of some of the rows, in the order given; a row may occur several times.
    package func selecting(_ rows: [Int]) -> Folds { Folds(count: count, ofRow: rows.map { ofRow[$0] }) }
}

extension Groups {
    /// The sides that each group has rows of.
    /// - Parameter isTest: Side of each row.
    package func sides(isTest: [Bool]) -> [GroupSide] {
        var sides = [GroupSide?](repeating: nil, count: count)
        for (row, group) in ofRow.enumerated() {
            let own: GroupSide = isTest[row] ? .test : .train
            sides[Int(group)] = (sides[Int(group)] ?? own) == own ? own : .both
        }
        // Every group has a row, so none is left nil.
        return sides.map { $0 ?? .both }
    }

    /// Groups with rows of train, and of test; those with rows of both count in both.
    package func counts(isTest: [Bool]) -> (train: Int, test: Int) {
        let sides = sides(isTest: isTest)
        return (sides.count { $0.hasTrain }, sides.count { $0.hasTest })
    }
}
