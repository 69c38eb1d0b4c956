import TestSupport
import Testing

@testable import TextShiftCLI

@Suite("Options out of range")
struct BadOptionTests {
    /// An option's value, and what must be said: the value found, and what is expected.
    static let cases: [(arguments: [String], said: [String])] = [
        (["--folds", "1"], ["--folds", "1", "2 to 64"]),
        (["--folds", "65"], ["--folds", "65", "2 to 64"]),
        (["--drop-shifted", "0.5"], ["--drop-shifted", "0.5", "above 0.5 and below 1"]),
        (["--drop-shifted", "nan"], ["--drop-shifted", "nan", "above 0.5 and below 1"]),
        (["--pool", "0"], ["--pool", "0", "above 0 and at most 1"]),
        (["--pool", "1.5"], ["--pool", "1.5", "above 0 and at most 1"]),
        (["--pool", "nan"], ["--pool", "nan", "above 0 and at most 1"]),
        (["--weight", "softmax"], ["--weight", "\"softmax\"", "ratio, relative:ALPHA, clip:C, discriminator or class-prior"]),
        (["--weight", "clip:x"], ["--weight", "\"x\"", "clip:10"]),
        (["--weight", "relative"], ["--weight", "no parameter", "relative:0.1"]),
        (["--weight", "relative:2"], ["--weight", "relative:2", "out of range"]),
        (["--threads", "0"], ["--threads", "at least 1"]),
        (["--validation-size", "0"], ["--validation-size", "at least 1"]),
        (["--permutations", "0"], ["--permutations", "at least 1"]),
        (["--format", "xml"], ["--format", "\"xml\"", "jsonl, text"]),
        (["--on-error", "ignore"], ["--on-error", "\"ignore\"", "stop or skip"]),
        (["--write", "xlsx"], ["--write", "\"xlsx\"", "csv, tsv or squad"]),
        (["--export", "spark"], ["--export", "\"spark\"", "vw, fasttext, lightgbm, sklearn or id-weight"]),
        (["--field", "=x"], ["\"=x\"", "NAME=KEY.PATH"]),
        (["--group", ""], ["empty name"]),
    ]

    @Test("The value found, and what is expected", arguments: cases.indices)
    func refused(index: Int) {
        let (arguments, said) = Self.cases[index]
        let refusal = CommandLineText.refusal(["analyze", "train.jsonl", "test.jsonl", "--output", "out"] + arguments)
        for part in said { #expect(refusal.contains(part), "\(refusal)") }
        #expect(refusal.hasPrefix("Error: "))
        #expect(!refusal.contains("error: "), "said twice: \(refusal)")
    }

    @Test("The program says so on standard error, exits with 2 and leaves nothing")
    func program() throws {
        let folder = try LeaningCorpora.few()
        let outcome = try Program.run(
            ["analyze", "train.jsonl", "test.jsonl", "--output", "out", "--weight", "softmax"], in: folder)
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.hasPrefix("Error: "))
        #expect(outcome.errors.contains("ratio, relative:ALPHA, clip:C, discriminator or class-prior"))
        #expect(!outcome.errors.contains("error: "), "said twice: \(outcome.errors)")
        #expect(try folder.contents() == ["test.jsonl", "train.jsonl"])
    }

    @Test(
        "Of the other verbs",
        arguments: [
            (["check", "out", "--min-ess", "0.3"], "expected a number of rows such as 500, or a percentage such as 30%"),
            (["check", "out"], "at least one limit"), (["check", "out", "--min-ess", "x"], "--min-ess"),
            (["check", "out", "--max-no-support", "7"], "5%"),
            (["split", "out"], "--output"), (["split", "out", "--method", "best", "--compare"], "without-replacement"),
            (["split", "out", "--method", "kfold", "--size", "4", "--compare"], "--size"),
            (["split", "out", "--method", "label-first", "--output", "more"], "-n"),
            (["estimate", "out", "train.jsonl", "--task", "x"], "spans"),
            (["estimate", "out", "s.jsonl", "--confidence", "sure"], "--test-confidences"),
            (["estimate", "out", "s.jsonl", "--output", "made/"], "expected the name of a file"),
            (["conformal", "out", "calibration.jsonl", "--alpha", "1"], "above 0 and below 1"),
            (["report", "nowhere", "--language", "fr"], "expected en, zh or auto"),
            (["score", "-m", "m.model", "-", "-"], "Only one file can be standard input."),
        ])
    func others(arguments: [String], said: String) {
        let refusal = CommandLineText.refusal(arguments)
        #expect(refusal.contains(said), "\(refusal)")
    }

    @Test(
        "A side is named once",
        arguments: [
            ["train.jsonl"], [], ["train.jsonl", "test.jsonl", "--train", "train.jsonl"], ["--train", "train.jsonl"],
            ["train.jsonl", "--test", "test.jsonl"],
        ])
    func sidesNamedTwice(arguments: [String]) {
        #expect(CommandLineText.refusal(["analyze"] + arguments).contains("Give TRAIN and TEST, or --train and --test."))
    }

    @Test("Both sides cannot be standard input")
    func bothStandardInput() {
        #expect(CommandLineText.refusal(["analyze", "-", "-"]).contains("standard input"))
    }

    @Test("Patterns are expanded in the order of the names; one that matches nothing stays, a file that is not there")
    func patterns() throws {
        let folder = try LeaningCorpora.folder()
        for name in ["part-10.jsonl", "part-2.jsonl", "part-1.jsonl", "[x].jsonl"] { try folder.write("", to: name) }
        func files(_ train: String...) throws -> [String] {
            let named = train.flatMap { ["--train", folder.path($0)] } + ["--test", folder.path("t[e]st*")]
            let command = try AnalyzeCommand.parse(named)
            #expect(command.fitting.test == [folder.path("test.jsonl")])
            return command.fitting.train
        }
        #expect(try files("trai?.json*") == [folder.path("train.jsonl")])
        #expect(try files("part-*") == ["part-1.jsonl", "part-10.jsonl", "part-2.jsonl"].map(folder.path))
        #expect(try files("part-2*", "part-1.*") == ["part-2.jsonl", "part-1.jsonl"].map(folder.path))
        #expect(try files("[x].jsonl") == [folder.path("[x].jsonl")], "a file of that very name")
        #expect(try files("no*") == [folder.path("no*")])
    }
}
