import Testing

@testable import SparseFeatures

@Suite struct CodePointsTests {
    @Test(arguments: ["", "a", "é", "中", "👍", "\0\u{7F}\u{80}\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}", "ab中👍é"])
    func codePointsAreThoseOfTheString(text: String) {
        #expect(points(Array(text.utf8)) == text.unicodeScalars.map(\.value))
    }

    @Test func anEmptyBufferHasNone() {
        var decoder = CodePoints(UnsafeBufferPointer(start: nil, count: 0))
        #expect(decoder.next() == nil)
    }

    @Test(arguments: [[0xFF], [0x80], [0xC1], [0xE4], [0xF0], [0xF5]] as [[UInt8]])
    func aStrayByteIsAReplacementCharacter(bytes: [UInt8]) {
        #expect(points([0x61] + bytes) == [0x61, 0xFFFD])
    }

    /// A sequence that the end of the text cuts short reads as one replacement character a byte; the address sanitizer sees
    /// more than that.
    @Test func noByteBeyondTheEndIsRead() {
        let text = Array("中👍".utf8)
        for end in text.indices {
            let room = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: end)
            defer { room.deallocate() }
            _ = room.initialize(from: text[..<end])
            let cut = end < 3 ? end : end - 3
            #expect(points(UnsafeBufferPointer(room)).filter { $0 == 0xFFFD }.count == cut)
        }
    }

    private func points(_ bytes: [UInt8]) -> [UInt32] {
        bytes.withUnsafeBufferPointer { points($0) }
    }

    private func points(_ buffer: UnsafeBufferPointer<UInt8>) -> [UInt32] {
        var decoder = CodePoints(buffer)
        var points: [UInt32] = []
        while let point = decoder.next() { points.append(point) }
        return points
    }
}
