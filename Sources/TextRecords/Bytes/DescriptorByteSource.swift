import Foundation

/// The bytes of an open file. On a seekable file each source keeps its own position, so that several sources can read one
/// descriptor; a pipe can be read once.
final class DescriptorByteSource: ByteSource {
    private let descriptor: OpenDescriptor
    private let path: String
    private let isStopped: (@Sendable () -> Bool)?
    private var position = 0

    /// - Parameter isStopped: Polled while a pipe has nothing to read: once it is true, reading fails with
    ///   ``RecordError/stopped``.
    init(_ descriptor: OpenDescriptor, path: String, isStopped: (@Sendable () -> Bool)? = nil) {
        self.descriptor = descriptor
        self.path = path
        self.isStopped = isStopped
    }

    var mayWait: Bool {
        guard descriptor.size == nil else { return false }
        return !isReady(within: 0)
    }

    /// Whether a read would return at once: with bytes, the end or an error.
    private func isReady(within milliseconds: Int32) -> Bool {
        var wanted = pollfd(fd: descriptor.number, events: Int16(POLLIN), revents: 0)
        return poll(&wanted, 1, milliseconds) != 0
    }

    var seekableSize: Int? { descriptor.isSeekable ? descriptor.size : nil }

    func look(at offset: Int, count: Int) throws(RecordError) -> [UInt8] {
        guard let size = seekableSize, offset >= 0, offset < size else { return [] }
        var bytes = [UInt8](repeating: 0, count: min(count, size - offset))
        let got = try bytes.withUnsafeMutableBufferPointer { (buffer) throws(RecordError) in
            try descriptor.read(into: UnsafeMutableRawBufferPointer(buffer), at: offset, path: path)
        }
        return Array(bytes.prefix(got))
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
