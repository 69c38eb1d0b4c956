import Foundation

/// Cuts a stream of bytes into pieces of whole records, each of about a given size. Memory is that of one piece; a record
/// longer than that makes its piece longer. A slow source gives shorter pieces: the whole records so far. Hashes all bytes on
/// the way.
struct PieceReader: ~Copyable {
    private let source: any ByteSource
    private let size: Int
    private let layout: any RecordLayout
    private var borders: any RecordBorders
    private var carry: [UInt8] = []
    private var isAtEnd = false
    private var offset = 0
    private var lines = 0
    private var hash = DigestStream()

    /// - Parameters:
    ///   - layout: What shows where a record ends.
    ///   - size: Bytes that a piece should have, at least 1.
    init(_ source: any ByteSource, layout: any RecordLayout = JSONLinesLayout(), size: Int) {
        self.source = source
        self.layout = layout
        borders = layout.borders()
        self.size = max(size, 1)
    }

    /// Bytes of the corpus that were handed out.
    var byteCount: Int { offset }

    /// ``Fingerprint/digest(of:)`` of the bytes that were handed out.
    var digest: String { hash.digest }

    /// The next piece, or nil at the end. An empty corpus has none.
    /// - Throws: ``RecordError`` where the bytes cannot be read.
    mutating func next() throws(RecordError) -> Piece? {
        var bytes = carry
        carry = []
        let bordersBefore = borders
        // The first read of a pipe can return fewer bytes than a byte order mark.
        while offset == 0, !isAtEnd, bytes.count < ByteOrderMark.bytes.count { try fill(&bytes) }
        let mark = offset == 0 ? bytes.withUnsafeBufferPointer { ByteOrderMark.count(in: $0) } : 0
        var end: Int?
        while end == nil {
            if bytes.count > mark {
                end = bytes.withUnsafeBufferPointer { buffer in
                    borders.pieceEnd(in: UnsafeBufferPointer(rebasing: buffer[mark...]), size: size, isAtEnd: isAtEnd)
                }.map { mark + $0 }
            }
            if end != nil { break }
            if !isAtEnd, source.mayWait, let ready = wholeRecords(in: bytes, from: mark, bordersBefore) {
                end = ready
            } else if isAtEnd {
                end = bytes.count
            } else if bytes.count > layout.maximumRecord + size {
                // No record may be this long; its reader will say so.
                end = bytes.count
                borders = layout.borders()
            } else {
                try fill(&bytes)
            }
        }
        // Whether the corpus ends here is known only when there is nothing more to read.
        if end == bytes.count, !isAtEnd, !source.mayWait { try fill(&bytes) }
        guard let end, end > 0 else { return nil }
        carry = Array(bytes[end...])
        bytes.removeLast(bytes.count - end)
        let linesBefore = lines
        bytes.withUnsafeBufferPointer {
            hash.update($0)
            lines += Self.newlines(in: $0)
        }
        bytes.append(contentsOf: repeatElement(0, count: FileContent.padding))
        offset += end
        return Piece(
            bytes: bytes, count: end, offset: offset - end, linesBefore: linesBefore, isLast: isAtEnd && carry.isEmpty)
    }

    /// The end of the last whole record, or nil where there is none; the borders are then those of the bytes from there on.
    private mutating func wholeRecords(
        in bytes: [UInt8], from mark: Int, _ bordersBefore: any RecordBorders
    ) -> Int? {
        var found = bordersBefore
        var end = mark
        bytes.withUnsafeBufferPointer { buffer in
            while end < buffer.count,
                let next = found.pieceEnd(in: UnsafeBufferPointer(rebasing: buffer[end...]), size: 1, isAtEnd: false)
            {
                end += next
            }
        }
        guard end > mark else { return nil }
        borders = found
        return end
    }

    /// Appends ``size`` bytes or, within a longer line, twice what there is; less where the source would block.
    private mutating func fill(_ bytes: inout [UInt8]) throws(RecordError) {
        let filled = bytes.count
        let wanted = filled + max(size, filled)
        var failure: RecordError?
        let old = bytes
        bytes = [UInt8](unsafeUninitializedCapacity: wanted + FileContent.padding) { buffer, count in
            _ = buffer.update(fromContentsOf: old)
            count = filled
            let room = UnsafeMutableRawBufferPointer(buffer)
            while count < wanted, !isAtEnd, count == filled || !source.mayWait {
                do throws(RecordError) {
                    let got = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: room[count..<wanted]))
                    count += got
                    isAtEnd = got == 0
                } catch {
                    failure = error
                    return
                }
            }
        }
        if let failure { throw failure }
    }

    private static func newlines(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var count = 0
        for byte in bytes where byte == 0x0A { count &+= 1 }
        return count
    }
}
