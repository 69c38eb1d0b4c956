import Foundation

/// What was read from a pipe and does not fit in memory: an unnamed file that holds nothing in the clear, readable from its
/// start as often as needed by any number of sources.
///
/// A corpus that comes by a pipe may be one that must not be on a disk. The key is in memory alone, and goes with the process.
final class SealedScratch: Sendable {
    private let descriptor: OpenDescriptor
    private let cipher: ChaCha20
    /// Bytes of what was read.
    let size: Int

    /// Reads `source` to its end.
    /// - Parameter prefix: What was read of it before.
    /// - Throws: ``RecordError``: what reading throws; `outputNotCreated` and `outputNotWritten` for the system's folder for
    ///   temporary files.
    init(prefix: [UInt8], then source: any ByteSource) throws(RecordError) {
        let scratch = try ScratchFile()
        let cipher = ChaCha20.random()
        var count = 0
        var bytes = prefix
        let piece = 1 << 20
        while !bytes.isEmpty {
            bytes.withUnsafeMutableBytes { cipher.apply(to: $0, at: count) }
            try scratch.append(bytes)
            count += bytes.count
            bytes = [UInt8](repeating: 0, count: piece)
            let got = try bytes.withUnsafeMutableBufferPointer { (buffer) throws(RecordError) in
                try source.read(into: UnsafeMutableRawBufferPointer(buffer))
            }
            bytes.removeLast(piece - got)
        }
        descriptor = try scratch.finish()
        self.cipher = cipher
        size = count
    }

    /// What is in the file: for tests.
    func storedBytes() throws(RecordError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: size)
        _ = try bytes.withUnsafeMutableBufferPointer { (buffer) throws(RecordError) in
            try descriptor.read(into: UnsafeMutableRawBufferPointer(buffer), at: 0, path: "scratch")
        }
        return bytes
    }

    /// The bytes from `offset` on, as they were read.
    /// - Returns: How many there were; at the end, fewer than there is room for.
    /// - Throws: ``RecordError/fileUnreadable(path:errno:)``.
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int, path: String) throws(RecordError) -> Int {
        let wanted = UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(max(0, min(buffer.count, size - offset))))
        let got = try descriptor.read(into: wanted, at: offset, path: path)
        cipher.apply(to: UnsafeMutableRawBufferPointer(rebasing: wanted.prefix(got)), at: offset)
        return got
    }
}

/// The bytes of a ``SealedScratch``, with a position of its own.
final class SealedByteSource: ByteSource {
    private let scratch: SealedScratch
    private let path: String
    private var position = 0

    init(_ scratch: SealedScratch, path: String) {
        self.scratch = scratch
        self.path = path
    }

    var seekableSize: Int? { scratch.size }

    func look(at offset: Int, count: Int) throws(RecordError) -> [UInt8] {
        guard offset >= 0, offset < scratch.size else { return [] }
        var bytes = [UInt8](repeating: 0, count: min(count, scratch.size - offset))
        let got = try bytes.withUnsafeMutableBufferPointer { (buffer) throws(RecordError) in
            try scratch.read(into: UnsafeMutableRawBufferPointer(buffer), at: offset, path: path)
        }
        return Array(bytes.prefix(got))
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(RecordError) -> Int {
        let got = try scratch.read(into: buffer, at: position, path: path)
        position += got
        return got
    }
}
