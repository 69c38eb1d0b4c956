import ShiftModel
import ShiftReport
import SparseFeatures
import TextRecords

/// Which rows are kept together, by DESIGN's default rules or by `--group`.
struct Grouping {
    let groups: Groups
    /// The one hash by which rows of these groups are known elsewhere.
    let rule: GroupRule
    let summary: GroupSummary

    /// - Parameter known: The rule of the whole corpora, where `pair` is a sample; nil to find it here.
    init(_ pair: CorpusPair, rule known: GroupRule? = nil, options: AnalysisOptions) {
        var rules: [[UInt64?]] = [pair.contents.map { GroupRule.key(content: $0) }]
        var constants: Set<UInt64> = []
        var constantCount = 0
        var by: [String] = []
        if let key = options.groupKey {
            let values = pair.fingerprints(ofKey: key)
            by = [key.path]
            rules.append(values.map { GroupRule.key(group: $0) })
        } else {
            let most = GroupRule.mostRows(of: pair.count, folds: options.folds)
            for slot in pair.fields.indices where pair.meanLengths[slot] >= GroupRule.longField {
                by.append(pair.fields[slot])
                let values = (0..<pair.count).map { pair.fingerprints[$0 * pair.fields.count + slot] }
                let own = known.flatMap { $0.slot == slot ? $0.constants : nil } ?? Self.constants(values, above: most)
                constantCount += own.count
                if slot == pair.longest { constants = own }
                rules.append(values.map { own.contains($0) ? nil : GroupRule.key(slot: slot, value: $0) })
            }
        }
        groups = Groups(rows: pair.count, rules: rules, fallback: rules[0].map { $0 ?? 0 })
        let isLong = options.groupKey == nil && pair.meanLengths[pair.longest] >= GroupRule.longField
        rule =
            known
            ?? GroupRule(slot: isLong ? pair.longest : nil, hasKey: options.groupKey != nil, constants: constants)
        summary = Self.summary(pair, groups, by: by, constants: constantCount)
    }

    /// The values that more than `most` rows share.
    private static func constants(_ values: [UInt64], above most: Int) -> Set<UInt64> {
        var counts: [UInt64: Int] = [:]
        counts.reserveCapacity(values.count)
        for value in values { counts[value, default: 0] += 1 }
        return Set(counts.lazy.filter { $0.value > most }.map(\.key))
    }

    /// The group, by the one hash that stands for it elsewhere, of every row.
    func hashes(_ pair: CorpusPair, options: AnalysisOptions) -> [UInt64] {
        let keys = options.groupKey.map { pair.fingerprints(ofKey: $0) }
        let width = pair.fields.count
        return (0..<pair.count).map { row in
            rule.hash(values: pair.fingerprints[row * width..<(row + 1) * width], key: keys?[row])
        }
    }

    private static func summary(
        _ pair: CorpusPair, _ groups: Groups, by: [String], constants: Int
    ) -> GroupSummary {
        var sizes = [(train: Int, test: Int)](repeating: (0, 0), count: groups.count)
        for (row, group) in groups.ofRow.enumerated() {
            if pair.isTest[row] { sizes[Int(group)].test += 1 } else { sizes[Int(group)].train += 1 }
        }
        let trainContents = Set(pair.trainRows.map { pair.contents[$0] })
        let testContents = (0..<pair.count).filter { pair.isTest[$0] }.map { pair.contents[$0] }
        return GroupSummary(
            by: by, train: sizes.filter { $0.train > 0 }.count, test: sizes.filter { $0.test > 0 }.count,
            shared: sizes.filter { $0.train > 0 && $0.test > 0 }.count,
            largest: sizes.map { $0.train + $0.test }.max() ?? 0, constantValues: constants,
            duplicatesInTrain: pair.train.count - trainContents.count,
            duplicatesInTest: testContents.count - Set(testContents).count,
            testRowsInTrain: testContents.reduce(0) { $0 + (trainContents.contains($1) ? 1 : 0) })
    }
}
