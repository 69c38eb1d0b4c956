import Foundation
import ShiftPipeline
import TestSupport
import Testing
import TextRecords

@testable import AnalysisFolder

@Suite("A report that was changed by hand is refused at the door, by the member that is wrong")
struct ReadBackTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// An analysis of a shift that is written to `out`.
    private func analysed() throws {
        var corpora = SeededCorpora(seed: 5)
        func rows(_ shares: [Double]) -> [[String: Any]] {
            (0..<200).map { _ in ["text": corpora.sentence(topic: corpora.topic(shares))] }
        }
        _ = try analyze(
            train: try folder.write(rows([4, 1, 1]), to: "train.jsonl"),
            test: try folder.write(rows([1, 4, 1]), to: "test.jsonl")
        ).write(to: folder.path("out"), replacing: false)
    }

    /// Reads the report after a change.
    private func read(_ change: (inout [String: Any]) throws -> Void) throws {
        let url = folder.url.appendingPathComponent("out/report.json")
        let whole = try Data(contentsOf: url)
        defer { try? whole.write(to: url) }
        var report = try #require(try JSONSerialization.jsonObject(with: whole) as? [String: Any])
        try change(&report)
        try JSONSerialization.data(withJSONObject: report, options: [.fragmentsAllowed]).write(to: url)
        _ = try AnalysisFolder(folder.path("out"))
    }

    /// The value at a path set to another.
    private static func set(_ value: Any?, at path: ArraySlice<String>, in node: Any) -> Any {
        guard let key = path.first else { return value ?? NSNull() }
        if var list = node as? [Any], let place = Int(key), list.indices.contains(place) {
            list[place] = set(value, at: path.dropFirst(), in: list[place])
            return list
        }
        var object = node as? [String: Any] ?? [:]
        object[key] = path.count == 1 ? value : set(value, at: path.dropFirst(), in: object[key] ?? [:])
        return object
    }

    @Test("Types, ranges, sizes and what members owe one another")
    func changes() throws {
        try analysed()
        try read { _ in }
        let far = -9_223_372_036_854_775_808.0
        let changes: [(path: String, value: Any, said: String)] = [
            ("options.folds", 0, "options.folds is 0, expected a whole number from 2 to 64"),
            ("options.folds", far, "options.folds is -9"), ("options.folds", -far, "options.folds is 9"),
            ("options.folds", 4.5, "options.folds is 4.5"), ("options.fitMemory", far, "options.fitMemory is -9"),
            ("options.fitRows", 0, "options.fitRows is 0"), ("options.permutations", 1e12, "options.permutations is 1"),
            ("options.validationSize", 0, "options.validationSize is 0"),
            ("options.dropShifted", 0.2, "options.dropShifted is 0.2"),
            ("options.onError", "never", "options.onError is \"never\", expected skip or stop"),
            ("weights.effectiveGroups", far, "weights.effectiveGroups is -9"),
            ("weights.effectiveRows", "many", "weights.effectiveRows is \"many\", expected a number"),
            ("details.curves.pTest.edges.40", far, "details.curves.pTest.edges.40 is -9"),
            ("details.curves.pTest.edges.3", 0, "details.curves.pTest.edges.3 is 0, expected numbers that rise"),
            ("details.curves.lengths.test", [Any](), "details.curves.lengths.test is 0, expected a list of"),
            ("discriminator.best", 99, "discriminator.best is 99, expected a whole number from 0 to"),
            ("discriminator.losses", [0.5], "discriminator.losses is 1, expected a list of 3"),
            ("separability.auc", 1.5, "separability.auc is 1.5, expected a number from 0 to 1"),
            (
                "terms.towardsTest.0.trainRows", 1e16,
                "terms.towardsTest.0.trainRows is 1e+16, expected a whole number from 0 to 9"
            ),
            ("details.rows.0.fields.0.surface", -far * 2, "expected a number from -1000000000000000 to 1000000000000000"),
            ("trust.isTrusted", 1, "trust.isTrusted is 1, expected true or false"),
            ("fields", "text", "fields is \"text\", expected a list"), ("groups", 7, "groups is 7, expected an object"),
            ("inputs.train.files", [Any](), "inputs.train.files is 0, expected a list of 1"),
            ("inputs.train.records", -1, "inputs.train.records is -1"), ("inputs.train.files.0.name", 5, "files.0.name is 5"),
            ("files", ["../../etc/passwd"], "files.0 is \"../../etc/passwd\", expected the name of a file"),
            ("version", NSNull(), "version is null, expected a text"),
        ]
        for change in changes {
            let path = change.path.split(separator: ".").map(String.init)
            do {
                try read { report in
                    report = Self.set(change.value, at: path[...], in: report) as? [String: Any] ?? [:]
                }
                Issue.record("\(change.path) = \(change.value) is read")
            } catch {
                let said = error.localizedDescription
                #expect(said.contains("out/report.json: error: ") && said.contains(change.said), "\(said)")
            }
        }
    }

    @Test("A member that the schema does not know is passed over: a later version may write it")
    func unknown() throws {
        try analysed()
        try read { report in report["later"] = ["deep": [1, 2, -5.5]] as [String: Any] }
    }

    @Test("A document is parsed as Foundation parses it; what may be read in two ways is none")
    func parsing() throws {
        func plain(_ value: JSONValue) -> NSObject {
            switch value {
            case .null: NSNull()
            case .flag(let flag): NSNumber(value: flag)
            case .number(let number): NSNumber(value: number)
            case .text(let text): NSString(string: text)
            case .list(let list): NSArray(array: list.map(plain))
            case .object(let object): NSDictionary(dictionary: object.mapValues(plain))
            }
        }
        func parsed(_ text: String) -> NSObject? { JSONValue(document: Array(text.utf8)).map(plain) }
        for text in [
            #" {"a" : [1, -2.5e-3, 0, 1E5 ],"b":{}, "c":[ ] }"#, "[true,false,null]\n", #"[""]"#,
            #"["\"\\\/\b\f\n\r\t\u0041\u00e9\ud83d\ude00 plain 😀 é"]"#, #"{"\u0061\n": "x"}"#,
        ] {
            func written(_ object: Any) throws -> Data {
                try JSONSerialization.data(withJSONObject: object, options: .sortedKeys)
            }
            let found = try #require(parsed(text), "\(text)")
            #expect(try written(found) == written(JSONSerialization.jsonObject(with: Data(text.utf8))), "\(text)")
        }
        for text in [
            "", " ", "{", "[1", "[1,]", #"{"a"}"#, #"{"a":1,}"#, #"{"a":1,"a":2}"#, #"{"a":1,"\u0061":2}"#, "[1] 2", "[tru]",
            "\"",
            #""\"#, #""\""#, #"["\x"]"#, #"["\u12"]"#, #"["\u12g4"]"#, "[-]", "[1 2]", "nul", "{1:2}", #"{"a" 1}"#,
        ] {
            #expect(parsed(text) == nil, "\(text)")
        }
        // A byte order mark is passed over, and what follows is read where it stands.
        let marked = try #require(JSONValue(document: Array("\u{FEFF}{\"Infinity [1\": 1}".utf8)))
        guard case .object(let object) = marked, case .number(1) = object["Infinity [1"] else {
            Issue.record("\(marked)")
            return
        }
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(parsed(nested(512)) != nil && parsed(nested(513)) == nil)
    }

    @Test("What is no file, or too large to be one of ours, is not read: no pipe is waited for")
    func otherFiles() throws {
        try analysed()
        let report = folder.path("out/report.json")
        try FileManager.default.moveItem(atPath: report, toPath: folder.path("kept"))
        #expect(mkfifo(report, 0o600) == 0)
        #expect(throws: RecordError.fileUnreadable(path: report, errno: EINVAL)) { _ = try AnalysisFolder(folder.path("out")) }
        unlink(report)
        try FileManager.default.createSymbolicLink(atPath: report, withDestinationPath: "/dev/zero")
        #expect(throws: RecordError.fileUnreadable(path: report, errno: EINVAL)) { _ = try AnalysisFolder(folder.path("out")) }
        unlink(report)
        _ = FileManager.default.createFile(atPath: report, contents: nil)
        truncate(report, 1 << 40)
        #expect(throws: FolderError.documentTooLarge(path: report, bytes: 1 << 40, maximum: 256 << 20)) {
            _ = try AnalysisFolder(folder.path("out"))
        }
    }

    @Test("Where the inputs were is used as far as it can be, whatever else the record holds")
    func record() throws {
        try analysed()
        let record = "out/timings.json"
        func paths(_ text: String) throws -> [String]? {
            try folder.write(text, to: record)
            return try AnalysisFolder(folder.path("out")).record.paths?.train
        }
        let good = "\"paths\": {\"train\": [\"a\"], \"test\": [\"b\"]}"
        #expect(try paths("{\(good), \"seconds\": 1e400, \"threads\": -1}") == ["a"])
        #expect(try paths("{\(good), \"inputBytes\": 1e300}") == ["a"])
        for bad in [
            "", "[]", "{\"paths\": 1}", "{\"paths\": {\"train\": [\"a\\u0000b\"], \"test\": []}}",
            "{\"paths\": {\"train\": [\"\"], \"test\": []}}",
        ] {
            #expect(try paths(bad) == nil, "\(bad)")
        }
        try folder.write(String(repeating: "[", count: 1 << 20), to: record)
        #expect(try AnalysisFolder(folder.path("out")).record.paths == nil)
        truncate(folder.path(record), 1 << 40)
        #expect(try AnalysisFolder(folder.path("out")).record.paths == nil)
    }

    @Test("Nesting without end is refused with a sentence")
    func nesting() throws {
        try analysed()
        for depth in [400, 100_000] {
            let path = try folder.write(
                "{\"schema\": 1, \"deep\": " + String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
                    + "}",
                to: "out/report.json")
            let error = #expect(throws: FolderError.self) { _ = try AnalysisFolder(folder.path("out")) }
            #expect(try #require(error).localizedDescription.hasPrefix("\(path): error: "))
        }
    }
}
