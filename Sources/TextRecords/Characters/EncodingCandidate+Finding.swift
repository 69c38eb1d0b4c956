import CICU

extension EncodingCandidate {
    /// Bytes that ICU looks at.
    private static let sample = 8000

    /// What the lines of `head` that are not ASCII may be in, the likeliest first; at least one.
    static func find(in head: [UInt8]) -> [EncodingCandidate] {
        var lines: [UInt8] = []
        for line in head.split(separator: 0x0A) where lines.count < sample && line.contains(where: { $0 >= 0x80 }) {
            lines += line.prefix(sample) + [0x0A]
        }
        var found = [cicu_Charset](repeating: cicu_Charset(), count: 32)
        var status: Int32 = 0
        let count = cicu_findCharsets(lines, Int32(lines.count), &found, Int32(found.count), &status)
        var candidates: [EncodingCandidate] = []
        for charset in found.prefix(Int(max(count, 0))) {
            let name = withUnsafeBytes(of: charset.name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            // Not texts of today; and what is read without being named has been ruled out, but for GB18030.
            if name.hasPrefix("IBM4") || name.hasPrefix("UTF-") || charset.confidence < 5 { continue }
            // Windows' set has all characters of Latin-1, and is what the files are written in.
            let usual = name == "ISO-8859-1" ? "windows-1252" : name
            if !candidates.contains(where: { $0.name == usual }) {
                candidates.append(EncodingCandidate(name: usual, confidence: charset.confidence))
            }
        }
        return candidates.isEmpty ? [EncodingCandidate(name: "windows-1252", confidence: 0)] : candidates
    }
}
