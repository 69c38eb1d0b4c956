import ParallelWork
import TextRecords

/// A file with something about rows of a corpus, such as a model's scores, labels or predictions, each record joined to
/// its row.
///
/// Any format that a corpus can have: JSON lines, CSV, TSV. Records are joined
/// 1. by identifier, where both files have the key (the text `7` and the number 7 are the same);
/// 2. else by the number in ``rowKey``, which counts the rows of the corpus from 0;
/// 3. else by their order, if there are as many records as rows.
///
/// Not every row of the corpus needs a record.
///
///     let scores = try ScoreFile(path: "scores.csv", corpus: train)
///     let losses = try scores.numbers(under: "loss", within: 0 ... .infinity)
///     for (row, loss) in zip(scores.rows, losses) { … }
package struct ScoreFile: Sendable {
    /// The field that holds a row's number where there are no identifiers.
    package static let rowKey = "row"

    /// How records found their rows.
    package enum Join: Sendable, Equatable {
        /// By the identifier under this key.
        case id(String)
        /// By ``ScoreFile/rowKey``.
        case rowNumber
        /// The first record is the first row's, and so on.
        case order
    }

    /// Whether records were joined by an identifier.
    package var isJoinedByID: Bool { if case .id = join { true } else { false } }

    /// The records of the file.
    package let table: RecordTable
    /// How they were joined.
    package let join: Join
    /// The row of the corpus that each record is about, in the order of the records; ``absent`` for none.
    package let rows: [Int]
    /// What stands for no row, where records of other rows are allowed.
    package static let absent = -1

    /// Reads and joins.
    ///
    /// - Parameters:
    ///   - path: The file; `-` is standard input.
    ///   - format: Its format; nil detects it.
    ///   - named: Fields to read under other names or from within records.
    ///   - corpus: The rows that the records are about.
    ///   - idKey: The field with the identifiers in both files; nil for `id` where both have it.
    ///   - seriesKey: A field that may differ between records about one row, such as the name of the model; nil for none.
    ///   - allowsRepeats: Whether a row may have several records: where the scores are of a set drawn with replacement.
    ///   - allowsAbsent: Whether identifiers that the corpus does not have are accepted: where it is a sample.
    ///   - firstOfEqualIDs: Whether an identifier that several rows of the corpus have stands for the first of them: where they
    ///     are copies of one record. It may then also be the name of a copy in a SQuAD document, such as `q#2`.
    ///   - workers: The threads to read with.
    /// - Throws: `RecordError` for what cannot be read, ``AnalysisError`` for what cannot be joined.
    package init(
        path: String, format: RecordFormat? = nil, named: [FieldPath] = [], corpus: RecordTable, idKey: String? = nil,
        seriesKey: String? = nil, allowsRepeats: Bool = false, allowsAbsent: Bool = false, firstOfEqualIDs: Bool = false,
        workers: WorkerPool = WorkerPool()
    ) throws {
        table = try Self.read(path, format, named, workers)
        join = try Self.join(table, corpus, idKey)
        switch join {
        case .id(let key): rows = try Self.rows(table, corpus, key, allowsAbsent, firstOfEqualIDs)
        case .rowNumber: rows = try Self.numberedRows(table, corpus)
        case .order: rows = Array(0..<corpus.count)
        }
        if !allowsRepeats { try checkRepeats(seriesKey) }
    }

    /// The largest number in size that a file of scores may hold: sums of squares of as many of them as there can be rows are finite.
    package static let greatestNumber = 1e15

    /// The values under `key` as numbers, one per record. `true` is 1, `false` 0, and text is read as a number.
    ///
    /// - Parameters:
    ///   - key: The field.
    ///   - range: What they have to lie in; nil, and an end that is infinite, for ``greatestNumber``.
    ///   - areWhole: Whether they have to be whole numbers.
    /// - Throws: ``AnalysisError`` for a value that is missing, not a number, not finite or outside `range`.
    package func numbers(
        under key: String, within range: ClosedRange<Double>? = nil, areWhole: Bool = false
    ) throws(AnalysisError) -> [Double] {
        let column = try column(key)
        let range = range ?? -Self.greatestNumber...Self.greatestNumber
        let greatest = range.upperBound.isFinite ? range.upperBound : Self.greatestNumber
        var values: [Double] = []
        values.reserveCapacity(table.count)
        for record in 0..<table.count {
            let place = table.location(ofRecord: record)
            let value: Double
            switch column.kind(at: record) {
            case .boolean: value = column.string(at: record) == "true" ? 1 : 0
            case .number, .text:
                let text = column.string(at: record)
                guard let number = Self.number(text) else { throw .notANumber(place, key: key, found: text) }
                value = number
            case let found: throw .valueMissing(place, key: key, found: found)
            }
            guard range.contains(value), value <= greatest else {
                throw .outOfRange(place, key: key, found: value, minimum: range.lowerBound, maximum: greatest)
            }
            if areWhole, value != value.rounded() { throw .notWhole(place, key: key, found: value) }
            values.append(value)
        }
        return values
    }

    /// The values under `key` as text, one per record: strings, and numbers, `true` and `false` as they are written.
    /// - Throws: ``AnalysisError`` for a value that is missing, an array or an object.
    package func texts(under key: String) throws(AnalysisError) -> [String] {
        let column = try column(key)
        var values: [String] = []
        values.reserveCapacity(table.count)
        for record in 0..<table.count {
            switch column.kind(at: record) {
            case .text, .number, .boolean: values.append(column.string(at: record))
            case let found: throw .valueMissing(table.location(ofRecord: record), key: key, found: found)
            }
        }
        return values
    }

    /// The field called `key`.
    /// - Throws: ``AnalysisError/keyAbsent(path:key:available:)``.
    package func column(_ key: String) throws(AnalysisError) -> FieldColumn {
        guard let column = table.column(named: key) else {
            throw .scoreKeyAbsent(path: table.path, key: key, available: table.columns.map(\.name))
        }
        return column
    }

    /// A finite number, or nil.
    private static func number(_ text: String) -> Double? {
        let text = text.drop { $0.isWhitespace }
        if let value = Double(text), value.isFinite { return value }
        // As Python and pandas write what JSON writes in lower case.
        switch text {
        case "True", "true": return 1
        case "False", "false": return 0
        default: return nil
        }
    }

    private static func isNoFiniteNumber(_ word: String) -> Bool {
        ["nan", "inf", "infinity"].contains { word.lowercased().trimmingPrefix("-").hasPrefix($0) }
    }
}

