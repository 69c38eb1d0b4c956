import Foundation
import TestSupport
import Testing

/// Runs of every verb that writes JSON, with options that make each member appear and go; all it writes is held against
/// ``MemberTables``.
struct JSONRuns {
    var tables: MemberTables
    let folder: TemporaryFolder
    private let train: [[String: Any]]
    private let test: [[String: Any]]

    private static let records = "score, and the record files"

    init(_ tables: MemberTables) throws {
        self.tables = tables
        folder = try TemporaryFolder()
        train = Self.rows("train", 150, share: 0.3)
        test = Self.rows("test", 120, share: 0.7)
        try folder.write(train, to: "train.jsonl")
        try folder.write(test, to: "test.jsonl")
        try folder.write(Self.rows("same", 120, share: 0.3), to: "same.jsonl")
        try folder.write(Array(train.prefix(4)), to: "few.jsonl")
        try folder.write(Array(test.prefix(4)), to: "few-test.jsonl")
    }

    /// Rows of a text, a label that the text tells mostly, and for most of them a title.
    private static func rows(_ side: String, _ count: Int, share: Double) -> [[String: Any]] {
        var draws = LinearCongruential(name: side, salt: 7)
        let (common, rare) = (LeaningCorpora.common, LeaningCorpora.rare)
        func word(_ list: [String]) -> String { draws.element(of: list) }
        return (0..<count).map { row in
            let label = row % 2
            var words = (0..<7).map { _ in word(draws.uniform() < share ? rare : common) }
            if draws.uniform() < 0.8 { words.append(word(label == 1 ? ["splendid", "lovely"] : ["dreadful", "broken"])) }
            let text = words.joined(separator: " ") + " \(Int(draws.uniform() * 1e6))"
            var record: [String: Any] = ["id": "\(side)-\(row)", "text": text, "label": label]
            if row % 7 > 0 { record["title"] = "about \(word(common)) \(word(common)) \(word(common))" }
            return record
        }
    }

    /// Records about rows, by their identifiers.
    private func about(_ rows: [[String: Any]], _ members: (Int) -> [String: Any]) -> [[String: Any]] {
        rows.enumerated().map { row, record in members(row).merging(["id": record["id"] ?? ""]) { $1 } }
    }

    @discardableResult
    private func run(_ arguments: [String]) throws -> String {
        let outcome = try Program.run(arguments, in: folder)
        #expect(outcome.status == 0, "\(arguments): \(outcome.errors)")
        return outcome.output
    }

    private mutating func analyze(_ name: String, _ arguments: [String]) throws {
        try run(["analyze"] + arguments + ["--output", name, "--quiet"])
        for file in ["report.json", "timings.json"] { try tables.hold(folder.read("\(name)/\(file)"), file) }
    }

