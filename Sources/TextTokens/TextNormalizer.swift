/// Brings text into NFKC_Casefold: compatibility forms unified (full-width letters, ligatures), case folded, default
/// ignorables removed. Words and n-grams are taken from the result. One a worker: it owns its buffers.
public final class TextNormalizer {
    private let form: CasefoldForm
    private var source = UTF16Buffer()
    private var normalized: [UInt16] = []
    private var output: UnsafeMutableBufferPointer<UInt8>

    /// - Throws: ``TokenError`` where ICU lacks its normalisation data.
    public init() throws(TokenError) {
        form = try CasefoldForm()
        output = .allocate(capacity: 4096)
    }

    deinit { output.deallocate() }

    /// The normalised text as UTF-8, valid until the next call and while the normalizer lives.
    public func normalize(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        reserve(text.count)
        if foldASCII(text) { return UnsafeBufferPointer(rebasing: output[..<text.count]) }
        source.assign(text)
        let length = source.units.withUnsafeBufferPointer {
            form.normalize(UnsafeBufferPointer(rebasing: $0[..<source.count]), into: &normalized)
        }
        reserve(length * 3)
        return UnsafeBufferPointer(rebasing: output[..<encode(length)])
    }

    /// The normalised form of a string.
    public func normalize(_ text: String) -> String {
        var text = text
        return text.withUTF8 { String(decoding: normalize($0), as: UTF8.self) }
    }

    /// Lower-cases into `output` where all of `text` is ASCII, which is then all that NFKC_Casefold does; false where not.
    private func foldASCII(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var all: UInt8 = 0
        let output = self.output
        for position in 0..<text.count {
            let byte = text[position]
            all |= byte
            output[position] = byte | (byte &- 0x41 < 26 ? 0x20 : 0)
        }
        return all < 0x80
    }

    /// Writes `normalized` as UTF-8 into `output`; returns the number of bytes.
    private func encode(_ length: Int) -> Int {
        var written = 0
        let output = self.output
        normalized.withUnsafeBufferPointer { units in
            var position = 0
            while position < length {
                var point = UInt32(units[position])
                position &+= 1
                if point < 0x80 {
                    output[written] = UInt8(truncatingIfNeeded: point)
                    written &+= 1
                    continue
                }
                if point < 0x800 {
                    output[written] = UInt8(truncatingIfNeeded: 0xC0 | point &>> 6)
                    output[written &+ 1] = UInt8(truncatingIfNeeded: 0x80 | point & 0x3F)
                    written &+= 2
                    continue
                }
                if point & 0xFC00 == 0xD800, position < length, units[position] & 0xFC00 == 0xDC00 {
                    point = 0x10000 &+ ((point & 0x3FF) &<< 10 | UInt32(units[position] & 0x3FF))
                    position &+= 1
                    output[written] = UInt8(truncatingIfNeeded: 0xF0 | point &>> 18)
                    output[written &+ 1] = UInt8(truncatingIfNeeded: 0x80 | point &>> 12 & 0x3F)
                    output[written &+ 2] = UInt8(truncatingIfNeeded: 0x80 | point &>> 6 & 0x3F)
                    output[written &+ 3] = UInt8(truncatingIfNeeded: 0x80 | point & 0x3F)
                    written &+= 4
                    continue
                }
                output[written] = UInt8(truncatingIfNeeded: 0xE0 | point &>> 12)
                output[written &+ 1] = UInt8(truncatingIfNeeded: 0x80 | point &>> 6 & 0x3F)
                output[written &+ 2] = UInt8(truncatingIfNeeded: 0x80 | point & 0x3F)
                written &+= 3
            }
        }
        return written
    }

    private func reserve(_ bytes: Int) {
        guard output.count < bytes else { return }
        output.deallocate()
        output = .allocate(capacity: bytes * 2)
    }
}
