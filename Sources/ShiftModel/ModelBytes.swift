import Foundation

/// The bytes of a model file, shared by several tables. A file is mapped: read from disk on first access, and shared by all
/// processes that have it open.
final class ModelBytes: @unchecked Sendable {
    /// Sections of a file start at multiples of this.
    static let alignment = 64

    // Unchecked because of the pointer: nothing is written through it once `init` is done.
    private let start: UnsafeMutableRawPointer
    private let isMapped: Bool
    /// Number of bytes; those of a file are at a multiple of 64.
    let count: Int

    /// A copy of bytes in memory.
    init(_ bytes: [UInt8]) {
        count = bytes.count
        start = .allocate(byteCount: max(count, 1), alignment: Self.alignment)
        isMapped = false
        bytes.withUnsafeBytes { start.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(start), byteCount: count) }
    }

    /// The file at `path`. Anything but a plain file (such as a pipe) is read to its end.
    ///
    /// If a file is cut short after it was mapped, access to the lost part ends the program; textshift itself replaces files
    /// and never cuts them.
    /// - Throws: ``ModelError/unreadable(errno:)``.
    static func open(path: String) throws(ModelError) -> ModelBytes {
        let descriptor = Foundation.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(errno: errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .unreadable(errno: errno) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw .unreadable(errno: EISDIR) }
        guard status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else { return ModelBytes(try readAll(descriptor)) }
        let count = Int(status.st_size)
        guard let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED else {
            throw .unreadable(errno: errno)
        }
        return ModelBytes(mapped: start, count: count)
    }

    private init(mapped start: UnsafeMutableRawPointer, count: Int) {
        self.start = start
        self.count = count
        isMapped = true
    }

    private static func readAll(_ descriptor: Int32) throws(ModelError) -> [UInt8] {
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let got = part.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw .unreadable(errno: errno) }
            if got == 0 { return bytes }
            bytes += part[..<got]
        }
    }

    deinit {
        if isMapped { munmap(start, count) } else { start.deallocate() }
    }

    /// Lends all bytes to `body`, which must not keep them.
    func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        try body(UnsafeRawBufferPointer(start: start, count: count))
    }
}
