/// Compression that is read as it is.
public enum Packing: String, Codable, Sendable, Hashable, CaseIterable {
    /// gzip, of one member or several.
    case gzip
    /// Zstandard, of one frame or several.
    case zstd
    /// A zip archive with one file in it.
    case zip
}
