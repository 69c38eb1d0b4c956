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
        var known = HashIndex(capacity: values.count)
        var counts: [Int] = []
        for value in values {
            let (number, isNew) = known.insert(value)
            if isNew { counts.append(1) } else { counts[number] += 1 }
        }
        return Set(counts.indices.lazy.filter { counts[$0] > most }.map { known.hashes[$0] })
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
        let blank = [FieldColumn.missingFingerprint, [UInt8]().withUnsafeBufferPointer { FieldColumn.fingerprint(of: $0) }]
        func isBlank(_ row: Int) -> Bool {
            pair.fields.indices.allSatisfy { blank.contains(pair.fingerprints[row * pair.fields.count + $0]) }
        }
        // Rows of equal contents stand beside each other.
        var duplicates = (train: 0, test: 0, across: 0)
        var start = 0
        while start < pair.count {
            var rows = (train: 0, test: 0)
            var end = start
            while end < pair.count, pair.contents[end] == pair.contents[start] {
                if pair.isTest[end] { rows.test += 1 } else { rows.train += 1 }
                end += 1
            }
            // Rows without any text do not repeat one another.
            defer { start = end }
            if isBlank(start) { continue }
            duplicates.train += max(rows.train - 1, 0)
            duplicates.test += max(rows.test - 1, 0)
            if rows.train > 0 { duplicates.across += rows.test }
        }
        return GroupSummary(
            by: by, train: sizes.count { $0.train > 0 }, test: sizes.count { $0.test > 0 },
            shared: sizes.count { $0.train > 0 && $0.test > 0 }, largest: sizes.map { $0.train + $0.test }.max() ?? 0,
            constantValues: constants, duplicatesInTrain: duplicates.train, duplicatesInTest: duplicates.test,
            testRowsInTrain: duplicates.across)
    }
}
