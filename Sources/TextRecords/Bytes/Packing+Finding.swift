extension Packing {
    /// The kind that starts with `head`; nil if it is none.
    static func find(in head: some Collection<UInt8>) -> Packing? {
        if GzipByteSource.isGzip(head) { return .gzip }
        if ZstdByteSource.isZstd(head) { return .zstd }
        return head.starts(with: ZipMember.signature) || head.starts(with: ZipMember.emptySignature) ? .zip : nil
    }
}
