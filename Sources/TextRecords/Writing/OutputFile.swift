import Foundation

/// A buffered writer that reports every failure. One thread at a time.
public final class OutputFile {
    /// The file's name for errors: its final path, or `-` for standard output.
    public let path: String

    /// Below 0 until the first byte of a device or a pipe.
    private var descriptor: Int32
    private let closesDescriptor: Bool
    private var isClosed = false
    private var buffer: [UInt8] = []
    private static let capacity = 1 << 20

    init(descriptor: Int32, path: String, closesDescriptor: Bool) {
        self.descriptor = descriptor
        self.path = path
        self.closesDescriptor = closesDescriptor
        buffer.reserveCapacity(Self.capacity)
    }

    /// A device or a pipe, opened at the first byte: a pipe's reader would take an open end that closes again for the end.
    init(appendingTo path: String) {
        self.path = path
        (descriptor, closesDescriptor) = (-1, true)
    }

    deinit {
        if closesDescriptor, !isClosed, descriptor >= 0 { close(descriptor) }
    }

    /// Standard output. What has not been flushed when the object goes away is lost.
    public static func standardOutput() -> OutputFile {
        OutputFile(descriptor: STDOUT_FILENO, path: "-", closesDescriptor: false)
    }

    /// Writes `bytes` after all that was written before.
    /// - Throws: ``RecordError/outputNotWritten(path:errno:)``.
    public func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(RecordError) {
        if buffer.count + bytes.count > Self.capacity { try flush() }
        if bytes.count >= Self.capacity {
            try send(bytes)
        } else {
            buffer.append(contentsOf: bytes)
        }
    }

    /// Writes `bytes` after all that was written before.
    /// - Throws: ``RecordError/outputNotWritten(path:errno:)``.
    public func write(_ bytes: [UInt8]) throws(RecordError) {
        try bytes.withUnsafeBufferPointer { (bytes) throws(RecordError) in try write(bytes) }
    }

    /// Writes `text` in UTF-8 after all that was written before.
    /// - Throws: ``RecordError/outputNotWritten(path:errno:)``.
    public func write(_ text: String) throws(RecordError) {
        try write(Array(text.utf8))
    }

    /// Overwrites the bytes at `offset`, which were written before; later writes still go to the end.
    /// - Throws: ``RecordError/outputNotWritten(path:errno:)``.
    public func overwrite(_ bytes: [UInt8], at offset: Int) throws(RecordError) {
        try flush()
        var done = 0
        while done < bytes.count {
            let written = bytes.withUnsafeBytes { bytes in
                pwrite(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done, off_t(offset + done))
            }
            if written < 0, errno == EINTR { continue }
            if written <= 0 { throw .outputNotWritten(path: path, errno: written < 0 ? errno : EIO) }
            done += written
        }
    }

    /// Hands everything written so far to the system.
    /// - Throws: ``RecordError/outputNotWritten(path:errno:)``.
    public func flush() throws(RecordError) {
        guard !buffer.isEmpty else { return }
        try buffer.withUnsafeBufferPointer { (bytes) throws(RecordError) in try send(bytes) }
        buffer.removeAll(keepingCapacity: true)
    }

    /// Flushes, waits until the disk has everything, and closes.
    func finish() throws(RecordError) {
        guard !isClosed else { return }
        try flush()
        guard descriptor >= 0 else { return }
        // What is no file has nothing to wait for.
        if fsync(descriptor) != 0, errno != EINVAL, errno != EROFS, errno != ENOTSUP {
            throw .outputNotWritten(path: path, errno: errno)
        }
        isClosed = true
        if close(descriptor) != 0, errno != EINTR { throw .outputNotWritten(path: path, errno: errno) }
    }

    /// A file that is open already shares its place with what else is written to it, such as standard output; opened anew it would have
    /// a place of its own, and the two would overwrite each other.
    private static func opened(_ path: String) -> Int32 {
        let links = ["/dev/stdout": "1", "/dev/stderr": "2"]
        let number =
            links[path] ?? ["/dev/fd/", "/proc/self/fd/"].first { path.hasPrefix($0) }.map { String(path.dropFirst($0.count)) }
        if let number = number.flatMap({ Int32($0) }) { return fcntl(number, F_DUPFD_CLOEXEC, 0) }
        return open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
    }

    private func send(_ bytes: UnsafeBufferPointer<UInt8>) throws(RecordError) {
        guard !isClosed else { throw .outputNotWritten(path: path, errno: EBADF) }
        if descriptor < 0 { descriptor = Self.opened(path) }
        guard descriptor >= 0 else { throw .outputNotWritten(path: path, errno: errno) }
        var rest = bytes[...]
        while let base = UnsafeBufferPointer(rebasing: rest).baseAddress, !rest.isEmpty {
            let written = Foundation.write(descriptor, base, rest.count)
            if written < 0, errno == EINTR { continue }
            if written <= 0 { throw .outputNotWritten(path: path, errno: written < 0 ? errno : EIO) }
            rest = rest.dropFirst(written)
        }
    }
}
