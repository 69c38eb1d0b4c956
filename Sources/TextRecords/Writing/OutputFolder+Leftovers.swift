import Foundation

extension OutputFolder {
    /// Removes what killed runs left of files of these names, if it is certain that no one is still writing it: the process in
    /// its name is gone, and so is the writer's lock, which also covers processes on other machines and in other containers.
    /// What cannot be removed stays.
    static func removeLeftovers(of names: [String], in folder: String) {
        for entry in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
            guard let process = names.lazy.compactMap({ writer(of: entry, for: $0) }).first, !isAnother(process) else {
                continue
            }
            let path = folder + "/" + entry
            let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
            guard descriptor >= 0 else { continue }
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { unlink(path) }
            close(descriptor)
        }
    }

    /// The process that wrote `entry` if that is a hidden file of ``init(path:replacing:names:)`` for the file `name`; nil for
    /// a result that is kept aside, since it may be the only copy.
    private static func writer(of entry: String, for name: String) -> pid_t? {
        guard entry.hasPrefix(".\(name)."), entry.hasSuffix(".partial") else { return nil }
        let parts = entry.dropFirst(name.utf8.count + 2).split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, UInt32(parts[1], radix: 16) != nil, let process = pid_t(parts[0]), process > 0 else {
            return nil
        }
        return process
    }

    /// Whether the process exists and is not this one: a leftover with our own process number is from an earlier process.
    private static func isAnother(_ process: pid_t) -> Bool {
        process != getpid() && (kill(process, 0) == 0 || errno == EPERM)
    }
}
