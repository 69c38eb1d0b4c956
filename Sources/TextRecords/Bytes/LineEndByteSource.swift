/// The bytes of another source with a newline in place of each carriage return: the line ends of old Macs.
final class LineEndByteSource: ByteSource {
    private let source: any ByteSource

    init(_ source: any ByteSource) { self.source = source }

    /// Whether lines end in carriage returns alone, as far as the start of a text shows. In JSON they are blanks, and end a line
    /// only between objects.
    static func areOld(_ head: some BidirectionalCollection<UInt8>) -> Bool {
        guard head.contains(0x0D), !head.contains(0x0A) else { return false }
        let lines = head.split(separator: 0x0D).lazy.map { $0.drop { $0.isBlank } }.filter { !$0.isEmpty }
        guard let line = lines.first, let start = line.first, start == UInt8(ascii: "{") || start == UInt8(ascii: "[") else {
            return true
        }
        return start == UInt8(ascii: "{") && line.last { !$0.isBlank } == UInt8(ascii: "}")
            && lines.dropFirst().first?.first == start
    }

    var mayWait: Bool { source.mayWait }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(RecordError) -> Int {
        let count = try source.read(into: buffer)
        for place in 0..<count where buffer[place] == 0x0D { buffer[place] = 0x0A }
        return count
    }
}
