import CICU

/// Versions that tokens depend on: ICU's dictionaries, and so Chinese words, change between them.
public enum ICUVersion {
    /// Version of ICU, such as "72.1".
    public static var current: String { text(cicu_getVersion) }
    /// Version of Unicode that ICU implements, such as "15.0".
    public static var unicode: String { text(cicu_getUnicodeVersion) }

    private static func text(_ read: (UnsafeMutablePointer<UInt8>?) -> Void) -> String {
        var parts: [UInt8] = [0, 0, 0, 0]
        read(&parts)
        return "\(parts[0]).\(parts[1])"
    }
}
