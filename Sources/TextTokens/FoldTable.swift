/// What each code point becomes under NFKC case folding if the following text does not change it.
///
/// Filled from ICU block by block as code points occur, so that a run over Chinese pays only for Chinese.
final class FoldTable {
    /// An entry of the table.
    enum Entry {
        /// The code point stays as it is.
        static let same: UInt32 = 0
        /// It may combine with the preceding text.
        static let joins: UInt32 = 0x4000_0000
        /// It becomes a number of bytes, given in bits 0...7, at a place in ``FoldTable/pool``, given in bits 8...29.
        static let maps: UInt32 = 0x8000_0000
    }

    private let folding: CaseFolding
    private let blocks: UnsafeMutablePointer<UnsafeMutablePointer<UInt32>?>
    /// UTF-8 of all mappings, one after the other.
    private(set) var pool: [UInt8] = []

    private static let blockCount = 0x110000 >> 6

    init(_ folding: CaseFolding) {
        self.folding = folding
        blocks = .allocate(capacity: Self.blockCount)
        blocks.initialize(repeating: nil, count: Self.blockCount)
    }

    deinit {
        for index in 0..<Self.blockCount { blocks[index]?.deallocate() }
        blocks.deallocate()
    }

    /// The entry of a code point, at most 10FFFF and not a surrogate.
    @inline(__always)
    func entry(_ point: UInt32) -> UInt32 {
        let index = Int(point >> 6)
        return (blocks[index] ?? fill(index))[Int(point & 63)]
    }

    @inline(never)
    private func fill(_ index: Int) -> UnsafeMutablePointer<UInt32> {
        let block = UnsafeMutablePointer<UInt32>.allocate(capacity: 64)
        for low in 0..<64 { block.advanced(by: low).initialize(to: read(UInt32(index << 6 + low))) }
        blocks[index] = block
        return block
    }

    private func read(_ point: UInt32) -> UInt32 {
        guard let scalar = Unicode.Scalar(point) else { return Entry.same }  // surrogates are never asked for
        guard folding.hasBoundaryBefore(point) else { return Entry.joins }
        let source = Array(String(Character(scalar)).utf8)
        let folded = source.withUnsafeBufferPointer { bytes -> [UInt8]? in
            guard let base = bytes.baseAddress, let units = folding.fold(base, 0, bytes.count) else { return nil }
            return Array(String(decoding: units, as: UTF16.self).utf8)
        }
        // `joins` takes the path through ICU, which is always right.
        guard let folded, folded.count <= 0xFF, pool.count < 1 << 22 else { return Entry.joins }
        if folded == source { return Entry.same }
        defer { pool.append(contentsOf: folded) }
        return Entry.maps | UInt32(pool.count) << 8 | UInt32(folded.count)
    }
}
