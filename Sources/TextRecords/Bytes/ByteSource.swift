/// Where the bytes of a corpus come from: read in order, once, from the start.
protocol ByteSource: AnyObject {
    /// Fills `buffer` with the next bytes.
    /// - Returns: How many; fewer than there is room for does not mean the end, 0 does.
    /// - Throws: ``RecordError`` where they cannot be read.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(RecordError) -> Int
    /// Whether the next read may block on the writer: what has been read should then be handed on first.
    var mayWait: Bool { get }
    /// How many bytes there are in all, where that is known and any of them can be looked at.
    var seekableSize: Int? { get }
    /// Bytes at any place, which reading in order does not notice; fewer at the end, and none of what is not seekable.
    func look(at offset: Int, count: Int) throws(RecordError) -> [UInt8]
}

extension ByteSource {
    var mayWait: Bool { false }
    var seekableSize: Int? { nil }
    func look(at offset: Int, count: Int) throws(RecordError) -> [UInt8] { [] }

    /// Reads on until `buffer` is full or the source ends; returns how many bytes were read.
    func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(RecordError) -> Int {
        var filled = 0
        while filled < buffer.count {
            let got = try read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
            if got == 0 { break }
            filled += got
        }
        return filled
    }

    /// Everything that is left, followed by `padding` zeros.
    func readAll(padding: Int = 0) throws(RecordError) -> [UInt8] {
        var bytes: [UInt8] = []
        var filled = 0
        while true {
            let capacity = max(1 << 20, bytes.count * 2)
            bytes.append(contentsOf: repeatElement(0, count: capacity - bytes.count))
            let room = bytes.count - filled
            let got = try bytes.withUnsafeMutableBufferPointer { (buffer) throws(RecordError) in
                try fill(UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: buffer[filled...])))
            }
            filled += got
            if got < room { break }
        }
        bytes.removeLast(bytes.count - filled)
        bytes.append(contentsOf: repeatElement(0, count: padding))
        return bytes
    }
}
