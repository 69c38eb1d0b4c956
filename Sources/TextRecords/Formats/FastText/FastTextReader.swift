extension RecordFormat {
    /// Texts with fastText's labels in front, one a line: `__label__sport the match was drawn`.
    public static let fastText = RecordFormat(named: "fasttext")
}

extension FormatDescription {
    static let fastText = FormatDescription(
        format: .fastText,
        claim: { FastTextLine.areLabelled($0) ? .isMarked : nil }, layout: { FastTextLayout($0) })
}

/// A line of fastText: its labels, and its text.
struct FastTextLine {
    /// What every label starts with.
    static let prefix = Array("__label__".utf8)

    /// The labels without the prefix, and the text, as ranges of the line.
    var labels: [Range<Int>] = []
    var text = 0..<0

    init(_ line: UnsafeBufferPointer<UInt8>) {
        var at = 0
        while true {
            while at < line.count, line[at].isBlank { at += 1 }
            guard line[at...].starts(with: Self.prefix) else { break }
            let start = at + Self.prefix.count
            at = start
            while at < line.count, !line[at].isBlank { at += 1 }
            labels.append(start..<at)
        }
        var end = line.count
        while end > at, line[end - 1].isBlank { end -= 1 }
        text = at..<end
    }

    /// Whether all of the first lines, two at least, have a label in front.
    static func areLabelled(_ head: FileHead) -> Bool {
        var lines = LineReader(head.bytes)
        var count = 0
        while count < 100, let line = lines.next() {
            if !line.isTerminated, head.isCut { break }
            let content = UnsafeBufferPointer(rebasing: head.bytes[line.start..<line.start + line.count])
            if FastTextLine(content).labels.isEmpty { return false }
            count += 1
        }
        return count >= 2
    }
}

/// Lines of fastText.
struct FastTextLayout: RecordLayout {
    let format = RecordFormat.fastText
    let maximumRecord: Int
    let remarks = [ReadingRemark(.fastText)]
    /// Whether lines have several labels, so that each record has a list of them.
    let hasLists: Bool

    init(_ head: FileHead) {
        maximumRecord = head.options.maximumRecord
        var lines = LineReader(head.bytes)
        var hasLists = false
        while !hasLists, let line = lines.next() {
            hasLists =
                FastTextLine(UnsafeBufferPointer(rebasing: head.bytes[line.start..<line.start + line.count])).labels.count > 1
        }
        self.hasLists = hasLists
    }

    /// What the field of the labels is called.
    var labelField: String { hasLists ? "labels" : "label" }

    func borders() -> any RecordBorders { LineBorders() }
    func reader(named: [FieldPath]) -> any ChunkReader { FastTextReader(layout: self) }

    func appendJSON(_ record: UnsafeBufferPointer<UInt8>, fields: RowFields, to bytes: inout [UInt8]) {
        let line = FastTextLine(record)
        bytes.append(contentsOf: "{\"\(RecordFormat.textField)\": ".utf8)
        JSONString.append(UnsafeBufferPointer(rebasing: record[line.text]), to: &bytes)
        let labels = line.labels.map { UnsafeBufferPointer(rebasing: record[$0]) }
        if hasLists {
            bytes.append(contentsOf: ", \"labels\": ".utf8)
            JSONString.append(labels, to: &bytes)
        } else if let label = labels.first {
            bytes.append(contentsOf: ", \"label\": ".utf8)
            // A further one, which the start of the file did not have.
            let joined = Array(labels.joined(separator: [0x20]))
            labels.count == 1
                ? JSONString.append(label, to: &bytes) : joined.withUnsafeBufferPointer { JSONString.append($0, to: &bytes) }
        }
        bytes.append(UInt8(ascii: "}"))
    }
}

/// Reads texts with labels in front, one a line.
struct FastTextReader: ChunkReader {
    let layout: FastTextLayout

    mutating func read(
        _ bytes: UnsafeBufferPointer<UInt8>, index: Int, offset: Int, isFirst: Bool, isLast: Bool,
        policy: ErrorPolicy
    ) -> RecordChunk {
        var chunk = RecordChunk()
        var texts = RecordChunk.Column(name: RecordFormat.textField)
        var labels = RecordChunk.Column(name: layout.labelField)
        let lineCount = PlainTextReader.forEachLine(of: bytes, maximum: layout.maximumRecord, policy, &chunk) { line, chunk in
            let row = UInt32(truncatingIfNeeded: chunk.records.count)
            let parts = FastTextLine(UnsafeBufferPointer(rebasing: bytes[line.start..<line.start + line.count]))
            texts.set(
                TextSpan(.text, fileOffset: offset + line.start + parts.text.lowerBound, count: parts.text.count), row: row)
            if !parts.labels.isEmpty || layout.hasLists {
                let position = chunk.arena.count
                for (number, label) in parts.labels.enumerated() {
                    if number > 0 { chunk.arena.append(layout.hasLists ? 0x0A : 0x20) }
                    chunk.arena += bytes[(line.start + label.lowerBound)..<(line.start + label.upperBound)]
                }
                labels.set(
                    TextSpan(
                        layout.hasLists ? .array : .text, chunk: index, arenaOffset: position,
                        count: chunk.arena.count - position),
                    row: row)
            }
            chunk.records.append(
                RecordSpan(
                    start: offset + line.start, count: UInt32(truncatingIfNeeded: line.count),
                    line: UInt32(truncatingIfNeeded: line.index)))
        }
        chunk.lineCount = lineCount
        chunk.fields = [texts, labels].filter { !$0.rows.isEmpty }
        return chunk
    }
}
