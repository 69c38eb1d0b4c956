import ElementaryFunctions
import ShiftModel
import SparseFeatures
import TextRecords

/// Which rows are kept together: by what repeats in them, or by `--group`.
package struct Grouping: Sendable {
    package let groups: Groups
    /// The hash by which these groups are identified elsewhere.
    let rule: GroupRule
    package private(set) var summary: GroupSummary
    /// Fingerprint of the group key of each row; nil without one.
    let keys: [UInt64]?

    /// By row: the number of its stock text (``StockTexts``); -1 for a row without one.
    let stockClasses: [Int32]

    /// What repeats, and so links rows.
    private struct Link {
        /// The field whose texts repeat, or nearly do; nil for whole records, which are kept together in any case.
        let slot: Int?
        var isNear = false
        var keys: [UInt64?]
    }

    /// - Parameters:
    ///   - known: The rule of the whole corpora, where the rows are a sample; nil to find it here.
    ///   - folds: Folds that the groups are for.
    ///   - findsGroups: Whether anything but exact duplicates keeps rows together.
    init(_ texts: GroupedTexts, rule known: GroupRule?, folds: Int, findsGroups: Bool = true) {
        let most = GroupRule.mostRows(of: texts.count, folds: folds)
        let stock = StockTexts(texts, findsGroups: findsGroups)
        var links = [
            Link(
                slot: nil,
                keys: texts.contents.indices.map { stock.holds($0) ? nil : GroupRule.key(content: texts.contents[$0]) })
        ]
        var constants: Set<UInt64> = []
        var constantCount = 0
        if findsGroups {
            for slot in texts.fields.indices where !texts.near.isEmpty {
                let values = (0..<texts.count).map { texts.near[$0 * texts.fields.count + slot] }
                let common = Self.constants(values, above: most)
                // Classes of several texts: equal texts are the next rule's.
                let several = Set(values.indices.lazy.filter { values[$0] != texts.fingerprint($0, slot) }.map { values[$0] })
                guard !several.isEmpty else { continue }
                links.append(
                    Link(
                        slot: slot, isNear: true,
                        keys: values.indices.map { row in
                            stock.holds(row) || common.contains(values[row]) || !several.contains(values[row])
                                ? nil : GroupRule.key(nearIn: slot, first: values[row])
                        }))
            }
            if texts.key?.isFound ?? true {
                if !texts.documents.isEmpty {
                    let common = Self.constants(texts.documents, above: most)
                    links.append(
                        Link(
                            slot: nil,
                            keys: texts.documents.indices.map { row in
                                stock.holds(row) || common.contains(texts.documents[row])
                                    ? nil : GroupRule.key(document: texts.documents[row])
                            }))
                }
                for slot in texts.fields.indices {
                    let values = (0..<texts.count).map { texts.fingerprint($0, slot) }
                    if texts.meanLengths[slot] < GroupRule.longField, slot != texts.longest,
                        Self.isOfBothSides(values, texts.isTest)
                    {
                        continue
                    }
                    let own = known.flatMap { $0.slot == slot ? $0.constants : nil } ?? Self.constants(values, above: most)
                    constantCount += own.count { !GroupRule.isBlank($0) }
                    if slot == texts.longest { constants = own }
                    links.append(
                        Link(
                            slot: slot,
                            keys: values.indices.map { row in
                                stock.holds(row) || own.contains(values[row])
                                    ? nil : GroupRule.key(slot: slot, value: values[row])
                            }))
                }
            }
        }
        let fixed = texts.key.map { key in Link(slot: nil, keys: key.values.map { GroupRule.key(group: $0) }) }
        let (groups, cut) = Self.joined(links, fixed, most: most, fallback: stock.alone)
        self.groups = groups
        keys = texts.key?.values
        stockClasses = stock.classes
        let isLong = texts.key == nil && findsGroups && texts.meanLengths[texts.longest] >= GroupRule.longField
        rule = known ?? GroupRule(slot: isLong ? texts.longest : nil, hasKey: texts.key != nil, constants: constants)
        let repeating = links.compactMap { link -> String? in
            guard let slot = link.slot, !link.isNear, !cut.contains(slot) else { return nil }
            // That of long texts is said whether or not one repeats.
            let isSaid = texts.meanLengths[slot] >= GroupRule.longField || Self.repeats(link.keys)
            return isSaid ? texts.fields[slot] : nil
        }
        summary = Self.summary(
            texts, groups, by: (texts.key.map { [$0.name] } ?? []) + repeating, constants: constantCount,
            cut: cut.map { texts.fields[$0] }, stock, findsGroups: findsGroups)
    }

    /// Notes the fields whose values join no rows, where the groups were made without those fields.
    mutating func noteCut(_ fields: [String]) { summary.cut = fields }

    /// Whether each side has at least as many groups as folds.
    func suffices(for folds: Int) -> Bool { summary.train >= folds && summary.test >= folds }

    /// Joins the rows by all links; as long as a group then has more than `most` rows, the field that links most in it is left out.
    private static func joined(
        _ links: [Link], _ fixed: Link?, most: Int, fallback: [UInt64]
    ) -> (groups: Groups, cut: [Int]) {
        func grouped(_ links: [Link]) -> (groups: Groups, sizes: [Int]) {
            let groups = Groups(
                rows: fallback.count, rules: (links + [fixed].compactMap { $0 }).map(\.keys), fallback: fallback)
            var sizes = [Int](repeating: 0, count: groups.count)
            for group in groups.ofRow { sizes[Int(group)] += 1 }
            return (groups, sizes)
        }
        var links = links
        var cut: [Int] = []
        var least: Int?
        while true {
            let (groups, sizes) = grouped(links)
            guard let largest = sizes.indices.max(by: { sizes[$0] < sizes[$1] }), sizes[largest] > least ?? most else {
                return (groups, cut)
            }
            if least == nil {
                // What duplicates and a key join is joined in any case.
                least = max(most, grouped(links.filter { $0.slot == nil }).sizes.max() ?? 0)
                continue
            }
            let rows = groups.ofRow.indices.filter { groups.ofRow[$0] == Int32(largest) }
            var counts: [Int: Int] = [:]
            for link in links {
                guard let slot = link.slot else { continue }
                counts[slot, default: 0] += rows.count { link.keys[$0] != nil } - Set(rows.compactMap { link.keys[$0] }).count
            }
            guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), most.value > 0 else {
                return (groups, cut)
            }
            cut.append(most.key)
            links.removeAll { $0.slot == most.key }
        }
    }

    /// Whether the values of a short field that repeat are on both sides about as often as if each row had its side by chance: then
    /// a value is like a word ("Great" as a title), and nothing of one side that a fold could give away.
    private static func isOfBothSides(_ values: [UInt64], _ isTest: [Bool]) -> Bool {
        var known = HashIndex(capacity: values.count)
        var counts: [(train: Int, test: Int)] = []
        for (row, value) in values.enumerated() where !GroupRule.isBlank(value) {
            let (number, isNew) = known.insert(value)
            if isNew { counts.append((0, 0)) }
            if isTest[row] { counts[number].test += 1 } else { counts[number].train += 1 }
        }
        let share = Double(isTest.count { $0 }) / Double(max(isTest.count, 1))
        var (both, expected) = (0.0, 0.0)
        for count in counts where count.train + count.test > 1 {
            let rows = Double(count.train + count.test)
            both += count.train > 0 && count.test > 0 ? 1 : 0
            expected += 1 - Double.pow(share, rows) - Double.pow(1 - share, rows)
        }
        return expected > 0 && both >= leastOfBothSides * expected
    }

    /// Least part of the expected number.
    private static let leastOfBothSides = 0.5

    private static func repeats(_ keys: [UInt64?]) -> Bool {
        let values = keys.compactMap { $0 }
        return Set(values).count < values.count
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

    /// Documents that keep rows together; nil for none.
    private static func documents(_ texts: GroupedTexts, _ findsGroups: Bool) -> Int? {
        guard findsGroups, texts.key?.isFound ?? true else { return nil }
        let count = Set(texts.documents.lazy.filter { !GroupRule.isBlank($0) }).count
        return count == 0 ? nil : count
    }

    private static func summary(
        _ texts: GroupedTexts, _ groups: Groups, by: [String], constants: Int, cut: [String], _ stock: StockTexts,
        findsGroups: Bool
    ) -> GroupSummary {
        var sizes = [(train: Int, test: Int)](repeating: (0, 0), count: groups.count)
        for (row, group) in groups.ofRow.enumerated() {
            if texts.isTest[row] { sizes[Int(group)].test += 1 } else { sizes[Int(group)].train += 1 }
        }
        func isBlank(_ row: Int) -> Bool { texts.fields.indices.allSatisfy { GroupRule.isBlank(texts.fingerprint(row, $0)) } }
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
        func blank(_ isTest: Bool) -> Int? {
            let rows = (0..<texts.count).count { texts.isTest[$0] == isTest && isBlank($0) }
            return rows == 0 ? nil : rows
        }
        let near =
            texts.near.isEmpty
            ? nil
            : (0..<texts.count).count { row in
                texts.fields.indices.contains { texts.near[row * texts.fields.count + $0] != texts.fingerprint(row, $0) }
            }
        return GroupSummary(
            by: by, train: sizes.count { $0.train > 0 }, test: sizes.count { $0.test > 0 },
            shared: sizes.count { $0.train > 0 && $0.test > 0 }, largest: sizes.map { $0.train + $0.test }.max() ?? 0,
            constantValues: constants, duplicatesInTrain: duplicates.train, duplicatesInTest: duplicates.test,
            testRowsInTrain: duplicates.across, nearDuplicates: near, cut: cut.isEmpty ? nil : cut,
            stockRows: stock.rows == 0 ? nil : stock.rows, found: texts.key.flatMap { $0.isFound ? $0.name : nil },
            proposed: texts.proposed.isEmpty ? nil : texts.proposed, blankTrain: blank(false), blankTest: blank(true),
            documents: documents(texts, findsGroups))
    }
}
