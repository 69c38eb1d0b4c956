import Foundation
import Synchronization
import TestSupport
import Testing

@testable import TextRecords

@Suite("A folder is locked while it is written")
struct FolderLockTests {
    @Test("Of two runs at once into a new folder one is refused, and the files are those of the other", arguments: 0..<50)
    func atOnce(round: Int) throws {
        try withTemporaryFolder { parent throws in
            let path = parent + "/new"
            let outcomes = Mutex<[Result<Int, RecordError>]>([])
            DispatchQueue.concurrentPerform(iterations: 2) { run in
                let outcome = Result { () throws(RecordError) -> Int in
                    let folder = try OutputFolder(path: path, replacing: false, names: ["a", "b", "c"])
                    for name in folder.names {
                        try folder.file(name)?.write("\(run)")
                        usleep(useconds_t(500 * (round % 5)))
                    }
                    try folder.commit()
                    return run
                }
                outcomes.withLock { $0.append(outcome) }
            }
            let found = outcomes.withLock { $0 }
            let winners = found.compactMap { try? $0.get() }
            #expect(winners.count == 1, "\(found)")
            for outcome in found {
                if case .failure(let error) = outcome {
                    switch error {
                    case .outputBusy(path, let process, _): #expect(process == Int(getpid()) || process == nil)
                    case .outputHoldsResults(path, _): break
                    default: Issue.record("\(error)")
                    }
                }
            }
            let left = try listing(path)
            #expect(left == ["a", "b", "c"])
            for name in left {
                let written = try content(path + "/" + name)
                #expect(winners.map { "\($0)" } == [written])
            }
        }
    }

    @Test("A lock that a dead process left is taken over, and goes; one of another host stays")
    func stale() throws {
        try withTemporaryFolder { path in
            let lock = path + "/" + FolderLock.name
            let gone = try Tool.run(["true"]).process
            try "\(gone) \(ProcessInfo.processInfo.hostName)\n".write(toFile: lock, atomically: false, encoding: .utf8)
            try OutputFolder(path: path, replacing: false, names: ["a"]).commit()
            #expect(try listing(path) == ["a"])
            try "1 elsewhere\n".write(toFile: lock, atomically: false, encoding: .utf8)
            #expect(throws: RecordError.outputBusy(path: path, process: 1, host: "elsewhere")) {
                try OutputFolder(path: path, replacing: true, names: ["a"])
            }
            #expect(try content(lock) == "1 elsewhere\n")
        }
    }

    @Test("What came while the files were written is not replaced")
    func meanwhile() throws {
        try withTemporaryFolder { path in
            let folder = try OutputFolder(path: path, replacing: false, names: ["a"])
            try "other".write(toFile: path + "/a", atomically: false, encoding: .utf8)
            #expect(throws: RecordError.outputHoldsResults(path: path, files: ["a"])) { try folder.commit() }
            #expect(try content(path + "/a") == "other")
            #expect(try listing(path) == ["a"])
        }
    }
}

@Suite("Only regular files are replaced")
struct DestinationTests {
    @Test("A device takes what is written, or refuses it, and stays a device")
    func devices() throws {
        try OutputFolder.write("text", toFile: "/dev/null", replacing: true)
        #expect(throws: RecordError.outputNotWritten(path: "/dev/full", errno: ENOSPC)) {
            try OutputFolder.write("text", toFile: "/dev/full", replacing: true)
        }
        for path in ["/dev/null", "/dev/full"] {
            var status = stat()
            #expect(lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
        }
    }

    @Test("A link stays, and the file that it leads to is replaced")
    func links() throws {
        try withTemporaryFolder { path in
            try "old".write(toFile: path + "/file", atomically: false, encoding: .utf8)
            #expect(symlink("file", path + "/link") == 0)
            #expect(throws: RecordError.outputExists(path: path + "/link")) {
                try OutputFolder.write("new", toFile: path + "/link", replacing: false)
            }
            try OutputFolder.write("new", toFile: path + "/link", replacing: true)
            #expect(try content(path + "/file") == "new")
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path + "/link") == "file")
            // In a folder of files, where it would be one of them, it is refused.
            #expect(throws: RecordError.outputIsNoFile(path: path + "/link")) {
                try OutputFolder(path: path, replacing: true, names: ["link"])
            }
        }
    }

    @Test("A pipe takes it")
    func pipes() throws {
        try withTemporaryFolder { path in
            #expect(mkfifo(path + "/pipe", 0o600) == 0)
            let read = Mutex("")
            let reader = Thread {
                let bytes = try? FileHandle(forReadingAtPath: path + "/pipe")?.readToEnd()
                read.withLock { $0 = String(decoding: bytes ?? Data(), as: UTF8.self) }
            }
            reader.start()
            try OutputFolder.write("text", toFile: path + "/pipe", replacing: true)
            while !reader.isFinished { usleep(1000) }
            #expect(read.withLock { $0 } == "text")
            #expect(try listing(path) == ["pipe"])
        }
    }
}
