import CZlib

/// The uncompressed bytes of the one file in a zip archive; folders and a Mac's shadow files are passed over.
///
/// Reads the members in order, so that a pipe will do; everything after the last one is read too. Takes about 110 kB.
final class ZipByteSource: ByteSource {
    private static let inputSize = 1 << 16

    private let source: any ByteSource
    private let path: String
    private var input: [UInt8] = []
    /// The first byte of ``input`` that is not used up.
    private var at = 0
    private var pulled = 0
    private var inputIsAtEnd = false
    /// On the heap: zlib keeps its address.
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    private let isOpen: Bool
    private var member: ZipMember?
    /// Compressed bytes of the member that are left, where that is known.
    private var left = 0
    private var crc: UInt = 0
    private var isDone = false
    /// The name of the file that is read.
    private(set) var name: String?

    /// - Parameters:
    ///   - source: The archive.
    ///   - path: What to call it in errors.
    init(_ source: any ByteSource, path: String) {
        self.source = source
        self.path = path
        stream.initialize(to: z_stream())
        // Negative window bits: deflated data without a header.
        isOpen = inflateInit2_(stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    }

    deinit {
        if isOpen { inflateEnd(stream) }
        stream.deallocate()
    }

    /// Those that archives have: of Deflate64, bzip2, LZMA, Zstandard, xz and others.
    private static let otherMethods: Set = [1, 2, 3, 4, 5, 6, 9, 10, 12, 14, 16, 18, 19, 93, 94, 95, 96, 97, 98, 99]

    /// What an archive is, by the names of its files, if it is not one with a single file to read.
    /// - Throws: ``RecordError/foreign(path:_:)``, ``RecordError/zipOfSeveral(path:files:)``.
    static func check(_ source: any ByteSource, path: String) throws(RecordError) -> String? {
        guard let names = try ZipMember.names(in: source) else { return nil }
        if let document = ZipMember.document(of: names) { throw .foreign(path: path, document) }
        let files = names.filter { !ZipMember.isShadow($0) }
        if files.count > 1 { throw .zipOfSeveral(path: path, files: files) }
        guard let file = files.first else { throw .foreign(path: path, .emptyZip) }
        return file
    }

    var mayWait: Bool { at >= input.count && source.mayWait }

    private func fault(_ fault: PackingFault) -> RecordError {
        .unpackable(path: path, .zip, offset: pulled - (input.count - at), fault)
    }

    /// Makes sure that there is input; false at the end of the archive.
    private func pull() throws(RecordError) -> Bool {
        if at < input.count { return true }
        if inputIsAtEnd { return false }
        if input.count != Self.inputSize { input = [UInt8](repeating: 0, count: Self.inputSize) }
        let count = try input.withUnsafeMutableBufferPointer { (bytes) throws(RecordError) in
            try source.read(into: UnsafeMutableRawBufferPointer(bytes))
        }
        inputIsAtEnd = count == 0
        pulled += count
        input.removeLast(input.count - count)
        at = 0
        return count > 0
    }

    /// The next `count` bytes; fewer at the end.
    private func take(_ count: Int) throws(RecordError) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count, try pull() {
            let part = input[at..<min(input.count, at + count - bytes.count)]
            bytes += part
            at += part.count
        }
        return bytes
    }

