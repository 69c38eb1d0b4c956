import Foundation

/// An open file, closed when the last reference goes away.
final class OpenDescriptor: Sendable {
    /// The file descriptor.
    let number: Int32
    /// Whether any offset can be read at any time.
    let isSeekable: Bool
    /// Bytes of a plain file when it was opened; nil for pipes and terminals.
    let size: Int?
    private let isOwned: Bool

    /// Opens the file at `path`; ``StandardInput/name`` is standard input.
    /// - Throws: ``RecordError`` for a file that is not there, is a folder, or cannot be opened.
    init(path: String) throws(RecordError) {
        let isStandardInput = path == StandardInput.name
        number = isStandardInput ? STDIN_FILENO : FileName.withPath(path) { open($0, O_RDONLY | O_CLOEXEC) }
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

    /// Takes ownership of an open file that can be read at any offset.
    init(owning number: Int32, size: Int) {
        self.number = number
        isSeekable = true
        self.size = size
        isOwned = true
    }

    /// Fills `buffer` with the bytes from `offset` on, of a seekable file.
    /// - Returns: How many there were; at the end, fewer than there is room for.
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
