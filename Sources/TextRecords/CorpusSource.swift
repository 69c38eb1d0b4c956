/// A corpus that is opened: what it is, and its text to be pulled.
///
/// Looks at the first MiB of the file to find out whether it is gzip, how its characters are written, and its format.
/// Costs a few MiB at most, whatever the size of the file.
struct CorpusSource {
    /// The text in UTF-8, uncompressed, without a byte order mark. UTF-8 files may have wrong bytes in it still.
    let text: any ByteSource
    /// Bytes of a byte order mark that are not in ``text``.
    let markSize: Int
    /// What the text is converted from.
    let encoding: CharacterEncoding
    /// Whether the file is gzip.
    let isCompressed: Bool
    /// The format, given or found.
    let format: RecordFormat
    /// What must be known to read a piece.
    let layout: RecordLayout

    /// - Parameters:
    ///   - raw: The file's bytes.
    ///   - path: What to call the file in errors; its extension is a hint at the format.
    ///   - format: How the file is written; nil finds it.
    ///   - policy: With ``ErrorPolicy/skip``, lines of another encoding than the first ones' are for the reader to leave out.
    /// - Throws: What the sources throw, ``RecordError/encodingsMixed(_:found:expected:)``, and what is wrong with a header.
    init(
        _ raw: any ByteSource, path: String, format given: RecordFormat? = nil, policy: ErrorPolicy = .stop
    ) throws(RecordError) {
        var source = try PeekingByteSource(raw, head: EncodingFinding.headSize)
        isCompressed = GzipByteSource.isGzip(source.head)
        if isCompressed {
            source = try PeekingByteSource(GzipByteSource(source, path: path), head: EncodingFinding.headSize)
        }
        let finding = EncodingFinding.find(in: source.head, isAll: source.headIsAll)
        if let mixture = finding.mixture, policy == .stop {
            throw .encodingsMixed(
                SourceLocation(path: path, line: mixture.line), found: mixture.found, expected: mixture.expected)
        }
        encoding = finding.encoding
        if encoding != .utf8 {
            source = try PeekingByteSource(
                DecodingByteSource(source, from: encoding, path: path), head: RecordFormat.headSize)
        }
        markSize = source.head.starts(with: ByteOrderMark.bytes) ? ByteOrderMark.bytes.count : 0
        source.skip(markSize)
        let format = given ?? RecordFormat.detect(source.head, path: path)
        let start = markSize
        layout = try source.head.withUnsafeBufferPointer { (head) throws(RecordError) in
            try RecordLayout(format, head: UnsafeBufferPointer(rebasing: head[start...]), path: path)
        }
        self.format = format
        text = source
    }
}
