import CZstd

/// The uncompressed bytes of Zstandard (RFC 8878), of one frame or several after one another.
///
/// Memory is that of the frames' window, at most 128 MiB; a frame that wants more is refused.
final class ZstdByteSource: ByteSource {
    private let source: any ByteSource
    private let path: String
    /// Null only if memory ran out.
    private let stream = ZSTD_createDStream()
    private var input = [UInt8](repeating: 0, count: ZSTD_DStreamInSize())
    /// The part of ``input`` that is not yet decompressed.
    private var waiting = 0..<0
    /// Bytes pulled from the source.
    private var pulled = 0
    private var inputIsAtEnd = false
    /// Whether what has been read ends with a frame.
    private var isBetween = true
    /// The start of the current frame, as far as its header can go, and the bytes that it has given.
    private var header: [UInt8] = []
    private var given = 0
    private static let headerSize = 18

    /// Whether some content starts as Zstandard does: a frame, or one that is skipped.
    static func isZstd(_ head: some Collection<UInt8>) -> Bool {
        let start = Array(head.prefix(4))
        guard start.count == 4 else { return false }
        return start == [0x28, 0xB5, 0x2F, 0xFD] || ((0x50...0x5F).contains(start[0]) && start[1...] == [0x2A, 0x4D, 0x18])
    }

    /// - Parameters:
    ///   - source: The compressed bytes.
    ///   - path: What to call the file in errors.
    init(_ source: any ByteSource, path: String) {
        self.source = source
        self.path = path
    }

    deinit { ZSTD_freeDStream(stream) }

    var mayWait: Bool { waiting.isEmpty && source.mayWait }

    private func fault(_ fault: PackingFault) -> RecordError {
        .unpackable(path: path, .zstd, offset: pulled - waiting.count, fault)
    }

    /// Holds what a frame has given against the size that it promised: libzstd does so or not, as the bytes arrive.
    private func endFrame() throws(RecordError) {
        let promised = ZSTD_getFrameContentSize(header, header.count)
        // The two highest numbers say that there is none, and that it cannot be told.
        if promised < UInt64.max - 1, promised != UInt64(given) { throw fault(.damaged) }
        header.removeAll(keepingCapacity: true)
        given = 0
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(RecordError) -> Int {
        guard let stream else { throw fault(.outOfMemory) }
        var output = ZSTD_outBuffer(dst: buffer.baseAddress, size: buffer.count, pos: 0)
        while output.pos == 0, buffer.count > 0 {
            if waiting.isEmpty, !inputIsAtEnd {
                let count = try input.withUnsafeMutableBufferPointer { (bytes) throws(RecordError) in
                    try source.read(into: UnsafeMutableRawBufferPointer(bytes))
                }
                inputIsAtEnd = count == 0
                pulled += count
                waiting = 0..<count
            }
            if waiting.isEmpty, isBetween { return 0 }
            var taken = 0
            let before = output.pos
            let status = input.withUnsafeBytes { bytes in
                var next = ZSTD_inBuffer(src: bytes.baseAddress, size: waiting.upperBound, pos: waiting.lowerBound)
                let status = ZSTD_decompressStream(stream, &output, &next)
                taken = next.pos - waiting.lowerBound
                return status
            }
            header += input[waiting.lowerBound..<waiting.lowerBound + min(taken, max(0, Self.headerSize - header.count))]
            given += output.pos - before
            waiting = waiting.lowerBound + taken..<waiting.upperBound
            guard ZSTD_isError(status) == 0 else {
                throw fault(ZSTD_getErrorCode(status) == ZSTD_error_memory_allocation ? .outOfMemory : .damaged)
            }
            isBetween = status == 0
            if isBetween { try endFrame() }
            // Without new input there may still be output; with neither, the frame is cut off.
            if output.pos == 0, taken == 0, waiting.isEmpty, inputIsAtEnd, !isBetween { throw fault(.truncated) }
        }
        return output.pos
    }
}
