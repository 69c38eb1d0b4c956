import CSimdjson
import Foundation

/// Adds the fields of parsed records to the columns of a chunk.
struct JSONFieldReader {
    private let parser: JSONRecordParser
    private let named: [JSONNamedField]
    private let chunkIndex: Int
    private var columns = ColumnFinder()

    /// - Parameters:
    ///   - parser: What parses the records.
    ///   - named: The nested fields to look up; the chunk has columns for them.
    ///   - chunk: The chunk's number, which identifies its arena.
    init(parser: JSONRecordParser, named: [JSONNamedField], chunk: Int) {
        self.parser = parser
        self.named = named
        chunkIndex = chunk
    }

    /// Adds the record that was parsed last.
    ///
    /// - Parameters:
    ///   - start: Where it is in the file.
    ///   - count: Its bytes.
    ///   - line: Lines of the chunk before it.
    ///   - chunk: What to add it to.
    ///   - extra: A field that the record has unless one of its members does.
    @inline(__always)
    mutating func addRecord(
        at start: Int, count: Int, line: Int, to chunk: inout RecordChunk, extra: (name: String, text: [UInt8])? = nil
    ) {
        let row = UInt32(truncatingIfNeeded: chunk.records.count)
        columns.startRecord()
        if let extra {
            let column = Array(extra.name.utf8).withUnsafeBufferPointer { columns.index(of: $0, in: &chunk.fields) }
            let position = chunk.arena.count
            chunk.arena += extra.text
            chunk.fields[column].set(
                TextSpan(.text, chunk: chunkIndex, arenaOffset: position, count: extra.text.count), row: row)
        }
        var member = csimdjson_member()
        while parser.next(&member) {
            let column = columns.index(of: member.key.buffer, in: &chunk.fields)
            chunk.fields[column].set(Self.span(of: member, at: start, chunkIndex, &chunk.arena), row: row)
        }
        for (column, field) in named.enumerated()
        where parser.find(field.whole, &member) || parser.find(field.path, &member) {
            chunk.named[column].set(Self.span(of: member, at: start, chunkIndex, &chunk.arena), row: row)
        }
        chunk.records.append(
            RecordSpan(
                start: start, count: UInt32(truncatingIfNeeded: count), line: UInt32(truncatingIfNeeded: line)))
    }

    /// Where a member's value can be found: in the file if it occurs there as it is, else at the end of `arena`.
    static func span(
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
            // Reached only by a gigantic line in which several named fields repeat the same parts.
            return TextSpan(kind, fileOffset: start + member.value_start, count: spelled, isOpaque: true)
        }
        if kind != .array || !TaggedSentence.appendCharacters(member.text.buffer, count: member.strings, to: &arena) {
            arena.append(contentsOf: member.text.buffer)
        }
        return TextSpan(kind, chunk: chunk, arenaOffset: position, count: arena.count - position)
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
