import Foundation
import TestSupport
import Testing
import TextShift

@testable import TextShiftCLI

@Suite("No errors, but said")
struct NoteTests {
    /// Analyses two files of `folder` by the library; what the program says of it beside the summary.
    private func notes(
        _ folder: TemporaryFolder, _ files: [String] = ["train.jsonl", "test.jsonl"],
        _ change: (inout AnalysisOptions) throws -> Void = { _ in }
    ) throws -> String {
        var options = AnalysisOptions()
        try change(&options)
        let analysis = try TextShift.analyze(train: folder.path(files[0]), test: folder.path(files[1]), options: options)
        return Notes(.english).lines(FittedCorpora(analysis.summary)).joined(separator: "\n")
    }

    @Test("They go to standard error, a line each, and without --output nothing is written")
    func program() throws {
        let train = LeaningCorpora.inserting("{\"id\": \"x\"}", into: LeaningCorpora.fewTrain)
        let folder = try LeaningCorpora.few(train: train)
        let before = try folder.contents()
        let outcome = try Program.run(["analyze", "train.jsonl", "test.jsonl", "--field", "text"], in: folder)
        #expect(outcome.status == 0)
        let said = try notes(folder) { $0.fields = [try FieldPath(parsing: "text")] }
        #expect(said.contains("\"text\" is missing in 1 row of train"))
        #expect(outcome.errors == said.split(separator: "\n").map { "note: \($0)\n" }.joined())
        #expect(try folder.contents() == before)
    }

    @Test("A named field that some rows lack")
    func missingInSomeRows() throws {
        let train = LeaningCorpora.inserting(
            "{\"id\": \"x\"}", into: LeaningCorpora.inserting("{\"text\": null}", into: LeaningCorpora.fewTrain))
        let test = LeaningCorpora.inserting("{\"id\": \"y\"}", into: LeaningCorpora.fewTest)
        let said = try notes(LeaningCorpora.few(train: train, test: test)) { $0.fields = [try FieldPath(parsing: "text")] }
        #expect(said.contains("\"text\" is missing in 2 rows of train"))
        #expect(said.contains("\"text\" is missing in 1 row"))
        #expect(said.contains("read as empty"))
    }

    @Test("fit says what analyze says, and that it was on a sample")
    func fit() throws {
        let train = LeaningCorpora.inserting("{\"id\": \"x\"}").enumerated().map {
            $1.replacing("}", with: ", \"lot\": \($0)}")
        }
        let folder = try LeaningCorpora.folder(train: train)
        let options = ["train.jsonl", "test.jsonl", "--field", "text", "--fit-rows", "30"]
        let analysis = try Program.run(["analyze"] + options, in: folder)
        let fit = try Program.run(["fit", "-m", "m.model"] + options, in: folder)
        #expect(fit.status == 0 && fit.errors.contains("note: field \"text\" is missing in 1 row of train; read as empty\n"))
        let lines = fit.errors.split(separator: "\n")
        #expect(lines.dropLast() == analysis.errors.split(separator: "\n")[...], "\(fit.errors)")
        #expect(
            lines.last?.wholeMatch(
                of: #/note: fitted on a sample of \d\d train rows and \d\d test rows \(--fit-rows, --fit-memory\)/#) != nil,
            "\(fit.errors)")
        let all = try Program.run(["fit", "train.jsonl", "test.jsonl", "-m", "n.model"], in: folder)
        #expect(!all.errors.contains("sample"))
        #expect(try Program.run(["fit", "-q", "--force", "-m", "m.model"] + options, in: folder).errors.isEmpty)
    }

