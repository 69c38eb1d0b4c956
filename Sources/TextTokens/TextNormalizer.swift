/// Brings text into one form: NFKC case folding (Unicode Standard 3.13, `NFKC_Casefold`), which lower-cases, replaces
/// full-width and other compatibility forms, composes accents and removes what is invisible by default.
///
/// Guarantee: the result is exactly that of `unorm2_getNFKCCasefoldInstance` of the linked ICU, and folding it again changes
/// nothing, except where more than ``longestRun`` marks follow one character: ICU sorts marks in quadratic time, so such runs
/// are folded in parts (as in Unicode Standard Annex 15, 13, whose limit is 30). ASCII, and each code point that nothing
/// combines with, take a fast path; the rest goes to ICU.
///
/// One per worker: it owns the buffer with the results, so it is not `Sendable`.
package final class TextNormalizer {
    let folding: CaseFolding
    let table: FoldTable
    private var buffer: UnsafeMutablePointer<UInt8>
    private var capacity = 4096

    /// The most code points that may combine with preceding text and are folded together.
    static let longestRun = 1024

    /// Extra room after the expected bytes, for stores wider than their content.
    private static let slack = 16

    /// - Throws: ``TokenError/unavailable(service:status:)`` if ICU has no case folding, for example without its data.
    package init() throws(TokenError) {
        folding = try CaseFolding()
        table = FoldTable(folding)
        buffer = .allocate(capacity: capacity)
    }

    deinit { buffer.deallocate() }

    /// The folded form of a text.
    ///
    /// Each byte that is not part of well-formed UTF-8 becomes U+FFFD; the result is well-formed. Takes linear time.
    ///
    /// - Returns: UTF-8 that is valid until the next call, or until this object is freed.
    package func normalize(_ utf8: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        guard let base = utf8.baseAddress else { return UnsafeBufferPointer(start: buffer, count: 0) }
        let written = fold(base, utf8.count)
        return UnsafeBufferPointer(start: buffer, count: written)
    }

    /// The folded form of a text.
    ///
    /// ```swift
    /// try TextNormalizer().normalize("ＡＢＣ１２３ Straße")  // "abc123 strasse"
    /// ```
    package func normalize(_ text: String) -> String {
        var text = text
        return text.withUTF8 { String(decoding: normalize($0), as: UTF8.self) }
    }

    /// Writes the folded form to ``buffer``; returns its length.
    private func fold(_ source: UnsafePointer<UInt8>, _ count: Int) -> Int {
        reserve(count, written: 0)
        var target = buffer
        var position = 0
        var written = 0
        // Where the code point before `position` begins, in the source and in the result: what a mark may change.
        var last = 0
        var lastWritten = 0
        while position < count {
            let length: Int
            let entry: UInt32
            let lead = source[position]
            if lead < 0x80 {
                let copied = ASCIIFolding.copy(source + position, count &- position, to: target + written)
                position &+= copied
                written &+= copied
                last = position &- 1
                lastWritten = written &- 1
                continue
            }
            length = UTF8Sequence.length(source + position, available: count &- position)
            entry = table.entry(UTF8Sequence.codePoint(source + position, length: length))
            if entry == FoldTable.Entry.same && length > 0 {
                last = position
                lastWritten = written
                for byte in 0..<length { target[written &+ byte] = source[position &+ byte] }
                position &+= length
                written &+= length
                continue
            }
            if entry == FoldTable.Entry.joins {
                let end = segmentEnd(source, position, count)
                written = foldSegment(source, last, end, total: count, at: lastWritten)
                target = buffer
                position = end
                // A further mark would have been part of the segment, or starts the next part of an overlong run.
                last = end
                lastWritten = written
                continue
            }
            last = position
            lastWritten = written
            position &+= max(length, 1)
            written = appendMapping(entry, remaining: count &- position, at: written)
            target = buffer
        }
        return written
    }

    /// The end of the code points from `position` on that may combine with preceding text, ``longestRun`` at most.
    func segmentEnd(_ source: UnsafePointer<UInt8>, _ position: Int, _ count: Int) -> Int {
        var position = position
        for _ in 0..<Self.longestRun where position < count {
            let length = UTF8Sequence.length(source + position, available: count - position)
            let point = UTF8Sequence.codePoint(source + position, length: length)
            if table.entry(point) != FoldTable.Entry.joins { break }
            position += max(length, 1)
        }
        return position
    }

    /// Writes the folded form of `start..<end` at `written`; returns where it ends.
    private func foldSegment(
        _ source: UnsafePointer<UInt8>, _ start: Int, _ end: Int, total: Int, at written: Int
    ) -> Int {
        guard let units = folding.fold(source, start, end) else {
            // If memory runs out, as a last resort: the text as it is.
            reserve(total - start, written: written)
            (buffer + written).update(from: source + start, count: end - start)
            return written + end - start
        }
        // A code unit takes at most three bytes of UTF-8.
        reserve(total - end + 3 * units.count, written: written)
        var written = written
        _ = transcode(units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: false) { byte in
            buffer[written] = byte
            written += 1
        }
        return written
    }

    /// Writes a mapping, or U+FFFD for a malformed byte, at `written`; returns where it ends.
    private func appendMapping(_ entry: UInt32, remaining: Int, at written: Int) -> Int {
        if entry == FoldTable.Entry.same {
            reserve(remaining + 3, written: written)
            buffer[written] = 0xEF
            buffer[written + 1] = 0xBF
            buffer[written + 2] = 0xBD
            return written + 3
        }
        let length = Int(entry & 0xFF)
        let offset = Int(entry >> 8 & 0x3F_FFFF)
        reserve(remaining + length, written: written)
        table.pool.withUnsafeBufferPointer { pool in
            for byte in 0..<length { buffer[written + byte] = pool[offset + byte] }
        }
        return written + length
    }

    /// Makes room for `needed` bytes after the first `written`, which are kept.
    private func reserve(_ needed: Int, written: Int) {
        let total = written + needed + Self.slack
        guard total > capacity else { return }
        let wider = UnsafeMutablePointer<UInt8>.allocate(capacity: max(total, capacity * 2))
        wider.update(from: buffer, count: written)
        buffer.deallocate()
        buffer = wider
        capacity = max(total, capacity * 2)
    }
}
