import CZlib

/// Compresses to gzip (RFC 1952). One thread at a time.
///
/// Each call gives a whole member; concatenated members are one gzip file, whichever compressor made each.
package final class GzipCompressor {
    /// Favours speed over size, as for a pipe.
    private static let level: Int32 = 1
    // On the heap: zlib keeps its address.
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    private let isOpen: Bool

    /// A compressor at the start of a member.
    package init() {
        stream.initialize(to: z_stream())
        // Window bits plus 16: gzip.
        isOpen =
            deflateInit2_(
                stream, Self.level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                Int32(MemoryLayout<z_stream>.size)) == Z_OK
    }

    deinit {
        if isOpen { deflateEnd(stream) }
        stream.deallocate()
    }

    /// `bytes` as one member. Depends only on them and on the version of zlib.
    /// - Throws: ``RecordError/outputNotWritten(path:errno:)`` with `ENOMEM` where memory runs out.
    package func member(_ bytes: [UInt8], path: String = StandardInput.name) throws(RecordError) -> [UInt8] {
        guard isOpen, deflateReset(stream) == Z_OK, bytes.count <= Int(UInt32.max) else {
            throw .outputNotWritten(path: path, errno: 12)
        }
        let bound = Int(deflateBound(stream, uLong(bytes.count)))
        var status = Z_OK
        var input = bytes
        let member = [UInt8](unsafeUninitializedCapacity: bound) { output, count in
            input.withUnsafeMutableBufferPointer { input in
                stream.pointee.next_in = input.baseAddress
                stream.pointee.avail_in = uInt(input.count)
                stream.pointee.next_out = output.baseAddress
                stream.pointee.avail_out = uInt(bound)
                status = deflate(stream, Z_FINISH)
                count = bound - Int(stream.pointee.avail_out)
            }
        }
        guard status == Z_STREAM_END else { throw .outputNotWritten(path: path, errno: 12) }
        return member
    }
}
