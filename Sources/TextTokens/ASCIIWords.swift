/// The word boundary rules of Unicode Annex 29, as ICU has them for the root locale, over ASCII alone.
enum ASCIIWords {
    private enum Kind: UInt8 {
        case other, letter, digit, underscore, midLetter, midNumber, midBoth, space, newline
    }

    /// Class of each ASCII character. In ICU's root locale since version 72 the colon is no MidLetter and @ is a letter.
    private static let kinds: [Kind] = (UInt8(0)..<128).map { byte in
        switch byte {
        case 0x40...0x5A, 0x61...0x7A: .letter
        case 0x30...0x39: .digit
        case 0x5F: .underscore
        case 0x2C, 0x3B: .midNumber
        case 0x2E, 0x27: .midBoth
        case 0x20: .space
        case 0x0A, 0x0B, 0x0C, 0x0D: .newline
        default: .other
        }
    }

    /// The longest piece from `start` that is either ASCII only or best left to ICU.
    ///
    /// Pieces end only between a space and an ASCII letter or digit: a boundary there (WB999) whatever stands around it.
    static func nextPiece(of text: UnsafeBufferPointer<UInt8>, from start: Int) -> (end: Int, isASCII: Bool) {
        var cut = start  // end of the last safe cut
        var position = start
        var first: Bool?
        while true {
            // The next unit: up to and including the spaces before a letter or digit.
            var all: UInt8 = 0
            var end = position
            while end < text.count {
                let byte = text[end]
                all |= byte
                end &+= 1
                if byte == 0x20, end < text.count, isAlphanumeric(text[end]) { break }
            }
            let isASCII = all < 0x80
            if let first, first != isASCII { return (cut, first) }
            first = isASCII
            cut = end
            position = end
            if end == text.count { return (cut, isASCII) }
        }
    }

    @inline(__always)
    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
    }

    /// Appends the tokens of an ASCII piece.
    static func append(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to tokens: inout [WordToken]) {
        kinds.withUnsafeBufferPointer { kinds in
            var start = range.lowerBound
            let limit = range.upperBound
            while start < limit {
                var end = start &+ 1
                var isWord = false
                switch kinds[Int(text[start])] {
                case .letter, .digit, .underscore:
                    end = wordEnd(text, start, limit, kinds)
                    isWord = end &- start > 1 || text[start] != 0x5F
                case .space:
                    while end < limit, text[end] == 0x20 { end &+= 1 }
                case .newline:
                    if text[start] == 0x0D, end < limit, text[end] == 0x0A { end &+= 1 }
                default:
                    break
                }
                tokens.append(WordToken(start: Int32(start), end: Int32(end), isWord: isWord))
                start = end
            }
        }
    }

    /// WB5 to WB13b: letters, digits and underscores run on; one mid character joins two letters or two digits.
    @inline(__always)
    private static func wordEnd(
        _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int, _ kinds: UnsafeBufferPointer<Kind>
    ) -> Int {
        var position = start &+ 1
        while position < limit {
            let kind = kinds[Int(text[position])]
            switch kind {
            case .letter, .digit, .underscore:
                position &+= 1
            case .midBoth, .midLetter, .midNumber:
                guard position &+ 1 < limit else { return position }
                let before = kinds[Int(text[position &- 1])]
                let after = kinds[Int(text[position &+ 1])]
                let joins =
                    kind != .midNumber && before == .letter && after == .letter
                    || kind != .midLetter && before == .digit && after == .digit
                guard joins else { return position }
                position &+= 2
            default:
                return position
            }
        }
        return position
    }
}
