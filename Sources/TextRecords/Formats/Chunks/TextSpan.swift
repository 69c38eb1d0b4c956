/// Where one field's value is: 16 bytes per row and field.
///
/// Texts without escapes stay in the file's bytes; texts that had to be unescaped or joined are in the arena of their chunk.
struct TextSpan: Sendable {
    /// Bits 60…63: kind. Bit 59: in an arena. Bit 58: the bytes are the value's JSON and not its text.
    /// Bits 0…57: the offset in the file, or 26 bits of chunk above 32 bits of offset in its arena.
    private let word: UInt64
    /// Bytes.
    let count: UInt32

    private static let arenaBit: UInt64 = 1 << 59
    private static let opaqueBit: UInt64 = 1 << 58

    /// The value of a record without the field.
    static let missing = TextSpan(word: UInt64(ValueKind.missing.rawValue) << 60, count: 0)

    private init(word: UInt64, count: UInt32) {
        self.word = word
        self.count = count
    }

    /// Bytes of the file.
    init(_ kind: ValueKind, fileOffset: Int, count: Int, isOpaque: Bool = false) {
        word = UInt64(kind.rawValue) << 60 | (isOpaque ? Self.opaqueBit : 0) | UInt64(truncatingIfNeeded: fileOffset)
        self.count = UInt32(truncatingIfNeeded: count)
    }

    /// Bytes of a chunk's arena.
    init(_ kind: ValueKind, chunk: Int, arenaOffset: Int, count: Int) {
        word =
            UInt64(kind.rawValue) << 60 | Self.arenaBit | UInt64(truncatingIfNeeded: chunk) << 32
            | UInt64(UInt32(truncatingIfNeeded: arenaOffset))
        self.count = UInt32(truncatingIfNeeded: count)
    }

    /// A string, or a list of strings, which stands for one text.
    var isText: Bool { kind == .text || (kind == .array && !isOpaque) }
    var kind: ValueKind { ValueKind(rawValue: UInt8(truncatingIfNeeded: word >> 60)) ?? .missing }
    /// The bytes identify the value but are not its text.
    var isOpaque: Bool { word & Self.opaqueBit != 0 }
    /// The chunk whose arena has the bytes; nil if the file has them.
    var arenaChunk: Int? {
        word & Self.arenaBit == 0 ? nil : Int(truncatingIfNeeded: (word >> 32) & 0x03FF_FFFF)
    }
    /// Offset in the file.
    var fileOffset: Int { Int(truncatingIfNeeded: word & (Self.opaqueBit - 1)) }
    /// Offset in the arena of ``arenaChunk``.
    var arenaOffset: Int { Int(truncatingIfNeeded: word & 0xFFFF_FFFF) }
}

/// Where one record is: 16 bytes per row.
struct RecordSpan: Sendable {
    /// Offset of the line in the file.
    var start: Int
    /// Bytes of the line, without its end.
    var count: UInt32
    /// Lines before this one, in the chunk while it is being read, in the file afterwards.
    var line: UInt32
}
