/// Another source whose first bytes can be looked at before they are read.
final class PeekingByteSource: ByteSource {
    /// The first bytes: as many as were asked for, fewer only where the source ends with them.
    let head: [UInt8]
    /// Whether the source holds nothing but ``head``.
    let headIsAll: Bool
    private let source: any ByteSource
    private var position = 0

    /// Reads the first `count` bytes of `source`.
    /// - Parameter isEnough: Called with the bytes so far before each read; once it is true, no more are read.
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

    /// Skips the first `count` bytes of ``head``. Must be called before anything is read.
    func skip(_ count: Int) {
        position = min(count, head.count)
    }

    var seekableSize: Int? { source.seekableSize }

    func look(at offset: Int, count: Int) throws(RecordError) -> [UInt8] { try source.look(at: offset, count: count) }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(RecordError) -> Int {
        guard position < head.count else { return headIsAll ? 0 : try source.read(into: buffer) }
        let count = min(buffer.count, head.count - position)
        head.withUnsafeBytes { buffer.copyBytes(from: $0[position..<position + count]) }
        position += count
        return count
    }
}
