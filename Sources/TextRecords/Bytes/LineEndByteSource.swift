/// The bytes of another source with a newline in place of each carriage return: the line ends of old Macs.
final class LineEndByteSource: ByteSource {
    private let source: any ByteSource

    init(_ source: any ByteSource) { self.source = source }

    /// Whether lines end in carriage returns alone, as far as the start of a text shows.
    static func areOld(_ head: some Collection<UInt8>) -> Bool { head.contains(0x0D) && !head.contains(0x0A) }

    var mayWait: Bool { source.mayWait }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(RecordError) -> Int {
        let count = try source.read(into: buffer)
        for place in 0..<count where buffer[place] == 0x0D { buffer[place] = 0x0A }
        return count
    }
}
