import CSimdjson
import ParallelWork

/// Puts chunks together in order: one list of records, one column per field.
struct TableAssembly {
    let storage: RecordStorage
    let records: [RecordSpan]
    let columns: [FieldColumn]
    /// The top-level fields under their own names, including those hidden by a named field.
    let topLevel: [FieldColumn]
    /// All top-level fields that the table keeps, in order of first appearance.
    let fieldNames: [String]
    let fieldsLeftOut: Int
    /// The first named field that no record has.
    let absentField: FieldPath?

    /// Where a column's values are: a chunk and the column in it.
    private struct Part: Sendable {
        var chunk: Int
        var column: Int
    }

    /// - Parameter linesBefore: Lines of the corpus before `content`.
    init(content: FileContent, chunks: [RecordChunk], linesBefore: Int, named: [FieldPath], workers: WorkerPool) {
        let storage = RecordStorage(bytes: content.bytes, count: content.count, arenas: chunks.map(\.arena))
        self.storage = storage
        let rowStarts = Self.runningSums(chunks.map(\.records.count))
        let lineStarts = Self.runningSums(chunks.map(\.lineCount)).map { linesBefore + $0 }
        var records: [RecordSpan] = []
        records.reserveCapacity(rowStarts.last ?? 0)
        for (chunk, start) in zip(chunks, lineStarts) {
            for var record in chunk.records {
                record.line &+= UInt32(truncatingIfNeeded: start)
                records.append(record)
            }
        }
        self.records = records

        // The parts of each top-level field, fields in order of first appearance.
        var fieldNames: [String] = []
        var parts: [[Part]] = []
        var fieldOfName: [String: Int] = [:]
        for (chunk, content) in chunks.enumerated() {
            for (column, field) in content.fields.enumerated() {
                let index = fieldOfName[field.name] ?? fieldNames.count
                if index == fieldNames.count {
                    fieldOfName[field.name] = index
                    fieldNames.append(field.name)
                    parts.append([])
                }
                parts[index].append(Part(chunk: chunk, column: column))
            }
        }

        func column(_ name: String, _ parts: [Part], _ columns: KeyPath<RecordChunk, [RecordChunk.Column]>) -> FieldColumn {
            Self.column(name, parts, in: chunks.map { $0[keyPath: columns] }, rowStarts, storage, workers)
        }
        let wanted = Set(named.filter { $0.keys.count == 1 }.map { $0.keys[0] })
        var topLevel: [FieldColumn] = []
        for (index, name) in fieldNames.enumerated() where index < RecordTable.maximumFields || wanted.contains(name) {
            topLevel.append(column(name, parts[index], \.fields))
        }
        var further: [FieldColumn] = []
        var absentField: FieldPath?
        var nestedIndex = 0
        for field in named {
            var found: FieldColumn?
            if field.keys.count == 1 {
                found = topLevel.first { $0.name == field.keys[0] }
            } else if let first = chunks.first, nestedIndex < first.named.count {
                let parts = chunks.indices.map { Part(chunk: $0, column: nestedIndex) }
                let nested = column(field.name, parts, \.named)
                if nested.count(of: .missing) < records.count { found = nested }
                nestedIndex += 1
            }
            if found == nil, absentField == nil { absentField = field }
            if let found, !field.isPlain { further.append(found.renamed(field.name)) }
        }
        // Also if no record has it: a named field never means another field of the same name.
        let hidden = Set(named.filter { !$0.isPlain }.map(\.name))
        self.columns = topLevel.filter { !hidden.contains($0.name) } + further
        self.topLevel = topLevel
        self.fieldNames = topLevel.map(\.name)
        self.fieldsLeftOut = fieldNames.count - topLevel.count
        self.absentField = absentField
    }

    /// The sum of the values before each one, and the sum of all.
    private static func runningSums(_ values: [Int]) -> [Int] {
        values.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
    }

    private static func column(
        _ name: String, _ parts: [Part], in chunks: [[RecordChunk.Column]], _ rowStarts: [Int], _ storage: RecordStorage,
        _ workers: WorkerPool
    ) -> FieldColumn {
        var columnOfChunk = [Int?](repeating: nil, count: chunks.count)
        for part in parts { columnOfChunk[part.chunk] = part.column }
        let source = columnOfChunk
        var tallies: [FieldColumn.Tally] = []
        let count = rowStarts.last ?? 0
        let spans = [TextSpan](unsafeUninitializedCapacity: count) { buffer, initialized in
            // Each chunk initialises its own rows.
            nonisolated(unsafe) let rows = buffer
            tallies = workers.map(chunks.count) { chunk in
                let own = UnsafeMutableBufferPointer(rebasing: rows[rowStarts[chunk]..<rowStarts[chunk + 1]])
                own.initialize(repeating: .missing)
                guard let column = source[chunk], column < chunks[chunk].count else {
                    return tally(present: 0, of: own)
                }
                let values = chunks[chunk][column]
                var tally = tally(present: values.rows.count, of: own)
                for (row, span) in zip(values.rows, values.spans) {
                    own[Int(row)] = span
                    tally.kinds[Int(span.kind.rawValue)] += 1
                    guard span.isText else { continue }
                    tally.texts += 1
                    tally.codePoints += storage.withBytes(of: span) { csimdjson_code_points($0.baseAddress, $0.count) }
                }
                return tally
            }
            initialized = count
        }
        return FieldColumn(name: name, storage: storage, spans: spans, tally: tallies.reduce(FieldColumn.Tally(), +))
    }

    /// A tally with only the missing values counted.
    private static func tally(present: Int, of rows: UnsafeMutableBufferPointer<TextSpan>) -> FieldColumn.Tally {
        var tally = FieldColumn.Tally()
        tally.kinds[Int(ValueKind.missing.rawValue)] = rows.count - present
        return tally
    }
}
