/// Bytes that are in memory already.
final class MemoryByteSource: ByteSource {
    private let content: FileContent
    private var position = 0

    init(_ content: FileContent) {
        self.content = content
    }

    convenience init(_ bytes: [UInt8]) {
        self.init(FileContent(bytes: bytes, count: bytes.count))
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(buffer.count, content.count - position)
        content.bytes.withUnsafeBytes {
            buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[position..<position + count]))
        }
        position += count
        return count
    }
}