    /// Goes to the next member with content; false after the last.
    private func nextMember() throws(RecordError) -> Bool {
        var start = try take(4)
        while start == ZipMember.signature {
            let rest = try take(ZipMember.fixedSize - 4)
            guard rest.count == ZipMember.fixedSize - 4 else { throw fault(.truncated) }
            var next = ZipMember(start + rest)
            next.add(name: try take(next.nameSize), extra: try take(next.extraSize))
            let isShadow = ZipMember.isShadow(next.name)
            if !isShadow {
                if let document = ZipMember.document(of: [next.name]) { throw .foreign(path: path, document) }
                if let name { throw .zipOfSeveral(path: path, files: [name, next.name]) }
                if next.isEncrypted { throw .foreign(path: path, .encryptedZip) }
                name = next.name
            }
            if Self.otherMethods.contains(next.method) { throw .foreign(path: path, .zipMethod) }
            guard next.method == 8 || (next.method == 0 && next.size != nil) else { throw fault(.damaged) }
            guard isOpen, inflateReset(stream) == Z_OK else { throw fault(.outOfMemory) }
            member = next
            left = next.size ?? .max
            crc = crc32(0, nil, 0)
            if !isShadow { return true }
            var sink = [UInt8](repeating: 0, count: 1 << 14)
            var more = true
            while more {
                more = try sink.withUnsafeMutableBufferPointer { (bytes) throws(RecordError) in
                    try readMember(UnsafeMutableRawBufferPointer(bytes)) > 0
                }
            }
            start = try take(4)
        }
        // The directory follows.
        guard start.starts(with: [0x50, 0x4B]) || start.isEmpty else { throw fault(.damaged) }
        if name == nil { throw .foreign(path: path, .emptyZip) }
        while try pull() { at = input.count }
        return false
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(RecordError) -> Int {
        while !isDone, buffer.count > 0 {
            if member == nil, try !nextMember() {
                isDone = true
                break
            }
            let count = try readMember(buffer)
            if count > 0 { return count }
        }
        return 0
    }

    /// The next bytes of the member; at its end 0, and there is none any more.
    private func readMember(_ buffer: UnsafeMutableRawBufferPointer) throws(RecordError) -> Int {
        guard let member, let start = buffer.baseAddress?.assumingMemoryBound(to: Bytef.self) else { return 0 }
        var written = 0
        var isAtEnd = false
        while written == 0, !isAtEnd {
            if member.method == 0, left == 0 {
                isAtEnd = true
                break
            }
            let hasInput = try pull()
            let available = min(input.count - at, left, 1 << 30)
            if member.method == 0 {
                guard hasInput else { throw fault(.truncated) }
                written = min(available, buffer.count)
                buffer.copyBytes(from: input[at..<at + written])
                at += written
                left -= written
                continue
            }
            var status = Z_OK
            input.withUnsafeMutableBufferPointer { bytes in
                stream.pointee.next_in = bytes.baseAddress.map { $0 + at }
                stream.pointee.avail_in = uInt(available)
                stream.pointee.next_out = start
                stream.pointee.avail_out = uInt(min(buffer.count, 1 << 30))
                status = inflate(stream, Z_NO_FLUSH)
            }
            let taken = available - Int(stream.pointee.avail_in)
            at += taken
            if left != .max { left -= taken }
            written = min(buffer.count, 1 << 30) - Int(stream.pointee.avail_out)
            switch status {
            case Z_STREAM_END: isAtEnd = true
            case Z_OK: break
            case Z_BUF_ERROR: if written == 0, !hasInput || available == 0 { throw fault(.truncated) }
            case Z_MEM_ERROR: throw fault(.outOfMemory)
            default: throw fault(.damaged)
            }
        }
        crc = crc32(crc, start, uInt(written))
        if isAtEnd { try finish(member) }
        return written
    }

    /// Holds the member's checksum against its data, and passes over its descriptor.
    private func finish(_ member: ZipMember) throws(RecordError) {
        var expected = member.crc
        if member.size == nil {
            // A signature may stand before it.
            var bytes = try take(4)
            if bytes == [0x50, 0x4B, 0x07, 0x08] { bytes = try take(4) }
            expected = UInt32(truncatingIfNeeded: ZipMember.number(bytes, 0, 4))
            guard try take(member.isLarge ? 16 : 8).count == (member.isLarge ? 16 : 8) else { throw fault(.truncated) }
        }
        guard UInt32(truncatingIfNeeded: crc) == expected else { throw fault(.damaged) }
        self.member = nil
    }
}
