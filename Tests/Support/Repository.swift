import Foundation

/// Files of the repository that tests read.
package enum Repository {
    /// The folder with `Package.swift`.
    package static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The file or folder at a path such as `Tests/Reference/CSV`.
    package static func file(_ path: String) -> URL { root.appendingPathComponent(path) }
}
