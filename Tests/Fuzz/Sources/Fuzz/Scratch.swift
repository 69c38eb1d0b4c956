import Foundation

/// A folder for what is read from files only.
enum Scratch {
    /// In memory where there is such a folder.
    static let folder: URL = {
        let root = FileManager.default.isWritableFile(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
        let folder = URL(fileURLWithPath: root).appendingPathComponent("textshift-fuzz-\(getpid())")
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        atexit { try? FileManager.default.removeItem(at: Scratch.folder) }
        return folder
    }()

    /// Writes a file anew and returns its path.
    static func file(_ bytes: some Collection<UInt8>) -> String {
        let path = folder.appendingPathComponent("file").path
        guard let file = fopen(path, "w") else { fatalError("\(path) cannot be written") }
        let count = Array(bytes).withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
        fclose(file)
        precondition(count == bytes.count, "\(path) cannot be written")
        return path
    }
}
