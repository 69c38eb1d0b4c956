/// What the start of a file shows about its encoding.
struct EncodingFinding: Equatable {
    /// The encoding to read the file in: UTF-8 if nothing else is plausible, so that its readers report the invalid bytes.
    var encoding: CharacterEncoding
    /// Where a file switches from one of UTF-8 and GB18030 to the other, the line counted from 1; nil if it does not.
    var mixture: (line: Int, found: CharacterEncoding, expected: CharacterEncoding)?
    /// What the file may be in, the likeliest first, where it is in none that is read without being named; then ``encoding``
    /// is UTF-8 and not to be used. Empty otherwise.
    var candidates: [EncodingCandidate] = []

    /// Bytes that are enough to look at.
    static let headSize = 1 << 20

    /// Multi-byte sequences that make it certain that a line is UTF-8: of lines with as many GB18030 characters, fewer than one
    /// in a million is well-formed UTF-8 by chance.
    private static let sureUTF8 = 8
    /// Two-byte characters that are enough to call a line Chinese.
    private static let sureGB18030 = 4

    static func == (left: EncodingFinding, right: EncodingFinding) -> Bool {
        left.encoding == right.encoding && left.mixture?.line == right.mixture?.line
    }

    /// Decides by the byte order mark; else for UTF-16 or UTF-32 if the bytes make up such characters; else for UTF-8 if they
    /// are well-formed, or mostly are; else for GB18030 if there is plausible Chinese that ICU does not hold for something
    /// else. Whatever is left, ICU names.
    ///
    /// - Parameters:
    ///   - head: The file's first bytes.
    ///   - isAll: Whether the file ends with them; otherwise their last line, which may be cut off, is left out.
    static func find(in head: [UInt8], isAll: Bool) -> EncodingFinding {
        for encoding in CharacterEncoding.allCases where head.starts(with: encoding.mark) {
            return EncodingFinding(encoding: encoding)
        }
        if let wide = WideCharacters.find(in: head) { return EncodingFinding(encoding: wide) }
        var finding = findByBytes(in: head, isAll: isAll)
        if finding.mixture == nil { finding.judge(head) }
        return finding
    }

    /// As ``find(in:isAll:)`` for a file without a mark, among UTF-8 and GB18030.
    private static func findByBytes(in head: [UInt8], isAll: Bool) -> EncodingFinding {
        return head.withUnsafeBufferPointer { head in
            if UTF8Check.isValid(head) { return EncodingFinding(encoding: .utf8) }
            guard !isAll else { return find(in: head) }
            if let newline = head.lastIndex(of: 0x0A) {
                return find(in: UnsafeBufferPointer(rebasing: head[...newline]))
            }
            // A single line without an end: the last few bytes may belong to a character that is cut off.
            let cuts = (0...3).map { UnsafeBufferPointer(rebasing: head.dropLast($0)) }
            if cuts.contains(where: UTF8Check.isValid) { return EncodingFinding(encoding: .utf8) }
            let findings = cuts.map(find(in:))
            return findings.first { $0.encoding == .gb18030 } ?? findings[0]
        }
    }

    private static func find(in text: UnsafeBufferPointer<UInt8>) -> EncodingFinding {
        if UTF8Check.isValid(text) { return EncodingFinding(encoding: .utf8) }
        var all = ChineseBytes()
        var firstUTF8: Int?
        var firstGB18030: Int?
        for (index, slice) in text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            let line = UnsafeBufferPointer(rebasing: slice)
            var own = ChineseBytes()
            own.count(line)
            guard own.hasHighBytes else { continue }
            if UTF8Check.isValid(line) {
                let sequences = line.count { $0 >= 0xC0 }
                if firstUTF8 == nil, sequences >= sureUTF8 { firstUTF8 = index + 1 }
                // Too short to tell: it counts for neither.
                continue
            }
            all += own
            if firstGB18030 == nil, own.faults == 0, own.characters >= sureGB18030, own.isPlausible {
                firstGB18030 = index + 1
            }
        }
        switch (firstUTF8, firstGB18030) {
        case (let utf8?, let other?):
            let (line, first, second): (Int, CharacterEncoding, CharacterEncoding) =
                utf8 < other ? (other, .utf8, .gb18030) : (utf8, .gb18030, .utf8)
            return EncodingFinding(encoding: first, mixture: (line: line, found: second, expected: first))
        case (nil, _?) where all.isPlausible: return EncodingFinding(encoding: .gb18030)
        case (nil, nil) where all.faults == 0 && all.characters >= sureGB18030 && all.isPlausible:
            // Only short lines, such as labels.
            return EncodingFinding(encoding: .gb18030)
        default: return EncodingFinding(encoding: .utf8)
        }
    }
}

extension EncodingFinding {
    /// By how many points of 100 ICU must prefer another encoding of Chinese, Japanese or Korean over GB18030.
    private static let margin: Int32 = 20
    /// Ill-formed sequences from which on bytes are not damaged UTF-8 but something else.
    private static let manyFaults = 3

