import Foundation
import TestSupport
import Testing

@Suite("Temporary folders")
struct TemporaryFolderTests {
    private struct Failure: Error {}

    @Test("A folder is there while something refers to it, and gone after")
    func lifetime() throws {
        var folder: TemporaryFolder? = try TemporaryFolder()
        let path = try #require(folder).url.path
        try folder?.write("text", to: "file")
        #expect(FileManager.default.fileExists(atPath: path + "/file"))
        folder = nil
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test("The folder of a body is gone after it, and after a failure too", arguments: [false, true])
    func scope(fails: Bool) throws {
        var path = ""
        let run = {
            try withTemporaryFolder { folder in
                path = folder
                #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
                try "text".write(toFile: folder + "/file", atomically: false, encoding: .utf8)
                if fails { throw Failure() }
            }
        }
        if fails { #expect(throws: Failure.self) { try run() } } else { try run() }
        #expect(!path.isEmpty && !FileManager.default.fileExists(atPath: path))
    }

    @Test("No two are the same")
    func distinct() throws {
        let folders = try (0..<10).map { _ in try TemporaryFolder() }
        #expect(Set(folders.map(\.url)).count == 10)
    }

    @Test("What is written is read back, byte for byte, line for line, record for record")
    func content() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write([0x00, 0xFF, 0x0A], to: "bytes")
        #expect(path == folder.path("bytes"))
        #expect(try Array(folder.bytes("bytes")) == [0x00, 0xFF, 0x0A])
        try folder.write(["a", "", "b"], to: "lines")
        #expect(try folder.read("lines") == "a\n\nb\n")
        #expect(try folder.lines("lines") == ["a", "", "b"])
        try folder.write([["b": 1, "a": "x"]], to: "records")
        #expect(try folder.read("records") == "{\"a\":\"x\",\"b\":1}\n")
        #expect(try folder.records("records").first?["b"] as? Int == 1)
        try folder.makeFolder("inner")
        try folder.write("x", to: "inner/.hidden")
        #expect(try folder.contents() == ["bytes", "inner", "inner/.hidden", "lines", "records"])
    }

    @Test("A copy has the same files and a life of its own")
    func copy() throws {
        var folder: TemporaryFolder? = try TemporaryFolder()
        try folder?.makeFolder("inner")
        try folder?.write("x", to: "inner/file")
        let copy = try #require(try folder?.copy())
        folder = nil
        #expect(try copy.contents() == ["inner", "inner/file"])
        #expect(try copy.read("inner/file") == "x")
    }
}