    mutating func analyses() throws {
        let pair = ["train.jsonl", "test.jsonl"]
        try analyze("shift", pair)
        try folder.write([["id": "train-1", "file": "train.jsonl", "line": 2, "mark": "drop"]], to: "review.jsonl")
        try analyze(
            "options",
            pair + ["--field", "text", "--field", "title", "--group", "title", "--id", "id", "--label", "label"]
                + ["--export", "vw", "--exclude", "review.jsonl", "--validation-size", "30", "--permutations", "2"])
        try analyze("classes", pair + ["--weight", "class-prior", "--label", "label"])
        // One row of a class that test has much of, as good predictions say: it carries most of the weight.
        func kinds(_ rows: [[String: Any]], _ isRare: (Int) -> Bool, _ key: String) -> [[String: Any]] {
            rows.enumerated().map { row, record in record.merging([key: isRare(row) ? "rare" : "usual"]) { $1 } }
        }
        try folder.write(kinds(train, { $0 == 0 }, "kind"), to: "kinds.jsonl")
        try folder.write(kinds(train, { $0 == 0 }, "prediction"), to: "kinds-train.jsonl")
        try folder.write(kinds(test, { $0 % 2 == 0 }, "prediction"), to: "kinds-test.jsonl")
        try analyze(
            "heavy",
            ["kinds.jsonl", "test.jsonl", "--weight", "class-prior", "--label", "kind"]
                + ["--predictions", "kinds-train.jsonl", "--test-predictions", "kinds-test.jsonl"])
        // Predictions that are never sure of a class: black-box shift estimation has no answer.
        func unsure(_ rows: [[String: Any]], _ isHigh: (Int) -> Bool) -> [[String: Any]] {
            about(rows) { ["probabilities": isHigh($0) ? ["rare": 0.3, "usual": 0.7] : ["rare": 0.02, "usual": 0.98]] }
        }
        try folder.write(kinds(train, { $0 < 10 }, "kind"), to: "unsure.jsonl")
        try folder.write(unsure(train) { $0 < 40 }, to: "unsure-train.jsonl")
        try folder.write(unsure(test) { $0 % 2 == 0 }, to: "unsure-test.jsonl")
        try analyze(
            "unsure",
            ["unsure.jsonl", "test.jsonl", "--weight", "class-prior", "--label", "kind"]
                + ["--predictions", "unsure-train.jsonl", "--test-predictions", "unsure-test.jsonl"])
        // A class of one row, which a small pool may lack.
        try folder.write(train.prefix(60) + [["id": "far", "text": test[0]["text"] ?? "", "label": 7]], to: "rare-label.jsonl")
        try analyze("stratified", ["rare-label.jsonl", "test.jsonl", "--stratify", "label", "--pool", "0.1"])
        try analyze("dropped", pair + ["--drop-shifted", "0.55"])
        try analyze("terms", pair + ["--field", "text", "--drop-shifted", "0.6"])
        try analyze("none", ["train.jsonl", "same.jsonl"])
        try analyze("few", ["few.jsonl", "few-test.jsonl"])
        try analyze("sample", pair + ["--fit-rows", "60"])
        for name in ["shift", "sample"] {
            for file in ["train.weighted", "train.remaining", "test.scored", "validation"] {
                try tables.holdLines(folder.read("\(name)/\(file).jsonl"), Self.records)
            }
        }
        // A stock text and a word that train lacks.
        try folder.write(
            test.map { $0.merging(["text": "unheard " + ($0["text"] as? String ?? "")]) { $1 } }
                + (0..<40).map { ["id": "stock-\($0)", "text": "We will get back to you within three days."] },
            to: "unheard.jsonl")
        try analyze("unsupported", ["train.jsonl", "unheard.jsonl"])
        // Test holds what train does and what it hardly does: the true ratio is bounded, and the calibration stays.
        try folder.write(Self.rows("train", 300, share: 0.05) + Self.rows("more", 20, share: 0.9), to: "mixed.jsonl")
        try folder.write(Self.rows("test", 150, share: 0.05) + Self.rows("other", 150, share: 0.95), to: "mixed-test.jsonl")
        try analyze("calibrated", ["mixed.jsonl", "mixed-test.jsonl"])
        // Short texts without identifiers, in two files; and a document on one line.
        let short = [train, test].map { side in
            side.map { ["text": ($0["text"] as? String ?? "").split(separator: " ").prefix(3).joined(separator: " ")] }
        }
        try folder.write(short[0], to: "short.jsonl")
        try folder.write(short[1], to: "short-test.jsonl")
        try analyze("short", ["--train", "few.jsonl", "--train", "short.jsonl", "--test", "short-test.jsonl"])
        for (name, rows) in [("train", train), ("test", test)] {
            let paragraphs: [[String: Any]] = rows.map {
                ["context": $0["text"] ?? "", "qas": [["id": $0["id"] ?? "", "question": "What is this about?"]]]
            }
            try folder.write([["data": [["paragraphs": paragraphs]]]], to: "\(name).json")
        }
        try analyze("document", ["train.json", "test.json", "--field", "context"])
        // A table with semicolons between its cells, and plain text that may be one with tabs.
        for (name, rows) in [("train", train), ("test", test)] {
            let cells = rows.map { ($0["id"] as? String ?? "", $0["text"] as? String ?? "") }
            try folder.write(["id;text"] + cells.map { "\($0);\($1)" }, to: "\(name).csv")
            try folder.write(cells.map { "\($0)\t\($1)" }, to: "\(name).txt")
        }
        try analyze("table", ["train.csv", "test.csv", "--weight", "clip:1"])
        try analyze("text", ["train.txt", "test.txt"])
        // Rows that end early, no header, a delimiter of its own, Windows' encoding; numbers where texts are.
        for (name, rows) in [("train", train), ("test", test)] {
            let texts = rows.map { $0["text"] as? String ?? "" }
            let cells = ["1_!_caf\u{E9}_!_x", "2_!_short"] + texts.map { "3_!_\($0)_!_x" }
            let latin = cells.map { $0.replacing("\u{E9}", with: "e") + "\n" }.joined()
            try folder.write(latin, to: "\(name).dat")
            try folder.write([["text": 5]] + texts.map { ["text": $0] }, to: "\(name).numbers.jsonl")
            try folder.write(texts.map { "{\n\"text\": \"\($0)\"\n}" }, to: "\(name).pretty.json")
            #expect(try Program.shell("gzip -k \(name).pretty.json", in: folder).status == 0)
            try folder.write(["id,text,more", "7,short"] + texts.map { "8,\($0),x" }, to: "\(name).ragged.csv")
        }
        try analyze(
            "read",
            [
                "train.dat", "test.dat", "--delimiter", "_!_", "--no-header", "--encoding", "windows-1252", "--max-record",
                "1MiB",
            ]
                + ["--field", "2"])
        try analyze("numbers", ["train.numbers.jsonl", "test.numbers.jsonl", "--field", "text"])
        try analyze("packed", ["train.pretty.json.gz", "test.pretty.json.gz"])
        try analyze("ragged", ["train.ragged.csv", "test.ragged.csv"])
        // Documents of three sentences.
        for (name, rows) in [("train", train), ("test", test)] {
            let sentences = rows.enumerated().map { row, record in
                (row % 3 == 0 ? "-DOCSTART- O\n\n" : "")
                    + (record["text"] as? String ?? "").split(separator: " ").map { "\($0) O\n" }.joined()
            }
            try folder.write(sentences, to: "\(name).conll")
        }
        try analyze("documents", ["train.conll", "test.conll"])
        try repetitions()
        try forms()
        try analyze("duplicates", pair + ["--group", "none"])
    }

