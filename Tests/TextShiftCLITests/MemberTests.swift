import Foundation
import TestSupport
import Testing
import TextShift

/// docs/json.md is a promise to programs, so it is held against what the program writes.
@Suite("Every member of the JSON is in docs/json.md, and every row of its tables is written")
struct MemberTests {
    private static let document = Repository.file("docs/json.md")

    @Test("Over many options, members, types, ranges, and when each is absent")
    func members() throws {
        var runs = try JSONRuns(MemberTables(String(contentsOf: Self.document, encoding: .utf8)))
        try runs.analyses()
        try runs.estimates()
        try runs.splits()
        try runs.diagnoses()
        try runs.audits()
        try runs.streams()
        try runs.programs()
        #expect(runs.tables.faults.sorted() == [])
        // An infinite tail takes a plateau that a few rows stand out of, and a world without anything planted a score that is the same
        // for all rows: no corpus as small as these has either.
        let exempt: Set = ["#failure.found", "diagnose --json>distrust[].found", "estimates.json>analysis.worlds.recovered"]
        #expect(runs.tables.gaps(exempt: exempt) == [])
    }

    @Test("A text that is one of few: the row lists what the code has")
    func texts() throws {
        let tables = try MemberTables(String(contentsOf: Self.document, encoding: .utf8))
        func texts<Value: CaseIterable & RawRepresentable<String>>(_ values: Value.Type) -> Set<String> {
            Set(values.allCases.map(\.rawValue))
        }
        let formats = texts(RecordFormat.self)
        for (member, texts) in [
            ("report.json>fields[].reason", texts(Field.Reason.self)), ("report.json>options.onError", texts(ErrorPolicy.self)),
            ("estimates.json>sources.period", texts(TimePeriod.self)),
            ("estimates.json>proposedSources.period", texts(TimePeriod.self)),
            ("report.json>discriminator.verdict", texts(Verdict.Kind.self)),
            ("report.json>details.rows[].list", texts(ExplainedRow.List.self)),
            ("report.json>dropped.rounds[].kind", texts(DroppedShift.Round.Kind.self)),
            ("diagnose --json>verdict", texts(DiagnosisSummary.Verdict.self)),
            ("#failure.condition", texts(TrustCondition.self)),
            ("#corpus.files[].format", formats), ("#corpus.format", formats.union(["several"])),
            ("#corpus.files[].packing", texts(Packing.self)), ("#remark.kind", texts(ReadingRemark.Kind.self)),
        ] {
            #expect(tables.texts(of: member) == texts, "\(member)")
        }
    }

    @Test("What is not in the tables is a fault: a member, a null, a text, a range, a type")
    func faults() throws {
        let markdown = """
            ## a

            | `one` | share | | |
            | `two` | text: `x`, `y` | | sometimes |
            | `list[].s` | [shape](#shapes) | | |

            ## Shapes

            | `shape.flag`, `shape.count` | flag, count | | |
            """
        func faults(_ text: String) throws -> [String] {
            var tables = try MemberTables(markdown)
            try tables.hold(text, "a")
            return tables.faults.sorted()
        }
        let good = "{\"one\": 1, \"two\": \"y\", \"list\": [{\"s\": {\"flag\": true, \"count\": 3}}]}"
        #expect(try faults(good).isEmpty)
        for (part, other) in [
            ("\"one\": 1", "\"one\": 1.5"), ("\"one\"", "\"won\""), ("\"y\"", "\"z\""), ("\"y\"", "null"), ("true", "1"),
            ("3", "3.5"), ("\"flag\"", "\"flags\""), ("[{\"s\"", "[{\"t\""),
        ] {
            #expect(try faults(good.replacing(part, with: other)).count == (other.contains("t\"") ? 2 : 1), "\(other)")
        }
        var tables = try MemberTables(markdown)
        try tables.hold(good, "a")
        #expect(tables.gaps() == ["a>two was never absent"])
        #expect(tables.gaps(exempt: ["a>two"]).isEmpty)
        try tables.hold("{\"list\": []}", "a")
        #expect(tables.gaps() == ["a>one was sometimes absent"])
        #expect(try MemberTables(markdown).gaps().contains("#shape.flag was never written"))
    }
}
