import Foundation

/// Where the bytes of a corpus come from: pulled in order, once, from the start.
protocol ByteSource: AnyObject {
    /// Fills `buffer` with the next bytes.
    /// - Returns: How many; fewer than there is room for does not mean the end, 0 does.
    /// - Throws: ``RecordError`` where they cannot be read.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(RecordError) -> Int
}

/// The bytes of an open file. A file that can be read at any place is read by its own position, so that several sources can
/// read one descriptor; a pipe can be read once.
final class DescriptorByteSource: ByteSource {
    private let descriptor: OpenDescriptor
    private let path: String
    private var position = 0

    init(_ descriptor: OpenDescriptor, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(RecordError) -> Int {
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

    deinit {
        if isOwned, number >= 0 { close(number) }
    }
}