    /// Texts that one side has escaped, in two files; and sentences of documents that share names.
    private mutating func forms() throws {
        for (name, rows) in [("train", train), ("test", test)] {
            let escaped = rows.map { row -> [String: Any] in
                let text = row["text"] as? String ?? ""
                return [
                    "text": name == "test" ? "it&#39;s \(text)\n" : "it's \(text)", "label": row["label"] ?? 0,
                ]
            }
            try folder.write(Array(escaped.prefix(20)), to: "escaped-first-\(name).jsonl")
            try folder.write(Array(escaped.dropFirst(20)), to: "escaped-\(name).jsonl")
            let sentences = (0..<150).map { row -> [String: Any] in
                [
                    "text": (0..<4).map { "\(name)\(row / 3)name\($0)" }.joined(separator: " ")
                        + " \(rows[row % rows.count]["text"] ?? "")"
                ]
            }
            try folder.write(sentences, to: "documents-\(name).jsonl")
        }
        try analyze(
            "escaped",
            ["--train", "escaped-first-train.jsonl", "--train", "escaped-train.jsonl", "--test", "escaped-first-test.jsonl"]
                + ["--test", "escaped-test.jsonl"])
        try analyze(
            "unescaped", ["escaped-train.jsonl", "escaped-test.jsonl", "--ignore-form", "escapes", "--ignore-form", "surface"])
        // Halves of one corpus, of which one ends its texts in a line's end.
        for (name, rows, end) in [("plain", train.prefix(75), ""), ("ended", train.suffix(75), "\n")] {
            try folder.write(rows.map { ["text": ($0["text"] as? String ?? "") + end] }, to: "\(name).jsonl")
        }
        try analyze("ended", ["plain.jsonl", "ended.jsonl"])
        try analyze("clusters", ["documents-train.jsonl", "documents-test.jsonl"])
    }

