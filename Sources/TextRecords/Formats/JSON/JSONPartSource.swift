/// The list or object of a JSON document that has its records, as if it were all there is.
///
/// What stands before it becomes blanks, so that lines and columns stay; what stands after it is read, so that a document that
/// was cut off is an error, and left out. Memory is constant.
final class JSONPartSource: ByteSource {
    private let source: any ByteSource
    private let path: String
    private let start: Int
    private var position = 0
    private var lines = 0
    /// Open brackets, those around the part included.
    private var depth = 0
    private var isInString = false
    private var isEscaped = false
    /// The depth around the part, once it has started.
    private var outer: Int?
    private var isPast = false
    private var isDone = false

    /// - Parameters:
    ///   - source: The document.
    ///   - start: Offset of the bracket or brace that opens the part.
    ///   - path: What to call the file in errors.
    init(_ source: any ByteSource, from start: Int, path: String) {
        self.source = source
        self.start = start
        self.path = path
    }

    var mayWait: Bool { source.mayWait }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(RecordError) -> Int {
        while !isDone {
            let count = try source.read(into: buffer)
            if count == 0 {
                isDone = true
                // A part that is cut off is an error of its last record.
                guard isPast, depth > 0 else { return 0 }
                throw .ofDocument(.truncated(SourceLocation(path: path, line: lines + 1)))
            }
            let bytes = UnsafeMutableRawBufferPointer(rebasing: buffer[..<count]).assumingMemoryBound(to: UInt8.self)
            let kept = pass(bytes)
            if kept > 0 { return kept }
        }
        return 0
    }

    /// Takes in the next bytes, blanks those before the part, and returns how many are up to its end.
    private func pass(_ bytes: UnsafeMutableBufferPointer<UInt8>) -> Int {
        // In variables of its own, which a loop over bytes keeps in registers.
        var (depth, lines, isInString, isEscaped, isPast) = (depth, lines, isInString, isEscaped, isPast)
        defer {
            (self.depth, self.lines, self.isInString) = (depth, lines, isInString)
            (self.isEscaped, self.isPast) = (isEscaped, isPast)
            position += bytes.count
        }
        let first = start - position
        var kept = isPast ? 0 : bytes.count
        for (at, byte) in bytes.enumerated() {
            if at == first { outer = depth }
            if isInString {
                // As the scanner of elements does, a string ends with its line.
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") || byte == 0x0A {
                    isInString = false
                }
            } else if byte == UInt8(ascii: "\"") {
                isInString = true
            } else if byte & 0xDF == UInt8(ascii: "[") {
                depth += 1
            } else if byte & 0xDF == UInt8(ascii: "]") {
                depth -= 1
                if !isPast, depth == outer {
                    isPast = true
                    kept = at + 1
                }
            }
            if byte == 0x0A { lines += 1 } else if at < first { bytes[at] = 0x20 }
        }
        return kept
    }
}
