import Foundation

/// Names of files that are not UTF-8, as Linux allows: as text, each byte that is not part of UTF-8 is a character of a private
/// plane of Unicode, which no name has.
package enum FileName {
    private static let plane: UInt32 = 0x10FF00

    /// The text that stands for a name's bytes.
    package static func text(of bytes: [UInt8]) -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        var text = String.UnicodeScalarView()
        var rest = bytes[...]
        while let first = rest.first {
            // The character that starts here, if one does.
            let size = (1...4).first { String(validating: rest.prefix($0), as: UTF8.self) != nil }
            if let size, let scalars = String(validating: rest.prefix(size), as: UTF8.self)?.unicodeScalars {
                text += scalars
            } else if let scalar = Unicode.Scalar(plane | UInt32(first)) {
                text.append(scalar)
            }
            rest = rest.dropFirst(size ?? 1)
        }
        return String(text)
    }

    /// The bytes that a text stands for.
    package static func bytes(of text: String) -> [UInt8] {
        guard isNotUTF8(text) else { return Array(text.utf8) }
        return text.unicodeScalars.flatMap { scalar in
            isByte(scalar) ? [UInt8(truncatingIfNeeded: scalar.value)] : Array(String(scalar).utf8)
        }
    }

    /// Whether a text stands for bytes that are not UTF-8.
    package static func isNotUTF8(_ text: String) -> Bool { text.unicodeScalars.contains(where: isByte) }

    private static func isByte(_ scalar: Unicode.Scalar) -> Bool { (plane | 0x80...plane | 0xFF).contains(scalar.value) }

    /// Whether there is a file of this name.
    package static func exists(_ name: String) -> Bool {
        guard isNotUTF8(name) else { return FileManager.default.fileExists(atPath: name) }
        return withPath(name) { access($0, F_OK) == 0 }
    }

    /// Calls `body` with the name as the system takes it.
    static func withPath<Result>(_ name: String, _ body: (UnsafePointer<CChar>) -> Result) -> Result {
        isNotUTF8(name)
            ? (bytes(of: name).map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { path in
                // The array ends with the zero, so it has an address.
                path.baseAddress.map(body) ?? name.withCString(body)
            } : name.withCString(body)
    }
}
