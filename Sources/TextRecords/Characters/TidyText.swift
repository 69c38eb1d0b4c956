/// A text as it is compared: without blanks around it, every run of blanks and line ends inside it one blank. That one side of a pair
/// ends its texts in a line's end is no difference of the texts.
package enum TidyText {
    /// Lends the tidy text to `body`, which must not keep it; most texts are tidy as they are, and are not copied.
    @inline(__always)
    package static func with<Result, Failure: Error>(
        _ text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        isTidy(text) ? try body(text) : try tidied(text, body)
    }

    /// Whether a text stays as it is.
    static func isTidy(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var wasBlank = true
        for at in text.indices {
            let byte = text[at]
            let isBlank = byte == 0x20
            if byte < 0x20 || byte == 0xC2 || byte == 0xE3 {
                if blankLength(text, at) > 0 { return false }
            } else if isBlank, wasBlank {
                return false
            }
            wasBlank = isBlank
        }
        return text.isEmpty || !wasBlank
    }

    private static func tidied<Result, Failure: Error>(
        _ text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        var tidy: [UInt8] = []
        tidy.reserveCapacity(text.count)
        var at = 0
        var isPending = false
        while at < text.count {
            let length = blankLength(text, at)
            if length > 0 {
                isPending = !tidy.isEmpty
                at += length
                continue
            }
            if isPending { tidy.append(0x20) }
            isPending = false
            tidy.append(text[at])
            at += 1
        }
        // A closure of another kind cannot pass on a typed error.
        let result = tidy.withUnsafeBufferPointer { bytes in
            Swift.Result<Result, Failure> { () throws(Failure) in try body(bytes) }
        }
        return try result.get()
    }

    /// Bytes of the blank or line end that begins here; 0 where none does.
    private static func blankLength(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
        switch text[at] {
        case 0x20, 0x09...0x0D: 1
        // A blank that does not break, and the ideographic one.
        case 0xC2 where at + 1 < text.count && text[at + 1] == 0xA0: 2
        case 0xE3 where at + 2 < text.count && text[at + 1] == 0x80 && text[at + 2] == 0x80: 3
        default: 0
        }
    }
}
