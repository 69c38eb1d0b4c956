import Foundation

/// A set of files that appear together or not at all.
///
/// Each file is written under a hidden name in the folder where it belongs, and ``commit()`` gives all of them their
/// names. Without a commit nothing is left: no hidden files, and no folder if it was made here. A process that is killed
/// leaves hidden files (`.NAME.….partial`), never half a file under its own name; the next run that writes such files there
/// removes them. The folder is locked meanwhile (``FolderLock``), so that the files of two runs never mix. Only regular files are
/// ever replaced. One thread at a time.
package final class OutputFolder {
    /// The folder.
    package let path: String
    /// The names of the files, in the order they were given.
    package let names: [String]

    private var files: [String: OutputFile] = [:]
    private var createdFolders: [String] = []
    private let suffix: String
    private let replacing: Bool
    /// What is read, and so is never replaced.
    private let inputs: Set<FileIdentity>
    /// The single file as the user knows it; nil for a folder of files.
    private let single: String?
    private var lock: FolderLock?
    /// A device or a pipe that is written to as it is; it has no hidden name, and gets none.
    private var stream: (name: String, file: OutputFile)?
    private var isOver = false

    /// Makes the folder and its parents, and an empty hidden file for each name, so that a folder that cannot be written to is
    /// noticed before the work starts.
    ///
    /// - Parameters:
    ///   - replacing: Whether files of these names that are there already may be replaced.
    ///   - names: The files' names, without folders.
    ///   - inputs: Files that the results are made from: they are not replaced in any case.
    /// - Throws: ``RecordError/outputHoldsResults(path:files:)``, ``RecordError/outputNotCreated(path:errno:)``,
    ///   ``RecordError/outputNotWritten(path:errno:)``, ``RecordError/outputNameMalformed(_:)``,
    ///   ``RecordError/outputBusy(path:process:host:)``, ``RecordError/outputIsNoFile(path:)``, ``RecordError/outputIsInput(path:)``.
    package convenience init(
        path: String, replacing: Bool, names: [String], sparing inputs: [String] = []
    ) throws(RecordError) {
        try self.init(path: path, replacing: replacing, names: names, sparing: inputs, single: nil)
    }

    /// - Parameter single: A single file is put among others, so its folder is not locked.
    private init(
        path: String, replacing: Bool, names: [String], sparing inputs: [String], single: String?
    ) throws(RecordError) {
        self.inputs = Set(inputs.compactMap(FileIdentity.init(path:)))
        self.path = path
        self.names = names
        self.replacing = replacing
        self.single = single
        suffix = ".\(getpid()).\(String(UInt32.random(in: .min ... .max), radix: 16)).partial"
        for (position, name) in names.enumerated()
        where name.isEmpty || name.contains("/") || name.hasPrefix(".") || names[..<position].contains(name) {
            throw .outputNameMalformed(name)
        }
        do throws(RecordError) {
            try createFolders()
            if single == nil { lock = try locked() }
            try checkExisting(names)
            Self.removeLeftovers(of: names, in: path)
            for name in names {
                let descriptor = open(hidden(name), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
                guard descriptor >= 0 else { throw RecordError.outputNotCreated(path: path, errno: errno) }
                // Marks the file as still being written. Where the file system has no locks, no one can get one and take the
                // file for a leftover.
                flock(descriptor, LOCK_EX | LOCK_NB)
                files[name] = OutputFile(descriptor: descriptor, path: final(name), closesDescriptor: true)
            }
        } catch {
            abandon()
            throw error
        }
    }

    /// A device or a pipe in place of a file.
    private init(stream path: String) throws(RecordError) {
        guard access(path, W_OK) == 0 else { throw .outputFileNotCreated(path: path, errno: errno) }
        self.path = path
        (names, suffix, replacing, inputs, single) = ([path], "", true, [], path)
        stream = (path, OutputFile(appendingTo: path))
    }

    /// For a single file: the folder where it belongs, and its name there. Errors are about the file. A link leads to the file that
    /// it names; a device, a pipe, or what is under /dev and /proc is written to as it is.
    /// - Throws: ``RecordError/outputExists(path:)``, ``RecordError/outputFileNotCreated(path:errno:)``,
    ///   ``RecordError/outputNameMalformed(_:)``, ``RecordError/outputIsInput(path:)``.
    package static func holding(
        fileAt path: String, replacing: Bool, sparing inputs: [String] = []
    ) throws(RecordError) -> (folder: OutputFolder, name: String) {
        switch Destination(path) {
        case .stream: return (try OutputFolder(stream: path), path)
        case .link(let target): return try file(at: target, replacing: replacing, sparing: inputs, named: path)
        case .file: return try file(at: path, replacing: replacing, sparing: inputs, named: path)
        }
    }

    /// - Parameter typed: The path as the user knows it.
    private static func file(
        at path: String, replacing: Bool, sparing inputs: [String], named typed: String
    ) throws(RecordError) -> (folder: OutputFolder, name: String) {
        let slash = path.lastIndex(of: "/")
        let name = String(path[(slash.map(path.index(after:)) ?? path.startIndex)...])
        let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        do throws(RecordError) {
            return (
                try OutputFolder(path: folder, replacing: replacing, names: [name], sparing: inputs, single: typed), name
            )
        } catch {
            if case .outputNotCreated(_, let code) = error { throw .outputFileNotCreated(path: typed, errno: code) }
            throw error
        }
    }

    /// Writes a text file, all of it or nothing; with `replacing`, in place of an existing one.
    /// - Throws: As ``holding(fileAt:replacing:)``, and ``RecordError`` for what cannot be written.
    package static func write(
        _ text: String, toFile path: String, replacing: Bool, sparing inputs: [String] = []
    ) throws(RecordError) {
        let (output, name) = try holding(fileAt: path, replacing: replacing, sparing: inputs)
        try output.file(name)?.write(text)
        try output.commit()
    }

    deinit {
        abandon()
    }

    /// The writer of the file called `name`; nil if it was not among the names.
    package func file(_ name: String) -> OutputFile? { stream?.name == name ? stream?.file : files[name] }

    /// Writes everything to disk and gives all files their names. If that fails, what was there before is there again.
    /// - Throws: ``RecordError/outputNotWritten(path:errno:)``, or ``RecordError/outputHoldsResults(path:files:)`` where such files
    ///   have come meanwhile; nothing is left then.
    package func commit() throws(RecordError) {
        guard !isOver else { return }
        if let stream {
            isOver = true
            return try stream.file.finish()
        }
        // From the first renaming to the last nothing is allocated: where memory runs out the program ends, and that must not be between
        // two of them.
        var paths = names.map { Paths(final: final($0), hidden: hidden($0), backup: backup($0)) }
        do throws(RecordError) {
            for name in names { try files[name]?.finish() }
            try checkExisting(names)
            for place in paths.indices where exists(final(names[place])) {
                try keepAside(names[place])
                paths[place].isKept = true
            }
            for place in paths.indices {
                guard rename(paths[place].hidden, paths[place].final) == 0 else {
                    throw RecordError.outputNotWritten(path: final(names[place]), errno: errno)
                }
                paths[place].isNamed = true
            }
        } catch {
            for path in paths where path.isNamed && !path.isKept { unlink(path.final) }
            // Where the final name still is that file, renaming does nothing, and the hidden name stays.
            for path in paths where path.isKept && rename(path.backup, path.final) == 0 { unlink(path.backup) }
            abandon()
            throw error
        }
        isOver = true
        for path in paths where path.isKept { unlink(path.backup) }
        syncFolder()
        lock = nil
    }

    /// The names of a file, as the system takes them, and what has been done.
    private struct Paths {
        let final: [CChar]
        let hidden: [CChar]
        let backup: [CChar]
        /// Whether the earlier file has its hidden name.
        var isKept = false
        /// Whether the new file has the final name.
        var isNamed = false

        init(final: String, hidden: String, backup: String) {
            self.final = Array(final.utf8CString)
            self.hidden = Array(hidden.utf8CString)
            self.backup = Array(backup.utf8CString)
        }
    }

    /// Removes everything that was written. Does nothing after a commit.
    package func abandon() {
        guard !isOver else { return }
        isOver = true
        for name in files.keys { unlink(hidden(name)) }
        lock = nil
        // Only folders that are empty again are removed.
        for folder in createdFolders.reversed() { rmdir(folder) }
    }

    private func final(_ name: String) -> String { path.hasSuffix("/") ? path + name : path + "/" + name }
    private func hidden(_ name: String) -> String { final("." + name + suffix) }
    private func backup(_ name: String) -> String { final("." + name + ".before" + suffix) }

    private func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    private func isRegular(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    private func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    private func createFolders() throws(RecordError) {
        guard !path.isEmpty else { throw .outputNotCreated(path: path, errno: ENOENT) }
        var folder = path.hasPrefix("/") ? "/" : ""
        for component in path.split(separator: "/") {
            folder += folder.isEmpty || folder == "/" ? component : "/" + component
            if isFolder(folder) { continue }
            if mkdir(folder, 0o777) == 0 {
                createdFolders.append(folder)
            } else {
                let reason = errno
                // Another process may have made it just now.
                if isFolder(folder) { continue }
                throw .outputNotCreated(path: path, errno: reason == EEXIST ? ENOTDIR : reason)
            }
        }
    }

    /// The lock of the folder. Another run may just have removed it, having made it and left it empty.
    private func locked() throws(RecordError) -> FolderLock {
        for _ in 0..<100 {
            do throws(RecordError) {
                return try FolderLock(folder: path)
            } catch {
                guard case .outputNotCreated(_, ENOENT) = error else { throw error }
                try createFolders()
            }
        }
        throw .outputNotCreated(path: path, errno: ENOENT)
    }

    /// - Throws: What is there already and must not be replaced.
    private func checkExisting(_ names: [String]) throws(RecordError) {
        let existing = names.filter { exists(final($0)) }
        if let folder = existing.first(where: { isFolder(final($0)) }) {
            throw .outputNotWritten(path: final(folder), errno: EISDIR)
        }
        if let other = existing.first(where: { !isRegular(final($0)) }) { throw .outputIsNoFile(path: final(other)) }
        if let input = existing.first(where: { FileIdentity(path: final($0)).map(inputs.contains) ?? false }) {
            throw .outputIsInput(path: single ?? final(input))
        }
        if !existing.isEmpty, !replacing {
            throw single.map { .outputExists(path: $0) } ?? .outputHoldsResults(path: path, files: existing)
        }
    }

    /// Gives an existing file a second, hidden name, or that name alone where the file system has no hard links.
    private func keepAside(_ name: String) throws(RecordError) {
        if link(final(name), backup(name)) == 0 || rename(final(name), backup(name)) == 0 { return }
        throw .outputNotWritten(path: final(name), errno: errno)
    }

    /// Makes the new names last through a crash. Some file systems cannot; the files are complete either way.
    private func syncFolder() {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}
