import Foundation
import TestSupport
import Testing
import TextShift

@Suite("Corpora that mean harm, or look like it")
struct HostileCorpusTests {
    /// What no terminal gets: controls but line feeds, and what turns the direction of writing.
    private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A: false
        case 0...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// Texts as JSON spells them.
    private static let texts = [
        #"nul \u0000 in the middle"#, #"\u001b[2J\u001b]0;owned\u0007 red \u009b31m"#, #"lone \ud800 half and \udc00 half"#,
        #"\u202eback to front\u202c and \u2066isolated"#, "👩‍👩‍👧‍👦👩‍👩‍👧‍👦 family 🇨🇳🇨", "ภาษาไทยเป็นภาษาที่มีระดับเสียง", "ភាសាខ្មែរជាភាសាផ្លូវការ",
        "ひらがなとカタカナと漢字かな交じり文", "unassigned \u{378}\u{E0080} and private \u{E000}\u{10FFFD}", "=cmd|' /C calc'!A0",
        "<script>alert(1)</script> & \\\"quotes\\\"", "a" + String(repeating: "\u{301}\u{323}", count: 20_000),
        String(repeating: "x", count: 1_000_000), String(repeating: "中文", count: 100_000),
        String(repeating: " ", count: 100_000), "",
    ]

    private static func corpora() throws -> TemporaryFolder {
        func mixed(_ side: String, _ rows: [String]) -> [String] {
            let hostile = texts.enumerated().map {
                "{\"id\":\"\(side)-h\($0)\",\"text\":\"\($1)\",\"\\u001b[31mkey\":\"\\u001b[31mvalue that is long\"}"
            }
            return rows + hostile
        }
        return try LeaningCorpora.folder(train: mixed("train", LeaningCorpora.train), test: mixed("test", LeaningCorpora.test))
    }

    @Test("The run succeeds, and nothing that a terminal obeys is printed or written for people")
    func texts() throws {
        let folder = try Self.corpora()
        let outcome = try Program.run(["analyze", "train.jsonl", "test.jsonl", "--output", "out"], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        for shown in [outcome.output, outcome.errors, try folder.read("out/report.md")] {
            #expect(!shown.unicodeScalars.contains(where: Self.isObeyed))
        }
        let page = try folder.read("out/report.html")
        #expect(!page.unicodeScalars.contains { Self.isObeyed($0) && $0 != "\t" })
        #expect(!page.contains("<script>alert"))
        // Every row comes back with its own bytes and two members more.
        let rows = try folder.lines("train.jsonl")
        let weighted = try folder.lines("out/train.weighted.jsonl")
        #expect(weighted.count == rows.count)
        for (row, line) in zip(rows, weighted) {
            #expect(line.utf8.starts(with: row.utf8.prefix { $0 != UInt8(ascii: "}") }))
        }
        _ = try ReportJSON.decode(folder.read("out/report.json"))
    }

    @Test("Names of files, options and keys reach no terminal as they are")
    func errors() throws {
        let folder = try TemporaryFolder()
        let name = "evil \u{1B}[31m\nname\u{202E}.jsonl"
        try folder.write("{\"text\": \u{7F}}\n", to: name)
        for arguments in [
            [name, name], ["absent" + name, name], [name, name, "--weight", "\u{1B}[31m"], [name, name, "--\u{1B}[31m"],
            [name, name, "--group", "\u{1B}[31m"],
        ] {
            let outcome = try Program.run(["analyze"] + arguments, in: folder)
            #expect(outcome.status == 2)
            #expect(outcome.errors.contains("rror: ") && outcome.output.isEmpty)
            #expect(!outcome.errors.unicodeScalars.contains(where: Self.isObeyed), "\(outcome.errors.debugDescription)")
        }
    }

    @Test("Paths with blanks, newlines, quotes and symbolic links are read and written")
    func paths() throws {
        let folder = try LeaningCorpora.few()
        let train = "a b\n'c' \"d\" $e.jsonl"
        try folder.write(LeaningCorpora.fewTrain, to: train)
        try FileManager.default.createSymbolicLink(
            at: folder.url.appendingPathComponent("link.jsonl"),
            withDestinationURL: folder.url.appendingPathComponent("test.jsonl"))
        try folder.makeFolder("real")
        try FileManager.default.createSymbolicLink(
            at: folder.url.appendingPathComponent("out"), withDestinationURL: folder.url.appendingPathComponent("real"))
        let outcome = try Program.run(["analyze", train, "link.jsonl", "--output", "out/new\nline"], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try folder.lines("real/new\nline/train.weighted.jsonl").count == LeaningCorpora.fewTrain.count)
        #expect(try folder.lines("real/new\nline/test.scored.jsonl").count == LeaningCorpora.fewTest.count)
        #expect(try ReportJSON.decode(folder.read("real/new\nline/report.json")).inputs.train.files.count == 1)
    }

    @Test("A record may have 10⁵ keys, and values nested as deep as the parser goes; deeper is an error that says so")
    func shapes() throws {
        let keys = (0..<100_000).map { "\"k\($0)\":\($0)" }.joined(separator: ",")
        func nested(_ depth: Int) -> String {
            "{\"text\":\"deep\",\"x\":" + String(repeating: "[", count: depth) + String(repeating: "]", count: depth) + "}"
        }
        let good = try LeaningCorpora.few(train: LeaningCorpora.fewTrain + ["{\"text\":\"many keys\",\(keys)}", nested(1_000)])
        let outcome = try Program.run(["analyze", "train.jsonl", "test.jsonl", "--output", "out"], in: good)
        #expect(outcome.status == 0, "\(outcome.errors)")
        // Notes name a dozen of the fields.
        #expect(outcome.errors.utf8.count < 2_000)
        #expect(try good.lines("out/train.weighted.jsonl")[4].hasPrefix("{\"text\":\"many keys\",\(keys), \"sample_weight\": "))

        let bad = try Program.run(
            ["analyze", "train.jsonl", "test.jsonl"], in: LeaningCorpora.few(train: LeaningCorpora.fewTrain + [nested(100_000)])
        )
        #expect(bad.status == 2)
        #expect(bad.errors.hasPrefix("train.jsonl:5:"), "\(bad.errors)")
        #expect(bad.errors.split(separator: "\n").count == 1)
    }

    /// Memory does not follow what gzip expands to: 2 GB of blanks in 2 MB are refused for what they are, a line too long.
    @Test("A bomb of gzip is refused before it fills the memory", .enabled(if: Program.canLimitMemory))
    func bomb() throws {
        let folder = try LeaningCorpora.few()
        let outcome = try Program.shell(
            #"head -c 2000000000 /dev/zero | tr '\0' ' ' | gzip -1 > bomb.jsonl.gz; ulimit -v 3000000; "$0" analyze bomb.jsonl.gz test.jsonl"#,
            in: folder)
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("error: ") && outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
    }

    @Test("Memory that runs out is an error of one line, and leaves no results", .enabled(if: Program.canLimitMemory))
    func memory() throws {
        let folder = try LeaningCorpora.folder()
        let outcome = try Program.shell(
            #"ulimit -v 500000; "$0" analyze train.jsonl test.jsonl --output out --threads 1 --validation-size 10000000"#,
            in: folder)
        #expect(outcome.status == 2)
        #expect(outcome.errors.hasPrefix("error: out of memory; "), "\(outcome.errors)")
        #expect(outcome.errors.split(separator: "\n").count == 1)
        #expect(try !folder.contents().contains { $0.hasPrefix("out/") && !$0.hasPrefix("out/.") })
    }
}
