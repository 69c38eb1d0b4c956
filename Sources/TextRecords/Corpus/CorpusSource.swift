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
    let layout: any RecordLayout
    /// Tabs in each of the first lines of what was found to be plain text, if they have as many: it may be a table.
    let tabs: Int?

    /// - Parameters:
    ///   - raw: The file's bytes.
    ///   - path: What to call the file in errors; its extension is a hint at the format.
    ///   - format: How the file is written; nil finds it.
    ///   - policy: With ``ErrorPolicy/skip``, lines of another encoding than the first ones' are for the reader to leave out.
    ///   - isLive: Whether the bytes come as they are written: of JSON lines, and of the given format where it is one of lines, the
    ///     first line is then enough to look at, so that none waits for a MiB.
    /// - Throws: What the sources throw, ``RecordError/encodingsMixed(_:found:expected:)``, and what is wrong with a header.
    init(
        _ raw: any ByteSource, path: String, format given: RecordFormat? = nil, policy: ErrorPolicy = .stop,
        isLive: Bool = false
    ) throws(RecordError) {
        let isEnough: ((UnsafeBufferPointer<UInt8>) -> Bool)? = isLive ? { Self.showsLines($0, given) } : nil
        var source = try PeekingByteSource(raw, head: EncodingFinding.headSize) { head in
            GzipByteSource.isGzip(head) || PackedKind.find(in: head) != nil || isEnough?(head) ?? false
        }
        if let kind = PackedKind.find(in: source.head) { throw .packed(path: path, kind) }
        isCompressed = GzipByteSource.isGzip(source.head)
        if isCompressed {
            source = try PeekingByteSource(
                GzipByteSource(source, path: path), head: EncodingFinding.headSize, until: isEnough)
        }
        let finding = EncodingFinding.find(in: source.head, isAll: source.headIsAll)
        if let mixture = finding.mixture, policy == .stop {
            throw .encodingsMixed(
                SourceLocation(path: path, line: mixture.line), found: mixture.found, expected: mixture.expected)
        }
        encoding = finding.encoding
        if encoding != .utf8 {
            source = try PeekingByteSource(
                DecodingByteSource(source, from: encoding, path: path), head: FileHead.size)
        }
        markSize = source.head.starts(with: ByteOrderMark.bytes) ? ByteOrderMark.bytes.count : 0
        source.skip(markSize)
        let format = given ?? RecordFormat.detect(source.head, path: path)
        let start = markSize
        tabs = given == nil && format == .plainText
            ? source.head.withUnsafeBufferPointer { head in
                RecordFormat.tabs(inEachLineOf: UnsafeBufferPointer(rebasing: head[start...]))
            } : nil
        layout = try source.head.withUnsafeBufferPointer { (head) throws(RecordError) in
            try format.layout(of: UnsafeBufferPointer(rebasing: head[start...]), path: path)
        }
        self.format = format
        text = source
    }

    /// Whether the first line is there and tells all: one of text where that was said, else a whole JSON object.
    private static func showsLines(_ head: UnsafeBufferPointer<UInt8>, _ given: RecordFormat?) -> Bool {
        guard given == nil || given == .jsonLines || given == .plainText else { return false }
        var lines = LineReader(head)
        if let line = lines.next() {
            guard line.isTerminated else { return false }
            let text = UnsafeBufferPointer(rebasing: head[line.start..<line.start + line.count])
            if given != nil { return true }
            let start = ByteOrderMark.count(in: text)
            guard text[start...].first == UInt8(ascii: "{"), UTF8Check.isValid(text) else { return false }
            // A document of questions may be one line too.
            return RecordFormat.detect(Array(text)) == .jsonLines
        }
        return false
    }
}
