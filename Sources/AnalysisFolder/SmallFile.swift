import Foundation
import TextRecords

/// Reads documents that are in memory as a whole.
///
/// Nothing is read of a file larger than asked for, nor of a pipe or a device, which need not end.
enum SmallFile {
    /// - Parameters:
    ///   - path: Where it is.
    ///   - most: The most bytes that it may have.
    /// - Throws: `RecordError` for what is not there or cannot be read; ``FolderError/documentTooLarge(path:bytes:maximum:)``.
    static func read(_ path: String, most: Int) throws -> Data {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw errno == ENOENT ? RecordError.fileMissing(path: path) : .fileUnreadable(path: path, errno: errno)
        }
        if status.st_mode & S_IFMT == S_IFDIR { throw RecordError.fileIsFolder(path: path) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw RecordError.fileUnreadable(path: path, errno: EINVAL) }
        guard status.st_size <= most else {
            throw FolderError.documentTooLarge(path: path, bytes: Int(status.st_size), maximum: most)
        }
        guard let content = FileManager.default.contents(atPath: path) else {
            throw RecordError.fileUnreadable(path: path, errno: errno)
        }
        return content
    }

    /// - Throws: `RecordError/outputIsNoFile(path:)` where something else than a regular file is there.
    static func checkReplaceable(_ path: String) throws(RecordError) {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG else { return }
        throw .outputIsNoFile(path: path)
    }
}
