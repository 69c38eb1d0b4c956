import Foundation

extension OutputFolder {
    /// Removes what killed runs left of files of these names, as far as it can be told that nobody writes it any more: the
    /// process in its name is gone, and so is the writer's lock, which also tells of processes on other machines and in other
    /// containers. What cannot be removed stays.
    static func removeLeftovers(of names: [String], in folder: String) {
        for entry in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
            guard let process = names.lazy.compactMap({ writer(of: entry, for: $0) }).first, !isAnother(process) else { continue }
            let path = folder + "/" + entry
            let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
            guard descriptor >= 0 else { continue }
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { unlink(path) }
            close(descriptor)
        }
    }

    /// The process that wrote `entry` if that is a hidden file of ``init(path:replacing:names:)`` for the file `name`; none for a
    /// result that is kept aside, of which it may be the only copy.
    private static func writer(of entry: String, for name: String) -> pid_t? {
        guard entry.hasPrefix(".\(name)."), entry.hasSuffix(".partial") else { return nil }
        let parts = entry.dropFirst(name.utf8.count + 2).split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, UInt32(parts[1], radix: 16) != nil, let process = pid_t(parts[0]), process > 0 else { return nil }
        return process
    }

    /// Whether the process is there and not this one: what is left under our number is of an earlier process that had it.
    private static func isAnother(_ process: pid_t) -> Bool {
        process != getpid() && (kill(process, 0) == 0 || errno == EPERM)
    }
}