// Reading and joining.
extension ScoreFile {
    private static func read(
        _ path: String, _ format: RecordFormat?, _ named: [FieldPath], _ workers: WorkerPool
    ) throws -> RecordTable {
        do {
            let table = try RecordTable.read(path: path, format: format, named: named, workers: workers)
            for column in table.columns where column.count(of: .null) > 0 {
                for row in 0..<table.count where column.kind(at: row) == .null {
                    var spelled: [UInt8] = []
                    _ = column.appendJSON(at: row, key: EmptyCollection(), to: &spelled)
                    let word = String(decoding: spelled, as: UTF8.self)
                    if isNoFiniteNumber(word) {
                        throw AnalysisError.notANumber(table.location(ofRecord: row), key: column.name, found: word)
                    }
                }
            }
            return table
        } catch let error as RecordError {
            // Other programs write nan: the error is about that value, not about the JSON.
            switch error {
            case .notJSON(let place, .unknownWord(let word)) where isNoFiniteNumber(word),
                .notJSON(let place, .malformedNumber(let word)) where isNoFiniteNumber(word):
                throw AnalysisError.notANumber(place, key: nil, found: word)
            default: throw error
            }
        }
    }

    private static func join(_ table: RecordTable, _ corpus: RecordTable, _ idKey: String?) throws(AnalysisError) -> Join {
        let key = idKey ?? "id"
        if table.column(named: key) != nil {
            guard corpus.column(named: key) != nil else {
                throw .corpusIDAbsent(path: table.path, key: key, corpus: name(of: corpus))
            }
            return .id(key)
        }
        if table.column(named: rowKey) != nil { return .rowNumber }
        guard table.count == corpus.count else {
            if let idKey { throw .scoreKeyAbsent(path: table.path, key: idKey, available: table.columns.map(\.name)) }
            throw .countDiffers(path: table.path, found: table.count, expected: corpus.count, corpus: name(of: corpus))
        }
        return .order
    }

