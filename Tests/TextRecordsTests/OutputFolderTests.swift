import Foundation
import TestSupport
import Testing

@testable import TextRecords

@Suite struct OutputFolderTests {
    @Test func filesAppearTogether() throws {
        try withTemporaryFolder { parent in
            let path = parent + "/new/out/"
            let folder = try OutputFolder(path: path, replacing: false, names: ["a", "b"])
            let file = try #require(folder.file("a"))
            #expect(folder.file("c") == nil)
            try file.write("line\n")
            try file.write(Array("more".utf8))
            try file.write([])
            #expect(try listing(path).allSatisfy { $0.hasPrefix(".") })
            try folder.commit()
            #expect(try listing(path) == ["a", "b"])
            #expect(try content(path + "a") == "line\nmore")
            #expect(try content(path + "b") == "")
            folder.abandon()
            #expect(try listing(path) == ["a", "b"])
            #expect(throws: RecordError.outputNotWritten(path: path + "a", errno: EBADF)) {
                try file.write("late")
                try file.flush()
            }
        }
    }

    @Test func largeContentsAreWhole() throws {
        try withTemporaryFolder { path in
            let folder = try OutputFolder(path: path, replacing: false, names: ["a"])
            let file = try #require(folder.file("a"))
            var expected: [UInt8] = []
            for size in [1, 1000, 1 << 20, (1 << 20) - 1, 3 << 20, 7] {
                let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ size) }
                expected += bytes
                try file.write(bytes)
            }
            try folder.commit()
            #expect(try Data(contentsOf: URL(fileURLWithPath: path + "/a")) == Data(expected))
        }
    }

    @Test("Where a name cannot be given, the earlier files are there again, and nothing else is")
    func renameFails() throws {
        try withTemporaryFolder { path in
            for name in ["a", "b"] { try "old".write(toFile: path + "/" + name, atomically: false, encoding: .utf8) }
            let folder = try OutputFolder(path: path, replacing: true, names: ["a", "b", "c"])
            try folder.file("a")?.write("new")
            let hidden = try #require(try listing(path).first { $0.hasPrefix(".b.") })
            unlink(path + "/" + hidden)
            #expect(throws: RecordError.outputNotWritten(path: path + "/b", errno: ENOENT)) { try folder.commit() }
            #expect(try listing(path).filter { $0 != FolderLock.name } == ["a", "b"])
            #expect(try content(path + "/a") == "old" && content(path + "/b") == "old")
        }
    }

    @Test("What a killed run left goes with the next, and nothing else does")
    func leftovers() throws {
        try withTemporaryFolder { path in
            let gone = try Tool.run(["true"]).process
            let left = [".a.\(gone).1f.partial", ".b.\(gone).1f.partial", ".a.\(getpid()).1f.partial"]
            let others = [
                ".c.\(gone).1f.partial", ".a.before.\(gone).1f.partial", ".a.\(getppid()).1f.partial", ".a.\(gone).x.partial",
                ".a.0.1f.partial", ".a.-1.1f.partial", ".a.partial", "a.\(gone).1f.partial", ".a.b.\(gone).1f.partial",
            ]
            for name in left + others { try "half".write(toFile: path + "/" + name, atomically: false, encoding: .utf8) }
            let folder = try OutputFolder(path: path, replacing: false, names: ["a", "b"])
            let written = try listing(path).filter { !others.contains($0) && $0 != FolderLock.name }
            #expect(written.count == 2)
            #expect(Set(written).isDisjoint(with: left))

            // What is being written stays, though only its lock tells it from what is left.
            OutputFolder.removeLeftovers(of: ["b", "a"], in: path)
            try folder.commit()
            #expect(try listing(path) == (["a", "b"] + others).sorted())
        }
    }

    @Test func withoutACommitNothingIsLeft() throws {
        try withTemporaryFolder { parent in
            do {
                let folder = try OutputFolder(path: parent + "/x/y", replacing: false, names: ["a"])
                try folder.file("a")?.write("lost")
                #expect(FileManager.default.fileExists(atPath: parent + "/x/y"))
            }
            #expect(try listing(parent) == [])

            // Folders and files that were there stay.
            try FileManager.default.createDirectory(atPath: parent + "/x", withIntermediateDirectories: false)
            try "old".write(toFile: parent + "/x/a", atomically: false, encoding: .utf8)
            do {
                let folder = try OutputFolder(path: parent + "/x", replacing: true, names: ["a"])
                try folder.file("a")?.write("new")
            }
            #expect(try listing(parent + "/x") == ["a"])
            #expect(try content(parent + "/x/a") == "old")
        }
    }

    @Test func resultsAreReplacedOnlyWhenAsked() throws {
        try withTemporaryFolder { path in
            for name in ["b", "c"] { try "old".write(toFile: path + "/" + name, atomically: false, encoding: .utf8) }
            #expect(throws: RecordError.outputHoldsResults(path: path, files: ["b"])) {
                try OutputFolder(path: path, replacing: false, names: ["a", "b"])
            }
            #expect(try listing(path) == ["b", "c"])
            let folder = try OutputFolder(path: path, replacing: true, names: ["a", "b"])
            try folder.file("b")?.write("new")
            try folder.commit()
            #expect(try listing(path) == ["a", "b", "c"])
            #expect(try content(path + "/b") == "new")
            #expect(try content(path + "/c") == "old")
        }
    }

    @Test func aCommitThatFailsHalfwayPutsEverythingBack() throws {
        try withTemporaryFolder { path in
            try "old".write(toFile: path + "/a", atomically: false, encoding: .utf8)
            let folder = try OutputFolder(path: path, replacing: true, names: ["a", "b", "c"])
            for name in ["a", "b", "c"] { try folder.file(name)?.write("new") }
            // The last file's hidden name goes away, so that its renaming fails after the others'.
            let hidden = try #require(listing(path).first { $0.hasPrefix(".c.") })
            try FileManager.default.removeItem(atPath: path + "/" + hidden)
            #expect(throws: RecordError.outputNotWritten(path: path + "/c", errno: ENOENT)) { try folder.commit() }
            #expect(try listing(path) == ["a"])
            #expect(try content(path + "/a") == "old")
        }
    }

    @Test func placesWhereNoFolderCanBe() throws {
        try withTemporaryFolder { parent in
            try "file".write(toFile: parent + "/file", atomically: false, encoding: .utf8)
            for path in [parent + "/file", parent + "/file/out"] {
                #expect(throws: RecordError.outputNotCreated(path: path, errno: ENOTDIR)) {
                    try OutputFolder(path: path, replacing: true, names: ["a"])
                }
            }
            #expect(throws: RecordError.outputNotCreated(path: "", errno: ENOENT)) {
                try OutputFolder(path: "", replacing: true, names: ["a"])
            }
            // /proc takes no folders, not even from root.
            #expect {
                try OutputFolder(path: "/proc/records", replacing: true, names: ["a"])
            } throws: { error in
                guard case RecordError.outputNotCreated("/proc/records", _) = error else { return false }
                return true
            }
            try FileManager.default.createDirectory(atPath: parent + "/out/a", withIntermediateDirectories: true)
            #expect(throws: RecordError.outputNotWritten(path: parent + "/out/a", errno: EISDIR)) {
                try OutputFolder(path: parent + "/out", replacing: true, names: ["a"])
            }
            #expect(try listing(parent + "/out") == ["a"])
        }
    }

    @Test(arguments: [[""], ["a/b"], [".a"], ["a", "a"]])
    func namesThatAreNoFileNames(names: [String]) throws {
        try withTemporaryFolder { path in
            #expect(throws: RecordError.outputNameMalformed(names[names.count - 1])) {
                try OutputFolder(path: path + "/out", replacing: true, names: names)
            }
            let left = try listing(path)
            #expect(left == [])
        }
    }

    /// Every write to /dev/full fails as on a full disk.
    @Test func aFullDiskIsReported() throws {
        let descriptor = open("/dev/full", O_WRONLY)
        try #require(descriptor >= 0)
        let file = OutputFile(descriptor: descriptor, path: "full", closesDescriptor: true)
        try file.write("buffered")
        #expect(throws: RecordError.outputNotWritten(path: "full", errno: ENOSPC)) { try file.flush() }
        #expect(throws: RecordError.outputNotWritten(path: "full", errno: ENOSPC)) {
            try file.write([UInt8](repeating: 0, count: 2 << 20))
        }
        #expect(throws: RecordError.outputNotWritten(path: "full", errno: ENOSPC)) { try file.finish() }
    }

    @Test func pipesAreReadToTheirEnd() throws {
        try withTemporaryFolder { path in
            let pipe = path + "/pipe"
            #expect(mkfifo(pipe, 0o600) == 0)
            let line = "{\"a\": \"\(String(repeating: "x", count: 100_000))\"}\n"
            let writer = Thread {
                // Opening waits for the reader.
                guard let handle = FileHandle(forWritingAtPath: pipe) else { return }
                for _ in 0..<30 { handle.write(Data(line.utf8)) }
                try? handle.close()
            }
            writer.start()
            let table = try RecordTable.read(path: pipe)
            #expect(table.count == 30)
            #expect(table.byteCount == 30 * line.utf8.count)
            #expect(Array(table.recordBytes(29)) == Array(line.utf8.dropLast()))
        }
    }
}
