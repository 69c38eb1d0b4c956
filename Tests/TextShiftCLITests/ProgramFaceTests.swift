import Foundation
import TestSupport
import Testing

/// What a program gets that runs this one: two pipes in, figures by position out, and events.
@Suite("Run by another program")
struct ProgramFaceTests {
    private struct Line: Decodable {
        var side: String
        var first: Int?
        var rows: [Int]?
        var sample_weight: [Double]?
        var p_test: [Double]?
        var fold: [Int]?
        var group: [UInt64]?
    }

    private struct Event: Decodable {
        var event: String
        var stage: String?
        var text: String?
        var kind: String?
        var file: String?
        var line: Int?
    }

    private struct Row: Decodable {
        var id: String?
        var sample_weight: Double?
        var p_test: Double?
        var cv_fold: Int?
    }

    private func decoded<Value: Decodable>(_ name: String, in folder: TemporaryFolder) throws -> [Value] {
        try folder.lines(name).map { try JSONDecoder().decode(Value.self, from: Data($0.utf8)) }
    }

    @Test(
        "Two corpora through pipes give the figures of the files, whether memory holds them or not",
        arguments: ["", "--fit-rows 30", "--fit-rows 55"])
    func pipes(options: String) throws {
        let folder = try LeaningCorpora.folder()
        let outcome = try Program.shell(
            #"""
            set -e
            "$0" analyze train.jsonl test.jsonl \#(options) --output out --quiet
            mkfifo one two
            cat train.jsonl > one & cat test.jsonl > two &
            "$0" analyze one two \#(options) --report report.json --model model --figures - > figures
            """#, in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let lines: [Line] = try decoded("figures", in: folder)
        func all<Number>(_ side: String, _ member: (Line) -> [Number]?) -> [Number] {
            lines.filter { $0.side == side }.flatMap { member($0) ?? [] }
        }
        let train: [Row] = try decoded("out/train.weighted.jsonl", in: folder)
        let test: [Row] = try decoded("out/test.scored.jsonl", in: folder)
        #expect(all("train") { $0.sample_weight } == train.compactMap(\.sample_weight))
        #expect(all("train") { $0.p_test } == train.compactMap(\.p_test))
        #expect(all("test") { $0.p_test } == test.compactMap(\.p_test))
        let folds = all("train") { $0.fold } + all("test") { $0.fold }
        #expect(folds.count == train.count + test.count && all("train") { $0.group }.count == train.count)
        #expect(all("train") { $0.fold } == train.compactMap(\.cv_fold))
        // Which fold a test row was held out in is known of the rows of the fit.
        #expect(Set(folds).isSubset(of: options.isEmpty ? [0, 1, 2, 3, 4] : [-1, 0, 1, 2, 3, 4]))
        #expect(all("test") { $0.fold }.contains(-1) == (options == "--fit-rows 30"))
        let drawn: [Row] = try decoded("out/validation.jsonl", in: folder)
        #expect(all("validation") { $0.rows }.map { train[$0].id } == drawn.map(\.id))
        let remaining: [Row] = try decoded("out/train.remaining.jsonl", in: folder)
        #expect(all("remaining") { $0.rows }.map { train[$0].id } == remaining.map(\.id))
        #expect(all("remaining") { $0.sample_weight } == remaining.compactMap(\.sample_weight))
        #expect(
            try Data(contentsOf: folder.url.appending(path: "model"))
                == Data(contentsOf: folder.url.appending(path: "out/model.textshift")))
        // The reports differ in the names of files.
        let reports = try ["report.json", "out/report.json"].map { try folder.read($0) }.map {
            $0.replacing("\"one\"", with: "\"train.jsonl\"").replacing("\"two\"", with: "\"test.jsonl\"")
                .replacing(/"files" : \[\s*("[^\]"]*",?\s*)*\]/, with: "")
        }
        #expect(reports[0] == reports[1])
    }

    @Test("Rows of a group share a number, and others do not")
    func groups() throws {
        let folder = try LeaningCorpora.folder(train: LeaningCorpora.train + LeaningCorpora.train.prefix(10))
        #expect(
            try Program.run(["analyze", "train.jsonl", "test.jsonl", "--figures", "figures", "-q"], in: folder).status == 0)
        let lines: [Line] = try decoded("figures", in: folder)
        let groups = lines.filter { $0.side == "train" }.flatMap { $0.group ?? [] }
        let count = LeaningCorpora.train.count
        #expect(Array(groups[count...]) == Array(groups[..<10]) && Set(groups).count == count)
    }

    @Test("The positions of a split are those of its files")
    func split() throws {
        struct Part: Decodable {
            var validation: [Int]
            var validationWeights: [Double]?
            var remaining: [Int]
            var remainingWeights: [Double]
        }
        let folder = try LeaningCorpora.folder()
        for options in ["--method resample --seed 9", "--method weighted", "--method kfold --folds 3"] {
            let outcome = try Program.shell(
                #"""
                set -e
                [ -d out ] || "$0" analyze train.jsonl test.jsonl --output out --quiet
                "$0" split out \#(options) --output parts --force --figures positions --force
                """#, in: folder)
            #expect(outcome.status == 0, "\(outcome.errors)")
            let train: [Row] = try decoded("out/train.weighted.jsonl", in: folder)
            let parts: [Part] = try decoded("positions", in: folder)
            for (number, part) in parts.enumerated() {
                let names =
                    parts.count > 1
                    ? ["fold.\(number + 1).validation", "fold.\(number + 1).train"] : ["validation", "train.remaining"]
                let files: [[Row]] = try names.map { try decoded("parts/\($0).jsonl", in: folder) }
                // A file is in the order of train, but for what was drawn.
                let isDrawn = options.contains("resample")
                let rows = isDrawn ? part.validation : part.validation.sorted()
                #expect(rows.map { train[$0].id } == files[0].map(\.id))
                #expect(part.remaining.sorted().map { train[$0].id } == files[1].map(\.id))
                #expect(part.remainingWeights.sorted() == files[1].compactMap(\.sample_weight).sorted())
                #expect((part.validationWeights ?? []).sorted() == files[0].compactMap(\.sample_weight).sorted())
            }
        }
    }

    @Test("Stages, notes, and errors with their kind and place are events")
    func events() throws {
        let folder = try LeaningCorpora.folder()
        try folder.write(LeaningCorpora.inserting("{\"text\": 5,,}"), to: "bad.jsonl")
        for (arguments, status) in [
            ("train.jsonl test.jsonl --fit-rows 30 --figures f", 0), ("bad.jsonl test.jsonl", 2),
            ("nowhere.jsonl test.jsonl", 2),
            ("train.jsonl test.jsonl --folds 1", 2),
        ] {
            let outcome = try Program.shell(#""$0" analyze \#(arguments) --events 3 3>>events"#, in: folder)
            #expect(outcome.status == status)
        }
        let events: [Event] = try decoded("events", in: folder)
        #expect(events.first?.stage == "reading" && events.contains { $0.event == "progress" && $0.stage == "scoring" })
        #expect(events.contains { $0.event == "note" && $0.text?.hasPrefix("fields used") == true }, "\(events)")
        let errors = events.filter { $0.event == "error" }
        #expect(errors.map(\.kind) == ["notJSON", "fileMissing", "usage"])
        #expect(errors.map(\.file) == ["bad.jsonl", "nowhere.jsonl", nil])
        #expect(errors.first?.line == 4)
        let closed = try Program.shell(#""$0" analyze train.jsonl test.jsonl --events 9"#, in: folder)
        #expect(closed.status == 2 && closed.errors.contains("--events"))
    }

    @Test("Parts go to one standard output, and not beside a folder")
    func places() throws {
        let folder = try LeaningCorpora.few()
        let both = try Program.run(["analyze", "train.jsonl", "test.jsonl", "--report", "-", "--figures", "-"], in: folder)
        #expect(both.status == 2 && both.errors.contains("standard output"))
        let beside = try Program.run(["analyze", "train.jsonl", "test.jsonl", "--report", "r", "--output", "out"], in: folder)
        #expect(beside.status == 2 && beside.errors.contains("--figures"))
        let report = try Program.run(["analyze", "train.jsonl", "test.jsonl", "--report", "-"], in: folder)
        #expect(report.status == 0 && report.output.hasPrefix("{\n") && report.output.hasSuffix("}\n"))
        #expect(try folder.contents().sorted() == ["test.jsonl", "train.jsonl"])
    }

    @Test("One report goes where it is asked for")
    func report() throws {
        let folder = try LeaningCorpora.few()
        let made = try Program.shell(
            #""$0" analyze train.jsonl test.jsonl --output out -q && "$0" report out --output a.html && "$0" report out --output a.md"#,
            in: folder)
        #expect(made.status == 0, "\(made.errors)")
        #expect(
            try folder.read("a.html") == folder.read("out/report.html") && folder.read("a.md") == folder.read("out/report.md"))
        #expect(try Program.run(["report", "out", "--output", "a.html"], in: folder).status == 2)
        #expect(try Program.run(["report", "out", "--output", "a.pdf"], in: folder).errors.contains(".html"))
    }
}
