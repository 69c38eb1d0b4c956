/// What one field holds over a whole corpus.
package struct FieldSurvey: Sendable {
    /// Values of an identifier that are kept to see whether one occurs twice. A field with more values and no repeat so far
    /// counts as one that never repeats.
    private static let maximumIdentifiers = 1 << 20

    /// What the field is called.
    package let name: String
    private var tally = FieldColumn.Tally()
    /// For each kind, the first record with a value of it here.
    private var firsts = [SourceLocation?](repeating: nil, count: ValueKind.allCases.count)
    /// The first record that has a value here; nil if none has.
    package private(set) var firstPresence: SourceLocation?
    /// The first record that has something here that is no text and cannot be read as one.
    private var firstWrong: (place: SourceLocation, kind: ValueKind)?
    /// Whether all texts are single ASCII tokens, and no two are known to be equal.
    private var isUniqueToken = true
    private var tokens: Set<UInt64> = []
    /// The texts that many records have here, by fingerprint; counted where the corpus was read as a stream.
    package private(set) var frequent = FrequentValues()
    /// Some of the texts.
    package private(set) var sample = ValueSample()

    /// A field that none of the `records` records so far has.
    init(name: String, missingIn records: Int) {
        self.name = name
        tally.kinds[Int(ValueKind.missing.rawValue)] = records
    }

    /// - Parameter findsFrequent: Whether to count ``frequent``.
    init(_ column: FieldColumn, of table: RecordTable, findsFrequent: Bool) {
        name = column.name
        tally = column.tally
        for kind in ValueKind.allCases {
            firsts[Int(kind.rawValue)] = column.firstRow(of: kind).map(table.location(ofRecord:))
        }
        let first = ValueKind.allCases.filter { $0 != .missing }.compactMap { column.firstRow(of: $0) }.min()
        firstPresence = first.map(table.location(ofRecord:))
        if let row = [column.firstRow(of: .object), column.firstArrayWithoutText].compactMap({ $0 }).min() {
            firstWrong = (table.location(ofRecord: row), column.kind(at: row))
        }
        noteTokens(column.tokenFingerprints())
        if column.tally.texts > 0 { sample = ValueSample(column) }
        if findsFrequent, column.tally.texts > 0 {
            for row in 0..<column.count where column.isText(at: row) { frequent.add(column.tidyFingerprint(at: row)) }
        }
    }

    /// Adds what a later batch holds.
    mutating func merge(_ other: FieldSurvey) {
        tally = tally + other.tally
        firsts = zip(firsts, other.firsts).map { $0 ?? $1 }
        firstPresence = firstPresence ?? other.firstPresence
        firstWrong = firstWrong ?? other.firstWrong
        noteTokens(other.isUniqueToken ? Array(other.tokens) : nil)
        frequent.merge(other.frequent)
        sample.merge(other.sample)
    }

    /// Adds records without the field.
    mutating func addMissing(_ records: Int) {
        tally.kinds[Int(ValueKind.missing.rawValue)] += records
    }

    private mutating func noteTokens(_ more: [UInt64]?) {
        guard isUniqueToken else { return }
        guard let more else {
            isUniqueToken = false
            tokens = []
            return
        }
        for token in more where tokens.count < Self.maximumIdentifiers {
            if !tokens.insert(token).inserted {
                isUniqueToken = false
                tokens = []
                return
            }
        }
    }

    /// How many records have a value of `kind` here.
    package func count(of kind: ValueKind) -> Int { tally.kinds[Int(kind.rawValue)] }

    /// How many values are strings or lists of strings.
    package var texts: Int { tally.texts }

    /// Code points of these ``texts``.
    package var codePoints: Int { tally.codePoints }

    /// Mean number of code points of these ``texts``; 0 if there are none.
    package var meanCodePoints: Double { tally.meanCodePoints }

    /// Whether the texts are single ASCII tokens and all different.
    package var isIdentifier: Bool { isUniqueToken }

    /// The first record that has a value of `kind` here; nil if none has. If a corpus was read as a stream and a whole batch
    /// lacks the field, the first record without it is not known.
    package func first(of kind: ValueKind) -> SourceLocation? { firsts[Int(kind.rawValue)] }

    /// How many values are numbers and booleans, which are read as they are spelled.
    package var spelled: Int { count(of: .number) + count(of: .boolean) }

    /// Checks that each record has text, an array of strings, a number, a boolean, null or nothing here.
    /// - Throws: ``RecordError/wrongFieldType(_:field:found:)`` for the first record that has something else.
    package func requireText() throws(RecordError) {
        if let (place, kind) = firstWrong { throw .wrongFieldType(place, field: name, found: kind) }
    }
}
