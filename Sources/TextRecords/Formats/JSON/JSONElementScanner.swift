/// Finds the ends of the elements of a JSON array, by brackets and quotes alone; what is inside is checked when it is parsed.
///
/// State is kept from byte to byte, so that the array can be cut between elements and read on.
struct JSONElementScanner {
    private var depth: Int
    private var isInString = false
    private var isEscaped = false

    /// - Parameter depth: Brackets that are open before the first byte.
    init(depth: Int) {
        self.depth = depth
    }

    /// The offset after the next byte, at `start` or later, that closes an object or array with `outer` brackets around it;
    /// nil if there is none; scanning then continues with the bytes after `bytes`.
    mutating func elementEnd(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, outer: Int) -> Int? {
        var depth = depth
        var at = start
        defer { self.depth = depth }
        while at < bytes.count {
            if isInString {
                if isEscaped {
                    isEscaped = false
                    at += 1
                }
                var byte: UInt8 = 0
                while at < bytes.count {
                    byte = bytes[at]
                    at += 1
                    // No string spans a line end: a missing quote costs one line.
                    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x0A { break }
                }
                isEscaped = byte == UInt8(ascii: "\\")
                if byte == UInt8(ascii: "\"") || byte == 0x0A { isInString = false }
                continue
            }
            let byte = bytes[at]
            at += 1
            // Both brackets and both braces, by the bit in which they differ.
            switch byte & 0xDF {
            case UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "]"):
                depth -= 1
                if depth == outer { return at }
            default: if byte == UInt8(ascii: "\"") { isInString = true }
            }
        }
        return nil
    }
}
