import Foundation
import TestSupport
import Testing
import TextShift

@Suite("check, estimate and split as a user runs them")
struct CheckTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try LeaningCorpora.analysed()
    }

    @Test("A limit that is kept, and one that is not: exit 1 with the reason, JUnit and a table")
    func gates() throws {
        let good = try Program.run(["check", "out", "--max-auc", "1", "--min-ess", "1%"], in: folder)
        #expect(good.status == 0 && good.errors.isEmpty)
        #expect(good.output.hasPrefix("| gate | found | limit | result |\n|---|---|---|---|\n| max-auc |"))
        let bad = try Program.run(
            ["check", "out", "--min-ess", "1000", "--max-no-support", "1", "--junit", "g.xml"], in: folder)
        #expect(bad.status == 1)
        #expect(bad.output.contains("**fail**") && bad.output.contains("| pass |"))
        #expect(bad.errors.hasPrefix("error: min-ess: ") && bad.errors.contains("expected at least 1000 rows"))
        // Both documents, one after the other, whatever standard output is.
        let shared = try Program.run(["check", "out", "--min-ess", "1000", "--junit", "/dev/stdout"], in: folder).output
        #expect(shared.contains("<testsuites") && shared.contains("</testsuites>\n| gate |") && shared.hasSuffix(" |\n"))
        let chinese = try Program.run(["check", "out", "--min-ess", "1000", "--language", "zh"], in: folder)
        #expect(chinese.status == 1 && chinese.output.hasPrefix("| 门槛 | 实测 | 限值 | 结果 |"))
        #expect(chinese.errors.contains("应为至少 1000 条"), "\(chinese.errors)")
        let xml = try folder.read("g.xml")
        #expect(xml.contains("<testsuites tests=\"2\" failures=\"1\">") && xml.contains("<failure type=\"min-ess\""))
        #expect(XMLSanity.isBalanced(xml))
    }

    @Test(
        "A folder and scores that cannot be used: exit 2, and nothing is written",
        arguments: [
            (["check", "nowhere", "--max-auc", "0.7"], "nowhere/report.json: error: "),
            (["estimate", "out", "train.jsonl", "--metric", "f1"], "train.jsonl: error: "),
        ])
    func refused(arguments: [String], said: String) throws {
        let files = try folder.contents()
        let outcome = try Program.run(arguments, in: folder)
        #expect(outcome.status == 2)
        #expect(outcome.errors.hasPrefix(said), "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
        #expect(try folder.contents() == files)
    }

    @Test("An input that has moved: the option that says where it is")
    func moved() throws {
        try FileManager.default.moveItem(
            at: folder.url.appendingPathComponent("train.jsonl"), to: folder.url.appendingPathComponent("moved.jsonl"))
        try folder.write("{\"id\": \"train-1\", \"f1\": 0.5}\n", to: "s.jsonl")
        let lost = try Program.run(["estimate", "out", "s.jsonl"], in: folder)
        #expect(lost.status == 2 && lost.errors.contains("there is no such file any more") && lost.errors.contains("--train"))
        #expect(try Program.run(["estimate", "out", "s.jsonl", "--train", "moved.jsonl", "--quick"], in: folder).status == 0)
    }

    @Test("A corpus of several files is named whole")
    func severalFiles() throws {
        try folder.write(Array(LeaningCorpora.train[..<30]), to: "a.jsonl")
        try folder.write(Array(LeaningCorpora.train[30...]), to: "b.jsonl")
        let analysis = try Program.run(
            ["analyze", "--train", "a.jsonl", "--train", "b.jsonl", "--test", "test.jsonl", "--output", "two", "-q"], in: folder
        )
        #expect(analysis.status == 0)
        try folder.write("{\"id\": \"other\", \"f1\": 0.5}\n", to: "s.jsonl")
        let unknown = try Program.run(["estimate", "two", "s.jsonl"], in: folder)
        #expect(unknown.errors.firstMatch(of: /no row of \S*a\.jsonl, \S*b\.jsonl has/) != nil, "\(unknown.errors)")
        try folder.write("{\"f1\": 0.5}\n", to: "s.jsonl")
        let few = try Program.run(["estimate", "two", "s.jsonl"], in: folder)
        #expect(few.errors.firstMatch(of: /expected 60 rows as in \S*a\.jsonl, \S*b\.jsonl/) != nil, "\(few.errors)")
        let check = try Program.run(["check", "two", "--max-auc", "1", "--junit", "test.jsonl/x.xml"], in: folder)
        #expect(
            check.status == 2 && check.errors.hasPrefix("test.jsonl/x.xml: error: cannot be made")
                && !check.errors.contains("--output"))
    }

    @Test("An estimate is printed and written")
    func estimate() throws {
        try folder.write((0..<60).map { "{\"id\": \"train-\($0)\", \"f1\": \(Double($0 % 4) / 4)}" }, to: "s.jsonl")
        let outcome = try Program.run(["estimate", "out", "s.jsonl", "--replicates", "50", "--quick"], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("f1\n  recommended ") && outcome.output.contains("\n  unweighted        0.3750"))
        #expect(try folder.read("out/estimates.json").contains("\"joinedBy\" : \"id:id\""))
        let chinese = try Program.run(
            ["estimate", "out", "s.jsonl", "--replicates", "50", "--quick", "--language", "zh"], in: folder
        )
        .output
        #expect(chinese.contains("f1\n  推荐 ") && chinese.contains("\n  不加权            0.3750"), "\(chinese)")
        #expect(
            Self.englishWords(chinese).subtracting([
                "textshift", "p", "y", "x", "refit", "bootstrap", "weight", "relative", "group", "f1", "confidence",
                "confidences", "test", "KEY", "FILE",
            ]).isEmpty, "\(chinese)")
        // 1 is 1.0, as tables have it; what is no label at all is said.
        try folder.write(["id,label,prediction"] + (0..<60).map { "train-\($0),1,\($0 % 4 == 0 ? 0 : 1).0" }, to: "s.csv")
        let classes = try Program.run(["estimate", "out", "s.csv", "--replicates", "50", "--quick", "--force"], in: folder)
            .output
        #expect(classes.contains("accuracy\n  recommended ") && classes.contains("\n  unweighted        0.7500"), "\(classes)")
        for (cell, said) in [("0.73", "\"0.73\", which are no labels: those are \"1\""), ("", "\"prediction\" is missing")] {
            try folder.write(["id,label,prediction"] + (0..<60).map { "train-\($0),1,\(cell)" }, to: "s.csv")
            let refused = try Program.run(["estimate", "out", "s.csv"], in: folder)
            #expect(refused.status == 2 && refused.errors.contains(said), "\(refused.errors)")
        }
        let split = try Program.run(["split", "out", "--method", "kfold", "--folds", "3", "--output", "folds"], in: folder)
        #expect(split.status == 0, "\(split.errors)")
        #expect(try folder.contents().filter { $0.hasPrefix("folds/") }.count == 8)
        let compared = try Program.run(["split", "out", "--compare", "--language", "zh"], in: folder).output
        #expect(compared.hasPrefix("集合                 样本   不重复   有效样本"), "\(compared)")
    }

    @Test("Estimates of another model never take the place of earlier ones unasked")
    func earlierEstimates() throws {
        for (name, value) in [("a.jsonl", 0.5), ("b.jsonl", 0.25)] {
            try folder.write((0..<60).map { "{\"id\": \"train-\($0)\", \"f1\": \(value + Double($0 % 4) / 8)}" }, to: name)
        }
        func run(_ arguments: [String]) throws -> Program.Outcome {
            try Program.run(["estimate", "out"] + arguments + ["--replicates", "50", "--quick"], in: folder)
        }
        #expect(try run(["a.jsonl"]).status == 0)
        let first = try folder.read("out/estimates.json")
        #expect(try run(["a.jsonl"]).status == 0, "the same again is no loss")
        let other = try run(["b.jsonl"])
        #expect(
            other.status == 2 && other.output.contains("unweighted        0.4375"), "what was found is shown: \(other.output)")
        #expect(
            other.errors.hasPrefix("out/estimates.json: error: the file holds other estimates already")
                && other.errors.contains("--output")
                && other.errors.contains("--force"), "\(other.errors)")
        #expect(try folder.read("out/estimates.json") == first)
        #expect(try run(["b.jsonl", "--output", "made/b.json", "-q"]).status == 0)
        #expect(try folder.read("made/b.json").contains("\"name\" : \"b.jsonl\""))
        #expect(try folder.read("out/estimates.json") == first)
        #expect(try run(["b.jsonl", "--force"]).status == 0)
        #expect(try folder.read("out/estimates.json") == folder.read("made/b.json"))
        let early = try run(["none.jsonl", "--output", "test.jsonl/b.json"])
        #expect(early.status == 2 && early.errors.hasPrefix("test.jsonl/b.json: error: cannot be made"), "\(early.errors)")
    }

    /// What a translation left out.
    private static func englishWords(_ text: String) -> Set<String> {
        Set(text.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }.map(String.init).filter { Double($0) == nil })
    }
}

/// Whether every element of a small XML document is closed.
private enum XMLSanity {
    static func isBalanced(_ text: String) -> Bool {
        var open: [Substring] = []
        for tag in text.matches(of: /<(\/?)([a-z]+)[^>]*?(\/?)>/) {
            if !tag.output.1.isEmpty {
                guard open.popLast() == tag.output.2 else { return false }
            } else if tag.output.3.isEmpty {
                open.append(tag.output.2)
            }
        }
        return open.isEmpty
    }
}
