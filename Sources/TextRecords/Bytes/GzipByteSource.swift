import CZlib

/// The uncompressed bytes of gzip (RFC 1952), of one member or several after one another.
///
/// Takes about 110 kB whatever the content: nothing is expanded before it is read. Zeros after the last member are padding and
/// are skipped; anything else there is damage.
final class GzipByteSource: ByteSource {
    private static let inputSize = 1 << 16

    private let source: any ByteSource
    private let path: String
    private let input = UnsafeMutableRawBufferPointer.allocate(byteCount: GzipByteSource.inputSize, alignment: 16)
    /// On the heap: zlib keeps its address.
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    private let isOpen: Bool
    /// Bytes pulled from the source.
    private var pulled = 0
    private var inputIsAtEnd = false
    private var phase = Phase.member

    private enum Phase {
        case member, between, padding, done
    }

    /// Whether some content starts as gzip does.
    static func isGzip(_ head: some Collection<UInt8>) -> Bool {
        head.starts(with: [0x1F, 0x8B])
    }

    /// - Parameters:
    ///   - source: The compressed bytes.
    ///   - path: What to call the file in errors.
    init(_ source: any ByteSource, path: String) {
        self.source = source
        self.path = path
        stream.initialize(to: z_stream())
        // Window bits plus 16: gzip and nothing else.
        isOpen = inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    }

    deinit {
        if isOpen { inflateEnd(stream) }
        stream.deallocate()
        input.deallocate()
    }

    /// Compressed bytes consumed so far.
    private var offset: Int { pulled - Int(stream.pointee.avail_in) }

    var mayWait: Bool { stream.pointee.avail_in == 0 && source.mayWait }

    private func fault(_ fault: PackingFault) -> RecordError { .unpackable(path: path, .gzip, offset: offset, fault) }

    /// Makes sure that there is input; false at the end of the source.
    private func pull() throws(RecordError) -> Bool {
        if stream.pointee.avail_in > 0 { return true }
        if inputIsAtEnd { return false }
        let count = try source.read(into: input)
        inputIsAtEnd = count == 0
        pulled += count
        stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: Bytef.self)
        stream.pointee.avail_in = uInt(count)
        return count > 0
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(RecordError) -> Int {
        guard isOpen else { throw fault(.outOfMemory) }
        guard let start = buffer.baseAddress else { return 0 }
        let room = min(buffer.count, 1 << 30)
        while true {
            switch phase {
            case .member:
                // Without new input zlib may still hold output, so the end of the input is checked only after inflating.
                let hasInput = try pull()
                stream.pointee.next_out = start.assumingMemoryBound(to: Bytef.self)
                stream.pointee.avail_out = uInt(room)
                let status = inflate(stream, Z_NO_FLUSH)
                let written = room - Int(stream.pointee.avail_out)
                switch status {
                case Z_STREAM_END: phase = .between
                case Z_OK: break
                case Z_BUF_ERROR: if written == 0, !hasInput { throw fault(.truncated) }
                case Z_MEM_ERROR: throw fault(.outOfMemory)
                default: throw fault(.damaged)
                }
                if written > 0 { return written }
            case .between:
                guard try pull() else {
                    phase = .done
                    continue
                }
                // A member starts with a byte other than zero; padding is zeros.
                if stream.pointee.next_in?.pointee == 0 {
                    phase = .padding
                } else {
                    guard inflateReset(stream) == Z_OK else { throw fault(.damaged) }
                    phase = .member
                }
            case .padding:
                guard try pull() else {
                    phase = .done
                    continue
                }
                while stream.pointee.avail_in > 0 {
                    guard stream.pointee.next_in?.pointee == 0 else { throw fault(.damaged) }
                    stream.pointee.next_in = stream.pointee.next_in.advanced(by: 1)
                    stream.pointee.avail_in -= 1
                }
            case .done:
                return 0
            }
        }
    }
}
