import Foundation
import TestSupport
import Testing

/// What the user has is not replaced by what is made from it, nor without being asked.
@Suite("Inputs are kept")
struct InputKeptTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try LeaningCorpora.analysed()
    }

    private func refused(_ arguments: [String], _ file: String, _ sentence: String) throws {
        let before = try folder.read(file)
        let outcome = try Program.run(arguments, in: folder)
        #expect(outcome.status == 2 && outcome.errors.contains(sentence), "\(arguments): \(outcome.status) \(outcome.errors)")
        #expect(try folder.read(file) == before, "\(arguments)")
        let hidden = try FileManager.default.contentsOfDirectory(atPath: folder.path("")).filter { $0.hasPrefix(".") }
        #expect(hidden.isEmpty, "\(arguments): \(hidden)")
    }

    private static let isInput = "the results are made from this file"
    private static let isThere = "the file is there already"

    @Test("--force replaces no file that the results are made from, whatever it is called")
    func forced() throws {
        try folder.makeFolder("next")
        try folder.write(try folder.read("train.jsonl"), to: "next/train.remaining.jsonl")
        let own = ["next/train.remaining.jsonl", "test.jsonl"]
        try refused(["analyze"] + own + ["-o", "next", "--force"], own[0], Self.isInput)
        try FileManager.default.createSymbolicLink(atPath: folder.path("link.jsonl"), withDestinationPath: "train.jsonl")
        try refused(["analyze", "train.jsonl", "test.jsonl", "--report", "link.jsonl", "--force"], "train.jsonl", Self.isInput)
        try refused(["fit", "train.jsonl", "test.jsonl", "--model", "test.jsonl", "--force"], "test.jsonl", Self.isInput)
        try folder.write((0..<60).map { "{\"id\": \"train-\($0)\", \"f1\": \(Double($0 % 4) / 4)}" }, to: "s.jsonl")
        for file in ["train.jsonl", "s.jsonl"] {
            try refused(["estimate", "out", "s.jsonl", "--quick", "--output", file, "--force"], file, Self.isInput)
        }
        try refused(
            ["diagnose", "out", "--label", "label", "--weights", "train.jsonl", "--force"], "train.jsonl", Self.isInput)
    }

    @Test("What split is to write does not replace the corpora of the analysis")
    func split() throws {
        try folder.makeFolder("parts")
        try folder.write(try folder.read("train.jsonl"), to: "parts/validation.jsonl")
        let analysed = try Program.run(["analyze", "parts/validation.jsonl", "test.jsonl", "-o", "second", "-q"], in: folder)
        #expect(analysed.status == 0, "\(analysed.errors)")
        try refused(["split", "second", "-o", "parts", "--force"], "parts/validation.jsonl", Self.isInput)
    }

    @Test("diagnose and check replace a file only with --force; check also that of an earlier run")
    func unasked() throws {
        try folder.write("mine\n", to: "mine.txt")
        try refused(["diagnose", "out", "--label", "label", "--weights", "mine.txt"], "mine.txt", Self.isThere)
        try refused(["check", "out", "--max-auc", "1", "--junit", "mine.txt"], "mine.txt", Self.isThere)
        for arguments in [[], [], ["--force"]] {
            let outcome = try Program.run(["check", "out", "--max-auc", "1", "--junit", "g.xml"] + arguments, in: folder)
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
        #expect(try Program.run(["check", "out", "--max-auc", "1", "--junit", "mine.txt", "--force"], in: folder).status == 0)
        #expect(try folder.read("mine.txt").contains("<testsuite "))
    }

    @Test("Two results have two places")
    func shared() throws {
        for places in [["--report", "x.json", "--figures", "./x.json"], ["--report", "-", "--model", "-"]] {
            let outcome = try Program.run(["analyze", "train.jsonl", "test.jsonl"] + places + ["--force"], in: folder)
            #expect(outcome.status == 2 && !FileManager.default.fileExists(atPath: folder.path("x.json")), "\(outcome.errors)")
        }
    }

    @Test("A pipe in the place of estimates.json is left as it is, and nobody waits for it")
    func pipe() throws {
        try folder.write((0..<60).map { "{\"id\": \"train-\($0)\", \"f1\": \(Double($0 % 4) / 4)}" }, to: "s.jsonl")
        #expect(mkfifo(folder.path("out/estimates.json"), 0o600) == 0)
        let outcome = try Program.run(["estimate", "out", "s.jsonl", "--quick", "--replicates", "20", "--force"], in: folder)
        #expect(outcome.status == 2 && outcome.errors.contains("out/estimates.json: error: something that is no regular file"))
    }
}
