/// The bytes that a table's rows and columns point into. Immutable, and shared by them.
final class RecordStorage: Sendable {
    /// The file's content, and `FileContent.padding` zeros.
    let bytes: [UInt8]
    /// Bytes of content.
    let count: Int
    /// Texts that are not in the file as such, one arena per chunk.
    let arenas: [[UInt8]]

    init(bytes: [UInt8], count: Int, arenas: [[UInt8]]) {
        self.bytes = bytes
        self.count = count
        self.arenas = arenas
    }

    /// The bytes that `span` points to; `body` must not keep them.
    @inline(__always)
    func withBytes<Result, Failure: Error>(
        of span: TextSpan, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        if let chunk = span.arenaChunk {
            return try Self.withSlice(of: arenas[chunk], at: span.arenaOffset, count: Int(span.count), body)
        }
        return try Self.withSlice(of: bytes, at: span.fileOffset, count: Int(span.count), body)
    }

    @inline(__always)
    private static func withSlice<Result, Failure: Error>(
        of bytes: [UInt8], at offset: Int, count: Int, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try bytes.withUnsafeBufferPointer { (buffer) throws(Failure) in
            try body(UnsafeBufferPointer(rebasing: buffer[offset..<offset + count]))
        }
    }
}
