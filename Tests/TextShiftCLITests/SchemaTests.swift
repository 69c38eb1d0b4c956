import Foundation
import TestSupport
import Testing

@testable import AnalysisFolder

@Suite("What is read back is held to the types of docs/json.md")
struct SchemaTests {
    @Test(
        "The schema of a document has its members, each of its type",
        arguments: [("report.json", DocumentSchema.report), ("estimates.json", .estimates)])
    func members(document: String, schema: DocumentSchema) throws {
        let tables = try MemberTables(String(contentsOf: Repository.file("docs/json.md"), encoding: .utf8))
        let members = schema.members
        var listed = tables.types(under: document).filter { !$0.key.hasPrefix("explanations") }
        let own = Set(members.compactMap { path, _ in path.hasPrefix("#") ? path.prefix { $0 != "." } : nil })
        listed.merge(tables.types(under: "#").filter { own.contains($0.key.prefix { $0 != "." }) }) { first, _ in first }
        #expect(Set(members.keys).symmetricDifference(listed.keys).sorted() == [])
        for (path, type) in listed {
            guard let kind = members[path] else { continue }
            #expect(Self.agree(kind, type), "\(path): \(type), in the schema \(kind)")
        }
    }

    private static func agree(_ kind: DocumentSchema.Kind, _ type: String) -> Bool {
        switch kind {
        case .flag: type == "flag"
        case .object: type == "object"
        case .any: type == "any"
        case .shape(let name): type.hasPrefix("[\(name.dropFirst())]")
        case .text(let texts): type.hasPrefix("text") && Set(type.matches(of: /`([^`]+)`/).map { String($0.1) }) == texts
        case .number(let range, let isWhole):
            switch type {
            case "count": isWhole && range.lowerBound >= 0
            case "share": !isWhole && range.lowerBound >= 0 && range.upperBound <= 1
            case "amount": !isWhole && range.lowerBound == 0
            case "number": !isWhole && range.lowerBound < 0
            default: false
            }
        }
    }
}
