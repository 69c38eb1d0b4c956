/// Lower-cases ASCII eight bytes at a time.
enum ASCIIFolding {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let high: UInt64 = 0x8080_8080_8080_8080

    /// Copies `source` to `target` in lower case up to the first byte that is not ASCII; returns how many bytes it copied.
    ///
    /// - Parameters:
    ///   - count: Number of readable bytes at `source`; as many are writable at `target`.
    @inline(__always)
    static func copy(
        _ source: UnsafePointer<UInt8>, _ count: Int, to target: UnsafeMutablePointer<UInt8>
    ) -> Int {
        var done = 0
        while done &+ 8 <= count {
            let word = UnsafeRawPointer(source + done).loadUnaligned(as: UInt64.self)
            if word & high != 0 { break }
            // The high bit of a byte: set from "A" on in the first sum, above "Z" in the second; no sum carries into the next
            // byte.
            let letters = (word &+ ones &* 0x3F) & ~(word &+ ones &* 0x25) & high
            UnsafeMutableRawPointer(target + done).storeBytes(of: word | letters &>> 2, as: UInt64.self)
            done &+= 8
        }
        while done < count {
            let byte = source[done]
            if byte >= 0x80 { break }
            target[done] = byte &- 0x41 < 26 ? byte | 0x20 : byte
            done &+= 1
        }
        return done
    }
}
