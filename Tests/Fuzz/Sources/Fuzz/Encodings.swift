@testable import TextRecords

/// In whatever encoding the bytes are read, they give the same UTF-8 and the same error in pieces of any size; what is
/// well-formed comes back from UTF-16.
func fuzzEncodings(_ bytes: [UInt8]) {
    _ = EncodingFinding.find(in: bytes, isAll: true)
    _ = EncodingFinding.find(in: bytes, isAll: false)
    for encoding in CharacterEncoding.allCases where encoding != .utf8 {
        let whole = decoded(MemoryByteSource(bytes), encoding, bufferSize: 1 << 16)
        let valid = whole.bytes.withUnsafeBufferPointer { UTF8Check.firstFault(in: $0) }
        require(valid == nil || whole.error != nil, "\(encoding) gives UTF-8 that is wrong at \(valid ?? 0)")
        for bufferSize in [1, 5] {
            let cut = decoded(ChoppedSource(bytes), encoding, bufferSize: bufferSize)
            require(
                isAlike(cut.error, whole.error),
                "\(encoding): \(String(describing: cut.error)), not \(String(describing: whole.error))")
            if whole.error == nil {
                require(cut.bytes == whole.bytes, "\(encoding): \(shown(cut.bytes)), not \(shown(whole.bytes))")
            }
        }
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { return }
    let units = Array(text.utf16)
    let low = units.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    let high = units.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    for (encoding, encoded) in [(CharacterEncoding.utf16le, low), (.utf16be, high)] {
        let back = decoded(ChoppedSource(encoded), encoding, bufferSize: 7)
        require(back.error == nil && back.bytes == bytes, "\(encoding): \(shown(back.bytes)), not \(shown(bytes))")
    }
}

private func decoded(
    _ source: any ByteSource, _ encoding: CharacterEncoding, bufferSize: Int
) -> (bytes: [UInt8], error: RecordError?) {
    do throws(RecordError) {
        return drain(try DecodingByteSource(source, from: encoding, path: "f"), bufferSize: bufferSize)
    } catch {
        return ([], error)
    }
}

/// Errors at about the same byte: of a sequence that came in two pieces ICU does not say where it starts.
private func isAlike(_ one: RecordError?, _ other: RecordError?) -> Bool {
    guard case .notInEncoding(let place, let encoding, let offset) = one else { return one == other }
    guard case .notInEncoding(place, encoding, let otherOffset) = other else { return false }
    return abs(offset - otherOffset) < 4
}
