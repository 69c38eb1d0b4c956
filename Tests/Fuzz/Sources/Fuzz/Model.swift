@testable import ShiftModel

/// A model file is read whole or refused; what was read is written back as the same model. The input gets the right length and
/// checksum, so that more than these is tried.
func fuzzModel(_ bytes: [UInt8]) {
    _ = try? ModelFile.decode(bytes)
    var content = Array(bytes.dropLast(8))
    content += [UInt8](repeating: 0, count: (8 - content.count % 8) % 8)
    func put(_ word: UInt64, at offset: Int) {
        for byte in 0..<8 { content[offset + byte] = UInt8(truncatingIfNeeded: word >> (8 * UInt64(byte))) }
    }
    if content.count >= 32 { put(UInt64(content.count + 8), at: 24) }
    let sum = ModelFile.checksum(of: content[...])
    content += [UInt8](repeating: 0, count: 8)
    put(sum, at: content.count - 8)
    guard let model = try? ModelFile.decode(content) else { return }
    guard let encoded = try? ModelFile.encode(model), let again = try? ModelFile.decode(encoded) else {
        return require(false, "a model that was read cannot be written and read")
    }
    require((try? ModelFile.encode(again)) == encoded, "a model changed on its way")
}
