/// Wraps another source and counts and hashes the bytes that are read.
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

    var seekableSize: Int? { source.seekableSize }

    func look(at offset: Int, count: Int) throws(RecordError) -> [UInt8] { try source.look(at: offset, count: count) }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(RecordError) -> Int {
        let count = try source.read(into: buffer)
        hash.update(
            UnsafeBufferPointer(UnsafeMutableRawBufferPointer(rebasing: buffer[..<count]).assumingMemoryBound(to: UInt8.self)))
        byteCount += count
        return count
    }
}
