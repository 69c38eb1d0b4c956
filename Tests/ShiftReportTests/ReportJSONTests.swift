import Foundation
import ShiftPipeline
import ShiftReport
import Testing

@Suite("report.json")
struct ReportJSONTests {
    @Test(arguments: Summaries.all.map(\.name))
    func roundTrip(name: String) throws {
        let summary = try #require(Summaries.all.first { $0.name == name }?.summary)
        #expect(try ReportJSON.decode(ReportJSON.encode(summary)) == summary)
    }

    @Test("Text of the corpus comes back as it was", arguments: HostileText.all)
    func roundTripOfText(text: String) throws {
        let summary = Summaries.saying(text)
        #expect(try ReportJSON.decode(ReportJSON.encode(summary)) == summary)
    }

    @Test("Keys are sorted in every object, and the file ends with one newline")
    func sortedKeys() throws {
        let text = try ReportJSON.encode(Summaries.untrusted)
        #expect(text.hasSuffix("}\n") && !text.hasSuffix("\n\n"))
        // Pretty printing puts each key on its own line; an object's keys share an indentation.
        var open: [[String]] = []
        var objects = 0
        for line in text.split(separator: "\n") {
            let content = line.drop { $0 == " " }
            if content.hasPrefix("}") || content.hasPrefix("]") {
                let keys = open.popLast() ?? []
                #expect(keys == keys.sorted())
                objects += 1
            }
            if let match = content.firstMatch(of: #/^"([^"]+)" : /#) { open[open.count - 1].append(String(match.1)) }
            if content.hasSuffix("{") || content.hasSuffix("[") { open.append([]) }
        }
        #expect(open.isEmpty)
        #expect(objects > 30)
    }

    @Test("Equal summaries are equal bytes") func sameBytes() throws {
        #expect(try ReportJSON.encode(Summaries.shift) == ReportJSON.encode(Summaries.shift))
    }

    @Test("A number that is not finite is refused", arguments: [Double.infinity, -.infinity, .nan])
    func notFinite(number: Double) {
        var summary = Summaries.shift
        summary.weights.maximum = number
        #expect(throws: AnalysisError.figureNotFinite(member: "weights.maximum")) { try ReportJSON.encode(summary) }
    }

    @Test("What is no report is refused", arguments: ["", "{}", "[]", "{\"schema\": 1}", "null"])
    func notAReport(text: String) {
        #expect(throws: DecodingError.self) { try ReportJSON.decode(text) }
    }
}
