import Foundation
import TestSupport
import Testing

@Suite("Rows to label from a stream of scored records")
struct StreamDrawTests {
    private let folder: TemporaryFolder
    private let lines: [String]

    init() throws {
        folder = try TemporaryFolder()
        lines = (0..<400).map { row in
            #"{"id": "r\#(row)", "text": "row \#(row)", "sure": \#(0.5 + Double(row % 50) / 100), "p_test": \#(Double(row % 40) / 40 + 0.01)}"#
        }
        try folder.write(lines, to: "scored.jsonl")
    }

    private func drawn(_ name: String) throws -> [[String: Any]] {
        try folder.read("\(name)/label-first.jsonl").split(separator: "\n").map { try JSONText.object(String($0)) }
    }

    @Test("A file and a pipe give the same draw; probabilities stand for all records")
    func draws() throws {
        let split = ["--method", "label-first", "-n", "40", "--confidence", "sure", "--seed", "7", "--output"]
        let first = try Program.run(["split", "scored.jsonl"] + split + ["a"], in: folder)
        #expect(first.status == 0 && first.output.contains("40 of 400"), "\(first.errors)\(first.output)")
        let piped = try Program.shell("cat scored.jsonl | \"$0\" split - \(split.joined(separator: " ")) b", in: folder)
        #expect(piped.status == 0, "\(piped.errors)")
        #expect(try folder.read("a/label-first.jsonl") == folder.read("b/label-first.jsonl"))
        let rows = try drawn("a")
        #expect(rows.count == 40 && Set(rows.map { $0["id"] as? String }).count == 40)
        let sum = rows.reduce(0.0) { $0 + 1 / ($1["inclusion_probability"] as? Double ?? 1) }
        #expect(abs(sum - 400) < 1e-6)
        let unsure = rows.filter { $0["sure"] as? Double ?? 1 < 0.6 }.compactMap { $0["inclusion_probability"] as? Double }
        let sure = rows.filter { $0["sure"] as? Double ?? 0 > 0.9 }.compactMap { $0["inclusion_probability"] as? Double }
        #expect(unsure.min() ?? 0 > sure.max() ?? 1)
        // Without a confidence by p_test, as many of each stratum.
        let plain = try Program.run(
            ["split", "scored.jsonl", "--method", "label-first", "--target-width", "20", "--output", "c"], in: folder)
        #expect(plain.status == 0 && plain.output.contains("p_test"), "\(plain.errors)")
        #expect(try drawn("c").count < 100)
    }

    @Test("What a stream does not take is said, and a record without a score")
    func refused() throws {
        let other = try Program.run(
            ["split", "scored.jsonl", "--method", "no-support", "-n", "5", "--output", "d"], in: folder)
        #expect(other.status == 2 && other.errors.contains("--method label-first"), "\(other.errors)")
        try folder.write(lines + [#"{"id": "x", "sure": "often"}"#], to: "odd.jsonl")
        for arguments in [[], ["--confidence", "sure"]] {
            let odd = try Program.run(
                ["split", "odd.jsonl", "--method", "label-first", "-n", "5", "--output", "e"] + arguments, in: folder)
            #expect(odd.status == 2 && odd.errors.contains("odd.jsonl:401"), "\(odd.errors)")
            #expect(!FileManager.default.fileExists(atPath: folder.path("e")))
        }
    }
}
