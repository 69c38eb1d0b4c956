import TextRecords

/// Which fields the discriminator sees.
package struct FieldSelection: Sendable {
    /// Maximum number of default fields: the cost of the features of more has no bound, and a large number of keys usually
    /// means that they are data.
    static let mostDefaultFields = 32
    /// The most texts of a field whose kind is found by content.
    private static let mostTexts = 2048

    /// Fields that are nested in the records, as they were found; used or not.
    let nested: [FieldPath]
    /// Fields that are used, in order.
    package let used: [String]
    /// All fields with the reasons.
    package let all: [Field]

    /// Mean length of each used field over both sides, in code points.
    let meanLengths: [Double]

    /// The selection without some used fields, of which others are left.
    func leavingOut(_ names: [String], because reason: Field.Reason) -> FieldSelection {
        let out = Set(names)
        return FieldSelection(
            used: used.filter { !out.contains($0) },
            all: all.filter { !out.contains($0.name) }
                + names.map { Field(name: $0, isUsed: false, reason: reason) },
            nested: nested,
            meanLengths: zip(used, meanLengths).filter { !out.contains($0.0) }.map(\.1))
    }

    private init(used: [String], all: [Field], nested: [FieldPath], meanLengths: [Double]) {
        (self.used, self.all, self.nested, self.meanLengths) = (used, all, nested, meanLengths)
    }

    /// Slot of the used field with the longest texts.
    var longest: Int { meanLengths.indices.max { meanLengths[$0] < meanLengths[$1] } ?? 0 }

    /// - Throws: `RecordError` where a named field holds something other than text; ``AnalysisError``.
    init(train: CorpusSurvey, test: CorpusSurvey, nested: [FieldPath] = [], options: AnalysisOptions) throws {
        self.nested = nested
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
            fields.append(try Self.judge(name, train, test, options))
        }
        if let group = options.groupKey?.path, !named.contains(group), group != options.groupKey?.name || seen.contains(group) {
            fields.append(try Self.judge(group, train, test, options))
        }
        Self.keepClasses(&fields, train, test)
        Self.leaveRepeated(&fields, train, test)
        Self.limit(&fields, train, test)
        let used = fields.filter(\.isUsed)
        guard !used.isEmpty else {
            throw AnalysisError.noFields(leftOut: fields, renamed: try Self.renamed(fields, train, test))
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
    ) throws -> Field {
        func left(_ reason: Field.Reason) -> Field { Field(name: name, isUsed: false, reason: reason) }
        if options.ignoredFields.contains(name) { return left(.ignored) }
        if !options.fields.isEmpty { return left(.notNamed) }
        guard let a = train.field(named: name), let b = test.field(named: name) else { return left(.oneSideOnly) }
        if FieldName.isReserved(name) || [options.idKey, options.labelKey].contains(name) { return left(.reservedName) }
        // The title of a question's article is the name of a source, not a text that is read.
        if name == "title", (train.files + test.files).allSatisfy({ $0.format == .squad }) { return left(.reservedName) }
        // The words of a tagged sentence are its text once more.
        if name == "tokens", (train.files + test.files).allSatisfy({ [.conll, .conllu].contains($0.format) }) {
            return left(.repeated)
        }
        for column in [a, b] where !isMostlyText(column) { return left(.notText) }
        return try content(a, b).objection(name: name).map(left) ?? Field(name: name, isUsed: true, reason: .textLike)
    }

    private static func content(_ sides: FieldSurvey...) throws -> FieldContent {
        try FieldContent(
            sides.flatMap { side in
                let texts = side.sample.texts
                let step = max(1, texts.count / (mostTexts / sides.count))
                return stride(from: 0, to: texts.count, by: step).map { texts[$0] }
            })
    }

    /// Where nothing else is text, a field of few values of several words is: stock answers are all that such records say.
    private static func keepClasses(_ fields: inout [Field], _ train: CorpusSurvey, _ test: CorpusSurvey) {
        guard !fields.contains(where: \.isUsed) else { return }
        for index in fields.indices where fields[index].reason == .classes {
            let sides = [train, test].compactMap { $0.field(named: fields[index].name) }
            guard sides.contains(where: { $0.sample.texts.contains { !FieldContent.isToken($0) } }) else { continue }
            fields[index] = Field(name: fields[index].name, isUsed: true, reason: .textLike)
        }
    }

    /// Of fields with the same texts (a sentence and the list of its words) the first stays, strings before lists.
    private static func leaveRepeated(_ fields: inout [Field], _ train: CorpusSurvey, _ test: CorpusSurvey) {
        func sides(_ index: Int) -> [FieldSurvey] { [train, test].compactMap { $0.field(named: fields[index].name) } }
        func lists(_ index: Int) -> Int { sides(index).reduce(0) { $0 + $1.count(of: .array) } }
        let found = fields.indices.filter { fields[$0].isUsed && fields[$0].reason == .textLike }
            .sorted { (lists($0), $0) < (lists($1), $1) }
        var kept: [Int] = []
        for index in found {
            let repeats = kept.contains { other in
                zip(sides(index), sides(other)).allSatisfy { $0.sample.repeats($1.sample) }
            }
            if repeats {
                fields[index] = Field(name: fields[index].name, isUsed: false, reason: .repeated)
            } else {
                kept.append(index)
            }
        }
    }

    /// The text of train and that of test, where each side has one under a name of its own.
    private static func renamed(
        _ fields: [Field], _ train: CorpusSurvey, _ test: CorpusSurvey
    ) throws -> AnalysisError.RenamedField? {
        func text(_ side: CorpusSurvey) throws -> String? {
            var best: (name: String, words: Double)?
            for field in fields where field.reason == .oneSideOnly {
                guard let own = side.field(named: field.name), isMostlyText(own), !FieldName.isReserved(field.name) else {
                    continue
                }
                let content = try content(own)
                guard content.objection(name: field.name) == nil, content.meanWords > best?.words ?? 0 else { continue }
                best = (field.name, content.meanWords)
            }
            return best?.name
        }
        guard let ofTrain = try text(train), let ofTest = try text(test) else { return nil }
        return AnalysisError.RenamedField(train: ofTrain, test: ofTest)
    }

    /// Mean length over both sides, in code points.
    private static func meanLength(_ name: String, _ train: CorpusSurvey, _ test: CorpusSurvey) -> Double {
        let sides = [train.field(named: name), test.field(named: name)].compactMap { $0 }
        let texts = sides.reduce(0) { $0 + $1.texts }
        return Double(sides.reduce(0) { $0 + $1.codePoints }) / Double(max(texts, 1))
    }

    /// Strings, or lists of strings, for at least half of the values.
    private static func isMostlyText(_ field: FieldSurvey) -> Bool {
        let values = [ValueKind.text, .number, .boolean, .array, .object].reduce(0) { $0 + field.count(of: $1) }
        return 2 * field.texts > values
    }

    private static func missing(_ name: String, _ side: CorpusSurvey) -> Int {
        guard let field = side.field(named: name) else { return side.records }
        return field.count(of: .missing) + field.count(of: .null)
    }
}
