import Foundation

/// Columns of a text in a terminal, by the C library's `wcwidth`: the oracle for the module's own table.
enum Columns {
    private typealias Width = @convention(c) (CInt) -> CInt

    /// A locale whose characters are Unicode's; nil where the system has none. Never changed.
    nonisolated(unsafe) private static let locale = newlocale(CInt(LC_CTYPE_MASK), "C.UTF-8", nil)
    /// Looked up by name, because the C library shows it to X/Open programs only.
    private static let width = dlsym(nil, "wcwidth").map { unsafeBitCast($0, to: Width.self) }

    static var canMeasure: Bool { locale != nil && width != nil }

    /// The sum over code points; those that the library does not know, because its Unicode is older, count nothing.
    static func of(_ text: some StringProtocol) -> Int {
        guard let width else { return 0 }
        let previous = uselocale(locale)
        defer { uselocale(previous) }
        return text.unicodeScalars.reduce(0) { $0 + max(0, Int(width(CInt(bitPattern: $1.value)))) }
    }
}
