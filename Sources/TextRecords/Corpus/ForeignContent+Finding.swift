extension ForeignContent {
    /// What starts with `head`, or would be found in the next bytes; nil if it may be text. Of compressed files only what is not
    /// read.
    static func find(in head: some BidirectionalCollection<UInt8>) -> ForeignContent? {
        if let kind = magic.first(where: { head.dropFirst($0.offset).starts(with: $0.bytes) })?.kind { return kind }
        // "BZh", a digit, and the first block's magic, the decimals of π.
        if head.starts(with: Array("BZh".utf8)), head.dropFirst(4).starts(with: [0x31, 0x41, 0x59, 0x26, 0x53, 0x59]) {
            return .bzip2
        }
        if head.dropFirst(257).starts(with: Array("ustar".utf8)) { return .tar }
        if head.starts(with: Array("RIFF".utf8)) {
            let form = head.dropFirst(8).prefix(4)
            if form.elementsEqual("WEBP".utf8) { return .image }
            if form.elementsEqual("WAVE".utf8) || form.elementsEqual("AVI ".utf8) { return .audio }
        }
        if isPickle(head) { return .pickle }
        return nil
    }

    /// What a text is that is no corpus, whatever its lines; nil if it may be one.
    static func find(inText head: UnsafeBufferPointer<UInt8>) -> ForeignContent? {
        let start = ByteOrderMark.count(in: head)
        let text = head[start...].drop { $0.isBlank || $0 == 0x0A }.prefix(256)
        let lower = text.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        if lower.starts(with: Array("version https://git-lfs.github.com/spec/".utf8)) { return .lfsPointer }
        if lower.starts(with: Array("<!doctype html".utf8)) || lower.starts(with: Array("<html".utf8)) { return .html }
        if lower.starts(with: Array("<?xml".utf8)) {
            return lower.firstRange(of: Array("<html".utf8)) == nil ? .xml : .html
        }
        return nil
    }

    private struct Magic {
        var kind: ForeignContent
        var bytes: [UInt8]
        var offset = 0
    }

    private static let magic: [Magic] = [
        Magic(kind: .xz, bytes: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]), Magic(kind: .lz4, bytes: [0x04, 0x22, 0x4D, 0x18]),
        Magic(kind: .sevenZip, bytes: [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
        Magic(kind: .rar, bytes: Array("Rar!\u{1A}\u{07}".utf8)),
        Magic(kind: .parquet, bytes: Array("PAR1".utf8)), Magic(kind: .arrow, bytes: Array("ARROW1".utf8)),
        Magic(kind: .arrow, bytes: Array("FEA1".utf8)), Magic(kind: .orc, bytes: Array("ORC".utf8) + [0x08]),
        // A stream of Arrow: a continuation mark, and the length of a schema of less than 16 MiB.
        Magic(kind: .avro, bytes: Array("Obj\u{01}".utf8)), Magic(kind: .sqlite, bytes: Array("SQLite format 3\0".utf8)),
        Magic(kind: .numpy, bytes: [0x93] + Array("NUMPY".utf8)), Magic(kind: .hdf5, bytes: [0x89] + Array("HDF\r\n".utf8)),
        Magic(kind: .oldOffice, bytes: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]), Magic(kind: .pdf, bytes: Array("%PDF-".utf8)),
        Magic(kind: .image, bytes: [0x89] + Array("PNG\r\n".utf8)), Magic(kind: .image, bytes: [0xFF, 0xD8, 0xFF]),
        Magic(kind: .image, bytes: Array("GIF87a".utf8)), Magic(kind: .image, bytes: Array("GIF89a".utf8)),
        Magic(kind: .image, bytes: [0x49, 0x49, 0x2A, 0x00]), Magic(kind: .image, bytes: [0x4D, 0x4D, 0x00, 0x2A]),
        Magic(kind: .audio, bytes: Array("OggS".utf8) + [0]), Magic(kind: .audio, bytes: Array("fLaC".utf8) + [0]),
        Magic(kind: .audio, bytes: Array("ftyp".utf8), offset: 4), Magic(kind: .executable, bytes: [0x7F] + Array("ELF".utf8)),
        Magic(kind: .executable, bytes: [0x4D, 0x5A, 0x90, 0x00]), Magic(kind: .executable, bytes: [0xCF, 0xFA, 0xED, 0xFE]),
        Magic(kind: .executable, bytes: [0xCA, 0xFE, 0xBA, 0xBE]), Magic(kind: .arrow, bytes: [0xFF, 0xFF, 0xFF, 0xFF]),
    ]

    /// Protocols 2 to 5: a mark, the number, and an opcode that can come first.
    private static func isPickle(_ head: some BidirectionalCollection<UInt8>) -> Bool {
        let start = Array(head.prefix(3))
        guard start.count == 3, start[0] == 0x80, (2...5).contains(start[1]) else { return false }
        return start[2] == 0x95 || "}](cX\u{8C}".unicodeScalars.contains { $0.value == UInt32(start[2]) }
    }
}
