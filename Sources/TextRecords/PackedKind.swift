/// Archives and compression that are not read, recognised by their first bytes.
public enum PackedKind: String, Sendable, Hashable, CaseIterable {
    /// A zip archive: `PK`.
    case zip
    /// xz.
    case xz
    /// bzip2.
    case bzip2
    /// Zstandard.
    case zstd
    /// A 7z archive.
    case sevenZip = "7z"

    /// What every file of the kind starts with; for zip, an archive that is not empty.
    var magic: [UInt8] {
        switch self {
        case .zip: [0x50, 0x4B, 0x03, 0x04]
        case .xz: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]
        // "BZh", a digit, and the first block's magic, the decimals of π; the digit is skipped.
        case .bzip2: [0x42, 0x5A, 0x68, 0x00, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59]
        case .zstd: [0x28, 0xB5, 0x2F, 0xFD]
        case .sevenZip: [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]
        }
    }

    /// The kind that starts with `head`; nil if it is none of them.
    static func find(in head: some Collection<UInt8>) -> PackedKind? {
        allCases.first { kind in
            let magic = kind.magic
            guard head.count >= magic.count else { return false }
            return Swift.zip(head, magic).enumerated().allSatisfy { place, pair in
                kind == .bzip2 && place == 3 ? (0x31...0x39).contains(pair.0) : pair.0 == pair.1
            }
        }
    }
}
