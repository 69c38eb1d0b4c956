import Foundation
import Testing
import TextRecords

@testable import AnalysisFolder

/// The tables of docs/json.md, and what was written held against them.
///
/// A member's name here is the heading of its table, `>` and its path; those of a shape begin with `#` and the shape.
struct MemberTables {
    private struct Row {
        var type: String
        /// When the member is absent; empty for never.
        var absent: String
    }

    private var rows: [String: Row] = [:]
    /// Every path that a row names or lies on the way to.
    private var known: Set<String> = []
    /// The row that stands for any other key of an object.
    private var open: [String: String] = [:]

    private var written: Set<String> = []
    /// How often a member was written, and the object that it is of.
    private var members: [String: (count: Int, parent: String)] = [:]
    /// How often an object was written.
    private var objects: [String: Int] = [:]
    /// What was written and is not in the tables, or not as they say.
    private(set) var faults: Set<String> = []

    init(_ markdown: String) throws {
        var heading = ""
        for line in markdown.split(separator: "\n") {
            if line.hasPrefix("## ") { heading = String(line.dropFirst(3)) }
            guard line.hasPrefix("| `") else { continue }
            let cells = line.replacing("\\|", with: "/").split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            try #require(cells.count == 4, "\(line)")
            let names = cells[0].matches(of: /`([^`]+)`/).map { String($0.1) }
            // A type, and behind `text:` the texts that it may be.
            var types: [String] = []
            for part in cells[1].split(separator: ", ") {
                let last = part.hasPrefix("`") ? types.popLast() : nil
                types.append(last.map { "\($0), \(part)" } ?? String(part))
            }
            try #require(types.count == 1 || types.count == names.count, "\(line)")
            for (number, name) in names.enumerated() {
                let path = heading == "Shapes" ? "#\(name)" : "\(heading)>\(name)"
                try #require(rows[path] == nil, "\(path) is there twice")
                rows[path] = Row(type: types.count == 1 ? types[0] : types[number], absent: cells[3])
                for end in path.matches(of: /\.|\[\]|$/) {
                    known.formUnion([String(path[..<end.range.lowerBound]), String(path[..<end.range.upperBound])])
                }
                if let match = path.wholeMatch(of: /(.*[.>])[A-Z]+/) {
                    open[match.1.hasSuffix(".") ? String(match.1.dropLast()) : String(match.1)] = path
                }
            }
        }
    }

    /// The texts that a member may be, as its row lists them.
    func texts(of member: String) -> Set<String> {
        Set((rows[member]?.type ?? "").matches(of: /`([^`]+)`/).map { String($0.1) })
    }

    /// Members under a heading or, with `#`, of shapes, with their types as they stand in the document.
    func types(under heading: String) -> [String: String] {
        let start = heading == "#" ? "#" : heading + ">"
        return Dictionary(
            uniqueKeysWithValues: rows.filter { $0.key.hasPrefix(start) }.map { path, row in
                (heading == "#" ? path : String(path.dropFirst(start.count)), row.type)
            })
    }

    /// Holds a document, or a line of one, against the table under `heading`.
    mutating func hold(_ text: some StringProtocol, _ heading: String) throws {
        hold(try #require(JSONValue(document: Array(text.utf8)), "\(text)"), at: heading + ">")
    }

    mutating func holdLines(_ text: String, _ heading: String) throws {
        for line in text.split(separator: "\n") { try hold(line, heading) }
    }

    private mutating func hold(_ value: JSONValue, at path: String) {
        written.insert(path)
        let row = rows[path]
        if row?.type == "any" { return }
        switch value {
        case .object(let object):
            let shape = row.flatMap { $0.type.firstMatch(of: /^\[(\w+)\]/) }.map { "#\($0.1)" }
            let own = shape ?? path
            objects[own, default: 0] += 1
            for (key, value) in object {
                var name = own.hasSuffix(">") ? own + key : "\(own).\(key)"
                if !known.contains(name), let any = open[own] {
                    name = any
                } else {
                    members[name] = ((members[name]?.count ?? 0) + 1, own)
                }
                hold(value, at: name)
            }
        case .list(let list):
            for value in list { hold(value, at: path + "[]") }
        case .null, .flag, .number, .text:
            guard let row else {
                faults.insert("\(path) is not in docs/json.md")
                return
            }
            if !Self.isOf(row.type, value) { faults.insert("\(path) is \(value), expected \(row.type)") }
        }
    }

    private static func isOf(_ type: String, _ value: JSONValue) -> Bool {
        switch (type, value) {
        case ("flag", .flag), ("text", .text), ("number", .number): true
        case ("count", .number(let number)): number >= 0 && number == number.rounded()
        case ("share", .number(let number)): (0...1).contains(number)
        case ("amount", .number(let number)): number >= 0
        case (_, .text(let text)): type.hasPrefix("text: ") && type.contains("`\(text)`")
        default: false
        }
    }

    /// Members that nothing wrote, and those that were absent, or there, against what their row says.
    func gaps(exempt: Set<String> = []) -> [String] {
        let unwritten = rows.keys.filter { !written.contains($0) }.map { "\($0) was never written" }
        let wrong = members.compactMap { name, member -> String? in
            let isOptional = (rows[name] ?? rows[name + "[]"]).map { !$0.absent.isEmpty } ?? false
            let isAlways = member.count == objects[member.parent]
            return isOptional == isAlways && !exempt.contains(name)
                ? "\(name) was \(isAlways ? "never" : "sometimes") absent" : nil
        }
        return (unwritten + wrong).sorted()
    }
}
