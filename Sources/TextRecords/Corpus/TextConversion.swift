/// What turns the bytes of a file into the text that is read.
struct TextConversion: Sendable, Equatable {
    /// nil if the file is not compressed.
    var packing: Packing?
    var encoding = CharacterEncoding.utf8
    /// Whether lines end in carriage returns alone.
    var hasOldLineEnds = false
    /// Offset of the part of a JSON document that has the records; nil if it is not one.
    var part: Int?

    /// Whether the text is not the file's own bytes.
    var isNeeded: Bool { self != TextConversion() }

    /// The text that `raw` is converted to, with a byte order mark if it has one.
    func text(of raw: any ByteSource, path: String) throws(RecordError) -> any ByteSource {
        var source = packing.map { Self.unpacked(raw, $0, path: path) } ?? raw
        if encoding != .utf8 { source = try DecodingByteSource(source, from: encoding, path: path) }
        if hasOldLineEnds { source = LineEndByteSource(source) }
        if let part { source = JSONPartSource(source, from: part, path: path) }
        return source
    }

    /// The uncompressed bytes.
    static func unpacked(_ raw: any ByteSource, _ packing: Packing, path: String) -> any ByteSource {
        switch packing {
        case .gzip: GzipByteSource(raw, path: path)
        case .zstd: ZstdByteSource(raw, path: path)
        case .zip: ZipByteSource(raw, path: path)
        }
    }
}
