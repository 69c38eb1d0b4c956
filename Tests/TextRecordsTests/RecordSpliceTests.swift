import Foundation
import Testing

@testable import TextRecords

@Suite struct RecordSpliceTests {
    func spliced(
        _ record: String, _ members: [(String, Double)], overwriting: Bool = false
    ) throws(RecordError) -> String {
        var bytes: [UInt8] = []
        try RecordSplice(names: members.map(\.0), overwriting: overwriting)
            .append(Array(record.utf8), values: members.map(\.1), at: place(9), to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(arguments: [
        (#"{"a": 1}"#, #"{"a": 1, "w": 1.5}"#), ("{}", #"{"w": 1.5}"#), ("{ }", #"{ "w": 1.5}"#),
        (#"{"a": {"w": 2} } "#, #"{"a": {"w": 2} , "w": 1.5} "#), (#"  {"a":"}"}"#, #"  {"a":"}", "w": 1.5}"#),
    ])
    func membersGoBeforeTheBrace(record: String, expected: String) throws {
        #expect(try spliced(record, [("w", 1.5)]) == expected)
        #expect(try spliced(record, [("w", 1.5)], overwriting: true) == expected)
    }

    @Test(arguments: [
        (#"{"w": 1, "a": 2}"#, #"{"a": 2, "w": 1.5}"#), (#"{"a": 2, "w": 1}"#, #"{"a": 2, "w": 1.5}"#),
        (#"{"w": 1}"#, #"{"w": 1.5}"#), (#"{ "w" : [1] }"#, #"{  "w": 1.5}"#),
        (#"{"a": 1 , "w": 0 , "b":2}"#, #"{"a": 1  , "b":2, "w": 1.5}"#),
        (#"{"w": 1, "w": {"x": "}"}, "a": 1, "w": 2}"#, #"{"a": 1, "w": 1.5}"#),
        (#"{"w": 1, "w": 2}"#, #"{"w": 1.5}"#), (#"{"a": 1, "w": 1, "w": 2, "b": 3}"#, #"{"a": 1, "b": 3, "w": 1.5}"#),
        (#"{"\u0077": 1, "a": "w"}"#, #"{"a": "w", "w": 1.5}"#), (#"{"x": ",", "w": ","}"#, #"{"x": ",", "w": 1.5}"#),
        // The first record of a file that was put behind another.
        ("\u{FEFF}" + #"{"w": 1, "a": 2}"#, "\u{FEFF}" + #"{"a": 2, "w": 1.5}"#),
    ])
    func membersAreReplaced(record: String, expected: String) throws {
        #expect(try spliced(record, [("w", 1.5)], overwriting: true) == expected)
        #expect(throws: RecordError.keyExists(place(9), key: "w")) { try spliced(record, [("w", 1.5)]) }
    }

    @Test func namesAreEscaped() throws {
        #expect(try spliced("{}", [("a\"b", 0), ("中", -2)]) == #"{"a\"b": 0.0, "中": -2.0}"#)
    }

    @Test func whatCannotBeSplicedLeavesNothing() {
        var bytes: [UInt8] = [1, 2, 3]
        let splice = RecordSplice(names: ["v", "w"])
        #expect(throws: RecordError.notFinite(.positiveInfinity)) {
            try splice.append(Array("{}".utf8), values: [1, .infinity], at: place(1), to: &bytes)
        }
        #expect(throws: RecordError.notFinite(.notANumber)) {
            try splice.append(Array("{}".utf8), values: [.nan, 1], at: place(1), to: &bytes)
        }
        #expect(throws: RecordError.notJSON(place(1, 2), .unclosed(.object))) {
            try splice.append(Array("{".utf8), values: [1, 1], at: place(1), to: &bytes)
        }
        #expect(throws: RecordError.notAnObject(place(1), found: .array)) {
            try splice.append(Array("[]".utf8), values: [1, 1], at: place(1), to: &bytes)
        }
        #expect(throws: RecordError.notJSON(place(1, 1), .unclosed(.object))) {
            try splice.append([], values: [1, 1], at: place(1), to: &bytes)
        }
        #expect(bytes == [1, 2, 3])
    }

    @Test func rowsOfTables() throws {
        let json = try table("{\"a\": \"\\ud800\"}\r\n{\"w\": 1}\n")
        let text = try table("a \"b\"")
        let splice = RecordSplice(names: ["w"])
        var bytes: [UInt8] = []
        try splice.append(record: 0, of: json, values: [0.5], to: &bytes)
        try splice.append(record: 0, of: text, values: [0.25], to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == #"{"a": "\ud800", "w": 0.5}{"text": "a \"b\"", "w": 0.25}"#)
        #expect(throws: RecordError.keyExists(place(2), key: "w")) {
            try splice.append(record: 1, of: json, values: [0.5], to: &bytes)
        }
    }

    /// 10,000 random objects: all their bytes stay, the new members parse, and taking them out again by their own bytes
    /// gives back the record.
    @Test func randomObjectsKeepTheirBytes() throws {
        var random = RandomJSON(seed: 41)
        let splice = RecordSplice(names: ["sample_weight", "p_test"])
        for _ in 0..<10_000 {
            let members = random.members(upTo: 4)
            let record = random.object(members)
            let weight = Double.random(in: 0...10, using: &random.generator)
            var bytes: [UInt8] = []
            try splice.append(Array(record.utf8), values: [weight, 0.125], at: place(1), to: &bytes)
            let added = (members.isEmpty ? "" : ", ") + "\"sample_weight\": \(weight), \"p_test\": 0.125"
            let result = String(decoding: bytes, as: UTF8.self)
            #expect(Array(result.utf8) == Array((record.dropLast() + added + "}").utf8))
            let table = try table(result, format: .jsonLines)
            #expect(try strings(table, "p_test") == ["0.125"])
        }
    }

    /// With members to be replaced strewn in, the members that stay are those that the generator wrote, in order.
    @Test func randomObjectsLoseWhatIsReplacedAlone() throws {
        var random = RandomJSON(seed: 42)
        let splice = RecordSplice(names: ["w"], overwriting: true)
        for _ in 0..<5000 {
            var members = random.members(upTo: 4)
            for _ in 0..<Int.random(in: 0...3, using: &random.generator) {
                let at = Int.random(in: 0...members.count, using: &random.generator)
                members.insert(random.member(key: "w", value: random.value()), at: at)
            }
            let record = random.object(members)
            var once: [UInt8] = []
            try splice.append(Array(record.utf8), values: [2], at: place(1), to: &once)
            var again: [UInt8] = []
            try splice.append(once, values: [2], at: place(1), to: &again)
            #expect(again == once, "\(record)")

            // The record is the members that stay and blanks and commas between them, then the new one.
            var rest = String(decoding: once, as: UTF8.self)[...]
            func skip(_ text: String) -> Bool {
                while rest.first == " " || rest.first == "\t" { rest.removeFirst() }
                guard rest.utf8.starts(with: text.utf8) else { return false }
                rest = Substring(rest.utf8.dropFirst(text.utf8.count))
                return true
            }
            var isRight = skip("{")
            for (position, member) in members.filter({ $0.key != "w" }).enumerated() {
                isRight = isRight && (position == 0 || skip(",")) && skip(member.spelling)
            }
            isRight = isRight && (members.allSatisfy { $0.key == "w" } || skip(",")) && skip("\"w\": 2.0") && skip("}")
            #expect(isRight && rest.isEmpty, "\(record) became \(String(decoding: once, as: UTF8.self))")
        }
    }
}
