import TextRecords

/// Which fields the discriminator sees.
package struct FieldSelection: Sendable {
    /// Least mean length of a default field, in code points.
    static let minimumMeanLength = 8.0
    /// Maximum number of default fields: the cost of the features of more has no bound, and a large number of keys usually
    /// means that they are data.
    static let mostDefaultFields = 32
    /// Names that mean labels, ids or dates, whatever the fields hold; compared in lower case. They include those of public
    /// corpora for reading comprehension, extraction and classification, whose test sides often have labels too.
    static let reservedNames: Set<String> = [
        "id", "_id", "idx", "date", "label", "labels", "label_desc", "gold_label", "target", "targets", "answer", "answers",
        "answerkey", "correct_answer", "is_impossible", "spo_list", "triples", "triple_list", "relation", "relations", "spans",
        "entities", "entity_list", "event_list", "tags", "ner", "ner_tags", "pos_tags", "chunk_tags", "sentiment", "emotion",
        "polarity", "intent", "序号", "类别", "分类", "情感", "情感倾向", "答案", "日期", "时间",
    ]
    /// Suffixes of names that mean labels, ids or dates.
    static let reservedEnds = ["_id", "编号", "标签", "日期", "时间"]

    /// Whether a field is a label, an id or a date by its name.
    static func isReserved(_ name: String) -> Bool {
        let name = name.lowercased()
        return reservedNames.contains(name) || reservedEnds.contains { name.hasSuffix($0) }
    }

    /// Fields that are used, in order.
    package let used: [String]
    /// All fields with the reasons.
    package let all: [Field]

    /// Mean length of each used field over both sides, in code points.
    let meanLengths: [Double]

    /// Slot of the used field with the longest texts.
    var longest: Int { meanLengths.indices.max { meanLengths[$0] < meanLengths[$1] } ?? 0 }

    /// - Throws: `RecordError` where a named field holds something other than text; ``AnalysisError``.
    init(train: CorpusSurvey, test: CorpusSurvey, options: AnalysisOptions) throws {
        for (option, key) in [("--id", options.idKey), ("--group", options.groupKey?.name)] {
            for side in [train, test] {
                guard let key, side.field(named: key) == nil else { continue }
                throw AnalysisError.keyAbsent(
                    option: option, key: option == "--id" ? key : options.groupKey?.path ?? key, path: side.path,
                    available: side.fields.map(\.name))
            }
        }
        let named = options.fields.map(\.name)
        var fields: [Field] = []
        for name in named {
            for side in [train, test] { try side.field(named: name)?.requireText() }
            fields.append(Field(name: name, isUsed: true, reason: .named))
        }
        let seen = train.fields.map(\.name) + test.fields.map(\.name).filter { train.field(named: $0) == nil }
        for name in seen where !named.contains(name) && name != options.groupKey?.path {
            fields.append(Self.judge(name, train, test, options))
        }
        if let group = options.groupKey?.path, !named.contains(group), group != options.groupKey?.name || seen.contains(group) {
            fields.append(Self.judge(group, train, test, options))
        }
        Self.limit(&fields, train, test)
        let used = fields.filter(\.isUsed)
        guard !used.isEmpty else {
            throw AnalysisError.noFields(
                leftOut: fields,
                lists: fields.filter { $0.reason == .notText }.map(\.name).filter { Self.isList($0, train, test) })
        }
        self.used = used.map(\.name)
        meanLengths = used.map { Self.meanLength($0.name, train, test) }
        all =
            used.map { field in
                var field = field
                field.missingTrain = Self.missing(field.name, train)
                field.missingTest = Self.missing(field.name, test)
                return field
            } + fields.filter { !$0.isUsed }
    }

    /// If there are more than ``mostDefaultFields`` default fields, those with the most text stay.
    private static func limit(_ fields: inout [Field], _ train: CorpusSurvey, _ test: CorpusSurvey) {
        let found = fields.indices.filter { fields[$0].isUsed && fields[$0].reason == .textLike }
        func text(_ index: Int) -> Int {
            [train, test].reduce(0) { $0 + ($1.field(named: fields[index].name)?.codePoints ?? 0) }
        }
        for index in found.sorted(by: { (text($1), $0) < (text($0), $1) }).dropFirst(mostDefaultFields) {
            fields[index] = Field(name: fields[index].name, isUsed: false, reason: .tooMany)
        }
    }

    private static func judge(
        _ name: String, _ train: CorpusSurvey, _ test: CorpusSurvey, _ options: AnalysisOptions
    ) -> Field {
        func left(_ reason: Field.Reason) -> Field { Field(name: name, isUsed: false, reason: reason) }
        if !options.fields.isEmpty { return left(.notNamed) }
        guard let a = train.field(named: name), let b = test.field(named: name) else { return left(.oneSideOnly) }
        if isReserved(name) || [options.idKey, options.labelKey].contains(name) { return left(.reservedName) }
        // The title of a question's article is the name of a source, not a text that is read.
        if name == "title", (train.files + test.files).allSatisfy({ $0.format == .squad }) { return left(.reservedName) }
        for column in [a, b] where !isMostlyText(column) { return left(.notText) }
        if meanLength(name, train, test) < minimumMeanLength { return left(.tooShort) }
        if a.isIdentifier && b.isIdentifier { return left(.identifier) }
        return Field(name: name, isUsed: true, reason: .textLike)
    }

    /// Mean length over both sides, in code points.
    private static func meanLength(_ name: String, _ train: CorpusSurvey, _ test: CorpusSurvey) -> Double {
        let sides = [train.field(named: name), test.field(named: name)].compactMap { $0 }
        let texts = sides.reduce(0) { $0 + $1.texts }
        return Double(sides.reduce(0) { $0 + $1.codePoints }) / Double(max(texts, 1))
    }

    /// Strings wherever there is a value, for at least half of the values.
    private static func isMostlyText(_ field: FieldSurvey) -> Bool {
        let others = [ValueKind.number, .boolean, .array, .object].reduce(0) { $0 + field.count(of: $1) }
        return field.count(of: .text) > others
    }

    /// Lists of strings on both sides, and nothing else.
    private static func isList(_ name: String, _ train: CorpusSurvey, _ test: CorpusSurvey) -> Bool {
        [train, test].allSatisfy { side in
            guard let field = side.field(named: name), field.count(of: .array) > 0 else { return false }
            return (try? field.requireText()) != nil
        }
    }

    private static func missing(_ name: String, _ side: CorpusSurvey) -> Int {
        guard let field = side.field(named: name) else { return side.records }
        return field.count(of: .missing) + field.count(of: .null)
    }
}
