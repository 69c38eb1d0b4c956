/// A text that separates the parts of each line, as some corpora have it: `_!_`, `|||`, `\t|\t`.
enum LineSeparator {
    /// Lines that are looked at.
    private static let sample = 50

    /// Two marks or more, with blanks around them or not, that stand equally often in each of the first lines; nil if there are
    /// none, or fewer than three lines.
    static func find(in head: FileHead) -> String? {
        var lines = LineReader(head.bytes)
        var candidates: [(text: [UInt8], count: Int)] = []
        var count = 0
        while count < sample, let line = lines.next() {
            if !line.isTerminated, head.isCut { break }
            let content = head.bytes[line.start..<line.start + line.count]
            if count == 0 {
                for mark in marks(of: content) { candidates.append((mark, occurrences(of: mark, in: content))) }
            } else {
                candidates.removeAll { occurrences(of: $0.text, in: content) != $0.count }
            }
            count += 1
            if candidates.isEmpty { return nil }
        }
        guard count >= 3, let best = candidates.max(by: { ($0.count, $0.text.count) < ($1.count, $1.text.count) }) else {
            return nil
        }
        return String(decoding: best.text, as: UTF8.self)
    }

    /// The runs of two ASCII marks or more.
    private static func marks(of line: Slice<UnsafeBufferPointer<UInt8>>) -> Set<[UInt8]> {
        var found = Set<[UInt8]>()
        var run: [UInt8] = []
        for byte in Array(line) + [0x20] {
            let isMark =
                (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
                || (0x7B...0x7E).contains(byte)
            if isMark {
                run.append(byte)
                continue
            }
            // What prose has: an ellipsis, a dash, quotes and marks at a sentence's end.
            let isProse = run.allSatisfy { ".-!?,\"'()`".utf8.contains($0) }
            if run.count >= 2, run.count <= 16, !isProse { found.insert(run) }
            run = []
        }
        return found
    }

    private static func occurrences(of mark: [UInt8], in line: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
        var count = 0
        var rest = line
        while let found = rest.firstRange(of: mark) {
            count += 1
            rest = rest[found.upperBound...]
        }
        return count
    }
}
