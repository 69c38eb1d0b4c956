/// Sorts floating-point numbers by their bits: a few passes over the data, where a sort by comparison takes log₂ n.
package enum RadixOrder {
    /// Bits a pass, and passes over a 64-bit key.
    private static let digitBits = 11
    private static let passes = 6

    private struct Item {
        var key: UInt64
        var row: UInt32
    }

    /// The rows by rising value, equal values by rising row: what a stable sort gives. -0 and 0 are equal; no value is NaN.
    /// At most 2³² values.
    package static func rising(_ values: [Double]) -> [Int] {
        sorted(values).map { Int($0.row) }
    }

    /// The values, rising. No value is NaN; of -0 and 0, which are equal, 0 stands for both.
    package static func sortedValues(_ values: [Double]) -> [Double] {
        sorted(values).map { value(ofKey: $0.key) }
    }

    private static func sorted(_ values: [Double]) -> [Item] {
        var items = values.indices.map { Item(key: key(of: values[$0]), row: UInt32(truncatingIfNeeded: $0)) }
        var counts = [Int](repeating: 0, count: passes << digitBits)
        let mask = 1 << digitBits - 1
        for item in items {
            for pass in 0..<passes { counts[pass << digitBits + digit(item, pass, mask)] += 1 }
        }
        var other = items
        for pass in 0..<passes {
            let base = pass << digitBits
            // A digit that all keys share leaves the order as it is.
            if let first = items.first, counts[base + digit(first, pass, mask)] == items.count { continue }
            var start = 0
            for slot in base...base + mask {
                let count = counts[slot]
                counts[slot] = start
                start += count
            }
            for item in items {
                let slot = base + digit(item, pass, mask)
                other[counts[slot]] = item
                counts[slot] += 1
            }
            swap(&items, &other)
        }
        return items
    }

    @inline(__always)
    private static func digit(_ item: Item, _ pass: Int, _ mask: Int) -> Int {
        Int(truncatingIfNeeded: item.key >> UInt64(pass * digitBits)) & mask
    }

    /// Unsigned numbers in the order of the values: the sign bit flipped, or all bits if below 0.
    private static func key(of value: Double) -> UInt64 {
        let bits = (value + 0).bitPattern  // -0 + 0 is 0
        return bits >> 63 == 0 ? bits | 1 << 63 : ~bits
    }

    private static func value(ofKey key: UInt64) -> Double {
        Double(bitPattern: key >> 63 == 0 ? ~key : key & ~(1 << 63))
    }
}
