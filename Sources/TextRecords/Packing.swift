/// Compression that is read as it is.
public enum Packing: String, Codable, Sendable, Hashable, CaseIterable {
    /// gzip, of one member or several.
    case gzip
    /// Zstandard, of one frame or several.
    case zstd
    /// A zip archive with one file in it.
    case zip

    /// The kind that starts with `head`; nil if it is none.
    static func find(in head: some Collection<UInt8>) -> Packing? {
        if GzipByteSource.isGzip(head) { return .gzip }
        if ZstdByteSource.isZstd(head) { return .zstd }
        return head.starts(with: ZipMember.signature) || head.starts(with: ZipMember.emptySignature) ? .zip : nil
    }
}
