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

    var seekableSize: Int? { content.count }

    func look(at offset: Int, count: Int) -> [UInt8] {
        guard offset >= 0, offset < content.count else { return [] }
        return Array(content.bytes[offset..<min(content.count, offset + count)])
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
