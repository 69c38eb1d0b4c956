import Foundation

/// The lines of some bytes that are not blank, with their numbers.
///
/// A line ends at a newline or at the end; a carriage return before it is part of the line end.
struct LineReader {
    /// A line without its end.
    struct Line {
        /// Offset of the first byte.
        var start: Int
        /// Bytes, not counting the line end.
        var count: Int
        /// Number of lines before this one; blank lines count.
        var index: Int
        /// Whether a newline ended it.
        var isTerminated: Bool
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    /// Lines read so far, blank lines included.
    private(set) var linesRead = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// The next line that is not blank, or nil at the end.
    mutating func next() -> Line? {
        guard let base = bytes.baseAddress else { return nil }
        while position < bytes.count {
            let start = position
            let newline = memchr(base + start, 0x0A, bytes.count - start)
            let end = newline.map { UnsafeRawPointer(base).distance(to: UnsafeRawPointer($0)) } ?? bytes.count
            position = end + (newline == nil ? 0 : 1)
            let index = linesRead
            linesRead += 1
            var count = end - start
            if count > 0, bytes[end - 1] == 0x0D { count -= 1 }
            if bytes[start..<start + count].allSatisfy(\.isBlank) { continue }
            return Line(start: start, count: count, index: index, isTerminated: newline != nil)
        }
        return nil
    }
}
