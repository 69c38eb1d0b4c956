import Foundation
import TestSupport
import Testing

@Suite("JSON, programs and files that tests read")
struct ToolTests {
    @Test("A program's output and exit status come back", arguments: [Int32(0), 3])
    func run(status: Int32) throws {
        let outcome = try Tool.run(["sh", "-c", "echo said; exit \(status)"])
        #expect(outcome.status == status)
        #expect(String(decoding: outcome.output, as: UTF8.self) == "said\n")
        #expect(kill(outcome.process, 0) != 0, "it is no more")
    }

    @Test("Output larger than a pipe holds is no standstill")
    func large() throws {
        #expect(try Tool.run(["head", "-c", "1000000", "/dev/zero"]).output.count == 1_000_000)
    }

    @Test("A program is there or not")
    func presence() {
        #expect(Tool.isThere("sh") && !Tool.isThere("no-such-program"))
    }

    @Test("An object is read back as it was written, and what is no object is an error")
    func json() throws {
        #expect(try JSONText.of(["b": [1, 2], "a": "\u{6865}"]) == "{\"a\":\"\u{6865}\",\"b\":[1,2]}")
        #expect(try JSONText.object("{\"a\": {\"b\": 2}}")["a"] as? [String: Int] == ["b": 2])
        #expect(throws: JSONText.NoObject.self) { try JSONText.object("[1]") }
        #expect(throws: (any Error).self) { try JSONText.object("{") }
    }

    @Test("The repository's root has its manifest")
    func root() throws {
        #expect(try String(contentsOf: Repository.file("Package.swift"), encoding: .utf8).contains("name: \"textshift\""))
    }
}
