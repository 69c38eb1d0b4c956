/// What tags look like.
enum TagPattern {
    /// Whether this is a tag such as `B-PER` or `S_LOC`: a letter of a scheme, a separator, and a class.
    static func isPrefixed(_ tag: UnsafeBufferPointer<UInt8>) -> Bool {
        guard tag.count >= 3, tag[1] == UInt8(ascii: "-") || tag[1] == UInt8(ascii: "_") else { return false }
        return "BIMESLUW".utf8.contains(tag[0])
    }

    /// Whether this is a tag: `O`, `B-PER`, or a bare letter of a scheme for segmentation.
    static func isTag(_ tag: UnsafeBufferPointer<UInt8>) -> Bool {
        isPrefixed(tag) || (tag.count == 1 && "OBIMES".utf8.contains(tag[0]))
    }
}
