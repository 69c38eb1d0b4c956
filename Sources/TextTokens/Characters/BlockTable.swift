/// One byte for each code point, in blocks of 64 code points; equal blocks are stored once.
///
/// All bytes of a UTF-8 sequence but the last select a block, and its last six bits select within the block, so that a lookup
/// does not need the whole code point.
///
/// `@unchecked`: the memory is written in `init` only, and freed with the last reference.
final class BlockTable: @unchecked Sendable {
    /// By code point >> 6: the number of its block.
    private let blocks: UnsafePointer<UInt16>
    /// The blocks; the first two are those of ASCII, in order.
    private let values: UnsafePointer<UInt8>

    /// Number of code points, U+10FFFF included.
    static let pointCount = 0x110000

    /// - Parameter table: A value for each code point, in order; missing ones count as 0.
    init(_ table: [UInt8]) {
        // There are 17,408 blocks, so that 16 bits are enough for a number.
        let blocks = UnsafeMutablePointer<UInt16>.allocate(capacity: Self.pointCount >> 6)
        var values: [UInt8] = []
        var known: [[UInt8]: UInt16] = [:]
        var last: (block: [UInt8], number: UInt16)?
        for index in 0..<Self.pointCount >> 6 {
            var block = Array(table.dropFirst(index << 6).prefix(64))
            block.append(contentsOf: repeatElement(0, count: 64 - block.count))
            // Most blocks equal the previous one.
            if index >= 2, let last, last.block == block {
                blocks.advanced(by: index).initialize(to: last.number)
                continue
            }
            let new = UInt16(truncatingIfNeeded: values.count >> 6)
            let number = index < 2 ? new : known[block] ?? new
            if number == new {
                known[block] = number
                values.append(contentsOf: block)
            }
            blocks.advanced(by: index).initialize(to: number)
            last = (block, number)
        }
        let ownValues = UnsafeMutablePointer<UInt8>.allocate(capacity: values.count)
        ownValues.initialize(from: values, count: values.count)
        self.blocks = UnsafePointer(blocks)
        self.values = UnsafePointer(ownValues)
    }

    deinit {
        blocks.deallocate()
        values.deallocate()
    }

    /// The value of a code point; that of U+FFFD for anything else.
    func value(_ point: UInt32) -> UInt8 {
        let point = point < Self.pointCount ? Int(point) : Int(UTF8Sequence.replacement)
        return lookup.value(block: point >> 6, low: point & 63)
    }

    /// The table for an inner loop, which has to keep this object alive while it runs.
    var lookup: Lookup { Lookup(blocks: blocks, values: values) }

    /// The bare table.
    struct Lookup {
        fileprivate let blocks: UnsafePointer<UInt16>
        fileprivate let values: UnsafePointer<UInt8>

        /// The value of an ASCII character.
        @inline(__always)
        func value(ascii: UInt8) -> Int { Int(values[Int(ascii)]) }

        /// The value of the code point `block << 6 | low`, which is at most 10FFFF.
        @inline(__always)
        func value(block: Int, low: Int) -> UInt8 { values[Int(blocks[block]) &<< 6 | low] }
    }
}
