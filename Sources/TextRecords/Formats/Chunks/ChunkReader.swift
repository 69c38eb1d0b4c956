/// Reads one piece of a file that starts and ends at a line boundary. One per worker; chunks do not depend on one another.
protocol ChunkReader {
    /// Reads `bytes`.
    ///
    /// - Parameters:
    ///   - bytes: The piece; `FileContent.padding` more bytes can be read after it.
    ///   - index: The chunk's number, which identifies its arena.
    ///   - offset: Where the piece starts in the file.
    ///   - isFirst: Whether the file starts with it.
    ///   - isLast: Whether the file ends with it.
    ///   - policy: With ``ErrorPolicy/stop``, reading ends at the first fault.
    mutating func read(
        _ bytes: UnsafeBufferPointer<UInt8>, index: Int, offset: Int, isFirst: Bool, isLast: Bool,
        policy: ErrorPolicy
    ) -> RecordChunk
}

/// Bytes of a file that are read as one chunk. Fixed, so that results never depend on the number of workers.
let chunkSize = 1 << 20
