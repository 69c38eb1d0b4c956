import Foundation

/// A folder for what is read from files only.
enum Scratch {
    /// In memory where there is such a folder.
    static let folder = Result {
        let root = FileManager.default.isWritableFile(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
        let folder = URL(fileURLWithPath: root).appendingPathComponent("textshift-fuzz-\(getpid())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        atexit { _ = try? FileManager.default.removeItem(at: Scratch.folder.get()) }
        return folder
    }

    /// Writes a file anew and returns its path.
    static func file(_ bytes: some Collection<UInt8>) -> String {
        guard let path = try? folder.get().appendingPathComponent("file").path, let file = fopen(path, "w") else {
            fatalError("no folder for files")
        }
        let count = Array(bytes).withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
        fclose(file)
        precondition(count == bytes.count, "\(path) cannot be written")
        return path
    }
}
