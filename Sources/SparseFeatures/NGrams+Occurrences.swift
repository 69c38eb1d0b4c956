extension NGrams {
    /// One occurrence of an n-gram.
    struct Occurrence {
        /// As ``count(_:base:bits:into:)`` counts it.
        var bucket: UInt32
        /// Code points; a run of white space counts as one.
        var order: Int
        /// Offsets in the text of its last four code points, the last first; `order` of them belong to it.
        var offsets: SIMD4<Int>
    }

    /// Calls `body` with each n-gram of a text, in the order of ``count(_:base:bits:into:)``: for display, where speed matters
    /// little.
    static func forEach(
        in text: UnsafeBufferPointer<UInt8>, base: UInt32, bits: Int, _ body: (Occurrence) -> Void
    ) {
        let shift = UInt64(64 - bits)
        let a = GramTerms.multipliers
        var decoder = CodePoints(text)
        var points = SIMD4<UInt64>.zero
        var offsets = SIMD4<Int>.zero
        var seen = 0
        var inSpace = false
        var offset = 0
        while let point = decoder.next() {
            let isSpace = point == 0x20 || (point >= 0x09 && point <= 0x0D)
            let start = offset
            offset = decoder.offset(in: text)
            if isSpace && inSpace { continue }
            inSpace = isSpace
            points = SIMD4(isSpace ? 0x20 : UInt64(point), points[0], points[1], points[2])
            offsets = SIMD4(start, offsets[0], offsets[1], offsets[2])
            seen += 1
            for order in orders where order <= seen {
                let hash: UInt64
                switch order {
                case 2: hash = points[0] &* a.0 &+ points[1] &* a.1
                case 3: hash = points[0] &* a.2 &+ points[1] &* a.3 &+ points[2] &* a.4
                default: hash = points[0] &* a.5 &+ points[1] &* a.6 &+ points[2] &* a.7 &+ points[3] &* a.8
                }
                body(
                    Occurrence(
                        bucket: base &+ UInt32(truncatingIfNeeded: hash &>> shift), order: order, offsets: offsets))
            }
        }
    }
}
