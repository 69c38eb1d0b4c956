import Foundation
import TestSupport
import Testing
import TextShift

@Suite("No errors, but said")
struct NoteTests {
    /// Runs without an output folder; what was said on standard error, and the summary.
    private func run(_ arguments: [String] = [], in folder: TemporaryFolder) throws -> Program.Outcome {
        let before = try folder.contents()
        let outcome = try Program.run(["analyze", "train.jsonl", "test.jsonl"] + arguments, in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try folder.contents() == before, "without --output nothing is written")
        return outcome
    }

    @Test("A named field that some rows lack")
    func missingInSomeRows() throws {
        let train = LeaningCorpora.inserting("{\"id\": \"x\"}", into: LeaningCorpora.inserting("{\"text\": null}", into: LeaningCorpora.fewTrain))
        let test = LeaningCorpora.inserting("{\"id\": \"y\"}", into: LeaningCorpora.fewTest)
        let outcome = try run(["--field", "text"], in: LeaningCorpora.few(train: train, test: test))
        #expect(outcome.errors.contains("\"text\" is missing in 2 rows of train"))
        #expect(outcome.errors.contains("\"text\" is missing in 1 row"))
        #expect(outcome.errors.contains("read as empty"))
    }

    @Test("fit says what analyze says, and that it was on a sample")
    func fit() throws {
        let train = LeaningCorpora.inserting("{\"id\": \"x\"}").enumerated().map { $1.replacing("}", with: ", \"lot\": \($0)}") }
        let folder = try LeaningCorpora.folder(train: train)
        let options = ["train.jsonl", "test.jsonl", "--field", "text", "--fit-rows", "30"]
        let analysis = try Program.run(["analyze"] + options, in: folder)
        let fit = try Program.run(["fit", "-m", "m.model"] + options, in: folder)
        #expect(fit.status == 0 && fit.errors.contains("note: field \"text\" is missing in 1 row of train; read as empty\n"))
        let lines = fit.errors.split(separator: "\n")
        #expect(lines.dropLast() == analysis.errors.split(separator: "\n")[...], "\(fit.errors)")
        #expect(
            lines.last?.wholeMatch(
                of: #/note: fitted on a sample of \d\d train rows and \d\d test rows \(--fit-rows, --fit-memory\)/#) != nil, "\(fit.errors)")
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
        #expect(outcome.status == 0 && outcome.errors.contains("train.csv: read as csv, with semicolons between cells"), "\(outcome.errors)")
        #expect(try folder.lines("out/train.weighted.csv").prefix(2) == [
            "id;text;label;sample_weight;p_test", "0;stone, bridge and river 0;a;1.0;0.5",
        ])
        #expect(try folder.read("out/report.json").contains("\"delimiter\" : \";\""))
        #expect(try Program.run(["split", "out", "--method", "top", "--output", "more"], in: folder).status == 0)
    }

    @Test("A .txt that may be a table is noted, with the way to read it as one")
    func tableCalledText() throws {
        let folder = try TemporaryFolder()
        func unicode(_ lines: [String]) -> [UInt8] {
            [0xFF, 0xFE] + lines.map { $0 + "\r\n" }.joined().utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        }
        try folder.write(unicode(["id\ttext\tlabel"] + (0..<4).map { "\($0)\t河 stone bridge \($0)\ta" }), to: "train.txt")
        try folder.write((0..<4).map { "rocket server number \($0)" }, to: "test.txt")
        let outcome = try Program.run(["analyze", "train.txt", "test.txt"], in: folder)
        #expect(outcome.errors.contains("train.txt: read as text, converted from UTF-16"), "\(outcome.errors)")
        #expect(outcome.errors.contains("note: train.txt: a line is one text, but each of the first lines has 2 tabs: if this is a table"))
        #expect(outcome.errors.contains("--format tsv") && !outcome.errors.contains("note: test.txt: a line"))
        try folder.write(unicode(["id\ttext"] + (0..<4).map { "\($0)\trocket server \($0)" }), to: "test.txt")
        let table = try Program.run(["analyze", "train.txt", "test.txt", "--format", "tsv"], in: folder)
        #expect(table.status == 0 && table.errors.contains("fields used: text;") && !table.errors.contains("tabs"), "\(table.errors)")
    }

    @Test("Fields that --drop-shifted took away are not called used", arguments: [["analyze"], ["fit", "-m", "m.model"]])
    func droppedField(command: [String]) throws {
        func tagged(_ lines: [String], _ tag: String) -> [String] {
            lines.enumerated().map { $1.replacing("}", with: ", \"channel\": \"\(tag) \($0 % 30)\"}") }
        }
        let folder = try LeaningCorpora.folder(
            train: tagged(LeaningCorpora.train, "from the shop"), test: tagged(LeaningCorpora.test, "by the app"))
        let outcome = try Program.run(
            command + ["train.jsonl", "test.jsonl", "--field", "text", "--field", "channel", "--drop-shifted", "0.97"], in: folder)
        #expect(outcome.status == 0 && outcome.errors.contains("note: fields used: text; dropped: channel; left out: "), "\(outcome.errors)")
    }

    @Test("Fields of one side are listed with what else was left out, and why")
    func leftOut() throws {
        let test = LeaningCorpora.fewTest.map { $0.replacing("}", with: ", \"channel\": \"the web page\"}") }
        let outcome = try run(in: LeaningCorpora.few(test: test))
        #expect(outcome.errors.contains("fields used: text;"))
        #expect(outcome.errors.contains("label (on one side only)"))
        #expect(outcome.errors.contains("channel (on one side only)"))
        #expect(outcome.errors.contains("id (a label or an id by its name)"))
    }

    @Test("Fewer groups than folds: the null model, explained", arguments: [[], ["--folds", "20", "--group", "source"]])
    func fewGroups(arguments: [String]) throws {
        let count = arguments.isEmpty ? 4 : LeaningCorpora.train.count
        let train = LeaningCorpora.train.prefix(count).enumerated().map { $1.replacing("}", with: ", \"source\": \($0 % 6)}") }
        let test = LeaningCorpora.test.map { $0.replacing("}", with: ", \"source\": 7}") }
        let folder = try LeaningCorpora.folder(train: train, test: test)
        let outcome = try Program.run(
            ["analyze", "train.jsonl", "test.jsonl", "--output", "out"] + arguments, in: folder)
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("Too few groups for \(arguments.isEmpty ? 5 : 20) folds"))
        #expect(outcome.output.contains("\(arguments.isEmpty ? 4 : 6) groups in train"))
        #expect(outcome.output.contains("every weight is 1"))
        for line in try folder.lines("out/train.weighted.jsonl") {
            #expect(line.contains("\"sample_weight\": 1.0, \"p_test\": 0.5}") || line.contains("\"sample_weight\": 1, \"p_test\": 0.5}"))
        }
        #expect(try ReportJSON.decode(folder.read("out/report.json")).discriminator.verdict == .tooFewGroups)
    }

    @Test("Keys that are there already are replaced where that is asked for")
    func overwritingKeys() throws {
        let lines = ["{\"p_test\": 9, \"text\": \"river stone bridge cloud\", \"sample_weight\": 5}"]
        let folder = try LeaningCorpora.few(train: lines + LeaningCorpora.fewTrain, test: lines + LeaningCorpora.fewTest)
        let outcome = try Program.run(
            ["analyze", "train.jsonl", "test.jsonl", "--output", "out", "--overwrite-keys", "--folds", "64"], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let train = try #require(folder.lines("out/train.weighted.jsonl").first)
        #expect(train.wholeMatch(of: #/{"text": "river stone bridge cloud", "sample_weight": 1(\.0)?, "p_test": 0\.5}/#) != nil)
        // Of test only p_test is ours.
        let test = try #require(folder.lines("out/test.scored.jsonl").first)
        #expect(test.wholeMatch(of: #/{"text": "river stone bridge cloud", "sample_weight": 5, "p_test": 0\.5}/#) != nil)
    }

    @Test("A key of test that only train gets is no obstacle")
    func weightInTest() throws {
        let test = LeaningCorpora.inserting("{\"text\": \"river stone bridge\", \"sample_weight\": 1}", into: LeaningCorpora.fewTest)
        _ = try run(in: LeaningCorpora.few(test: test))
    }

    @Test("Names of fields reach the terminal without control characters")
    func hostileNames() throws {
        let line = "{\"text\": \"river stone\", \"a\\u001b[31m\\u202eb\\u0000\": 1}"
        let outcome = try run(in: LeaningCorpora.few(train: LeaningCorpora.inserting(line, into: LeaningCorpora.fewTrain)))
        #expect(outcome.errors.contains("a\u{FFFD}[31m\u{FFFD}b\u{FFFD} (on one side only)"))
        #expect(!outcome.errors.unicodeScalars.contains { ["\u{1B}", "\u{202E}", "\u{0}"].contains($0) })
    }

    @Test("A plain text file is read as one document a line")
    func plainText() throws {
        let folder = try TemporaryFolder()
        try folder.write((0..<4).map { "river stone bridge \($0)" }, to: "train.jsonl")
        try folder.write((0..<4).map { "rocket server kernel \($0)" }, to: "test.txt")
        let refused = try Program.run(["analyze", "train.jsonl", "test.txt"], in: folder)
        #expect(refused.status == 2, "a .jsonl file holds JSON")
        let outcome = try Program.run(["analyze", "train.jsonl", "test.txt", "--format", "text"], in: folder)
        #expect(outcome.status == 0)
        #expect(outcome.errors.contains("fields used: text"))
    }
}