    /// Threads whose posts resemble one another, a number that repeats, stock texts, blank ones; and queries that cross passages.
    private mutating func repetitions() throws {
        var draws = LinearCongruential(name: "repetitions", salt: 11)
        func words(_ count: Int) -> String {
            (0..<count).map { _ in "\(LeaningCorpora.common[0])\(Int(draws.uniform() * 900))" }.joined(separator: " ")
        }
        func posts(_ threads: Int, from: Int, key: String) -> [[String: Any]] {
            (0..<threads).flatMap { thread -> [[String: Any]] in
                let own = words(6)
                return (0..<2).map { post in
                    let number = 2 * thread + post
                    let text = number % 15 == 0 ? "nothing to add to this today" : number % 80 == 1 ? "" : words(7) + " " + own
                    return [key: text, "thread": from + thread, "code": Int(draws.uniform() * 130), "note": words(6)]
                }
            }
        }
        try folder.write(posts(130, from: 0, key: "text"), to: "posts.jsonl")
        try folder.write(posts(120, from: 5000, key: "body"), to: "posts-test.jsonl")
        try analyze("posts", ["posts.jsonl", "posts-test.jsonl", "--ignore-field", "note", "--test-field", "text=body"])
        for (name, count) in [("crossed", 200), ("crossed-test", 120)] {
            let (queries, passages) = ((0..<12).map { _ in words(8) }, (0..<40).map { _ in words(20) })
            try folder.write(
                (0..<count).map { _ in
                    ["query": draws.element(of: queries), "passage": draws.element(of: passages)] as [String: Any]
                },
                to: "\(name).jsonl")
        }
        try analyze("crossed", ["crossed.jsonl", "crossed-test.jsonl"])
    }

    mutating func estimates() throws {
        func hit(_ row: Int) -> Int { row % 5 == 0 ? 0 : 1 }
        try folder.write(about(train) { ["accuracy": hit($0), "sure": hit($0) == 1 ? 0.9 : 0.6] }, to: "one.jsonl")
        let models =
            about(train) { ["accuracy": hit($0), "model": "a"] } + about(train) { ["accuracy": $0 % 2, "model": "b"] }
        try folder.write(models, to: "two.jsonl")
        try folder.write(about(train) { ["prediction": hit($0), "p": Double($0 % 10) / 10 + 0.05] }, to: "labels.jsonl")
        try folder.write(
            about(train) { ["p": ["0": 0.3 + 0.4 * Double($0 % 2), "1": 0.7 - 0.4 * Double($0 % 2)]] }, to: "chances.jsonl")
        try folder.write(
            about(test) { ["p": [0.25 + 0.5 * Double($0 % 2), 0.75 - 0.5 * Double($0 % 2)]] }, to: "test-chances.jsonl")
        try folder.write(about(test) { ["sure": 0.5 + Double($0 % 50) / 100] }, to: "test-sure.jsonl")
        try folder.write(try folder.lines("shift/validation.jsonl").indices.map { ["accuracy": hit($0)] }, to: "drawn.jsonl")
        try folder.write(about(Array(test.prefix(20))) { ["constant": 2.5 + Double($0)] }, to: "constant.jsonl")
        try folder.write(about(Array(test.prefix(20))) { ["accuracy": hit($0)] }, to: "labelled.jsonl")
        try folder.write(about(train) { ["constant": 2.5, "cv_fold": $0 % 5] }, to: "folded.jsonl")
        let one = ["one.jsonl", "--metric", "accuracy"]
        func dated(_ row: Int) -> [String: Any] { ["when": "2024-0\(row % 5 + 1)-11"] }
        let dates = train.enumerated().map { $1.merging(dated($0)) { $1 } }
        try folder.write(dates, to: "dated.jsonl")
        try folder.write(dates.enumerated().map { $1.merging(["site": "s\($0 % 2)"]) { $1 } }, to: "sited.jsonl")
        try folder.write(train.enumerated().map { $1.merging(["site": "s\($0 % 5)"]) { $1 } }, to: "sites.jsonl")
        for name in ["dated", "sited", "sites"] { try analyze(name, ["\(name).jsonl", "test.jsonl"]) }
        // Without a shift enough effective rows are left for an interval.
        try analyze("dates", ["dated.jsonl", "same.jsonl"])
        try folder.write((0..<20).map { ["id": "same-\($0)", "accuracy": hit($0)] }, to: "labelled-same.jsonl")
        for arguments in [
            ["shift", "two.jsonl"], ["sample"] + one, ["none"] + one, ["shift", "drawn.jsonl", "--drawn"],
            ["shift", "labels.jsonl", "--label", "label", "--prediction", "prediction"]
                + ["--probability", "p", "--positive", "1"],
            ["shift"] + one + ["--confidence", "sure", "--test-confidences", "test-sure.jsonl"],
            ["shift"] + one + ["--confidence", "sure", "--test-confidences", "test-sure.jsonl"]
                + ["--labelled-test", "labelled.jsonl"],
            ["shift", "chances.jsonl", "--probabilities", "p", "--test-confidences", "test-chances.jsonl"],
            ["shift"] + one + ["--labelled-test", "labelled.jsonl"],
            ["shift", "folded.jsonl", "--metric", "constant", "--labelled-test", "constant.jsonl"],
            ["shift"] + one + ["--refit-bootstrap", "2", "--quick"],
            ["dated"] + one, ["sites"] + one, ["sited"] + one + ["--by", "site"],
            ["sited"] + one + ["--by", "when", "--period", "month"],
            ["dates"] + one + ["--by", "when", "--period", "month"],
            ["dates"] + one + ["--labelled-test", "labelled-same.jsonl"],
            ["shift", "folded.jsonl", "--metric", "constant", "--quick"],
        ] {
            // Worlds once: without optimisation they take long.
            let isQuick = arguments[0] != "none" && !arguments.contains("--quick")
            try run(["estimate"] + arguments + ["--force"] + (isQuick ? ["--quick"] : []))
            try tables.hold(folder.read("\(arguments[0])/estimates.json"), "estimates.json")
        }
    }

