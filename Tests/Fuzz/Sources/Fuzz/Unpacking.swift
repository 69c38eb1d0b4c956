@testable import TextRecords

/// Compressed bytes, well-formed or not, give the same content and the same error in pieces of any size.
func fuzzUnpacking(_ bytes: [UInt8], _ packing: Packing) {
    let whole = drain(TextConversion.unpacked(MemoryByteSource(bytes), packing, path: "f"), bufferSize: 1 << 16)
    for bufferSize in [1, 7] {
        let cut = drain(TextConversion.unpacked(ChoppedSource(bytes), packing, path: "f"), bufferSize: bufferSize)
        require(
            (cut.error == nil) == (whole.error == nil),
            "\(String(describing: cut.error)), not \(String(describing: whole.error))")
        if whole.error == nil { require(cut.bytes == whole.bytes, "other content in pieces of \(bufferSize)") }
    }
    _ = try? ZipByteSource.check(MemoryByteSource(bytes), path: "f")
    _ = try? RereadableRecords(bytes: bytes, path: "f.zip", format: nil)
}
