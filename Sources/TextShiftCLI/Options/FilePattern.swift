import Foundation
import TextRecords

/// File names with `*`, `?` and `[…]`, for shells that do not expand them, or when quotes prevent it.
enum FilePattern {
    /// Each pattern's files in the order of their names; the name of an existing file, or a pattern without a match, stays as
    /// it is.
    static func expanded(_ names: [String]) -> [String] {
        names.flatMap { name -> [String] in
            guard name.contains(where: { "*?[".contains($0) }), !FileName.exists(name) else {
                return [name]
            }
            var found = glob_t()
            defer { globfree(&found) }
            guard glob(name, GLOB_NOSORT, nil, &found) == 0 else { return [name] }
            let paths = (0..<Int(found.gl_pathc)).compactMap {
                found.gl_pathv[$0].map {
                    FileName.text(of: Array(UnsafeBufferPointer(start: $0, count: strlen($0)).map(UInt8.init(bitPattern:))))
                }
            }
            return paths.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
        }
    }
}
