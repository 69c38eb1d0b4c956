import Foundation

/// What a path that is to be written leads to.
enum Destination {
    /// A regular file or a folder, or nothing yet.
    case file
    /// A link, to be left as it is; where it leads.
    case link(String)
    /// A device, a pipe or a socket, which cannot be replaced.
    case stream

    init(_ path: String) {
        var (named, reached) = (stat(), stat())
        guard lstat(path, &named) == 0 else {
            self = .file
            return
        }
        let isReached = stat(path, &reached) == 0
        switch (isReached ? reached : named).st_mode & S_IFMT {
        case S_IFREG, S_IFDIR:
            guard named.st_mode & S_IFMT == S_IFLNK else {
                self = .file
                return
            }
            // The links of open files, such as /dev/stdout, lead to what the shell has opened, and to a place in it.
            self = Self.isOfOpenFile(path) ? .stream : Self.resolved(path).map { .link($0) } ?? .file
        case S_IFLNK: self = .file  // It leads nowhere, and is then refused as no file.
        default: self = .stream
        }
    }

    private static func isOfOpenFile(_ path: String) -> Bool {
        var path = path
        for _ in 0..<40 {
            let folder = resolved(
                (path as NSString).deletingLastPathComponent.isEmpty ? "." : (path as NSString).deletingLastPathComponent)
            guard let folder else { return false }
            if folder.hasPrefix("/proc/") || folder == "/dev" || folder.hasPrefix("/dev/fd") { return true }
            guard let next = try? FileManager.default.destinationOfSymbolicLink(atPath: path) else { return false }
            path = next.hasPrefix("/") ? next : folder + "/" + next
        }
        return false
    }

    private static func resolved(_ path: String) -> String? {
        guard let found = realpath(path, nil) else { return nil }
        defer { free(found) }
        return String(cString: found)
    }
}