    private static func rows(
        _ table: RecordTable, _ corpus: RecordTable, _ key: String, _ allowsAbsent: Bool, _ firstOfEqualIDs: Bool
    ) throws(AnalysisError) -> [Int] {
        guard let ids = table.column(named: key), let known = corpus.column(named: key) else { return [] }
        var first: [UInt64: Int32] = [:]
        var second: [UInt64: Int32] = [:]
        first.reserveCapacity(corpus.count)
        for row in 0..<corpus.count where isIdentifier(known.kind(at: row)) {
            let print = known.fingerprint(at: row)
            if first[print] == nil { first[print] = Int32(row) } else if second[print] == nil { second[print] = Int32(row) }
        }
        var rows: [Int] = []
        var unknown: [Int] = []
        for record in 0..<table.count {
            guard isIdentifier(ids.kind(at: record)) else {
                throw .scoreIDMissing(table.location(ofRecord: record), key: key)
            }
            var print = ids.fingerprint(at: record)
            if firstOfEqualIDs, first[print] == nil, let original = QuestionDocument.original(ofCopy: ids.string(at: record)) {
                print = Array(original.utf8).withUnsafeBufferPointer { FieldColumn.fingerprint(of: $0) }
            }
            guard let row = first[print] else {
                unknown.append(record)
                rows.append(absent)
                continue
            }
            if !firstOfEqualIDs, let other = second[print] {
                throw .idAmbiguous(
                    table.location(ofRecord: record), id: ids.string(at: record),
                    first: corpus.location(ofRecord: Int(row)), second: corpus.location(ofRecord: Int(other)))
            }
            rows.append(Int(row))
        }
        if !allowsAbsent, let record = unknown.first {
            throw .idsUnknown(
                table.location(ofRecord: record), ids: unknown.prefix(5).map { ids.string(at: $0) }, count: unknown.count,
                key: key, corpus: name(of: corpus))
        }
        return rows
    }

    /// What the corpus is called: all files that it has rows from, as far as they fit in a line.
    private static func name(of corpus: RecordTable) -> String {
        let named = 3
        let paths = (0..<corpus.count).map { corpus.location(ofRecord: $0).path }.distinct
        guard paths.count > 1 else { return corpus.path }
        return paths.prefix(named).joined(separator: ", ") + (paths.count > named ? ", … (+\(paths.count - named))" : "")
    }

    private static func isIdentifier(_ kind: ValueKind) -> Bool { kind == .text || kind == .number }

    private static func numberedRows(_ table: RecordTable, _ corpus: RecordTable) throws(AnalysisError) -> [Int] {
        guard let column = table.column(named: rowKey) else { return [] }
        var rows: [Int] = []
        for record in 0..<table.count {
            let text = column.string(at: record)
            guard let row = Int(text), row >= 0, row < corpus.count else {
                throw .rowOutOfRange(
                    table.location(ofRecord: record), found: text, rows: corpus.count, corpus: name(of: corpus))
            }
            rows.append(row)
        }
        return rows
    }

    /// - Throws: ``AnalysisError/idRepeated(_:id:first:)``.
    private func checkRepeats(_ seriesKey: String?) throws(AnalysisError) {
        struct Subject: Hashable {
            var row: Int
            var series: UInt64
        }
        let series = seriesKey.flatMap { table.column(named: $0) }
        var first: [Subject: Int] = [:]
        first.reserveCapacity(rows.count)
        for (record, row) in rows.enumerated() where row != Self.absent {
            let subject = Subject(row: row, series: series?.fingerprint(at: record) ?? 0)
            if let earlier = first[subject] {
                var id = String(row)
                if case .id(let key) = join { id = table.column(named: key)?.string(at: record) ?? id }
                throw .idRepeated(
                    table.location(ofRecord: record), id: id, first: table.location(ofRecord: earlier))
            }
            first[subject] = record
        }
    }
}
