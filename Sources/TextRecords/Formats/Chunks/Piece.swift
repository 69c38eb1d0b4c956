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
}
