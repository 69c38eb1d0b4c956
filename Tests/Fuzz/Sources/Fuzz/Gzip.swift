@testable import TextRecords

/// Whatever the bytes are, they expand alike in pieces of any size. Packed without compression they come back; cut or altered
/// they do not pass for whole.
func fuzzGzip(_ bytes: [UInt8]) {
    let whole = drain(GzipByteSource(MemoryByteSource(bytes), path: "f"), bufferSize: 1 << 16)
    for bufferSize in [1, 37] where whole.bytes.count < 1 << 14 {
        let cut = drain(GzipByteSource(ChoppedSource(bytes), path: "f"), bufferSize: bufferSize)
        if whole.error == nil { require(cut.bytes == whole.bytes, "other bytes in pieces") }
        require(
            (cut.error == nil) == (whole.error == nil),
            "\(String(describing: cut.error)), not \(String(describing: whole.error))")
    }

    var draws = Draws(bytes)
    let packed = pack(bytes) + (Bool.random(using: &draws) ? pack(bytes) : []) + [UInt8](repeating: 0, count: bytes.count % 3)
    let twice = packed.count > pack(bytes).count + 2
    let unpacked = drain(GzipByteSource(ChoppedSource(packed), path: "f"), bufferSize: 100)
    require(unpacked.error == nil && unpacked.bytes == (twice ? bytes + bytes : bytes), "\(String(describing: unpacked.error))")

    let member = pack(bytes)
    let cut = drain(
        GzipByteSource(MemoryByteSource(Array(member.dropLast(Int.random(in: 1...member.count, using: &draws)))), path: "f"),
        bufferSize: 100)
    require(cut.error != nil, "a member that is cut passes for whole")
    // Past the header, of which not all says anything.
    var altered = member
    altered[Int.random(in: 10..<member.count, using: &draws)] ^= 1 << UInt8.random(in: 0...7, using: &draws)
    let other = drain(GzipByteSource(MemoryByteSource(altered), path: "f"), bufferSize: 100)
    require(other.error != nil || other.bytes == bytes, "an altered member passes for whole")
}

/// `bytes` as one member of gzip, stored.
private func pack(_ bytes: [UInt8]) -> [UInt8] {
    var packed: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
    var rest = bytes[...]
    repeat {
        let block = rest.prefix(0xFFFF)
        rest = rest.dropFirst(block.count)
        let size = UInt16(block.count)
        packed.append(rest.isEmpty ? 1 : 0)
        for word in [size, ~size] { packed += [UInt8(truncatingIfNeeded: word), UInt8(truncatingIfNeeded: word >> 8)] }
        packed += block
    } while !rest.isEmpty
    var crc: UInt32 = .max
    for byte in bytes {
        crc ^= UInt32(byte)
        for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    for word in [~crc, UInt32(truncatingIfNeeded: bytes.count)] {
        packed += (0..<4).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) }
    }
    return packed
}
