/// Emoji, what modifies them, and emoticons of ASCII.
enum Emoji {
    /// A pictograph that is shown as an emoji by itself or in a chat.
    @inline(__always)
    static func isEmoji(_ point: UInt32) -> Bool {
        switch point {
        case 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x1F1E6...0x1F1FF, 0x2600...0x27BF, 0x2B50, 0x2B55,
            0x1F004,
            0x1F0CF:
            true
        default: false
        }
    }

    /// What joins and colours them.
    @inline(__always)
    static func isModifier(_ point: UInt32) -> Bool { point == 0xFE0F || point == 0x200D || point == 0x20E3 }

    /// Bytes of the emoticon at `at`, which is a colon or a semicolon; 0 where there is none.
    static func emoticon(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
        var end = at + 1
        if end < text.count, text[end] == 0x2D { end += 1 }
        guard end < text.count else { return 0 }
        switch text[end] {
        case 0x28, 0x29: break
        case 0x44, 0x50: if end + 1 < text.count, isWord(text[end + 1]) { return 0 }
        default: return 0
        }
        // "(see 2:)" and "Answer:D" are none.
        return at > 0 && isWord(text[at - 1]) ? 0 : end - at + 1
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
    }
}
