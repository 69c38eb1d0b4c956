import ParallelWork
import TextRecords

/// What would be read of some files, without an analysis.
public struct Peek: Sendable {
    /// A field of a file.
    public struct FieldPeek: Sendable, Equatable {
        /// Its name.
        public let name: String
        /// What most of its values are.
        public let kind: ValueKind
        /// The share of the records that have a value there, 0 to 1.
        public let filled: Double
        /// The first values that differ, three at most, shortened to a line.
        public let values: [String]
        /// Whether an analysis would compare it, and why not.
        public let isUsed: Bool
        /// The reason for that; nil if nothing at all could be compared.
        public let reason: Field.Reason?
    }

    /// A file.
    public struct File: Sendable, Equatable {
        /// As it was named.
        public let path: String
        /// The name of its format.
        public let format: String
        /// The name of its encoding.
        public let encoding: String
        /// How it is compressed; nil if it is not.
        public let packing: Packing?
        /// The delimiter of a table that is "csv"; nil for others.
        public let delimiter: String?
        /// What was found out about how it is to be read.
        public let remarks: [ReadingRemark]
        /// Its records.
        public let rows: Int
        /// Lines that are no records, and the first error among them.
        public let skipped: Int
        /// The first error among these lines.
        public let firstError: RecordError?
        /// Rows of a table that end early.
        public let shortRows: Int
        /// Its fields, in the order of their first appearance.
        public let fields: [FieldPeek]
    }

    /// The files, in the order in which they were named.
    public let files: [File]
    /// The fields that an analysis of the first file with the second, or with another like it, would compare.
    public let used: [String]

    /// The scripts of the values that are shown of these fields.
    public let letters: LetterShares
    /// What keeps rows together, of the first two files or of a single one; nil where nothing can be compared, and for standard input,
    /// which can be read once.
    public let groups: GroupSummary?

    /// Values that are shown of a field.
    private static let shownValues = 3
    /// Characters that are shown of a value.
    private static let shownCharacters = 60

    /// Reads some files.
    ///
    /// - Parameters:
    ///   - paths: At least one; `-` is standard input.
    ///   - reading: What was said about how to read them.
    ///   - threads: Number of threads, nil for one a processor; it never changes the result.
    /// - Throws: `RecordError` for files that cannot be read at all.
    public init(_ paths: [String], reading: ReadingOptions = ReadingOptions(), threads: Int? = nil) throws {
        let workers = threads.map { WorkerPool(workers: $0) } ?? WorkerPool()
        var surveys: [CorpusSurvey] = []
        var values: [[String: [String]]] = []
        for path in paths {
            let corpus = try CorpusFiles(paths: [path], reading: reading, onError: .skip)
            surveys.append(try CorpusSurvey(corpus, named: [], onError: .skip, workers: workers))
            values.append(try Self.values(of: corpus, workers))
        }
        var options = AnalysisOptions()
        options.reading = reading
        options.onError = .skip
        let selection = try surveys.first.map { first in
            try Self.selection {
                try FieldSelection(train: first, test: surveys.count > 1 ? surveys[1] : first, options: options)
            }
        }
        let judged = selection?.fields ?? []
        used = judged.filter(\.isUsed).map(\.name)
        let named = used
        letters = LetterShares(of: values.flatMap { found in named.flatMap { found[$0] ?? [] } })
        groups = used.isEmpty ? nil : try Self.groups(Array(paths.prefix(2)), options, workers)
        files = zip(surveys, values).map { survey, values in
            Self.file(survey, values, judged)
        }
    }

    /// The fields with the reasons, also where none can be compared.
    private static func selection(_ make: () throws -> FieldSelection) throws -> (fields: [Field], isEmpty: Bool) {
        do {
            return (try make().all, false)
        } catch AnalysisError.noFields(let leftOut, _) {
            return (leftOut, true)
        }
    }

    /// What an analysis of the files keeps together; of a single file with nothing beside it.
    private static func groups(_ paths: [String], _ options: AnalysisOptions, _ workers: WorkerPool) throws -> GroupSummary? {
        guard !paths.contains(StandardInput.name), let first = paths.first, let last = paths.last else { return nil }
        let corpora = try Corpora(train: .files([first]), test: .files([last]), options: options, workers: workers)
        guard paths.count == 1 else { return try ComparedPair(corpora, options: options, workers: workers).grouping.summary }
        let train = corpora.fitted.train
        return try ComparedPair(
            train: train, test: train.excluding(Array(0..<train.count)), selection: corpora.selection, rule: nil,
            options: options,
            workers: workers
        ).grouping.summary
    }

    private static func file(_ survey: CorpusSurvey, _ values: [String: [String]], _ judged: [Field]) -> File {
        let fields = survey.fields.map { field in
            let kinds = ValueKind.allCases.filter { $0 != .missing && $0 != .null }
            let own = judged.first { $0.name == field.name }
            let empty = field.count(of: .missing) + field.count(of: .null)
            return FieldPeek(
                name: field.name, kind: kinds.max { field.count(of: $0) < field.count(of: $1) } ?? .null,
                filled: Double(survey.records - empty) / Double(max(survey.records, 1)), values: values[field.name] ?? [],
                isUsed: own?.isUsed ?? false, reason: own?.reason)
        }
        // A survey of one file has one.
        let file = survey.files.first
        return File(
            path: survey.path, format: file?.format.rawValue ?? "", encoding: file?.encoding.rawValue ?? "",
            packing: file?.packing, delimiter: file?.format == .csv ? file?.tableHeader?.delimiter : nil,
            remarks: file?.remarks ?? [], rows: survey.records, skipped: survey.skippedCount, firstError: survey.skipped.first,
            shortRows: survey.shortRows, fields: fields)
    }

    private struct Enough: Error {}

    /// The first values of each field that differ.
    private static func values(of corpus: CorpusFiles, _ workers: WorkerPool) throws -> [String: [String]] {
        var values: [String: [String]] = [:]
        do {
            try corpus.forEachBatch(named: [], workers: WorkerPool(workers: 1), state: {}) { table, _ in
                Dictionary(uniqueKeysWithValues: table.columns.map { ($0.name, first(of: $0)) })
            } consume: { batch in
                for (name, found) in batch where (values[name]?.count ?? 0) < shownValues {
                    values[name] = found
                }
                if values.values.contains(where: { $0.count == shownValues }) { throw Enough() }
            }
        } catch is Enough {}
        return values
    }

    private static func first(of column: FieldColumn) -> [String] {
        var found: [String] = []
        for row in 0..<column.count where found.count < shownValues {
            let kind = column.kind(at: row)
            guard kind != .missing, kind != .null else { continue }
            var json: [UInt8] = []
            _ = column.appendJSON(at: row, key: EmptyCollection<UInt8>(), to: &json)
            let isText = kind == .text || column.string(at: row).isEmpty == false
            let text = isText ? column.string(at: row) : String(decoding: json, as: UTF8.self)
            let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            guard !line.isEmpty else { continue }
            let shown = line.count > shownCharacters ? line.prefix(shownCharacters - 1) + "…" : line[...]
            if !found.contains(String(shown)) { found.append(String(shown)) }
        }
        return found
    }
}
