import Foundation
import TestSupport
import Testing

@testable import TextRecords

/// Another source in random pieces, so that nothing depends on where the pieces end.
final class ChoppedByteSource: ByteSource {
    private let source: any ByteSource
    private let most: Int
    private var random: SplitMix

    init(_ bytes: [UInt8], seed: UInt64, most: Int = 7) {
        source = MemoryByteSource(bytes)
        self.most = most
        random = SplitMix(seed: seed)
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(RecordError) -> Int {
        let count = min(buffer.count, Int.random(in: 1...most, using: &random))
        return try source.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<count]))
    }
}

/// Everything of a source, read into buffers of random sizes.
func drain(_ source: any ByteSource, seed: UInt64, most: Int = 9) throws -> [UInt8] {
    var random = SplitMix(seed: seed)
    var bytes: [UInt8] = []
    while true {
        var buffer = [UInt8](repeating: 0, count: Int.random(in: 1...most, using: &random))
        let got = try buffer.withUnsafeMutableBytes { try source.read(into: $0) }
        if got == 0 { return bytes }
        bytes += buffer[..<got]
    }
}

/// The bytes of a file.
func file(_ path: String) throws(RecordError) -> any ByteSource {
    DescriptorByteSource(try OpenDescriptor(path: path), path: path)
}

/// How many different values a field has.
func distinct(_ table: RecordTable, _ name: String) throws -> Int {
    let column = try #require(table.column(named: name))
    return Set((0..<column.count).map { column.fingerprint(at: $0) }).count
}
