@testable import TextRecords

/// The bytes of an array in pieces of random sizes.
final class ChoppedSource: ByteSource {
    private let source: MemoryByteSource
    private var draws: Draws

    init(_ bytes: [UInt8]) {
        source = MemoryByteSource(bytes)
        draws = Draws(bytes)
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(RecordError) -> Int {
        let count = min(buffer.count, Int.random(in: 1...9, using: &draws))
        return source.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<count]))
    }
}

/// Everything that a source gives before its end or its error, and that error; read into buffers of one size.
func drain(_ source: any ByteSource, bufferSize: Int, limit: Int = 1 << 22) -> (bytes: [UInt8], error: RecordError?) {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: bufferSize)
    while bytes.count < limit {
        var error: RecordError?
        let got = buffer.withUnsafeMutableBytes { buffer in
            do throws(RecordError) { return try source.read(into: buffer) } catch let thrown { error = thrown }
            return 0
        }
        if let error { return (bytes, error) }
        if got == 0 { break }
        bytes += buffer[..<got]
    }
    return (bytes, nil)
}
