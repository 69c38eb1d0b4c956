import ShiftModel
import ShiftReport
import SparseFeatures
import TextRecords

/// Which rows are kept together, by DESIGN's default rules or by `--group`.
struct Grouping {
    /// A field of this mean length or more is long: its equal values make groups. In code points.
    static let longField = 30.0

    let groups: Groups
    /// Group identity of each row.
    let summary: GroupSummary

    /// - Throws: ``AnalysisError/keyAbsent(option:key:path:available:)``.
    init(_ pair: CorpusPair, options: AnalysisOptions) throws {
        var rules: [[UInt64?]] = [pair.contents.map { FeatureHasher.mix($0, 1) }]
        var constants = 0
        var by: [String] = []
        if let key = options.groupKey {
            let columns = try [pair.train, pair.test].map { table in
                guard let column = table.column(named: key.name) else {
                    throw AnalysisError.keyAbsent(
                        option: "--group", key: key.path, path: table.path, available: table.columns.map(\.name))
                }
                return column
            }
            by = [key.path]
            let keys = (0..<pair.count).map { columns[pair.isTest[$0] ? 1 : 0].fingerprint(at: pair.fileRow($0)) }
            rules.append(Self.rule(keys, 2, pair.count + 1, &constants))
        } else {
            let most = max(pair.count / (2 * options.folds), 1)
            for (slot, name) in pair.fields.enumerated() where pair.meanLengths[slot] >= Self.longField {
                by.append(name)
                let keys = (0..<pair.count).map { pair.fingerprints[$0 * pair.fields.count + slot] }
                rules.append(Self.rule(keys, UInt64(slot) + 3, most, &constants))
            }
        }
        groups = Groups(rows: pair.count, rules: rules, fallback: rules[0].map { $0 ?? 0 })
        summary = Self.summary(pair, groups, by: by, constants: constants)
    }

    /// Keys of one rule, apart from those of others; values of more than `most` rows, and missing ones, join nothing.
    private static func rule(_ keys: [UInt64], _ salt: UInt64, _ most: Int, _ constants: inout Int) -> [UInt64?] {
        var counts: [UInt64: Int] = [:]
        counts.reserveCapacity(keys.count)
        for key in keys { counts[key, default: 0] += 1 }
        constants += counts.values.reduce(0) { $0 + ($1 > most ? 1 : 0) }
        return keys.map {
            $0 == FieldColumn.missingFingerprint || counts[$0, default: 0] > most ? nil : FeatureHasher.mix($0, salt)
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
