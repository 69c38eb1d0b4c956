import Foundation
import TestSupport
import Testing

@Suite("Help, version and usage")
struct HelpTests {
    @Test(
        "Of each verb",
        arguments: [
            (["--help"], "help.txt"), (["analyze", "--help"], "analyze-help.txt"), (["report", "--help"], "report-help.txt"),
            (["fit", "--help"], "fit-help.txt"), (["score", "--help"], "score-help.txt"),
            (["model", "--help"], "model-help.txt"),
            (["hash", "--help"], "hash-help.txt"), (["audit", "--help"], "audit-help.txt"),
            (["diagnose", "--help"], "diagnose-help.txt"),
            (["conformal", "--help"], "conformal-help.txt"),
            (["estimate", "--help"], "estimate-help.txt"), (["split", "--help"], "split-help.txt"),
            (["check", "--help"], "check-help.txt"), (["peek", "--help"], "peek-help.txt"),
        ])
    func help(arguments: [String], name: String) throws {
        let printed = try #require(CommandLineText.printed(arguments))
        #expect(!printed.isRefusal)
        #expect(printed.text.split(separator: "\n").allSatisfy { $0.count <= 80 })
        try Snapshot.expect(printed.text + "\n", name)
    }

    @Test func version() throws {
        let outcome = try Program.run(["--version"], in: TemporaryFolder())
        #expect(outcome.status == 0)
        #expect(
            outcome.output.wholeMatch(
                of: #/textshift \d+\.\d+\.\d+ \((commit [0-9a-f]{12}\+?, )?ICU [\d.]+, Unicode [\d.]+\)\n/#) != nil)
        #expect(outcome.errors.isEmpty)
    }

    @Test("Help goes to standard output, and is also what a bare `textshift` says")
    func bare() throws {
        let folder = try TemporaryFolder()
        let bare = try Program.run([], in: folder)
        #expect(bare.status == 0 && bare.errors.isEmpty)
        let asked = try Program.run(["--help"], in: folder)
        #expect(asked.status == 0 && asked.errors.isEmpty)
        #expect(bare.output == asked.output)
        #expect(asked.output == CommandLineText.printed(["--help"]).map { $0.text + "\n" })
    }

    @Test(
        "A wrong command line is refused with the usage",
        arguments: [
            (["--bogus"], "--bogus"), (["analyse", "a", "b"], "analyse"), (["analyze"], "<train>"),
            (["analyze", "train.jsonl"], "<test>"), (["analyze", "train.jsonl", "test.jsonl", "--seed", "x"], "--seed"),
            (["analyze", "train.jsonl", "test.jsonl", "more"], "more"),
        ])
    func usage(arguments: [String], named: String) {
        let refusal = CommandLineText.refusal(arguments)
        #expect(refusal.contains(named))
        #expect(refusal.contains("Usage: textshift"))
    }

    @Test("It goes to standard error, with exit status 2")
    func wrong() throws {
        let outcome = try Program.run(["--bogus"], in: TemporaryFolder())
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains("--bogus") && outcome.errors.contains("Usage: textshift"))
    }
}
