@testable import ShiftModel
@testable import SparseFeatures

/// A model file is read whole or refused; what was read is written back as the same model. The input gets a right checksum, so that
/// more than the checksum is tried.
func fuzzModel(_ bytes: [UInt8]) {
    _ = try? ModelFile.decode(bytes)
    let content = Array(bytes.dropLast(8))
    var sum = content.withUnsafeBufferPointer { FeatureHasher.hash($0, seed: 0x7E97) }
    var checked = content
    for _ in 0..<8 {
        checked.append(UInt8(truncatingIfNeeded: sum))
        sum >>= 8
    }
    guard let model = try? ModelFile.decode(checked) else { return }
    guard let encoded = try? ModelFile.encode(model), let again = try? ModelFile.decode(encoded) else {
        return require(false, "a model that was read cannot be written and read")
    }
    require((try? ModelFile.encode(again)) == encoded, "a model changed on its way")
}
