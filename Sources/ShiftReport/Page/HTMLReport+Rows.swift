import Foundation
import ShiftPipeline

/// The examples: rows of the corpora with their tokens shaded.
extension HTMLReport {
    /// The most bytes of one row's fields.
    private static let fieldBytes = 120_000

    /// The rows by list; those of the summary if there are no details.
    private var explained: [ExplainedRow] {
        if let details = summary.details { return details.rows }
        let lists: [(ExplainedRow.List, [Examples.Example])] = [
            (.testLikeTrain, summary.examples.testLikeTrain), (.trainLikeTrain, summary.examples.trainLikeTrain),
            (.outOfSupportTest, summary.examples.outOfSupportTest),
        ]
        return lists.flatMap { list, rows in
            rows.map { row in
                let names = summary.fields.map(\.name).filter { row.fields[$0] != nil }
                let inputs = summary.inputs
                return ExplainedRow(
                    list: list, id: row.id, file: row.file ?? (row.weight == nil ? inputs.test.name : inputs.train.name),
                    line: row.line, pTest: row.pTest, weight: row.weight, logit: 0, intercept: 0,
                    fields: names.map {
                        .init(name: $0, tokens: [.init(text: row.fields[$0] ?? "", contribution: 0)], surface: 0, rest: 0)
                    }, nearDuplicates: 0)
            }
        }
    }

    var rows: [String: Any] {
        let explained = explained
        let shades = TokenShades(explained)
        // In turns, so that each list keeps its first rows if there is no room for all.
        var shown: [ExplainedRow.List: [[String: Any]]] = [:]
        var bytes = 0
        var isFull = false
        let lists = ExplainedRow.List.allCases
            .filter { $0 != .outOfSupportTest || summary.details != nil || summary.verdict.lacksSupport }
            .map { list in (list, explained.filter { $0.list == list }) }
            .sorted { isFirst($0.0) && !isFirst($1.0) }
        for rank in 0..<(lists.map(\.1.count).max() ?? 0) {
            for (list, rows) in lists where rank < rows.count {
                let (row, size) = context(rows[rank], list, rank, shades)
                if isFull || bytes + size > Self.rowBytes {
                    isFull = true
                    continue
                }
                bytes += size
                shown[list, default: []].append(row)
            }
        }
        var result: [String: Any] = [
            "hasRows": !shown.isEmpty, "isShaded": summary.details != nil,
            "examplesNote": summary.details == nil ? wording.say.examplesPlainNote : wording.say.examplesNote,
            "lists": lists.filter { shown[$0.0] != nil }.map { list, _ -> [String: Any] in
                [
                    "list": list.rawValue, "listTitle": wording.listTitle(list), "listNote": wording.listNote(list),
                    "rows": shown[list] ?? [],
                ]
            },
        ]
        if isFull { result["leftOut"] = wording.say.leftOutForSize }
        return result
    }

    /// If weights are not to be trusted for lack of support, the rows without it come first.
    private func isFirst(_ list: ExplainedRow.List) -> Bool { list == .outOfSupportTest && summary.verdict.lacksSupport }

    private func context(
        _ row: ExplainedRow, _ list: ExplainedRow.List, _ rank: Int, _ shades: TokenShades
    ) -> (row: [String: Any], size: Int) {
        var texts: [[String: Any]] = []
        var size = 2_000
        var isCut = false
        for field in row.fields where field.tokens.contains(where: { !$0.text.isEmpty }) {
            if size > Self.fieldBytes {
                isCut = true
                break
            }
            let tokens = shades.markup(field.tokens).string
            let raw = field.tokens.map(\.text).joined()
            var text: [String: Any] = ["field": field.name, "tokens": tokens, "isCut": field.rest != 0]
            if HTMLEscaping.replacesCharacters(in: raw) { text["raw"] = Self.json(raw) }
            size += tokens.utf8.count + field.name.utf8.count + 100 + ((text["raw"] as? String)?.utf8.count ?? 0)
            texts.append(text)
        }
        let place =
            wording.say.placeOfLine(line: row.line, file: row.file) + (row.id.map { " · " + DisplayText.cut($0, to: 80) } ?? "")
        var context: [String: Any] = [
            "side": row.weight == nil ? "test" : "train", "file": row.file, "line": row.line, "rank": rank,
            "anchor": "\(list.rawValue)-\(rank)", "place": place, "pTest": NumberText.fixed(row.pTest, 3), "texts": texts,
        ]
        if let weight = row.weight { context["weight"] = NumberText.fixed(weight, 2) }
        if let id = row.id {
            context["rowID"] = id
            size += id.utf8.count * 6
            if HTMLEscaping.replacesCharacters(in: id) { context["rawID"] = Self.json(id) }
        }
        if HTMLEscaping.replacesCharacters(in: row.file) { context["rawFile"] = Self.json(row.file) }
        if row.nearDuplicates > 0 { context["near"] = wording.say.near(count: row.nearDuplicates) }
        if isCut { context["further"] = wording.say.further }
        if summary.details != nil {
            context["parts"] = wording.parts(
                intercept: row.intercept, words: row.fields.reduce(0) { $0 + $1.tokens.reduce(0) { $0 + $1.contribution } },
                surface: row.fields.reduce(0) { $0 + $1.surface }, rest: row.fields.reduce(0) { $0 + $1.rest },
                logit: row.logit)
        }
        return (context, size)
    }

    /// Text as a JSON string, for the script: NUL and the like are not allowed in HTML.
    private static func json(_ text: String) -> String {
        var result = "\""
        for unit in text.utf16 {
            // Escapes HTML's special characters too, so that its length is final.
            if unit < 0x20 || unit > 0x7E || [0x22, 0x26, 0x27, 0x3C, 0x3E, 0x5C].contains(unit) {
                let digits = String(unit, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            } else {
                result.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
            }
        }
        return result + "\""
    }
}

/// Which shade a token gets: five steps in each direction, on one scale for all rows.
struct TokenShades {
    /// Steps in each direction.
    static let steps = 5
    /// What part of the scale a token must reach to be shaded at all; smaller contributions do not matter.
    private static let least = 0.04

    /// The contribution of the deepest shade.
    let scale: Double

    init(_ rows: [ExplainedRow]) {
        let sizes = rows.flatMap { $0.fields.flatMap { $0.tokens.map { abs($0.contribution) } } }.filter { $0 > 0 }.sorted()
        // Not the largest: a single outlier would make all others pale.
        scale = sizes.isEmpty ? 1 : max(sizes[min(sizes.count - 1, sizes.count * 99 / 100)], 1e-9)
    }

    /// "p1" to "p5" towards test, "n1" to "n5" towards train; nil for no shade.
    func name(_ contribution: Double) -> String? {
        let part = abs(contribution) / scale
        guard part >= Self.least else { return nil }
        return (contribution > 0 ? "p" : "n") + "\(min(Self.steps, Int((part * Double(Self.steps)).rounded(.up))))"
    }

    /// The tokens one after another: the text as it is, each shaded token with what it adds.
    func markup(_ tokens: [ExplainedRow.Token]) -> Markup {
        var markup = Markup()
        for token in tokens {
            if let name = name(token.contribution), !token.text.allSatisfy(\.isWhitespace) {
                markup.element(
                    "i", ["class": name, "title": NumberText.signed(token.contribution, 3)], text: token.text)
            } else {
                markup.text(token.text)
            }
        }
        return markup
    }
}
