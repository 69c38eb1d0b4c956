/// A part of a corpus that starts and ends at a record boundary.
struct Piece: Sendable {
    /// The bytes, and `FileContent.padding` zeros.
    var bytes: [UInt8]
    /// Bytes of the corpus.
    var count: Int
    /// Offset of the first byte in the corpus.
    var offset: Int
    /// Lines of the corpus before it.
    var linesBefore: Int
    /// Whether the corpus ends with it.
    var isLast: Bool

    /// Whether it holds nothing but blanks, a byte order mark included.
    var isBlank: Bool {
        bytes.withUnsafeBufferPointer { all in
            let bytes = UnsafeBufferPointer(rebasing: all[..<count])
            return bytes.dropFirst(offset == 0 ? ByteOrderMark.count(in: bytes) : 0).allSatisfy { $0.isBlank || $0 == 0x0A }
        }
    }
}
