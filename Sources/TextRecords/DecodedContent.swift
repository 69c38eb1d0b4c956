/// A file's content, uncompressed and in UTF-8, all of it in memory.
struct DecodedContent {
    /// The content, which may start with a byte order mark.
    let content: FileContent
    /// Where the text starts: after the byte order mark.
    let textStart: Int
    /// What the content was converted from.
    let encoding: CharacterEncoding
    /// Whether the file is gzip.
    let isCompressed: Bool

    /// - Parameters:
    ///   - raw: The file's bytes.
    ///   - path: What to call the file in errors.
    ///   - policy: With ``ErrorPolicy/skip``, lines of another encoding than the first ones' are for the reader to leave out.
    /// - Throws: What ``GzipByteSource`` and ``DecodingByteSource`` throw; ``RecordError/encodingsMixed(_:found:expected:)``.
    init(_ raw: FileContent, path: String, policy: ErrorPolicy) throws(RecordError) {
        isCompressed = GzipByteSource.isGzip(raw.bytes.prefix(raw.count))
        var plain = raw
        if isCompressed {
            let source = GzipByteSource(MemoryByteSource(raw.bytes, count: raw.count), path: path)
            plain = try FileContent(all: source)
        }
        let head = Array(plain.bytes.prefix(min(plain.count, EncodingFinding.headSize)))
        let finding = EncodingFinding.find(in: head, isAll: plain.count <= EncodingFinding.headSize)
        if let mixture = finding.mixture, policy == .stop {
            throw .encodingsMixed(
                SourceLocation(path: path, line: mixture.line), found: mixture.found, expected: mixture.expected)
        }
        encoding = finding.encoding
        if encoding != .utf8 {
            let source = MemoryByteSource(plain.bytes, count: plain.count)
            plain = try FileContent(all: DecodingByteSource(source, from: encoding, path: path))
        }
        content = plain
        textStart = plain.bytes.prefix(plain.count).starts(with: ByteOrderMark.bytes) ? ByteOrderMark.bytes.count : 0
    }
}

extension FileContent {
    /// Everything that `source` has.
    init(all source: any ByteSource) throws(RecordError) {
        bytes = try source.readAll(padding: RecordStorage.padding)
        count = bytes.count - RecordStorage.padding
    }
}
