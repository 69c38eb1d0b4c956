import ShiftModel
import SparseFeatures
import TextRecords

/// What groups are made from, by row in canonical order.
struct GroupedTexts {
    let fields: [String]
    /// XXH3 of each field's text, rows × fields.
    let fingerprints: [UInt64]
    /// One hash over all fields: equal for exact duplicates, which are adjacent.
    let contents: [UInt64]
    /// Mean length of each field in code points.
    let meanLengths: [Double]
    /// Slot of the field with the longest texts.
    let longest: Int
    let isTest: [Bool]
    /// Fingerprint of the group key; nil where none was named.
    let keys: [UInt64]?

    var count: Int { isTest.count }
}

/// Which rows are kept together, by the default rules or by `--group`.
package struct Grouping: Sendable {
    package let groups: Groups
    /// The hash by which these groups are identified elsewhere.
    let rule: GroupRule
    package let summary: GroupSummary
    /// Fingerprint of the group key of each row; nil where none was named.
    let keys: [UInt64]?

    /// - Parameters:
    ///   - known: The rule of the whole corpora, where the rows are a sample; nil to find it here.
    ///   - folds: Folds that the groups are for.
    init(_ texts: GroupedTexts, key: String?, rule known: GroupRule?, folds: Int) {
        keys = texts.keys
        var rules: [[UInt64?]] = [texts.contents.map { GroupRule.key(content: $0) }]
        var constants: Set<UInt64> = []
        var constantCount = 0
        var by: [String] = []
        if let keys = texts.keys {
            by = [key ?? ""]
            rules.append(keys.map { GroupRule.key(group: $0) })
        } else {
            let most = GroupRule.mostRows(of: texts.count, folds: folds)
            for slot in texts.fields.indices where texts.meanLengths[slot] >= GroupRule.longField {
                by.append(texts.fields[slot])
                let values = (0..<texts.count).map { texts.fingerprints[$0 * texts.fields.count + slot] }
                let own = known.flatMap { $0.slot == slot ? $0.constants : nil } ?? Self.constants(values, above: most)
                constantCount += own.count
                if slot == texts.longest { constants = own }
                rules.append(values.map { own.contains($0) ? nil : GroupRule.key(slot: slot, value: $0) })
            }
        }
        groups = Groups(rows: texts.count, rules: rules, fallback: rules[0].map { $0 ?? 0 })
        let isLong = keys == nil && texts.meanLengths[texts.longest] >= GroupRule.longField
        rule = known ?? GroupRule(slot: isLong ? texts.longest : nil, hasKey: keys != nil, constants: constants)
        summary = Self.summary(texts, groups, by: by, constants: constantCount)
    }

    /// Whether each side has at least as many groups as folds.
    func suffices(for folds: Int) -> Bool { summary.train >= folds && summary.test >= folds }

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

    private static func summary(
        _ texts: GroupedTexts, _ groups: Groups, by: [String], constants: Int
    ) -> GroupSummary {
        var sizes = [(train: Int, test: Int)](repeating: (0, 0), count: groups.count)
        for (row, group) in groups.ofRow.enumerated() {
            if texts.isTest[row] { sizes[Int(group)].test += 1 } else { sizes[Int(group)].train += 1 }
        }
        let blank = [FieldColumn.missingFingerprint, [UInt8]().withUnsafeBufferPointer { FieldColumn.fingerprint(of: $0) }]
        func isBlank(_ row: Int) -> Bool {
            texts.fields.indices.allSatisfy { blank.contains(texts.fingerprints[row * texts.fields.count + $0]) }
        }
        // Rows with equal contents are adjacent.
        var duplicates = (train: 0, test: 0, across: 0)
        var start = 0
        while start < texts.count {
            var rows = (train: 0, test: 0)
            var end = start
            while end < texts.count, texts.contents[end] == texts.contents[start] {
                if texts.isTest[end] { rows.test += 1 } else { rows.train += 1 }
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
