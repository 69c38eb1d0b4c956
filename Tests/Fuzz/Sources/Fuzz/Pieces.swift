import ParallelWork

@testable import TextRecords

/// What reading gives: each record's line, JSON and fields, and the errors.
private struct Reading: Equatable {
    struct Row: Equatable, CustomStringConvertible {
        var line: Int
        var json: [UInt8]
        var fields: [String: Value] = [:]

        var description: String {
            let cells = fields.sorted { $0.key < $1.key }.map { name, value in
                "\(name.debugDescription): \(value.kind) \(value.text.debugDescription)"
            }
            return "line \(line): \(shown(json)) has [\(cells.joined(separator: ", "))]"
        }
    }
    struct Value: Equatable {
        var kind: ValueKind
        var text: String
    }

    var rows: [Row] = []
    var errors: [RecordError] = []

    mutating func add(_ table: RecordTable) {
        for number in 0..<table.count {
            var row = Row(line: table.location(ofRecord: number).line, json: [])
            table.appendJSON(ofRecord: number, to: &row.json)
            for column in table.columns where column.kind(at: number) != .missing {
                row.fields[column.name] = Value(kind: column.kind(at: number), text: column.string(at: number))
            }
            rows.append(row)
        }
        errors += table.skipped.map(\.withoutColumn)
    }
}

extension RecordError {
    /// A piece that starts within a line does not know the columns of its errors. Not by way of text: to print an enum costs
    /// more than to read the input.
    fileprivate var withoutColumn: RecordError {
        if case .ofDocument(let error) = self { return .ofDocument(error.withoutColumn) }
        guard var place = location else { return self }
        place.column = nil
        return switch self {
        case .notJSON(_, let fault): .notJSON(place, fault)
        case .truncated: .truncated(place)
        case .notAnObject(_, let found): .notAnObject(place, found: found)
        case .notUTF8: .notUTF8(place)
        case .recordTooLong(_, let limit): .recordTooLong(place, limit: limit)
        case .cellCount(_, let found, let expected): .cellCount(place, found: found, expected: expected)
        case .quoteNotClosed: .quoteNotClosed(place)
        case .columnCount(_, let found, let expected): .columnCount(place, found: found, expected: expected)
        case .tagWithoutToken: .tagWithoutToken(place)
        case .questionsMalformed(_, let part, let fault): .questionsMalformed(place, part, fault)
        default: self
        }
    }
}

/// Read in pieces of any size, however they arrive, a corpus has the records and the errors that it has read as a whole; and
/// each record's JSON, read as JSON lines, has the record's texts.
func fuzzPieces(_ bytes: [UInt8], _ format: RecordFormat) {
    let mark = bytes.starts(with: ByteOrderMark.bytes) ? 3 : 0
    let layout = bytes[mark...].withUnsafeBufferPointer { try? format.layout(of: $0, path: "f") }
    guard let layout else { return }
    // The records of a document are read as if they were all there is.
    var bytes = bytes
    if let part = layout.part {
        guard let text = try? JSONPartSource(MemoryByteSource(Array(bytes[mark...])), from: part, path: "f").readAll() else {
            return
        }
        bytes = text
    }
    let content = FileContent(bytes: bytes + [UInt8](repeating: 0, count: FileContent.padding), count: bytes.count)
    guard
        let table = try? RecordTable.read(
            content, path: "f", layout: layout, formatWasDetected: false, named: [], onError: .skip,
            workers: WorkerPool(workers: 1))
    else { return }
    var whole = Reading()
    whole.add(table)

    var draws = Draws(bytes)
    let sizes = [1, Int.random(in: 2...64, using: &draws)]
    for size in bytes.count < 100 ? sizes : [sizes[Int.random(in: 0...1, using: &draws)]] {
        var pieces = PieceReader(ChoppedSource(bytes), layout: layout, size: size)
        var cut = Reading()
        while let piece = try? pieces.next() { cut.add(RecordTable.read(piece, path: "f", layout: layout, named: [])) }
        require(pieces.byteCount == bytes.count, "\(pieces.byteCount) bytes in pieces of \(size), not \(bytes.count)")
        require(pieces.digest == table.digest, "another digest in pieces of \(size)")
        // Where an array breaks, what its elements are from there on is a guess.
        if format == .jsonArray, !whole.errors.isEmpty {
            require(
                cut.errors.first == whole.errors.first,
                "pieces of \(size): \(String(describing: cut.errors.first)), not \(whole.errors[0])")
            return
        }
        // Of many fields a table keeps the first, and of many errors.
        if table.fieldsLeftOut > 0 { for row in whole.rows.indices { whole.rows[row].fields = [:] } }
        if table.fieldsLeftOut > 0 { for row in cut.rows.indices { cut.rows[row].fields = [:] } }
        require(cut.rows == whole.rows, "pieces of \(size): \(cut.rows), not \(whole.rows)")
        if table.skippedCount == table.skipped.count {
            require(cut.errors == whole.errors, "pieces of \(size): \(cut.errors), not \(whole.errors)")
        }
    }
    checkJSON(of: table, whole.rows.map(\.json))
}

