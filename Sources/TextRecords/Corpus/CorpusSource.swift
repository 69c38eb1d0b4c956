/// An opened corpus: its properties, and its text to read.
///
/// Looks at the first MiB of the file to find out whether it is compressed, its encoding, and its format. Takes a few MiB at
/// most, whatever the size of the file.
struct CorpusSource {
    /// The text in UTF-8, uncompressed, without a byte order mark. The text of UTF-8 files may still have invalid bytes.
    let text: any ByteSource
    /// Bytes of a byte order mark that are not in ``text``.
    let markSize: Int
    /// What makes the text of the file's bytes.
    let conversion: TextConversion
    /// The format, given or detected.
    let format: RecordFormat
    /// What must be known to read a piece.
    let layout: any RecordLayout
    /// What the user should know about how the file is read.
    let remarks: [ReadingRemark]
    /// The number of tabs in each of the first lines of a file taken for plain text, if it is the same in all: it may be a
    /// table.
    let tabs: Int?

    /// - Parameters:
    ///   - raw: The file's bytes.
    ///   - path: What to call the file in errors; its extension is a hint at the format.
    ///   - options: What was said about how to read it.
    ///   - policy: With ``ErrorPolicy/skip``, lines in another encoding than the first ones are left to the reader to skip.
    ///   - isLive: Whether the bytes arrive as they are written: for JSON lines, and for a given line-based format, the first
    ///     line is then enough, so that no line waits until a MiB has arrived.
    /// - Throws: What the sources throw, what the file is if it is no corpus, and what is wrong with a header.
    init(
        _ raw: any ByteSource, path: String, options: ReadingOptions = ReadingOptions(), policy: ErrorPolicy = .stop,
        isLive: Bool = false
    ) throws(RecordError) {
        let given = options.format
        let isEnough: ((UnsafeBufferPointer<UInt8>) -> Bool)? = isLive ? { Self.showsLines($0, given) } : nil
        var source = try PeekingByteSource(raw, head: EncodingFinding.headSize) { head in
            Packing.find(in: head) != nil || ForeignContent.find(in: head) != nil || isEnough?(head) ?? false
        }
        if let kind = ForeignContent.find(in: source.head) { throw .foreign(path: path, kind) }
        var conversion = TextConversion()
        var remarks: [ReadingRemark] = []
        var name: String?
        if let packing = Packing.find(in: source.head) {
            conversion.packing = packing
            if packing == .zip { name = try ZipByteSource.check(source, path: path) }
            if let name { remarks.append(ReadingRemark(.member, name)) }
            source = try PeekingByteSource(
                TextConversion.unpacked(source, packing, path: path), head: EncodingFinding.headSize, until: isEnough)
            if let kind = ForeignContent.find(in: source.head) { throw .foreign(path: path, kind == .tar ? .packedTar : kind) }
            if Packing.find(in: source.head) != nil { throw .foreign(path: path, .packedTwice) }
        }
        conversion.encoding = try Self.encoding(of: source, path: path, options, policy, &remarks)
        if conversion.encoding != .utf8 {
            source = try PeekingByteSource(
                DecodingByteSource(source, from: conversion.encoding, path: path), head: FileHead.size)
        } else if source.head.prefix(4096).contains(0), given == nil {
            // Text has no zeros, and neither has JSON.
            throw .foreign(path: path, .binary)
        }
        if given == nil, let kind = source.head.withUnsafeBufferPointer({ ForeignContent.find(inText: $0) }) {
            throw .foreign(path: path, kind)
        }
        if LineEndByteSource.areOld(source.head) {
            conversion.hasOldLineEnds = true
            remarks.append(ReadingRemark(.macLineEnds))
            source = try PeekingByteSource(LineEndByteSource(source), head: FileHead.size)
        }
        markSize = source.head.starts(with: ByteOrderMark.bytes) ? ByteOrderMark.bytes.count : 0
        let start = markSize
        (format, layout, tabs) = try source.head.withUnsafeBufferPointer { (bytes) throws(RecordError) in
            let text = UnsafeBufferPointer(rebasing: bytes[start..<min(bytes.count, max(start, FileHead.size))])
            let head = FileHead(text, path: path, name: name, options: options)
            let format = given ?? RecordFormat.detect(head)
            let tabs = given == nil && format == .plainText ? RecordFormat.tabs(inEachLineOf: text) : nil
            return (format, try format.layout(of: head), tabs)
        }
        self.remarks = remarks + layout.remarks
        if let part = layout.part {
            conversion.part = part + markSize
            text = JSONPartSource(source, from: part + markSize, path: path)
        } else {
            source.skip(markSize)
            text = source
        }
        self.conversion = conversion
    }

    /// The encoding that is given, unless the content says that it is another, or the one that is found.
    private static func encoding(
        of source: PeekingByteSource, path: String, _ options: ReadingOptions, _ policy: ErrorPolicy,
        _ remarks: inout [ReadingRemark]
    ) throws(RecordError) -> CharacterEncoding {
        let head = source.head
        if let given = options.encoding {
            let isUTF8 = head.withUnsafeBufferPointer(UTF8Check.isValid) && head.contains { $0 >= 0x80 }
            let marked = CharacterEncoding.allCases.first { !$0.mark.isEmpty && head.starts(with: $0.mark) }
            guard isUTF8 || marked != nil, given != .utf8 else { return given }
            if marked == nil || marked == .utf8 { remarks.append(ReadingRemark(.isUTF8, given.rawValue)) }
            return marked ?? .utf8
        }
        let finding = EncodingFinding.find(in: head, isAll: source.headIsAll)
        if !finding.candidates.isEmpty { throw .encodingUnnamed(path: path, candidates: finding.candidates) }
        if let mixture = finding.mixture, policy == .stop {
            throw .encodingsMixed(
                SourceLocation(path: path, line: mixture.line), found: mixture.found, expected: mixture.expected)
        }
        return finding.encoding
    }

    /// Whether the first line is there and is enough: any line if the format is given as text, else a whole JSON object that is
    /// a record by itself, or is followed by more.
    private static func showsLines(_ head: UnsafeBufferPointer<UInt8>, _ given: RecordFormat?) -> Bool {
        guard given == nil || given == .jsonLines || given == .plainText else { return false }
        var lines = LineReader(head)
        if let line = lines.next() {
            guard line.isTerminated else { return false }
            let text = UnsafeBufferPointer(rebasing: head[line.start..<line.start + line.count])
            if given != nil { return true }
            let start = ByteOrderMark.count(in: text)
            guard text[start...].first == UInt8(ascii: "{"), UTF8Check.isValid(text) else { return false }
            // A document may also be one line.
            return RecordFormat.detect(Array(text)) == .jsonLines
                || (lines.next() != nil && RecordFormat.detect(Array(head)) == .jsonLines)
        }
        return false
    }
}