    @Test("A table with semicolons is read, noted, and written with semicolons")
    func semicolons() throws {
        let folder = try TemporaryFolder()
        try folder.write(["id;text;label"] + (0..<4).map { "\($0);stone, bridge and river \($0);a" }, to: "train.csv")
        try folder.write(["id;text"] + (0..<4).map { "\($0);\"rocket; server \($0)\"" }, to: "test.csv")
        let outcome = try Program.run(["analyze", "train.csv", "test.csv", "--output", "out", "--write", "csv"], in: folder)
        #expect(
            outcome.status == 0 && outcome.errors.contains("train.csv: read as csv, with semicolons between cells"),
            "\(outcome.errors)")
        let lines = try folder.lines("out/train.weighted.csv")
        #expect(lines[0] == "id;text;label;sample_weight;p_test;cv_fold")
        #expect(lines[1].wholeMatch(of: #/0;stone, bridge and river 0;a;1\.0;0\.5;[0-4]/#) != nil, "\(lines[1])")
        #expect(try folder.read("out/report.json").contains("\"delimiter\" : \";\""))
        #expect(try Program.run(["split", "out", "--method", "top", "--output", "more"], in: folder).status == 0)
    }

    @Test("A .txt that may be a table is noted, with the way to read it as one")
    func tableCalledText() throws {
        let folder = try TemporaryFolder()
        func unicode(_ lines: [String]) -> [UInt8] {
            [0xFF, 0xFE]
                + lines.map { $0 + "\r\n" }.joined().utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        }
        try folder.write(unicode(["uhr\tsatz"] + (0..<4).map { "1\($0):30\t河 stone bridge \($0)" }), to: "train.txt")
        try folder.write((0..<4).map { "rocket server number \($0)" }, to: "test.txt")
        let said = try notes(folder, ["train.txt", "test.txt"])
        #expect(said.contains("train.txt: read as text, converted from UTF-16"), "\(said)")
        #expect(said.contains("\ntrain.txt: a line is one text, but each of the first lines has 1 tab: if this is a table"))
        #expect(said.contains("--format tsv") && !said.contains("\ntest.txt: a line"))
        try folder.write(unicode(["uhr\tsatz"] + (0..<4).map { "1\($0):30\trocket server \($0)" }), to: "test.txt")
        let table = try notes(folder, ["train.txt", "test.txt"]) { $0.format = .tsv }
        #expect(table.contains("fields used: satz;") && !table.contains(" tab:"), "\(table)")
    }

    @Test("Fields that --drop-shifted took away are not called used, by analyze and by fit")
    func droppedField() throws {
        func tagged(_ lines: [String], _ tag: String) -> [String] {
            lines.enumerated().map { $1.replacing("}", with: ", \"channel\": \"\(tag) \($0 % 30)\"}") }
        }
        let folder = try LeaningCorpora.folder(
            train: tagged(LeaningCorpora.train, "from the shop"), test: tagged(LeaningCorpora.test, "by the app"))
        func change(_ options: inout AnalysisOptions) throws {
            options.fields = try ["text", "channel"].map { try FieldPath(parsing: $0) }
            options.dropShifted = 0.97
        }
        var options = AnalysisOptions()
        try change(&options)
        let scorer = try TextShift.fit(train: [folder.path("train.jsonl")], test: [folder.path("test.jsonl")], options: options)
        let ofFit = Notes(.english).lines(try #require(scorer.corpora)).joined(separator: "\n")
        for said in [try notes(folder, ["train.jsonl", "test.jsonl"], change), ofFit] {
            #expect(said.hasPrefix("fields used: text; dropped: channel; left out: "), "\(said)")
        }
    }

    @Test("Fields of one side are listed with what else was left out, and why")
    func leftOut() throws {
        let test = LeaningCorpora.fewTest.map { $0.replacing("}", with: ", \"channel\": \"the web page\"}") }
        let said = try notes(LeaningCorpora.few(test: test))
        #expect(said.contains("fields used: text;"))
        #expect(said.contains("label (on one side only)"))
        #expect(said.contains("channel (on one side only)"))
        #expect(said.contains("id (a label or an id by its name)"))
    }

    @Test("Fewer groups than folds: the null model, explained", arguments: [false, true])
    func fewGroups(byKey: Bool) throws {
        let count = byKey ? LeaningCorpora.train.count : 4
        let train = LeaningCorpora.train.prefix(count).enumerated().map { $1.replacing("}", with: ", \"source\": \($0 % 6)}") }
        let test = LeaningCorpora.test.map { $0.replacing("}", with: ", \"source\": 7}") }
        let folder = try LeaningCorpora.analysed(train: train, test: test) {
            if byKey { ($0.folds, $0.groupKey) = (20, try FieldPath(parsing: "source")) }
        }
        let summary = try AnalysisFolder(folder.path("out")).summary
        let text = TerminalSummary(summary).text
        #expect(text.contains("too few groups for \(byKey ? 20 : 5) folds"))
        #expect(text.contains("\(byKey ? 6 : 4) groups in train"))
        #expect(text.contains("every weight is 1"))
        for line in try folder.lines("out/train.weighted.jsonl") {
            #expect(
                line.contains("\"sample_weight\": 1.0, \"p_test\": 0.5, \"cv_fold\": ")
                    || line.contains("\"sample_weight\": 1, \"p_test\": 0.5, \"cv_fold\": "))
        }
        #expect(summary.discriminator.verdict == .tooFewGroups)
    }

    @Test("Keys that are there already are replaced where that is asked for")
    func overwritingKeys() throws {
        let lines = ["{\"p_test\": 9, \"text\": \"river stone bridge cloud\", \"cv_fold\": \"x\", \"sample_weight\": 5}"]
        let folder = try LeaningCorpora.analysed(train: lines + LeaningCorpora.fewTrain, test: lines + LeaningCorpora.fewTest) {
            ($0.overwritesKeys, $0.folds) = (true, 64)
        }
        let train = try #require(folder.lines("out/train.weighted.jsonl").first)
        #expect(
            train.wholeMatch(
                of: #/{"text": "river stone bridge cloud", "sample_weight": 1(\.0)?, "p_test": 0\.5, "cv_fold": \d+}/#) != nil)
        // Of test only p_test is ours.
        let test = try #require(folder.lines("out/test.scored.jsonl").first)
        #expect(
            test.wholeMatch(of: #/{"text": "river stone bridge cloud", "cv_fold": "x", "sample_weight": 5, "p_test": 0\.5}/#)
                != nil)
    }

    @Test("A key of test that only train gets is no obstacle")
    func weightInTest() throws {
        let test = LeaningCorpora.inserting(
            "{\"text\": \"river stone bridge\", \"sample_weight\": 1}", into: LeaningCorpora.fewTest)
        _ = try LeaningCorpora.analysed(train: LeaningCorpora.fewTrain, test: test)
    }

    @Test("Names of fields reach the terminal without control characters")
    func hostileNames() throws {
        let line = "{\"text\": \"river stone\", \"a\\u001b[31m\\u202eb\\u0000\": 1}"
        let said = try notes(LeaningCorpora.few(train: LeaningCorpora.inserting(line, into: LeaningCorpora.fewTrain)))
        #expect(said.contains("a\u{FFFD}[31m\u{FFFD}b\u{FFFD} (on one side only)"))
        #expect(!said.unicodeScalars.contains { ["\u{1B}", "\u{202E}", "\u{0}"].contains($0) })
    }

    @Test("A plain text file is read as one document a line")
    func plainText() throws {
        let folder = try TemporaryFolder()
        try folder.write((0..<4).map { "river stone bridge \($0)" }, to: "train.jsonl")
        try folder.write((0..<4).map { "rocket server kernel \($0)" }, to: "test.txt")
        #expect(throws: (any Error).self, "a .jsonl file holds JSON") { try notes(folder, ["train.jsonl", "test.txt"]) }
        #expect(try notes(folder, ["train.jsonl", "test.txt"]) { $0.format = .plainText }.contains("fields used: text"))
    }
}
