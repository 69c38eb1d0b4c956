import CICU

/// How a file's characters are written as bytes: one of those that are recognised, or any that ICU converts.
public struct CharacterEncoding: RawRepresentable, Hashable, Sendable, CaseIterable {
    /// The usual name, such as `UTF-8` or `windows-1252`.
    public let rawValue: String

    private init(named name: String) { rawValue = name }

    /// UTF-8, which includes ASCII.
    public static let utf8 = CharacterEncoding(named: "UTF-8")
    /// GB18030, which includes GBK and GB2312.
    public static let gb18030 = CharacterEncoding(named: "GB18030")
    /// UTF-16, low byte first.
    public static let utf16le = CharacterEncoding(named: "UTF-16LE")
    /// UTF-16, high byte first.
    public static let utf16be = CharacterEncoding(named: "UTF-16BE")
    /// UTF-32, low byte first.
    public static let utf32le = CharacterEncoding(named: "UTF-32LE")
    /// UTF-32, high byte first.
    public static let utf32be = CharacterEncoding(named: "UTF-32BE")

    /// Those that are read without being named. (UTF-32's mark starts as that of UTF-16 does, and is looked for first.)
    public static let allCases: [CharacterEncoding] = [.utf8, .gb18030, .utf32le, .utf32be, .utf16le, .utf16be]

    /// The encoding that ICU knows by any name, such as `latin1` or `big5`; nil if it knows none.
    public init?(rawValue: String) {
        var name = [CChar](repeating: 0, count: 64)
        guard cicu_getCharsetName(rawValue, &name, Int32(name.count)) else { return nil }
        let found = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        self = Self.allCases.first { $0.rawValue.lowercased() == found.lowercased() } ?? CharacterEncoding(named: found)
    }

    /// Bytes of a code unit where characters are made of several: a place in a file is a multiple of it.
    var unitSize: Int {
        switch self {
        case .utf16le, .utf16be: 2
        case .utf32le, .utf32be: 4
        default: 1
        }
    }
}
