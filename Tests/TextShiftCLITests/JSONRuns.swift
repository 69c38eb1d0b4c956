import Foundation
import Testing

/// Runs of every verb that writes JSON, with options that make each member appear and go; all it writes is held against
/// ``MemberTables``.
struct JSONRuns {
    private(set) var tables: MemberTables
    private let folder: TemporaryFolder
    private let train: [[String: Any]]
    private let test: [[String: Any]]

    private static let records = "score, and the record files"

    init(_ tables: MemberTables) throws {
        self.tables = tables
        folder = try TemporaryFolder()
        train = Self.rows("train", 150, share: 0.3)
        test = Self.rows("test", 120, share: 0.7)
        try write(train, "train.jsonl")
        try write(test, "test.jsonl")
        try write(Self.rows("same", 120, share: 0.3), "same.jsonl")
        try write(Array(train.prefix(4)), "few.jsonl")
        try write(Array(test.prefix(4)), "few-test.jsonl")
    }

    /// Rows of a text, a label that the text tells mostly, and for most of them a title.
    private static func rows(_ side: String, _ count: Int, share: Double) -> [[String: Any]] {
        var state = UInt64(side.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) })
        func chance() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 11) / Double(1 << 53)
        }
        func word(_ list: [String]) -> String { list[Int(chance() * Double(list.count))] }
        let common = ["river", "stone", "bridge", "cloud", "meadow", "harvest", "lantern", "copper", "桥梁", "收获"]
        let rare = ["rocket", "server", "kernel", "packet", "laser", "orbit", "python", "socket", "火箭", "内核"]
        return (0..<count).map { row in
            let label = row % 2
            var words = (0..<7).map { _ in word(chance() < share ? rare : common) }
            if chance() < 0.8 { words.append(word(label == 1 ? ["splendid", "lovely"] : ["dreadful", "broken"])) }
            let text = words.joined(separator: " ") + " \(Int(chance() * 1e6))"
            var record: [String: Any] = ["id": "\(side)-\(row)", "text": text, "label": label]
            if row % 7 > 0 { record["title"] = "about \(word(common)) \(word(common)) \(word(common))" }
            return record
        }
    }

    private func write(_ records: [[String: Any]], _ name: String) throws {
        let lines = try records.map { String(decoding: try JSONSerialization.data(withJSONObject: $0), as: UTF8.self) }
        try folder.write(lines, to: name)
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
        try write([["id": "train-1", "file": "train.jsonl", "line": 2, "mark": "drop"]], "review.jsonl")
        try analyze(
            "options",
            pair + ["--field", "text", "--field", "title", "--group", "title", "--id", "id", "--label", "label"]
                + ["--export", "vw", "--exclude", "review.jsonl", "--validation-size", "30", "--permutations", "2"])
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
        // Test holds what train does and what it hardly does: the true ratio is bounded, and the calibration stays.
        try write(Self.rows("train", 300, share: 0.05) + Self.rows("more", 20, share: 0.9), "mixed.jsonl")
        try write(Self.rows("test", 150, share: 0.05) + Self.rows("other", 150, share: 0.95), "mixed-test.jsonl")
        try analyze("calibrated", ["mixed.jsonl", "mixed-test.jsonl"])
        // Short texts without identifiers, in two files; and a document on one line.
        let short = [train, test].map { side in
            side.map { ["text": ($0["text"] as? String ?? "").split(separator: " ").prefix(3).joined(separator: " ")] }
        }
        try write(short[0], "short.jsonl")
        try write(short[1], "short-test.jsonl")
        try analyze("short", ["--train", "few.jsonl", "--train", "short.jsonl", "--test", "short-test.jsonl"])
        for (name, rows) in [("train", train), ("test", test)] {
            let paragraphs: [[String: Any]] = rows.map {
                ["context": $0["text"] ?? "", "qas": [["id": $0["id"] ?? "", "question": "What is this about?"]]]
            }
            try write([["data": [["paragraphs": paragraphs]]]], "\(name).json")
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
    }

    mutating func estimates() throws {
        func hit(_ row: Int) -> Int { row % 5 == 0 ? 0 : 1 }
        try write(about(train) { ["accuracy": hit($0), "sure": hit($0) == 1 ? 0.9 : 0.6] }, "one.jsonl")
        let models = about(train) { ["accuracy": hit($0), "model": "a"] } + about(train) { ["accuracy": $0 % 2, "model": "b"] }
        try write(models, "two.jsonl")
        try write(about(train) { ["prediction": hit($0), "p": Double($0 % 10) / 10 + 0.05] }, "labels.jsonl")
        try write(about(test) { ["sure": 0.5 + Double($0 % 50) / 100] }, "test-sure.jsonl")
        try write(try folder.lines("shift/validation.jsonl").indices.map { ["accuracy": hit($0)] }, "drawn.jsonl")
        let one = ["one.jsonl", "--metric", "accuracy"]
        for arguments in [
            ["shift", "two.jsonl"], ["sample"] + one, ["none"] + one, ["shift", "drawn.jsonl", "--drawn"],
            ["shift", "labels.jsonl", "--label", "label", "--prediction", "prediction"]
                + ["--probability", "p", "--positive", "1"],
            ["shift"] + one + ["--confidence", "sure", "--test-confidences", "test-sure.jsonl"],
            ["shift"] + one + ["--refit-bootstrap", "2"],
        ] {
            try run(["estimate"] + arguments + ["--force"])
            try tables.hold(folder.read("\(arguments[0])/estimates.json"), "estimates.json")
        }
    }

    mutating func splits() throws {
        for (method, more) in [("resample", ["--compare"]), ("kfold", [])] {
            try run(["split", "shift", "--method", method, "--output", method] + more)
            try tables.hold(folder.read("\(method)/split.json"), "split.json")
        }
        try run(["split", "shift", "--method", "label-first", "-n", "20", "--output", "to-label"])
        try tables.holdLines(folder.read("to-label/label-first.jsonl"), "label-first.jsonl")
    }

    mutating func diagnoses() throws {
        // Classes that no text tells, and a label that is a list.
        try write(
            train.enumerated().map { row, record in record.merging(["label": row % 10 == 3 ? "rare" : "often"]) { $1 } },
            "unlearnt.jsonl")
        try write(test.map { $0.filter { $0.key != "label" } }, "unlabelled.jsonl")
        try analyze("unlearnt", ["unlearnt.jsonl", "unlabelled.jsonl"])
        for (name, rows) in [("lists", train), ("lists-test", test)] {
            try write(rows.map { $0.merging(["answers": ["a", "b"]]) { $1 } }, "\(name).jsonl")
        }
        try analyze("lists", ["lists.jsonl", "lists-test.jsonl"])
        for (analysis, label, labelled) in [
            ("shift", "label", nil), ("shift", "label", "test.jsonl"), ("none", "label", "same.jsonl"),
            ("few", "label", "few-test.jsonl"), ("unlearnt", "label", nil), ("lists", "answers", "lists-test.jsonl"),
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
        try write(about(train) { ["score": Double($0 % 10) / 10] }, "calibration.jsonl")
        try write([["id": "test-1", "scores": ["yes": 0.1, "no": 0.9]]], "candidates.jsonl")
        try write((0..<150).map { ["row": $0, "score": Double($0 % 10) / 10] }, "by-row.jsonl")
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
