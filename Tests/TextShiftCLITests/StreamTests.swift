import TestSupport
import Testing

@Suite("Streams that are closed, full, or not read to the end")
struct StreamTests {
    @Test(
        "A reader that goes away is no error",
        arguments: [
            #""$0" analyze train.jsonl test.jsonl; echo $? > status"#, #""$0" analyze --help; echo $? > status"#,
        ])
    func brokenPipe(command: String) throws {
        for reader in ["head -n 1", "true"] {
            let folder = try LeaningCorpora.few()
            let outcome = try Program.shell("{ \(command); } | \(reader)", in: folder)
            #expect(outcome.status == 0)
            #expect(try folder.read("status") == "0\n")
            #expect(outcome.errors.split(separator: "\n").allSatisfy { $0.hasPrefix("note: ") }, "\(outcome.errors)")
            if reader != "true" { #expect(outcome.output.split(separator: "\n").count == 1) }
        }
    }

    @Test("The results are whole when no one reads the summary")
    func brokenPipeWithResults() throws {
        let folder = try LeaningCorpora.few()
        let outcome = try Program.shell(
            #"{ "$0" analyze train.jsonl test.jsonl --output out; echo $? > status; } | true"#, in: folder)
        #expect(outcome.status == 0)
        #expect(try folder.read("status") == "0\n")
        #expect(try folder.lines("out/train.weighted.jsonl").count == LeaningCorpora.fewTrain.count)
        #expect(try !folder.contents().contains { $0.contains("partial") })
    }

    @Test("A full disk under standard output is an error that names it")
    func fullOutput() throws {
        let outcome = try Program.shell(#""$0" analyze train.jsonl test.jsonl --quiet > /dev/full"#, in: LeaningCorpora.few())
        #expect(outcome.status == 2)
        #expect(outcome.errors.hasPrefix("standard output: error: cannot be written"), "\(outcome.errors)")
    }

    @Test("Help and the version that cannot be written are no success", arguments: ["--help", "--version", "score --help"])
    func fullHelp(arguments: String) throws {
        for output in ["> /dev/full", ">&-"] {
            let outcome = try Program.shell("\"$0\" \(arguments) \(output)", in: LeaningCorpora.few())
            #expect(outcome.status == 2 && outcome.errors.hasPrefix("standard output: error: cannot be written"))
        }
    }

    @Test(
        "A limit on the size of files is answered, and nothing stays, not even hidden files",
        .enabled(if: Program.canLimitFiles))
    func limitedFiles() throws {
        let folder = try LeaningCorpora.few()
        // What is said goes through a pipe: the limit holds for the files that the tests read it from too.
        let outcome = try Program.shell(
            #"(ulimit -f 0; "$0" analyze train.jsonl test.jsonl --output out --quiet 2>&1; echo "status $?") | cat"#, in: folder
        )
        #expect(outcome.output.contains("error: cannot be ") && outcome.output.contains("File too large"), "\(outcome.output)")
        #expect(outcome.output.hasSuffix("status 2\n"), "\(outcome.output)")
        #expect(try folder.contents().sorted() == ["test.jsonl", "train.jsonl"])
    }

    @Test(
        "An empty document is refused, as one that was cut off; of records that stand by themselves there are none",
        arguments: [("json", 2), ("squad", 2), ("jsonl", 0), ("text", 0)])
    func emptyDocument(format: String, status: Int) throws {
        let folder = try LeaningCorpora.folder()
        try #require(
            Program.run(["fit", "train.jsonl", "test.jsonl", "--model", "m", "--folds", "64", "--quiet"], in: folder).status
                == 0)
        for content in ["", " \n"] where status == 2 || content.isEmpty {
            try folder.write(content, to: "empty")
            let outcome = try Program.run(["score", "--model", "m", "empty", "--format", format], in: folder)
            #expect(outcome.status == status && outcome.output.isEmpty, "\(format): \(outcome.errors)")
            #expect(status == 0 || outcome.errors.hasPrefix("empty:"), "\(outcome.errors)")
        }
    }

    @Test(
        "Standard error that takes nothing changes neither the result nor the exit status", arguments: ["2>&-", "2> /dev/full"])
    func noStandardError(redirection: String) throws {
        let folder = try LeaningCorpora.few()
        let good = try Program.shell(#""$0" analyze train.jsonl test.jsonl "# + redirection, in: folder)
        #expect(good.status == 0)
        #expect(good.output.hasPrefix("Not measured: "))
        let bad = try Program.shell(#""$0" analyze nowhere.jsonl test.jsonl "# + redirection, in: folder)
        #expect(bad.status == 2)
    }
}
