import Foundation
import ParallelWork

/// The whole content of a corpus, in memory.
struct FileContent {
    /// Bytes after the content that belong to no record; the parser may look at them.
    static let padding = 64

    /// The content, and ``padding`` zeros.
    var bytes: [UInt8]
    /// Bytes of content.
    var count: Int

    /// Bytes that one worker reads at a time.
    private static let share = 1 << 20

    /// Reads a plain file on all workers, or nil if its size is no longer what it was when it was opened.
    ///
    /// - Throws: ``RecordError/fileUnreadable(path:errno:)``.
    static func read(_ file: OpenDescriptor, size: Int, path: String, workers: WorkerPool) throws(RecordError) -> FileContent? {
        var results: [Result<Bool, RecordError>] = []
        let shares = size / share + 1
        var next: UInt8 = 0
        let after = try withUnsafeMutableBytes(of: &next) { (byte) throws(RecordError) in
            try file.read(into: byte, at: size, path: path)
        }
        guard after == 0 else { return nil }
        let bytes = [UInt8](unsafeUninitializedCapacity: size + Self.padding) { buffer, count in
            buffer[size...].initialize(repeating: 0)
            // Each worker writes only its own share.
            nonisolated(unsafe) let room = UnsafeMutableRawBufferPointer(buffer)
            results = workers.map(shares) { item in
                let range = item * share..<min((item + 1) * share, size)
                return Result { () throws(RecordError) in
                    try file.read(into: UnsafeMutableRawBufferPointer(rebasing: room[range]), at: range.lowerBound, path: path)
                        == range.count
                }
            }
            // A share that came up short is refused below, before it is used.
            count = size + Self.padding
        }
        for result in results where try !result.get() { return nil }
        return FileContent(bytes: bytes, count: size)
    }

    /// Reads `source` to its end.
    ///
    /// - Parameters:
    ///   - size: How many bytes to expect, where that is known.
    ///   - limit: The most that may be held.
    /// - Returns: nil where there are more than `limit` bytes; `prefix` then has those that were read.
    static func read(
        _ source: any ByteSource, expecting size: Int?, limit: Int, prefix: inout [UInt8]
    ) throws(RecordError) -> FileContent? {
        // One byte more than the size, so that the end is seen without growing.
        var capacity = size.map { $0 + 1 } ?? 1 << 20
        var bytes: [UInt8] = []
        var failure: RecordError?
        var isAtEnd = false
        while !isAtEnd, failure == nil, bytes.count <= limit {
            let filled = bytes.count
            bytes = [UInt8](unsafeUninitializedCapacity: capacity + Self.padding) { buffer, initialized in
                _ = buffer.update(fromContentsOf: bytes)
                initialized = filled
                let room = UnsafeMutableRawBufferPointer(buffer)
                while initialized < capacity, !isAtEnd {
                    do throws(RecordError) {
                        let got = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: room[initialized..<capacity]))
                        initialized += got
                        isAtEnd = got == 0
                    } catch {
                        failure = error
                        return
                    }
                }
            }
            // One byte more than may be held, so that an excess is seen.
            capacity = min(max(capacity * 2, 1 << 20), limit < .max ? limit + 1 : limit)
        }
        if let failure { throw failure }
        guard isAtEnd else {
            prefix = bytes
            return nil
        }
        let count = bytes.count
        bytes.append(contentsOf: repeatElement(0, count: Self.padding))
        return FileContent(bytes: bytes, count: count)
    }
}