private func checkJSON(of table: RecordTable, _ lines: [[UInt8]]) {
    for line in lines { require(!line.contains(0x0A), "more than one line: \(shown(line))") }
    let text = Array(lines.joined(separator: [0x0A]))
    let again: RecordTable
    do {
        again = try RecordTable.read(
            bytes: text, path: "f", format: .jsonLines, onError: .stop, workers: WorkerPool(workers: 1))
    } catch {
        return require(false, "\(error) in \(shown(text))")
    }
    require(again.count == table.count, "\(again.count) records, not \(table.count), in \(shown(text))")
    guard table.fieldsLeftOut == 0, again.fieldsLeftOut == 0 else { return }
    for column in table.fileColumns {
        // A list is one text where JSON has it, and its own bytes elsewhere.
        for row in 0..<table.count where column.kind(at: row) == .text {
            let copy = again.column(named: column.name)
            require(
                copy?.string(at: row) == column.string(at: row),
                "\(column.name) is \(copy?.string(at: row).debugDescription ?? "gone"), not \(column.string(at: row).debugDescription)"
            )
        }
    }
}

/// As ``fuzzPieces(_:_:)``; and with columns added, a table has its own rows' bytes, and its own cells beside the new ones.
func fuzzTable(_ bytes: [UInt8], _ format: RecordFormat) {
    fuzzPieces(bytes, format)
    let alone = WorkerPool(workers: 1)
    guard let table = try? RecordTable.read(bytes: bytes, path: "f", format: format, onError: .skip, workers: alone),
        table.encoding == .utf8, !table.isCompressed, table.fieldsLeftOut == 0, let header = table.tableHeader
    else { return }
    let names = ["w", "v"]
    let splice = TableSplice(header, names: names, overwriting: true)
    var spliced = splice.start
    for row in 0..<table.count { try? splice.append(record: row, of: table, values: [0.5, 2], to: &spliced) }
    // A cell may start as files do that have a byte order mark, and come to stand first.
    if spliced.starts(with: ByteOrderMark.bytes), !bytes.starts(with: ByteOrderMark.bytes) { return }
    let again: RecordTable
    do {
        // With the same delimiter: what is found in so few rows may be another.
        var reading = ReadingOptions(format: format)
        reading.delimiter = header.delimiter
        again = try RecordTable.read(bytes: spliced, path: "f", reading: reading, onError: .stop, workers: alone)
        // Whether quotes count is found in the rows too.
        if again.tableHeader?.header.dialect != header.header.dialect { return }
        // With two more columns there may be too many.
        if again.fieldsLeftOut > 0 { return }
    } catch {
        return require(false, "\(error): \(shown(bytes)) became \(shown(spliced))")
    }
    require(again.count == table.count, "\(again.count) rows: \(shown(bytes)) became \(shown(spliced))")
    // By place: names that are made up, `Unnamed: 2`, count the columns before.
    let replaced = header.columns(called: names)
    let kept = header.names.indices.filter { !replaced.contains($0) }.map { header.names[$0] }
    let copies = again.tableHeader?.names ?? []
    require(copies.count == kept.count + 2 && copies.suffix(2) == ["w", "v"], "\(copies) are the columns of \(shown(spliced))")
    for row in 0..<table.count {
        let before = kept.map { table.column(named: $0)?.string(at: row) ?? "" }
        let after = copies.map { again.column(named: $0)?.string(at: row) ?? "" }
        require(after == before + ["0.5", "2.0"], "row \(row): \(shown(bytes)) became \(shown(spliced))")
    }
}

/// As ``fuzzPieces(_:_:)``, in the format and with the conversions that are found from the content.
func fuzzDetection(_ bytes: [UInt8]) {
    let format = RecordFormat.detect(bytes)
    guard let stream = try? RereadableRecords(bytes: bytes, path: "f", format: nil, onError: .skip) else { return }
    let isConverted = stream.isCompressed || stream.encoding != .utf8 || stream.remarks.contains { $0.kind == .macLineEnds }
    require(isConverted || stream.format == format, "\(stream.format), not \(format)")
    let alone = WorkerPool(workers: 1)
    guard let table = try? stream.table(onError: .skip, workers: alone) else { return }
    var count = 0
    let read = try? stream.forEachBatch(
        workers: alone, state: { 0 }, process: { table, _ in table.count }, consume: { count += $0 })
    require(count == table.count, "\(count) records in batches, \(table.count) in one table")
    require(read?.digest == table.digest && read?.byteCount == table.byteCount, "other bytes in batches")
    if !isConverted { fuzzPieces(bytes, format) }
}
