import Foundation

/// Bytes that are pulled in order, once. Belongs to one thread at a time.
protocol ByteSource: AnyObject {
    /// Fills a part of `buffer`, which must not be empty, from its front.
    /// - Returns: How many bytes were read: at least 1, or 0 at the end, and then again at each call.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(RecordError) -> Int
}

extension ByteSource {
    /// Reads on until `buffer` is full or the source at its end; returns how many bytes were read.
    func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(RecordError) -> Int {
        var filled = 0
        while filled < buffer.count {
            let got = try read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
            if got == 0 { break }
            filled += got
        }
        return filled
    }

    /// Everything that is left, and `padding` zeros after it.
    func readAll(padding: Int = 0) throws(RecordError) -> [UInt8] {
        var bytes: [UInt8] = []
        var filled = 0
        while true {
            let capacity = max(1 << 20, bytes.count * 2)
            bytes.append(contentsOf: repeatElement(0, count: capacity - bytes.count))
            let room = bytes.count - filled
            let got = try bytes.withUnsafeMutableBufferPointer { (buffer) throws(RecordError) in
                try fill(UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: buffer[filled...])))
            }
            filled += got
            if got < room { break }
        }
        bytes.removeLast(bytes.count - filled)
        bytes.append(contentsOf: repeatElement(0, count: padding))
        return bytes
    }
}

/// The bytes of a file, or of standard input.
final class FileByteSource: ByteSource {
    /// The file as it was named; `-` is standard input.
    let path: String
    private let descriptor: Int32
    private let isOwned: Bool

    /// Opens the file at `path`; `-` is standard input.
    /// - Throws: ``RecordError/fileMissing(path:)``, ``RecordError/fileIsFolder(path:)``,
    ///   ``RecordError/fileUnreadable(path:errno:)``.
    init(path: String) throws(RecordError) {
        self.path = path
        isOwned = path != FileContent.standardInput
        descriptor = isOwned ? open(path, O_RDONLY | O_CLOEXEC) : STDIN_FILENO
        guard descriptor >= 0 else {
            throw errno == ENOENT ? .fileMissing(path: path) : .fileUnreadable(path: path, errno: errno)
        }
        var status = stat()
        let code = fstat(descriptor, &status) == 0 ? 0 : errno
        let isFolder = code == 0 && status.st_mode & S_IFMT == S_IFDIR
        guard code == 0, !isFolder else {
            if isOwned { close(descriptor) }
            throw isFolder ? .fileIsFolder(path: path) : .fileUnreadable(path: path, errno: code)
        }
    }

    deinit {
        if isOwned { close(descriptor) }
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(RecordError) -> Int {
        guard let address = buffer.baseAddress else { return 0 }
        while true {
            let got = Foundation.read(descriptor, address, buffer.count)
            if got >= 0 { return got }
            if errno != EINTR { throw .fileUnreadable(path: path, errno: errno) }
        }
    }
}

/// Bytes that are in memory already.
final class MemoryByteSource: ByteSource {
    private let bytes: [UInt8]
    private let end: Int
    private var position = 0

    /// The first `count` of `bytes`, or all.
    init(_ bytes: [UInt8], count: Int? = nil) {
        self.bytes = bytes
        end = min(count ?? bytes.count, bytes.count)
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(buffer.count, end - position)
        bytes.withUnsafeBytes { buffer.copyBytes(from: $0[position..<position + count]) }
        position += count
        return count
    }
}

/// Another source whose first bytes can be looked at before they are read.
final class PeekingByteSource: ByteSource {
    /// The first bytes: as many as were asked for, fewer only where the source ends with them.
    let head: [UInt8]
    /// Whether the source holds nothing but ``head``.
    let headIsAll: Bool
    private let source: any ByteSource
    private var position = 0

    /// Reads the first `count` bytes of `source`.
    /// - Throws: What `source` throws.
    init(_ source: any ByteSource, head count: Int) throws(RecordError) {
        self.source = source
        var head = [UInt8](repeating: 0, count: count)
        let filled = try head.withUnsafeMutableBufferPointer { (buffer) throws(RecordError) in
            try source.fill(UnsafeMutableRawBufferPointer(buffer))
        }
        head.removeLast(count - filled)
        self.head = head
        headIsAll = filled < count
    }

    /// Leaves out the first `count` bytes of ``head``. To be called before anything is read.
    func skip(_ count: Int) {
        position = min(count, head.count)
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(RecordError) -> Int {
        guard position < head.count else { return headIsAll ? 0 : try source.read(into: buffer) }
        let count = min(buffer.count, head.count - position)
        head.withUnsafeBytes { buffer.copyBytes(from: $0[position..<position + count]) }
        position += count
        return count
    }
}
