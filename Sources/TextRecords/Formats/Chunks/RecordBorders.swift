import Foundation

/// Finds where a corpus can be cut into pieces that are read independently: at the ends of records.
///
/// The cuts depend on the bytes and on `size` alone, never on how the bytes arrive.
protocol RecordBorders {
    /// The end of the piece that `bytes` start with: the first record end at which the piece has `size` bytes or more, all
    /// bytes at the end of the corpus, or nil where more bytes are needed.
    ///
    /// After nil, call again with the same bytes followed by more; they are not scanned twice. After an end, call again
    /// with the bytes from there on.
    ///
    /// - Parameters:
    ///   - bytes: What has been read, from the last cut on.
    ///   - size: Bytes that a piece should have, at least 1.
    ///   - isAtEnd: Whether the corpus ends with `bytes`.
    mutating func pieceEnd(in bytes: UnsafeBufferPointer<UInt8>, size: Int, isAtEnd: Bool) -> Int?
}

extension RecordBorders {
    /// The ends of all pieces of a whole corpus.
    mutating func pieceEnds(of bytes: UnsafeBufferPointer<UInt8>, size: Int) -> [Int] {
        var ends: [Int] = []
        var start = 0
        while start < bytes.count {
            let rest = UnsafeBufferPointer(rebasing: bytes[start...])
            start += max(1, pieceEnd(in: rest, size: size, isAtEnd: true) ?? rest.count)
            ends.append(start)
        }
        return ends
    }
}

/// Cuts at newlines.
struct LineBorders: RecordBorders {
    private var scanned = 0

    mutating func pieceEnd(in bytes: UnsafeBufferPointer<UInt8>, size: Int, isAtEnd: Bool) -> Int? {
        // The newline may be the last of the `size` bytes.
        let from = max(scanned, max(size, 1) - 1)
        if let newline = bytes.firstNewline(from: from) {
            scanned = 0
            return newline + 1
        }
        scanned = isAtEnd ? 0 : max(from, bytes.count)
        return isAtEnd ? bytes.count : nil
    }
}

/// Cuts after blank lines.
struct BlankLineBorders: RecordBorders {
    /// The start of the line to look at next.
    private var lineStart = 0

    mutating func pieceEnd(in bytes: UnsafeBufferPointer<UInt8>, size: Int, isAtEnd: Bool) -> Int? {
        while let newline = bytes.firstNewline(from: lineStart) {
            let isBlank = bytes[lineStart..<newline].allSatisfy { $0.isBlank }
            lineStart = newline + 1
            if isBlank, lineStart >= size {
                lineStart = 0
                return newline + 1
            }
        }
        if isAtEnd { lineStart = 0 }
        return isAtEnd ? bytes.count : nil
    }
}

/// Does not cut at all: for documents that only make sense as a whole.
struct WholeDocument: RecordBorders {
    mutating func pieceEnd(in bytes: UnsafeBufferPointer<UInt8>, size: Int, isAtEnd: Bool) -> Int? {
        isAtEnd ? bytes.count : nil
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The offset of the first `byte` at or after `start`, or nil.
    @inline(__always)
    func first(_ byte: UInt8, from start: Int) -> Int? {
        guard let baseAddress, start < count else { return nil }
        return memchr(baseAddress + start, Int32(byte), count - start).map {
            UnsafeRawPointer(baseAddress).distance(to: UnsafeRawPointer($0))
        }
    }

    /// The offset of the first newline at or after `start`, or nil.
    @inline(__always)
    func firstNewline(from start: Int) -> Int? { first(0x0A, from: start) }

    /// Newlines before `end`.
    func newlines(before end: Int) -> Int {
        var count = 0
        var at = 0
        while let newline = firstNewline(from: at), newline < end {
            count += 1
            at = newline + 1
        }
        return count
    }

    /// Where the line that contains `offset` starts.
    func lineStart(of offset: Int) -> Int {
        var at = Swift.min(offset, count)
        while at > 0, self[at - 1] != 0x0A { at -= 1 }
        return at
    }
}
