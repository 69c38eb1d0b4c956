import CICU

/// Which ICU library is linked. Tokens depend on it: its rules and its Chinese dictionary change between versions.
package enum ICUVersion {
    /// Version of the library, such as `72.1`.
    package static let current: String = text { cicu_getVersion($0) }

    /// Version of the Unicode Standard that the library implements, such as `15.0`.
    package static let unicode: String = text { cicu_getUnicodeVersion($0) }

    /// Major and minor version, and the further numbers up to the last that is not zero.
    private static func text(_ read: (UnsafeMutablePointer<UInt8>) -> Void) -> String {
        var numbers = [UInt8](repeating: 0, count: 4)
        read(&numbers)
        while numbers.count > 2, numbers.last == 0 { numbers.removeLast() }
        return numbers.map(String.init).joined(separator: ".")
    }
}
