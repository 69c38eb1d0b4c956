/// An opened corpus: its properties, and its text to read.
///
/// Looks at the first MiB of the file to find out whether it is gzip, its encoding, and its format. Takes a few MiB at most,
/// whatever the size of the file.
struct CorpusSource {
    /// The text in UTF-8, uncompressed, without a byte order mark. The text of UTF-8 files may still have invalid bytes.
    let text: any ByteSource
    /// Bytes of a byte order mark that are not in ``text``.
    let markSize: Int
    /// What the text is converted from.
    let encoding: CharacterEncoding
    /// Whether the file is gzip.
    let isCompressed: Bool
    /// The format, given or detected.
    let format: RecordFormat
    /// What must be known to read a piece.
    let layout: any RecordLayout
    /// The number of tabs in each of the first lines of a file taken for plain text, if it is the same in all: it may be a
    /// table.
    let tabs: Int?

    /// - Parameters:
    ///   - raw: The file's bytes.
    ///   - path: What to call the file in errors; its extension is a hint at the format.
    ///   - format: The file's format; nil detects it.
    ///   - policy: With ``ErrorPolicy/skip``, lines in another encoding than the first ones are left to the reader to skip.
    ///   - isLive: Whether the bytes arrive as they are written: for JSON lines, and for a given line-based format, the first
    ///     line is then enough, so that no line waits until a MiB has arrived.
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
        tabs =
            given == nil && format == .plainText
            ? source.head.withUnsafeBufferPointer { head in
                RecordFormat.tabs(inEachLineOf: UnsafeBufferPointer(rebasing: head[start...]))
            } : nil
        layout = try source.head.withUnsafeBufferPointer { (head) throws(RecordError) in
            try format.layout(of: UnsafeBufferPointer(rebasing: head[start...]), path: path)
        }
        self.format = format
        text = source
    }

    /// Whether the first line is there and is enough: any line if the format is given as text, else a whole JSON object.
    private static func showsLines(_ head: UnsafeBufferPointer<UInt8>, _ given: RecordFormat?) -> Bool {
        guard given == nil || given == .jsonLines || given == .plainText else { return false }
        var lines = LineReader(head)
        if let line = lines.next() {
            guard line.isTerminated else { return false }
            let text = UnsafeBufferPointer(rebasing: head[line.start..<line.start + line.count])
            if given != nil { return true }
            let start = ByteOrderMark.count(in: text)
            guard text[start...].first == UInt8(ascii: "{"), UTF8Check.isValid(text) else { return false }
            // A document of questions may also be one line.
            return RecordFormat.detect(Array(text)) == .jsonLines
        }
        return false
    }
}
