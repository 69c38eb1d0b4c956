import TestSupport
import Testing

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
        (["--weight", "softmax"], ["--weight", "\"softmax\"", "ratio, relative:ALPHA, clip:C or discriminator"]),
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
        (["--field", "=x"], ["--field", "\"=x\"", "NAME=KEY.PATH"]),
        (["--group", ""], ["empty name"]),
    ]

    @Test(arguments: cases.indices)
    func refused(index: Int) throws {
        let (arguments, said) = Self.cases[index]
        let folder = try LeaningCorpora.folder()
        let outcome = try Program.run(["analyze", "train.jsonl", "test.jsonl", "--output", "out"] + arguments, in: folder)
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
        for part in said { #expect(outcome.errors.contains(part), "\(outcome.errors)") }
        #expect(outcome.errors.hasPrefix("Error: "))
        #expect(!outcome.errors.contains("error: "), "said twice: \(outcome.errors)")
        #expect(try folder.contents() == ["test.jsonl", "train.jsonl"])
    }

    @Test("A side is named once")
    func sidesNamedTwice() throws {
        let folder = try LeaningCorpora.folder()
        for arguments in [
            ["train.jsonl"], [], ["train.jsonl", "test.jsonl", "--train", "train.jsonl"], ["--train", "train.jsonl"],
            ["train.jsonl", "--test", "test.jsonl"],
        ] {
            let outcome = try Program.run(["analyze"] + arguments, in: folder)
            #expect(outcome.status == 2 && outcome.errors.contains("Give TRAIN and TEST, or --train and --test."), "\(arguments)")
        }
    }

    @Test("Patterns are expanded in the order of the names")
    func patterns() throws {
        let folder = try LeaningCorpora.folder()
        let named = try Program.run(["analyze", "--train", "train.jsonl", "--test", "test.jsonl"], in: folder)
        let pattern = try Program.run(["analyze", "--train", "trai?.json*", "--test", "t[e]st*"], in: folder)
        #expect(pattern.status == 0 && pattern.output == named.output)
        let none = try Program.run(["analyze", "--train", "no*", "--test", "test.jsonl"], in: folder)
        #expect(none.status == 2 && none.errors.contains("no*: error: there is no such file"))
    }

    @Test("Both sides cannot be standard input")
    func bothStandardInput() throws {
        let outcome = try Program.run(["analyze", "-", "-"], in: TemporaryFolder())
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("standard input"))
    }
}
