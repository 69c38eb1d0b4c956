import CSimdjson
import Foundation

/// Reads JSON objects, one a line.
struct JSONLinesReader: ChunkReader {
    private let parser = JSONRecordParser()
    private let named: [NamedField]

    /// A nested field to look up in each record.
    struct NamedField: Sendable {
        let name: String
        /// The path as one top-level key, which goes before the path.
        let whole: JSONRecordParser.KeyPath
        let path: JSONRecordParser.KeyPath

        init(_ field: FieldPath) {
            name = field.name
            whole = JSONRecordParser.KeyPath([field.path])
            path = JSONRecordParser.KeyPath(field.keys)
        }
    }

    init(named: [NamedField]) {
        self.named = named
    }

    mutating func read(
        _ bytes: UnsafeBufferPointer<UInt8>, index: Int, offset: Int, isLast: Bool, policy: ErrorPolicy
    ) -> RecordChunk {
        var chunk = RecordChunk()
        chunk.named = named.map { RecordChunk.Column(name: $0.name) }
        var columns = ColumnFinder()
        var lines = LineReader(bytes)
        var member = csimdjson_member()
        while let line = lines.next() {
            let record = UnsafeBufferPointer(rebasing: bytes[line.start..<line.start + line.count])
            if line.count > maximumLineLength {
                chunk.note(.tooLong, line: line.index)
                if policy == .stop { break }
                continue
            }
            do {
                try parser.parse(record, isPadded: true)
            } catch {
                chunk.note(Self.cause(error, line, isLast: isLast, of: record), line: line.index)
                if policy == .stop { break }
                continue
            }
            let row = UInt32(truncatingIfNeeded: chunk.records.count)
            let start = offset + line.start
            columns.startRecord()
            while parser.next(&member) {
                let column = columns.index(of: member.key.buffer, in: &chunk.fields)
                chunk.fields[column].set(Self.span(of: member, at: start, index, &chunk.arena), row: row)
            }
            for (column, field) in named.enumerated()
            where parser.find(field.whole, &member) || parser.find(field.path, &member) {
                chunk.named[column].set(Self.span(of: member, at: start, index, &chunk.arena), row: row)
            }
            chunk.records.append(
                RecordSpan(
                    start: start, count: UInt32(truncatingIfNeeded: line.count),
                    line: UInt32(truncatingIfNeeded: line.index)))
        }
        chunk.lineCount = lines.linesRead
        return chunk
    }

    private static func cause(
        _ refusal: JSONRecordParser.Refusal, _ line: LineReader.Line, isLast: Bool, of record: UnsafeBufferPointer<UInt8>
    ) -> RecordChunk.Fault.Cause {
        let isCutOff = isLast && !line.isTerminated
        switch refusal {
        case .notUTF8(let offset):
            // A file that was cut within a character: what is left of it is a good start.
            let isPart = isCutOff && record.count - offset < 4 && record[offset] >= 0xC2 && record[offset] <= 0xF4
                && record[(offset + 1)...].allSatisfy { $0 & 0xC0 == 0x80 }
            return isPart ? .truncated(offset: offset) : .notUTF8(offset: offset)
        case .notJSON(let offset, .unclosedString) where isCutOff: return .truncated(offset: offset)
        case .notJSON(let offset, .unclosed) where isCutOff: return .truncated(offset: offset)
        case .notJSON(let offset, let fault): return .notJSON(offset: offset, fault)
        case .notAnObject(let kind): return .notAnObject(kind)
        }
    }

    /// Where a member's value can be found: in the file if it stands there as it is, else at the end of `arena`.
    private static func span(
        of member: csimdjson_member, at start: Int, _ chunk: Int, _ arena: inout [UInt8]
    ) -> TextSpan {
        let kind = member.valueKind
        let spelled = member.value_end - member.value_start
        if kind == .text {
            // An escape is always longer than what it stands for.
            if member.text.length + 2 == spelled {
                return TextSpan(kind, fileOffset: start + member.value_start + 1, count: spelled - 2)
            }
        } else if !member.all_strings {
            return TextSpan(kind, fileOffset: start + member.value_start, count: spelled, isOpaque: !member.hasText)
        }
        let position = arena.count
        guard position + member.text.length <= Int(UInt32.max) else {
            // Reached only by a gigantic line of which several named fields repeat the same parts.
            return TextSpan(kind, fileOffset: start + member.value_start, count: spelled, isOpaque: true)
        }
        arena.append(contentsOf: member.text.buffer)
        return TextSpan(kind, chunk: chunk, arenaOffset: position, count: member.text.length)
    }
}

/// Finds the column of a key. Records mostly have the same keys in the same order, so the column after the last one
/// is tried first.
private struct ColumnFinder {
    private var columnOfKey: [[UInt8]: Int] = [:]
    private var keys: [[UInt8]] = []
    private var expected = 0

    mutating func startRecord() {
        expected = 0
    }

    /// The column of `key`; a new one if the key is new.
    mutating func index(of key: UnsafeBufferPointer<UInt8>, in columns: inout [RecordChunk.Column]) -> Int {
        if expected < keys.count, Self.areEqual(keys[expected], key) {
            expected += 1
            return expected - 1
        }
        let bytes = Array(key)
        let column: Int
        if let known = columnOfKey[bytes] {
            column = known
        } else {
            column = columns.count
            columns.append(RecordChunk.Column(name: String(decoding: key, as: UTF8.self)))
            keys.append(bytes)
            columnOfKey[bytes] = column
        }
        expected = column + 1
        return column
    }

    @inline(__always)
    private static func areEqual(_ left: [UInt8], _ right: UnsafeBufferPointer<UInt8>) -> Bool {
        guard left.count == right.count else { return false }
        guard let address = right.baseAddress else { return true }
        return left.withUnsafeBytes { memcmp($0.baseAddress ?? UnsafeRawPointer(address), address, right.count) == 0 }
    }
}
