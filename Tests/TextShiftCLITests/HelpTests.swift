import Foundation
import TestSupport
import Testing

@Suite("Help, version and usage")
struct HelpTests {
    @Test(arguments: [(["--help"], "help.txt"), (["analyze", "--help"], "analyze-help.txt"), (["report", "--help"], "report-help.txt"),
        (["fit", "--help"], "fit-help.txt"), (["score", "--help"], "score-help.txt"), (["model", "--help"], "model-help.txt"),
        (["hash", "--help"], "hash-help.txt"), (["audit", "--help"], "audit-help.txt"), (["diagnose", "--help"], "diagnose-help.txt"),
        (["conformal", "--help"], "conformal-help.txt"),
        (["estimate", "--help"], "estimate-help.txt"), (["split", "--help"], "split-help.txt"), (["check", "--help"], "check-help.txt"),
    ])
    func help(arguments: [String], name: String) throws {
        let outcome = try Program.run(arguments, in: TemporaryFolder())
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
        #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
        try Snapshot.expect(outcome.output, name)
    }

    @Test func version() throws {
        let outcome = try Program.run(["--version"], in: TemporaryFolder())
        #expect(outcome.status == 0)
        #expect(outcome.output.wholeMatch(of: #/textshift \d+\.\d+\.\d+ \((commit [0-9a-f]{12}\+?, )?ICU [\d.]+, Unicode [\d.]+\)\n/#) != nil)
        #expect(outcome.errors.isEmpty)
    }

    @Test("Help is also what a bare `textshift` says")
    func bare() throws {
        let folder = try TemporaryFolder()
        let bare = try Program.run([], in: folder)
        #expect(bare.status == 0)
        #expect(bare.output == (try Program.run(["--help"], in: folder)).output)
    }

    @Test("A wrong command line", arguments: [
        (["--bogus"], "--bogus"), (["analyse", "a", "b"], "analyse"), (["analyze"], "<train>"),
        (["analyze", "train.jsonl"], "<test>"), (["analyze", "train.jsonl", "test.jsonl", "--seed", "x"], "--seed"),
        (["analyze", "train.jsonl", "test.jsonl", "more"], "more"),
    ])
    func usage(arguments: [String], named: String) throws {
        let outcome = try Program.run(arguments, in: LeaningCorpora.folder())
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains(named))
        #expect(outcome.errors.contains("Usage: textshift"))
    }
}
