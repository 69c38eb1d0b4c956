extension UInt8 {
    /// Whether this is a blank within a line: a space, a tab or a carriage return.
    @inline(__always) var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0D }
}