    mutating func splits() throws {
        for (method, more) in [("resample", ["--compare"]), ("kfold", []), ("weighted", ["--compare"])] {
            try run(["split", method == "weighted" ? "stratified" : "shift", "--method", method, "--output", method] + more)
            try tables.hold(folder.read("\(method)/split.json"), "split.json")
        }
        try run(["split", "shift", "--method", "label-first", "-n", "20", "--output", "to-label"])
        try tables.holdLines(folder.read("to-label/label-first.jsonl"), "label-first.jsonl")
    }

    mutating func diagnoses() throws {
        // Classes that no text tells, and a label that is a list.
        try folder.write(
            train.enumerated().map { row, record in record.merging(["label": row % 10 == 3 ? "rare" : "often"]) { $1 } },
            to:
                "unlearnt.jsonl")
        try folder.write(test.map { $0.filter { $0.key != "label" } }, to: "unlabelled.jsonl")
        try analyze("unlearnt", ["unlearnt.jsonl", "unlabelled.jsonl"])
        for (name, rows) in [("lists", train), ("lists-test", test)] {
            try folder.write(rows.map { $0.merging(["answers": ["a", "b"]]) { $1 } }, to: "\(name).jsonl")
        }
        try analyze("lists", ["lists.jsonl", "lists-test.jsonl"])
        for (analysis, label, labelled) in [
            ("shift", "label", nil), ("shift", "label", "test.jsonl"), ("none", "label", "same.jsonl"),
            ("few", "label", "few-test.jsonl"), ("unlearnt", "label", nil), ("escaped", "label", nil),
            ("lists", "answers", "lists-test.jsonl"),
        ] {
            let more = labelled.map { ["--labelled-test", $0] } ?? []
            try tables.hold(run(["diagnose", analysis, "--label", label, "--json"] + more), "diagnose --json")
        }
    }

    mutating func audits() throws {
        for more in [["--label", "label"], ["--like", "shift"]] {
            try tables.hold(run(["audit", "train.jsonl", "--draws", "1", "--json"] + more), "audit --json")
        }
    }

    /// What has no document of its own: lines on standard output, and models.
    mutating func streams() throws {
        try folder.write(about(train) { ["score": Double($0 % 10) / 10] }, to: "calibration.jsonl")
        try folder.write([["id": "test-1", "scores": ["yes": 0.1, "no": 0.9]]], to: "candidates.jsonl")
        try folder.write((0..<150).map { ["row": $0, "score": Double($0 % 10) / 10] }, to: "by-row.jsonl")
        for arguments in [
            ["shift", "calibration.jsonl", "--test-scores", "candidates.jsonl"], ["short", "by-row.jsonl"],
            ["shift", "calibration.jsonl", "--alpha", "0.0001"],
        ] {
            try tables.holdLines(run(["conformal"] + arguments + ["--quiet"]), "conformal")
        }
        for more in [[], ["--only-scores"]] {
            try tables.holdLines(run(["score", "--model", "shift/model.textshift", "test.jsonl"] + more), Self.records)
        }
        try tables.holdLines(run(["hash", "--field", "text", "test.jsonl"]), "hash")
        for name in ["shift", "options", "short", "few"] {
            try tables.hold(run(["model", "\(name)/model.textshift", "--json"]), "model --json")
        }
    }
}
