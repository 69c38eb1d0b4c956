import TextTokens

/// What ``SurfaceFeatures`` are made of, counted over one text.
struct SurfaceCounts {
    /// Code points by class, all 0 at first.
    let classes: UnsafeMutableBufferPointer<Int>
    /// Code points.
    var length = 0
    /// A to Z.
    var upper = 0
    /// Full-width forms of ASCII, and the ideographic space.
    var fullWidth = 0
    /// Class of the last code point that is not a space.
    var last = ScriptClass.other

    init(classes: UnsafeMutableBufferPointer<Int>) { self.classes = classes }

    /// Counts the code points of `text`.
    mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
        var rest = text
        while !rest.isEmpty {
            let plain = addASCII(rest)
            // Then at least eight bytes one code point at a time, until ASCII again.
            var decoder = CodePoints(UnsafeBufferPointer(rebasing: rest[plain...]))
            let start = decoder.position
            while let point = decoder.next() {
                add(point)
                if point < 0x80 && decoder.position - start >= 8 { break }
            }
            rest = UnsafeBufferPointer(rebasing: rest[(plain + (decoder.position - start))...])
        }
    }

    @inline(__always)
    private mutating func add(_ point: UInt32) {
        let kind = ScriptClass.of(point)
        classes[Int(kind.rawValue)] &+= 1
        length &+= 1
        upper &+= point &- 0x41 < 26 ? 1 : 0
        fullWidth &+= point &- 0xFF01 < 0x5E || point == 0x3000 ? 1 : 0
        if kind != .space { last = kind }
    }

    /// Counts ASCII from the start of `text`, eight bytes at a time; returns how many bytes, a multiple of eight.
    private mutating func addASCII(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        guard let base = text.baseAddress else { return 0 }
        var done = 0
        Self.ascii.withUnsafeBufferPointer { table in
            var stop = 0
            repeat {
                // Each byte adds at most 1 to a lane of 8 bits, so that lanes are emptied before one can overflow.
                let first = done
                stop = min(text.count &- 7, first &+ 31 &* 8)
                var lanes: UInt64 = 0
                while done < stop {
                    let word = UInt64(littleEndian: UnsafeRawPointer(base + done).loadUnaligned(as: UInt64.self))
                    if word & 0x8080_8080_8080_8080 != 0 { break }
                    for byte in 0..<8 { lanes &+= table[Int(truncatingIfNeeded: word &>> UInt64(byte &* 8) & 0xFF)] }
                    done &+= 8
                }
                length &+= done &- first
                empty(lanes)
            } while done >= stop && done &+ 8 <= text.count
        }
        // There are usually few spaces at the end.
        if let byte = text[..<done].last(where: { ScriptClass.of(UInt32($0)) != .space }) {
            last = ScriptClass.of(UInt32(byte))
        }
        return done
    }

    /// The classes that ASCII has, in the order of the lanes; the last lane counts A to Z.
    private static let lanes: [ScriptClass] = [.latin, .digit, .punctuation, .symbol, .space, .other]
    private static let upperLane: UInt64 = 6

    /// By ASCII character, a 1 in the lane of its class, and in that of A to Z.
    private static let ascii: [UInt64] = (0..<128).map { point in
        let kind = ScriptClass.of(UInt32(point))
        let lane = UInt64(lanes.firstIndex(of: kind) ?? lanes.count - 1)
        return 1 << (lane * 8) | (point &- 0x41 < 26 && point >= 0x41 ? 1 << (upperLane * 8) : 0)
    }

    private func lane(_ lanes: UInt64, _ number: UInt64) -> Int {
        Int(truncatingIfNeeded: lanes &>> (number &* 8) & 0xFF)
    }

    private mutating func empty(_ lanes: UInt64) {
        classes[Int(ScriptClass.latin.rawValue)] &+= lane(lanes, 0)
        classes[Int(ScriptClass.digit.rawValue)] &+= lane(lanes, 1)
        classes[Int(ScriptClass.punctuation.rawValue)] &+= lane(lanes, 2)
        classes[Int(ScriptClass.symbol.rawValue)] &+= lane(lanes, 3)
        classes[Int(ScriptClass.space.rawValue)] &+= lane(lanes, 4)
        classes[Int(ScriptClass.other.rawValue)] &+= lane(lanes, 5)
        upper &+= lane(lanes, Self.upperLane)
    }
}
