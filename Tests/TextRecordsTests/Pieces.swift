import TestSupport
import Testing

@testable import TextRecords

/// What a corpus holds, read in pieces as short as `size` bytes, to compare ways to cut it.
struct Pieces: Equatable {
    /// Each record's line, bytes and fields.
    var records: [String] = []
    var errors: [RecordError] = []

    /// - Parameters:
    ///   - size: Bytes of a piece; nil reads everything as one.
    ///   - seed: How the bytes arrive while borders are looked for.
    init(_ bytes: [UInt8], _ format: RecordFormat, size: Int?, seed: UInt64 = 1, named: [FieldPath] = []) throws {
        let layout = try bytes.withUnsafeBufferPointer { try format.layout(of: $0, path: "f") }
        let ends = size.map { Self.ends(of: bytes, layout, size: $0, seed: seed) } ?? [bytes.count]
        var start = 0
        var linesBefore = 0
        for (index, end) in ends.enumerated() {
            // A piece by itself, with nothing of the next one behind it.
            let piece = Array(bytes[start..<end]) + [UInt8](repeating: 0xFF, count: FileContent.padding)
            let chunk = piece.withUnsafeBufferPointer { piece in
                var reader = layout.reader(named: named)
                return reader.read(
                    UnsafeBufferPointer(rebasing: piece.dropLast(FileContent.padding)), index: index, offset: 0,
                    isFirst: index == 0, isLast: index == ends.count - 1, policy: .skip)
            }
            errors += chunk.faults.map { $0.error(path: "f", linesBefore: linesBefore) }
            for (row, record) in chunk.records.enumerated() {
                let fields = (chunk.fields + chunk.named).compactMap { column -> String? in
                    guard let at = column.rows.firstIndex(of: UInt32(row)) else { return nil }
                    let span = column.spans[at]
                    let text =
                        span.arenaChunk != nil
                        ? chunk.arena[span.arenaOffset..<span.arenaOffset + Int(span.count)]
                        : piece[span.fileOffset..<span.fileOffset + Int(span.count)]
                    return "\(column.name) (\(span.kind), \(span.isOpaque)): \(String(decoding: text, as: UTF8.self))"
                }
                let own = piece[record.start..<record.start + Int(record.count)]
                records.append(
                    "\(linesBefore + Int(record.line) + 1) \(String(decoding: own, as: UTF8.self)) \(fields.sorted())")
            }
            linesBefore += chunk.lineCount
            start = end
        }
    }

    static func ends(of bytes: [UInt8], _ layout: any RecordLayout, size: Int, seed: UInt64) -> [Int] {
        var random = SplitMix(seed: seed)
        var borders = layout.borders()
        var ends: [Int] = []
        var start = 0
        var known = 0
        while start < bytes.count {
            if let end = bytes.withUnsafeBufferPointer({
                borders.pieceEnd(
                    in: UnsafeBufferPointer(rebasing: $0[start..<known]), size: size, isAtEnd: known == bytes.count)
            }) {
                start += end
                ends.append(start)
                known = max(known, start)
            } else {
                known = min(bytes.count, known + Int.random(in: 1...max(1, 2 * size), using: &random))
            }
        }
        return ends
    }

    /// Checks that every way to cut gives what the whole gives.
    static func checkCuts(
        _ bytes: [UInt8], _ format: RecordFormat, sizes: [Int] = [1, 2, 3, 7, 20, 64], named: [FieldPath] = [],
        sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) throws {
        let whole = try Pieces(bytes, format, size: nil, named: named)
        let layout = try bytes.withUnsafeBufferPointer { try format.layout(of: $0, path: "f") }
        for size in sizes {
            let ends = ends(of: bytes, layout, size: size, seed: UInt64(size))
            var borders = layout.borders()
            #expect(
                ends == bytes.withUnsafeBufferPointer { borders.pieceEnds(of: $0, size: size) }, sourceLocation: sourceLocation)
            let pieces = try Pieces(bytes, format, size: size, seed: UInt64(size), named: named)
            #expect(
                pieces == whole, "size \(size) of \(String(decoding: bytes, as: UTF8.self).debugDescription)",
                sourceLocation: sourceLocation)
        }
    }
}
