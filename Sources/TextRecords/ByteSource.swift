import Foundation

/// Where the bytes of a corpus come from: pulled in order, once, from the start.
protocol ByteSource: AnyObject {
    /// Fills `buffer` with the next bytes.
    /// - Returns: How many; fewer than there is room for does not mean the end, 0 does.
    /// - Throws: ``RecordError`` where they cannot be read.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(RecordError) -> Int
    /// Whether the next read may wait for whoever writes: what is there should then be handed on first.
    var mayWait: Bool { get }
}

extension ByteSource {
    var mayWait: Bool { false }

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

/// The bytes of an open file. A file that can be read at any place is read by its own position, so that several sources can
/// read one descriptor; a pipe can be read once.
final class DescriptorByteSource: ByteSource {
    private let descriptor: OpenDescriptor
    private let path: String
    private let isStopped: (@Sendable () -> Bool)?
    private var position = 0

    /// - Parameter isStopped: Asked while a pipe lets wait: once it is true, reading fails with ``RecordError/stopped``.
    init(_ descriptor: OpenDescriptor, path: String, isStopped: (@Sendable () -> Bool)? = nil) {
        self.descriptor = descriptor
        self.path = path
        self.isStopped = isStopped
    }

    var mayWait: Bool {
        guard descriptor.size == nil else { return false }
        return !isReady(within: 0)
    }

    /// Whether there is something to read, the end or an error among it.
    private func isReady(within milliseconds: Int32) -> Bool {
        var wanted = pollfd(fd: descriptor.number, events: Int16(POLLIN), revents: 0)
        return poll(&wanted, 1, milliseconds) != 0
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(RecordError) -> Int {
        if let isStopped, descriptor.size == nil {
            repeat {
                if isStopped() { throw .stopped }
            } while !isReady(within: 50)
        }
        while true {
            let got =
                descriptor.isSeekable
                ? pread(descriptor.number, buffer.baseAddress, buffer.count, off_t(position))
                : Foundation.read(descriptor.number, buffer.baseAddress, buffer.count)
            if got >= 0 {
                position += got
                return got
            }
            if errno != EINTR { throw .fileUnreadable(path: path, errno: errno) }
        }
    }
}

/// Bytes that are in memory already.
final class MemoryByteSource: ByteSource {
    private let content: FileContent
    private var position = 0

    init(_ content: FileContent) {
        self.content = content
    }

    convenience init(_ bytes: [UInt8]) {
        self.init(FileContent(bytes: bytes, count: bytes.count))
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(buffer.count, content.count - position)
        content.bytes.withUnsafeBytes {
            buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[position..<position + count]))
        }
        position += count
        return count
    }
}

/// An open file, closed when no one needs it any more.
final class OpenDescriptor: Sendable {
    /// The system's number.
    let number: Int32
    /// Whether any place can be read at any time.
    let isSeekable: Bool
    /// Bytes of a plain file when it was opened; nil for pipes and terminals.
    let size: Int?
    private let isOwned: Bool

    /// Opens the file at `path`; ``RecordStream/standardInput`` is standard input.
    /// - Throws: ``RecordError`` for a file that is not there, is a folder, or cannot be opened.
    init(path: String) throws(RecordError) {
        let isStandardInput = path == RecordStream.standardInput
        number = isStandardInput ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        isOwned = !isStandardInput
        guard number >= 0 else {
            isSeekable = false
            size = nil
            throw errno == ENOENT ? .fileMissing(path: path) : .fileUnreadable(path: path, errno: errno)
        }
        var status = stat()
        let isKnown = fstat(number, &status) == 0
        let reason = errno
        let isPlain = isKnown && status.st_mode & S_IFMT == S_IFREG
        // Standard input may be a file that another program has read from already.
        isSeekable = isPlain && !isStandardInput
        size = isPlain ? max(Int(status.st_size), 0) : nil
        guard isKnown else { throw .fileUnreadable(path: path, errno: reason) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw .fileIsFolder(path: path) }
    }

    /// Takes over an open file that can be read at any place.
    init(owning number: Int32, size: Int) {
        self.number = number
        isSeekable = true
        self.size = size
        isOwned = true
    }

    /// Fills `buffer` with the bytes from `offset` on, of a file that can be read at any place.
    /// - Returns: How many there were; fewer than there is room for at the end.
    /// - Throws: ``RecordError/fileUnreadable(path:errno:)``.
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int, path: String) throws(RecordError) -> Int {
        var count = 0
        while count < buffer.count, let base = buffer.baseAddress {
            let got = pread(number, base + count, buffer.count - count, off_t(offset + count))
            if got < 0, errno == EINTR { continue }
            if got < 0 { throw .fileUnreadable(path: path, errno: errno) }
            if got == 0 { break }
            count += got
        }
        return count
    }

    deinit {
        if isOwned, number >= 0 { close(number) }
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
    /// - Parameter isEnough: Asked about the bytes so far before a read; once it is true, no more are waited for.
    /// - Throws: What `source` throws.
    init(
        _ source: any ByteSource, head count: Int, until isEnough: ((UnsafeBufferPointer<UInt8>) -> Bool)? = nil
    ) throws(RecordError) {
        self.source = source
        var head: [UInt8] = []
        var isAtEnd = false
        var hasEnough = false
        var failure: RecordError?
        while head.count < count, !isAtEnd, !hasEnough {
            // Grows as it is filled: most of what is opened is much smaller than what is asked for.
            let capacity = min(count, max(head.count * 4, 1 << 14))
            let old = head
            head = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
                _ = buffer.update(fromContentsOf: old)
                filled = old.count
                while filled < capacity, !isAtEnd {
                    if let isEnough, isEnough(UnsafeBufferPointer(rebasing: buffer[..<filled])) {
                        hasEnough = true
                        return
                    }
                    do throws(RecordError) {
                        let room = UnsafeMutableBufferPointer(rebasing: buffer[filled..<capacity])
                        let got = try source.read(into: UnsafeMutableRawBufferPointer(room))
                        filled += got
                        isAtEnd = got == 0
                    } catch {
                        failure = error
                        return
                    }
                }
            }
            if let failure { throw failure }
        }
        self.head = head
        headIsAll = isAtEnd
    }

    var mayWait: Bool { position >= head.count && !headIsAll && source.mayWait }

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

/// Another source, of which the bytes that are read are counted and hashed.
final class DigestingByteSource: ByteSource {
    private let source: any ByteSource
    private var hash = DigestStream()
    /// Bytes read so far.
    private(set) var byteCount = 0

    init(_ source: any ByteSource) {
        self.source = source
    }

    /// ``Fingerprint/digest(of:)`` of the bytes read so far.
    var digest: String { hash.digest }
    var mayWait: Bool { source.mayWait }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(RecordError) -> Int {
        let count = try source.read(into: buffer)
        hash.update(UnsafeBufferPointer(UnsafeMutableRawBufferPointer(rebasing: buffer[..<count]).assumingMemoryBound(to: UInt8.self)))
        byteCount += count
        return count
    }
}
