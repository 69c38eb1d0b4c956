/// How a file's characters are written as bytes.
public enum CharacterEncoding: String, CaseIterable, Sendable {
    /// UTF-8, which includes ASCII.
    case utf8 = "UTF-8"
    /// GB18030, which includes GBK and GB2312.
    case gb18030 = "GB18030"
    /// UTF-16, low byte first.
    case utf16le = "UTF-16LE"
    /// UTF-16, high byte first.
    case utf16be = "UTF-16BE"
}
