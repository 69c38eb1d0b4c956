import Foundation

/// The whole content of a file or of standard input, in memory.
struct FileContent {
    /// The content, and `RecordStorage.padding` zeros.
    var bytes: [UInt8]
    /// Bytes of content.
    var count: Int

    /// Standard input's name.
    static let standardInput = "-"

    /// `count` bytes of content and the padding.
    init(bytes: [UInt8], count: Int) {
        self.bytes = bytes
        self.count = count
    }

    /// Reads the file at `path`; `-` is standard input. Pipes are read to their end.
    static func read(path: String) throws(RecordError) -> FileContent {
        if path == standardInput { return try read(descriptor: STDIN_FILENO, path: path) }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw errno == ENOENT ? .fileMissing(path: path) : .fileUnreadable(path: path, errno: errno)
        }
        defer { close(descriptor) }
        return try read(descriptor: descriptor, path: path)
    }

    private static func read(descriptor: Int32, path: String) throws(RecordError) -> FileContent {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .fileUnreadable(path: path, errno: errno) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw .fileIsFolder(path: path) }

        // One byte more than the size, so that the end shows without growing.
        var capacity = status.st_mode & S_IFMT == S_IFREG ? max(Int(status.st_size), 0) + 1 : 1 << 20
        var bytes: [UInt8] = []
        var failure: Int32?
        var isAtEnd = false
        while !isAtEnd, failure == nil {
            let filled = bytes.count
            bytes = [UInt8](unsafeUninitializedCapacity: capacity + RecordStorage.padding) { buffer, initialized in
                _ = buffer.update(fromContentsOf: bytes)
                initialized = filled
                guard let base = buffer.baseAddress else { return }
                while initialized < capacity {
                    let got = Foundation.read(descriptor, base + initialized, capacity - initialized)
                    if got < 0, errno == EINTR { continue }
                    if got < 0 { failure = errno }
                    if got == 0 { isAtEnd = true }
                    if got <= 0 { return }
                    initialized += got
                }
            }
            capacity = max(capacity * 2, 1 << 20)
        }
        if let failure { throw .fileUnreadable(path: path, errno: failure) }
        let count = bytes.count
        bytes.append(contentsOf: repeatElement(0, count: RecordStorage.padding))
        return FileContent(bytes: bytes, count: count)
    }

    /// Everything that `source` has.
    init(all source: any ByteSource) throws(RecordError) {
        let bytes = try source.readAll(padding: RecordStorage.padding)
        self.init(bytes: bytes, count: bytes.count - RecordStorage.padding)
    }
}
