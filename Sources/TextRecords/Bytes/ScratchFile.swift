import Foundation

/// An unnamed file that is deleted with its last user, for what does not fit in memory. One thread at a time.
package final class ScratchFile {
    private let descriptor: OpenDescriptor
    private let folder: String
    private var buffer: [UInt8] = []
    private static let capacity = 1 << 20
    /// Bytes appended so far.
    package private(set) var count = 0

    /// - Parameter folder: A folder on a disk with enough room; the system's folder for temporary files by default.
    /// - Throws: ``RecordError/outputNotCreated(path:errno:)``.
    package init(in folder: String = NSTemporaryDirectory()) throws(RecordError) {
        var template = Array(((folder.hasSuffix("/") ? folder : folder + "/") + ".textshift.XXXXXX").utf8CString)
        let number = mkstemp(&template)
        guard number >= 0 else { throw .outputNotCreated(path: folder, errno: errno) }
        unlink(template)
        self.folder = folder
        descriptor = OpenDescriptor(owning: number, size: 0)
    }

    /// Appends `bytes`.
    /// - Throws: ``RecordError/outputNotWritten(path:errno:)``, with the folder as the path.
    package func append(_ bytes: some Collection<UInt8>) throws(RecordError) {
        count += bytes.count
        buffer.append(contentsOf: bytes)
        if buffer.count >= Self.capacity { try flush() }
    }

    private func flush() throws(RecordError) {
        var done = 0
        while done < buffer.count {
            let written = buffer.withUnsafeBytes { write(descriptor.number, $0.baseAddress! + done, $0.count - done) }
            if written < 0, errno == EINTR { continue }
            if written <= 0 { throw .outputNotWritten(path: folder, errno: written < 0 ? errno : EIO) }
            done += written
        }
        buffer.removeAll(keepingCapacity: true)
    }

    /// Everything appended so far, from the start; read to its end before more is appended.
    func source() throws(RecordError) -> any ByteSource {
        try flush()
        return DescriptorByteSource(descriptor, path: folder)
    }

    /// The descriptor with everything in it.
    func finish() throws(RecordError) -> OpenDescriptor {
        try flush()
        return descriptor
    }

    /// A reader from the start.
    package func reader() throws(RecordError) -> ScratchReader { ScratchReader(try source()) }
}

/// Reads a ``ScratchFile`` back, piece by piece.
package struct ScratchReader {
    private let source: any ByteSource
    private var buffer: [UInt8] = []
    private var position = 0

    init(_ source: any ByteSource) {
        self.source = source
    }

    /// Lends the next `count` bytes to `body`; they must have been appended.
    /// - Throws: ``RecordError/fileUnreadable(path:errno:)``; `EIO` where the file is shorter than that.
    package mutating func next<Result>(_ count: Int, _ body: (UnsafeRawBufferPointer) -> Result) throws(RecordError) -> Result {
        if buffer.count - position < count {
            buffer.removeFirst(position)
            position = 0
            let wanted = max(count, 1 << 20)
            while buffer.count < count {
                let filled = buffer.count
                buffer.append(contentsOf: repeatElement(0, count: wanted - filled))
                var got = 0
                var failure: RecordError?
                buffer.withUnsafeMutableBytes { bytes in
                    do throws(RecordError) {
                        got = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[filled...]))
                    } catch { failure = error }
                }
                buffer.removeLast(wanted - filled - got)
                if let failure { throw failure }
                if got == 0 { throw .fileUnreadable(path: "scratch", errno: EIO) }
            }
        }
        defer { position += count }
        return buffer.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[position..<position + count])) }
    }
}
