import Foundation

/// The lock of a folder that is being written: a hidden file that names the process and the host of the writer.
///
/// The lock is the system's (`flock`), which ends with its process; the names in the file are for people, and for file systems that
/// have no locks or have them for one host only. A file that a dead process left is taken over.
final class FolderLock {
    /// Who writes to a folder.
    struct Holder: Equatable {
        let process: pid_t
        let host: String

        static var own: Holder { Holder(process: getpid(), host: ProcessInfo.processInfo.hostName) }
    }

    /// The file in the folder.
    static let name = ".textshift.lock"

    private let path: String
    private let descriptor: Int32

    private init(path: String, descriptor: Int32) {
        self.path = path
        self.descriptor = descriptor
    }

    /// Locks `folder` for this process.
    /// - Throws: ``RecordError/outputBusy(path:process:host:)`` if another writes there, ``RecordError/outputNotCreated(path:errno:)``.
    convenience init(folder: String) throws(RecordError) {
        let path = folder.hasSuffix("/") ? folder + Self.name : folder + "/" + Self.name
        while true {
            let descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o666)
            guard descriptor >= 0 else { throw .outputNotCreated(path: folder, errno: errno) }
            let isLocked = flock(descriptor, LOCK_EX | LOCK_NB) == 0
            let hasLocks = isLocked || errno == EWOULDBLOCK
            // Its holder may have removed it between the two calls; then it locks nothing.
            if hasLocks, !Self.isFile(descriptor, at: path) {
                close(descriptor)
                continue
            }
            let holder = Self.holder(descriptor)
            if isLocked ? holder?.isElsewhere == true : hasLocks || holder?.isGone == false {
                close(descriptor)
                throw .outputBusy(path: folder, process: holder.map { Int($0.process) }, host: holder?.host)
            }
            let own = Holder.own
            let text = Array("\(own.process) \(own.host)\n".utf8)
            guard ftruncate(descriptor, 0) == 0, pwrite(descriptor, text, text.count, 0) == text.count else {
                let code = errno
                unlink(path)
                close(descriptor)
                throw .outputNotCreated(path: folder, errno: code)
            }
            self.init(path: path, descriptor: descriptor)
            return
        }
    }

    deinit {
        // Removed before it is let go, so that nobody gets the lock of a file that is about to go.
        unlink(path)
        close(descriptor)
    }

    private static func isFile(_ descriptor: Int32, at path: String) -> Bool {
        var (opened, named) = (stat(), stat())
        return fstat(descriptor, &opened) == 0 && lstat(path, &named) == 0 && opened.st_ino == named.st_ino
            && opened.st_dev == named.st_dev
    }

    /// Who is named in the file; nil if nobody is yet.
    private static func holder(_ descriptor: Int32) -> Holder? {
        var bytes = [UInt8](repeating: 0, count: 512)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        guard count > 0 else { return nil }
        let parts = String(decoding: bytes[..<count], as: UTF8.self).split(whereSeparator: \.isWhitespace)
        guard parts.count == 2, let process = pid_t(parts[0]), process > 0 else { return nil }
        return Holder(process: process, host: String(parts[1]))
    }
}

extension FolderLock.Holder {
    /// Whether only another machine can tell if it is still there.
    fileprivate var isElsewhere: Bool { host != Self.own.host }

    /// Whether it is certain that the process is no more.
    fileprivate var isGone: Bool { !isElsewhere && kill(process, 0) != 0 && errno == ESRCH }
}
