extension RecordFormat {
    /// The format that some content most likely is in. A byte order mark is skipped.
    ///
    /// - Parameters:
    ///   - bytes: The content in UTF-8: all of it, or its first MiB.
    ///   - path: What the file is called.
    package static func detect(_ bytes: [UInt8], path: String? = nil) -> RecordFormat {
        bytes.withUnsafeBufferPointer { bytes in
            let start = ByteOrderMark.count(in: bytes)
            return detect(
                FileHead(
                    UnsafeBufferPointer(rebasing: bytes[start..<max(start, min(bytes.count, FileHead.size))]), path: path ?? "")
            )
        }
    }

    /// The format that a file most likely is in: the one whose description claims it most surely, the first of several.
    static func detect(_ head: FileHead) -> RecordFormat {
        guard head.bytes.contains(where: { !$0.isBlank && $0 != 0x0A }) else { return .plainText }
        var best: (claim: FormatDescription.Claim, format: RecordFormat)?
        for description in FormatDescription.all {
            guard let claim = description.claim(head), claim > best?.claim ?? .looksLikely || best == nil else { continue }
            best = (claim, description.format)
            if claim == .isCertain { break }
        }
        return best?.format ?? .plainText
    }

    /// The number of tabs in each of the first lines, twenty at most: a tab-separated table may have been taken for plain text.
    /// nil if lines differ, have none, or are fewer than two.
    static func tabs(inEachLineOf head: UnsafeBufferPointer<UInt8>) -> Int? {
        var lines = LineReader(head)
        var found: Int?
        var count = 0
        while count < 20, let line = lines.next() {
            // The head may end within a line.
            if !line.isTerminated, head.count >= FileHead.size { break }
            let tabs = head[line.start..<line.start + line.count].count { $0 == UInt8(ascii: "\t") }
            guard tabs > 0, found == nil || found == tabs else { return nil }
            found = tabs
            count += 1
        }
        return count >= 2 ? found : nil
    }
}
