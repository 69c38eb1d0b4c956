import ShiftReport
import TextRecords

/// Which fields the discriminator sees.
struct FieldSelection {
    /// Least mean length of a default field, in code points.
    static let minimumMeanLength = 8.0
    /// Names that are labels, ids or dates, whatever they hold; compared in lower case.
    static let reservedNames: Set<String> = ["id", "_id", "label", "labels", "answer", "answers", "target", "date"]

    /// Fields that are used, in order.
    let used: [String]
    /// All fields with the reasons.
    let all: [Field]

    /// - Throws: `RecordError` where a named field holds something else than text; ``AnalysisError``.
    init(train: RecordTable, test: RecordTable, options: AnalysisOptions) throws {
        if let id = options.idKey {
            for table in [train, test] where table.column(named: id) == nil {
                throw AnalysisError.keyAbsent(
                    option: "--id", key: id, path: table.path, available: table.columns.map(\.name))
            }
        }
        let named = options.fields.map(\.name)
        var fields: [Field] = []
        for name in named {
            for table in [train, test] {
                guard let column = table.column(named: name) else { continue }
                try table.requireText(in: column)
            }
            fields.append(Field(name: name, isUsed: true, reason: .named))
        }
        let seen = train.columns.map(\.name) + test.columns.map(\.name).filter { train.column(named: $0) == nil }
        for name in seen where !named.contains(name) && name != options.groupKey?.path {
            fields.append(Self.judge(name, train, test, options))
        }
        if let group = options.groupKey?.path, !named.contains(group), group != options.groupKey?.name || seen.contains(group) {
            fields.append(Self.judge(group, train, test, options))
        }
        let used = fields.filter(\.isUsed)
        guard !used.isEmpty else {
            throw AnalysisError.noFields(leftOut: fields.map { "\($0.name) (\(Wording.reason($0.reason)))" })
        }
        self.used = used.map(\.name)
        all = used.map { field in
            var field = field
            field.missingTrain = Self.missing(field.name, train)
            field.missingTest = Self.missing(field.name, test)
            return field
        } + fields.filter { !$0.isUsed }
    }

    private static func judge(
        _ name: String, _ train: RecordTable, _ test: RecordTable, _ options: AnalysisOptions
    ) -> Field {
        func left(_ reason: Field.Reason) -> Field { Field(name: name, isUsed: false, reason: reason) }
        if !options.fields.isEmpty { return left(.notNamed) }
        guard let a = train.column(named: name), let b = test.column(named: name) else { return left(.oneSideOnly) }
        if reservedNames.contains(name.lowercased()) || name == options.idKey { return left(.reservedName) }
        // The title of a question's article is the name of a source, not a text that is read.
        if name == "title", train.format == .squad, test.format == .squad { return left(.reservedName) }
        for column in [a, b] where !isMostlyText(column) { return left(.notText) }
        let texts = Double(a.count(of: .text) + b.count(of: .text))
        let mean =
            (a.meanCodePoints * Double(a.count(of: .text)) + b.meanCodePoints * Double(b.count(of: .text))) / max(texts, 1)
        if mean < minimumMeanLength { return left(.tooShort) }
        if isIdentifier(a) && isIdentifier(b) { return left(.identifier) }
        return Field(name: name, isUsed: true, reason: .textLike)
    }

    /// Strings wherever there is a value, for at least half of the values.
    private static func isMostlyText(_ column: FieldColumn) -> Bool {
        let others = [ValueKind.number, .boolean, .array, .object].reduce(0) { $0 + column.count(of: $1) }
        return column.count(of: .text) > others
    }

    /// One ASCII token a row, all different.
    private static func isIdentifier(_ column: FieldColumn) -> Bool {
        for row in 0..<column.count where column.kind(at: row) == .text {
            let isToken = column.withText(at: row) { text in text.allSatisfy { $0 > 0x20 && $0 < 0x7F } }
            if !isToken { return false }
        }
        return column.distinctCount() == column.count(of: .text)
    }

    private static func missing(_ name: String, _ table: RecordTable) -> Int {
        guard let column = table.column(named: name) else { return table.count }
        return column.count(of: .missing) + column.count(of: .null)
    }
}
