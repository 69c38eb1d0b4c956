/// The header in front of a file in a zip archive (APPNOTE 4.3.7).
struct ZipMember {
    /// What it starts with, and what an archive without a file consists of.
    static let signature: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
    static let emptySignature: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
    /// Bytes before the name.
    static let fixedSize = 30

    /// Compressed bytes; nil where a descriptor behind the data has it.
    var size: Int?
    /// 0 as it is, 8 deflated.
    var method: Int
    var isEncrypted: Bool
    var crc: UInt32
    var nameSize: Int
    var extraSize: Int
    /// Whether sizes in the descriptor have eight bytes.
    var isLarge = false
    var name = ""

    /// Reads the ``fixedSize`` bytes at the start of a header, which start with the signature.
    init(_ bytes: some Collection<UInt8>) {
        let bytes = Array(bytes)
        let flags = Self.number(bytes, 6, 2)
        method = Self.number(bytes, 8, 2)
        isEncrypted = flags & 1 != 0
        crc = UInt32(truncatingIfNeeded: Self.number(bytes, 14, 4))
        size = flags & 8 != 0 ? nil : Self.number(bytes, 18, 4)
        nameSize = Self.number(bytes, 26, 2)
        extraSize = Self.number(bytes, 28, 2)
    }

    /// Takes in the name and the extra fields.
    mutating func add(name bytes: some Collection<UInt8>, extra: some Collection<UInt8>) {
        name = String(decoding: bytes, as: UTF8.self)
        let extra = Array(extra)
        var at = 0
        while at + 4 <= extra.count {
            let (kind, length) = (Self.number(extra, at, 2), Self.number(extra, at + 2, 2))
            if kind == 1 {
                isLarge = true
                // The size before compression, then the one after it.
                if size == 0xFFFF_FFFF, length >= 16, at + 20 <= extra.count { size = Self.number(extra, at + 12, 8) }
            }
            at += 4 + length
        }
    }

    /// Whether the file is no content: a folder, or what a Mac puts beside the files.
    static func isShadow(_ name: String) -> Bool {
        let last = name.split(separator: "/").last ?? ""
        return name.hasSuffix("/") || name.hasPrefix("__MACOSX/") || last.hasPrefix("._") || last == ".DS_Store"
            || last == "Thumbs.db"
    }

    /// A number of `count` bytes, the low ones first; the highest bit of eight is dropped.
    static func number(_ bytes: [UInt8], _ at: Int, _ count: Int) -> Int {
        guard at >= 0, at + count <= bytes.count else { return 0 }
        return (0..<count).reduce(0) { $0 | Int(bytes[at + $1] & (count == 8 && $1 == 7 ? 0x7F : 0xFF)) << (8 * $1) }
    }

    /// The names of all files, from the directory at the end of an archive; nil where there is none to look at.
    static func names(in source: any ByteSource) throws(RecordError) -> [String]? {
        guard let size = source.seekableSize else { return nil }
        let tail = try source.look(at: max(0, size - (1 << 16) - 22), count: 1 << 16 + 22)
        guard let end = tail.indices.last(where: { tail[$0...].starts(with: emptySignature) && $0 + 22 <= tail.count }) else {
            return nil
        }
        let (length, offset) = (number(tail, end + 12, 4), number(tail, end + 16, 4))
        // Larger ones have their directory elsewhere: then the members say it as they come.
        guard offset + length <= size, length <= 1 << 26 else { return nil }
        let directory = try source.look(at: offset, count: length)
        var names: [String] = []
        var at = 0
        while at + 46 <= directory.count, directory[at...].starts(with: [0x50, 0x4B, 0x01, 0x02]) {
            let nameSize = number(directory, at + 28, 2)
            guard at + 46 + nameSize <= directory.count else { break }
            names.append(String(decoding: directory[(at + 46)..<(at + 46 + nameSize)], as: UTF8.self))
            at += 46 + nameSize + number(directory, at + 30, 2) + number(directory, at + 32, 2)
        }
        return names
    }

    /// What kind of document an archive of these files is, or is to begin with; nil if it is an archive.
    static func document(of names: [String]) -> ForeignContent? {
        func has(_ prefix: String) -> Bool { names.contains { $0.hasPrefix(prefix) } }
        if has("xl/") { return .spreadsheet }
        if has("word/") || has("ppt/") || (names.first == "mimetype" && has("META-INF/")) {
            return names.contains("content.xml") && has("Configurations2/") ? .spreadsheet : .document
        }
        if names.contains(where: { $0.hasSuffix("/data.pkl") }) { return .torch }
        if !names.isEmpty, names.allSatisfy({ $0.hasSuffix(".npy") }) { return .numpy }
        return names.first == "[Content_Types].xml" ? .spreadsheet : nil
    }
}
