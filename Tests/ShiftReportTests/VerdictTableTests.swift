import Foundation
import ShiftReport
import TestSupport
import Testing

@Suite("docs/report.md lists each sentence of the verdict")
struct VerdictTableTests {
    @Test("With its words, its condition and its figures, and no other")
    func table() throws {
        let page = try String(contentsOf: Repository.file("docs/report.md"), encoding: .utf8)
        let rows = page.split(separator: "\n").compactMap { line -> [String]? in
            guard line.hasPrefix("| `") else { return nil }
            return line.dropFirst(2).dropLast(2).components(separatedBy: " | ")
        }
        let say = Wording(.english).say
        let calls = CatalogueCall.ofVerdict()
        #expect(rows.map { $0[0] } == calls.map { "`\($0.name)`" })
        for (row, call) in zip(rows, calls) {
            // Names stand in the table for what a call has as arguments.
            var words = call.call(say)
            for (name, value) in call.arguments {
                words = words.replacing("\"\(value)\"", with: "`\(name)`").replacing(value, with: "`\(name)`")
            }
            #expect(row[1].replacing("&#124;", with: "|") == words, "\(call.name)")
            #expect(row.count == 4 && !row[2].isEmpty, "\(call.name)")
        }
    }
}