    /// Holds the finding against ICU's judgement of the lines that are not ASCII.
    fileprivate mutating func judge(_ head: [UInt8]) {
        if encoding == .utf8 {
            let (good, bad) = Self.sequences(in: head)
            guard bad >= Self.manyFaults, bad > good else { return }
            candidates = EncodingCandidate.find(in: head)
        } else {
            let found = EncodingCandidate.find(in: head)
            let own = found.first { $0.name == encoding.rawValue }?.confidence ?? 0
            let others = found.filter { ["Big5", "EUC-KR", "Shift_JIS", "EUC-JP"].contains($0.name) }
            guard let best = others.first, best.confidence >= own + Self.margin else { return }
            encoding = .utf8
            candidates = found
        }
    }

    /// Well-formed sequences of several bytes, and bytes that start none; of the first ones, which are enough.
    private static func sequences(in head: [UInt8]) -> (good: Int, bad: Int) {
        head.withUnsafeBufferPointer { bytes in
            var (good, bad, at) = (0, 0, 0)
            // Of adjacent bytes the first counts.
            var lastFault = -2
            while at < bytes.count, good + bad < 10_000 {
                let rest = UnsafeBufferPointer(rebasing: bytes[at..<min(at + 4096, bytes.count)])
                let fault = UTF8Check.firstFault(in: rest)
                good += rest[..<(fault ?? rest.count)].count { $0 >= 0xC0 }
                guard let fault else {
                    at += rest.count
                    continue
                }
                // A sequence that the window cuts is not a fault.
                let isCut = fault > 0 && fault + 4 >= rest.count && at + rest.count < bytes.count
                if !isCut {
                    if at + fault > lastFault + 1 { bad += 1 }
                    lastFault = at + fault
                }
                at += isCut ? fault : fault + 1
            }
            return (good, bad)
        }
    }
}

/// Statistics of some bytes read as GB18030.
private struct ChineseBytes {
    /// Characters of two or four bytes.
    var characters = 0
    /// Those among the 3,755 common characters (GB 2312, level 1) or its punctuation.
    var common = 0
    /// Those among the most frequent ones of running Chinese text.
    var frequent = 0
    /// Bytes that are not GB18030.
    var faults = 0

    var hasHighBytes: Bool { characters + faults > 0 }

    /// Whether this is Chinese rather than bytes of another encoding. Short text is judged by its common characters; longer
    /// text has the frequent ones, simplified or traditional, which Korean (EUC-KR), say, does not.
    var isPlausible: Bool {
        guard characters > 0, faults * 4 <= characters else { return false }
        return frequent * 12 >= characters || (characters < 200 && common * 10 >= characters * 7)
    }

    static func += (left: inout ChineseBytes, right: ChineseBytes) {
        left.characters += right.characters
        left.common += right.common
        left.frequent += right.frequent
        left.faults += right.faults
    }

    mutating func count(_ text: UnsafeBufferPointer<UInt8>) {
        var at = 0
        while at < text.count {
            let lead = text[at]
            guard lead >= 0x80 else {
                at += 1
                continue
            }
            let second = at + 1 < text.count ? text[at + 1] : 0
            if lead == 0x80 || lead == 0xFF {
                faults += 1
                at += 1
            } else if (0x40...0xFE).contains(second), second != 0x7F {
                characters += 1
                if second >= 0xA1, (0xB0...0xD7).contains(lead) || lead == 0xA1 || lead == 0xA3 { common += 1 }
                if Self.frequentPairs.contains(UInt16(lead) << 8 | UInt16(second)) { frequent += 1 }
                at += 2
            } else if (0x30...0x39).contains(second), at + 3 < text.count, (0x81...0xFE).contains(text[at + 2]),
                (0x30...0x39).contains(text[at + 3])
            {
                characters += 1
                at += 4
            } else {
                faults += 1
                at += 1
            }
        }
    }

    /// In GBK: ，的一是不了在人有我他这這个個们們中来來上大为為和国國地到以说說时時要就出会會可
    /// 也你对對生能而子那得于於着下自之
    private static let frequentPairs: Set<UInt16> = [
        0xA3AC, 0xB5C4, 0xD2BB, 0xCAC7, 0xB2BB, 0xC1CB, 0xD4DA, 0xC8CB, 0xD3D0, 0xCED2, 0xCBFB, 0xD5E2,
        0xDF40, 0xB8F6, 0x8280, 0xC3C7, 0x8283, 0xD6D0, 0xC0B4, 0x81ED, 0xC9CF, 0xB4F3, 0xCEAA, 0x9EE9, 0xBACD, 0xB9FA,
        0x87F8, 0xB5D8, 0xB5BD, 0xD2D4, 0xCBB5, 0xD566, 0xCAB1, 0x9572, 0xD2AA, 0xBECD, 0xB3F6, 0xBBE1, 0x95FE, 0xBFC9,
        0xD2B2, 0xC4E3, 0xB6D4, 0x8CA6, 0xC9FA, 0xC4DC, 0xB6F8, 0xD7D3, 0xC4C7, 0xB5C3, 0xD3DA, 0xECB6, 0xD7C5, 0xCFC2,
        0xD7D4, 0xD6AE,
    ]
}
