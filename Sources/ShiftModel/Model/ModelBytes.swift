import Foundation

/// The bytes of a model file, shared by several tables.
///
/// A file is read whole and not mapped: it may be replaced or cut while records are scored by it, and they are all scored by the model
/// whose checksum was verified.
final class ModelBytes: @unchecked Sendable {
    /// Sections of a file start at multiples of this.
    static let alignment = 64

    // Unchecked because of the pointer: nothing is written through it once `init` is done.
    private let start: UnsafeMutableRawPointer
    /// Number of bytes; they start at a multiple of ``alignment``.
    let count: Int

    /// A copy of bytes in memory.
    init(_ bytes: [UInt8]) {
        count = bytes.count
        start = .allocate(byteCount: max(count, 1), alignment: Self.alignment)
        bytes.withUnsafeBytes { start.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(start), byteCount: count) }
    }

    /// Takes over memory that was allocated.
    private init(owned start: UnsafeMutableRawPointer, count: Int) {
        self.start = start
        self.count = count
    }

    /// The file at `path`, or what a pipe of that name gives, to its end.
    /// - Throws: ``ModelError/unreadable(errno:)``.
    static func open(path: String) throws(ModelError) -> ModelBytes {
        let descriptor = Foundation.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(errno: errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .unreadable(errno: errno) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw .unreadable(errno: EISDIR) }
        // One more than the file has, so that its end is seen without another buffer.
        var capacity = max(Int(status.st_size) + 1, 1 << 16)
        var start = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: alignment)
        var count = 0
        while true {
            let got = Foundation.read(descriptor, start + count, capacity - count)
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else {
                let code = errno
                start.deallocate()
                throw .unreadable(errno: code)
            }
            if got == 0 { return ModelBytes(owned: start, count: count) }
            count += got
            if count == capacity {
                let wider = UnsafeMutableRawPointer.allocate(byteCount: capacity * 2, alignment: alignment)
                wider.copyMemory(from: start, byteCount: count)
                start.deallocate()
                (start, capacity) = (wider, capacity * 2)
            }
        }
    }

    deinit { start.deallocate() }

    /// Lends all bytes to `body`, which must not keep them.
    func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        try body(UnsafeRawBufferPointer(start: start, count: count))
    }
}
