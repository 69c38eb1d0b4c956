import ShiftPipeline

@testable import ShiftReport

/// Summaries with everything that the page can show.
extension Summaries {
    /// A shift in English, with all details.
    static var detailed: ShiftSummary {
        var summary = shift
        summary.fields[1].tellsSidesApart = false
        summary.fields[1].auc = 0.561
        summary.separability?.surfaceAUC = 0.58
        summary.details = details(
            words: "the phone rings while noodles boil in a stone house near our hotel".split(separator: " ").map {
                String($0) + " "
            },
            text: "text", terms: ["phone", "noodles", "app", "hotel", "stone house", "slept", "display", "again"])
        return summary
    }

    /// The same in Chinese.
    static var chinese: ShiftSummary {
        var summary = detailed
        summary.details = details(
            words: ["手机", "到底", "是", "哪一家", "公司", "负责", "的", "，", "没有人", "出来", "说明", "一下", "？"], text: "正文",
            terms: ["手机", "面条", "程序", "酒店", "石头房子", "又", "屏幕", "热水器"])
        summary.details?.curves.scripts = [
            .init(name: "han", train: 0.82, test: 0.71), .init(name: "latin", train: 0.02, test: 0.12),
            .init(name: "punctuation", train: 0.16, test: 0.17),
        ]
        return summary
    }

    /// No shift: curves, but no row and no term.
    static var measured: ShiftSummary {
        var summary = noShift
        summary.details = detailed.details
        summary.details?.rows = []
        summary.details?.terms = []
        summary.details?.validationCheck = .init(
            drawn: .init(auc: 0.51, lower: 0.48, upper: 0.54), random: .init(auc: 0.502, lower: 0.47, upper: 0.53),
            setRows: 990,
            testRows: 2_000)
        return summary
    }

    /// All conditions of trust fail, with details.
    static var distrusted: ShiftSummary {
        var summary = untrusted
        summary.details = detailed.details
        return summary
    }

    /// `text` wherever a corpus has a say, with details.
    static func detailed(saying text: String) -> ShiftSummary {
        var summary = saying(text)
        summary.inputs.train.name = text
        summary.inputs.test.files[0].name = text
        guard var details = Self.detailed.details else { return summary }
        details.rows = details.rows.map { row in
            var row = row
            (row.id, row.file) = (text, text)
            row.fields = row.fields.map {
                .init(name: text, tokens: [.init(text: text, contribution: 0.4)], surface: $0.surface, rest: 0)
            }
            return row
        }
        details.terms = details.terms.map { term in
            var term = term
            (term.term, term.field) = (text, text)
            term.contexts = term.contexts.map {
                .init(isTest: $0.isTest, line: $0.line, before: text, match: text, after: text)
            }
            return term
        }
        details.curves.scripts = details.curves.scripts.map { .init(name: text, train: $0.train, test: $0.test) }
        summary.details = details
        return summary
    }

    private static func details(words: [String], text: String, terms: [String]) -> ReportDetails {
        let rows = ExplainedRow.List.allCases.flatMap { list in
            (0..<6).map { number in
                let isTest = list == .trainLikeTest || list == .outOfSupportTest
                let sign = list == .testLikeTrain || list == .outOfSupportTest ? 1.0 : -1.0
                let count = number == 2 ? 400 : 20
                let tokens = (0..<count).map { (position: Int) -> ExplainedRow.Token in
                    let size = Double((position * 7 + number * 3) % 11) - 3
                    return .init(text: words[(position * 5 + number) % words.count], contribution: sign * size / 20)
                }
                let sum = tokens.reduce(0) { $0 + $1.contribution }
                return ExplainedRow(
                    list: list, id: number == 1 ? nil : "r\(number)", file: isTest ? "test.txt" : "train.jsonl",
                    line: 17 + number * 301, pTest: 0.5 + sign * (0.4 - Double(number) / 30),
                    weight: isTest ? nil : 1.5 + sign * 1.2,
                    logit: sum - 0.12 + 0.05, intercept: -0.12,
                    fields: [
                        .init(name: text, tokens: tokens, surface: 0.05, rest: number == 2 ? 0.31 : 0),
                        .init(name: "source", tokens: [.init(text: "app", contribution: 0)], surface: 0, rest: 0),
                    ], nearDuplicates: number)
            }
        }
        let moved = terms.enumerated().map { number, term in movedTerm(term, number, words, field: text) }
        func bell(_ count: Int, centre: Double) -> [Double] {
            let width = Double(count) / 6
            let heights = (0..<count).map { (bin: Int) -> Double in 1 / (1 + pow4((Double(bin) - centre) / width)) }
            let sum = heights.reduce(0, +)
            return heights.map { $0 / sum }
        }
        let curves = ShiftCurves(
            pTest: .init(edges: (0...40).map { Double($0) / 40 }, train: bell(40, centre: 14), test: bell(40, centre: 27)),
            weights: .init(edges: (0...24).map { Double($0) / 4 - 3 }, train: bell(24, centre: 10), test: []),
            roc: (0...50).map { .init(x: Double($0) / 50, y: (Double($0) / 50).squareRoot()) },
            calibration: (0...60).map { .init(x: Double($0) / 10 - 3, y: max(-1.5, min(1.5, (Double($0) / 10 - 3) * 0.8))) },
            lengths: .init(edges: (0...24).map { Double($0) / 2 }, train: bell(24, centre: 11), test: bell(24, centre: 14)),
            scripts: [
                .init(name: "latin", train: 0.78, test: 0.71), .init(name: "han", train: 0.001, test: 0.04),
                .init(name: "space", train: 0.17, test: 0.18), .init(name: "punctuation", train: 0.04, test: 0.05),
            ])
        return ReportDetails(
            rows: rows, terms: moved, testedTerms: 11_330, curves: curves,
            validationCheck: .init(
                drawn: .init(auc: 0.531, lower: 0.502, upper: 0.561), random: .init(auc: 0.728, lower: 0.70, upper: 0.757),
                setRows: 2_000, testRows: 2_000))
    }

    private static func movedTerm(_ term: String, _ number: Int, _ words: [String], field: String) -> MovedTerm {
        let rank = Double(number)
        let isUp = number % 3 != 2
        let low: Double = number == 4 ? 0 : 0.004 + rank / 300
        let high: Double = 0.04 + rank * rank / 200
        let contexts = (0..<6).map { place in
            MovedTerm.Context(
                isTest: place > 2, line: 40 + place, before: words[0] + words[1], match: term, after: " " + words[2] + words[3])
        }
        return MovedTerm(
            term: term, field: field, logOdds: isUp ? 1.4 : -1.4, z: isUp ? 14 - rank : rank - 14, qValue: 0.0001 * rank * rank,
            trainGroups: 20, testGroups: 90, trainShare: isUp ? low : high, testShare: isUp ? high : low,
            contribution: number == 4 ? nil : 0.02 / (rank + 1), contexts: contexts)
    }

    private static func pow4(_ value: Double) -> Double { value * value * value * value }
}
