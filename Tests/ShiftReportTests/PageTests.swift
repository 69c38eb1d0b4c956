import Foundation
import ShiftPipeline
import TestSupport
import Testing

@testable import ShiftReport

@Suite("report.html")
struct PageTests {
    /// The pages that are looked at, here and in a browser.
    static var pages: [(name: String, summary: ShiftSummary, language: Language)] {
        [
            ("shift", Summaries.detailed, .english), ("no-shift", Summaries.measured, .english),
            ("untrusted", Summaries.distrusted, .english), ("plain", Summaries.sample, .english),
            ("too-few-groups", Summaries.tooFewGroups, .english),
            ("hostile", Summaries.detailed(saying: HostileText.all.joined(separator: " ")), .english),
            ("chinese", Summaries.chinese, .chinese), ("chinese-untrusted", Summaries.distrusted, .chinese),
        ]
    }

    /// The elements of a page with their ids and classes, one a line, without text: what a change of structure changes.
    private static func outline(_ page: String) -> String {
        var lines: [String] = []
        var depth = 0
        let bare: Set<Substring> = ["meta", "link", "input", "i", "text"]
        let body = page[(page.firstRange(of: "<body")?.lowerBound ?? page.startIndex)...]
            .replacing(#/<script.*?<\/script>/#.dotMatchesNewlines(), with: "")
        for match in body.matches(of: #/<(\/?)([a-z1-6]+)((?: [A-Za-z0-9-]+(?:="[^"]*")?)*)(\/?)>/#) {
            // Drawings' shapes close themselves.
            if bare.contains(match.2) || !match.4.isEmpty { continue }
            guard match.1.isEmpty else {
                depth -= 1
                continue
            }
            let marks = match.3.matches(of: #/ (id|class|role|aria-labelledby)="([^"]*)"/#).map { "\($0.1)=\($0.2)" }
            lines.append(String(repeating: " ", count: depth) + ([String(match.2)] + marks).joined(separator: " "))
            depth += 1
        }
        // Equal neighbours once.
        return zip(lines, [""] + lines).filter { $0 != $1 }.map { $0.0 + "\n" }.joined()
    }

    @Test("Its structure is as recorded", arguments: ["shift", "no-shift", "plain", "too-few-groups"])
    func structure(name: String) throws {
        let page = try #require(Self.pages.first { $0.name == name })
        try Snapshot.expect(Self.outline(HTMLReport.render(page.summary, language: page.language)), "\(name).outline.txt")
    }

    @Test("Elements are closed in order, and ids are unique", arguments: pages.map(\.name))
    func wellFormed(name: String) throws {
        let page = try #require(Self.pages.first { $0.name == name })
        let html = try HTMLReport.render(page.summary, language: page.language)
        var open: [Substring] = []
        let bare = html.replacing(#/<script.*?<\/script>/#.dotMatchesNewlines(), with: "")
        for match in bare.matches(of: #/<(\/?)([a-z1-6]+)(?: [A-Za-z0-9-]+(?:="[^"]*")?)*(\/?)>/#) {
            let name = match.2
            if ["meta", "link", "input"].contains(name) || !match.3.isEmpty { continue }
            if match.1.isEmpty { open.append(name) } else { #expect(open.popLast() == name) }
        }
        #expect(open.isEmpty)
        let ids = html.matches(of: #/ id="([^"]*)"/#).map { String($0.1) }
        #expect(Set(ids).count == ids.count)
        // Nothing is fetched.
        #expect(!html.contains("http://") || html.matches(of: #/http:\/\/(?!www\.w3\.org\/2000\/svg|x\))/#).isEmpty)
        #expect(!html.contains("@import") && !html.contains("url("))
    }

    @Test("Where weights are not to be trusted, that is said before the verdict, and the rows without support come first")
    func distrustFirst() throws {
        let html = try HTMLReport.render(Summaries.distrusted)
        let distrust = try #require(html.firstRange(of: "NOT to be trusted"))
        let verdict = try #require(html.firstRange(of: "<h1>"))
        #expect(distrust.lowerBound < verdict.lowerBound)
        let lists = html.matches(of: #/<section class="list" data-list="(\w+)"/#).map { String($0.1) }
        #expect(lists.first == "outOfSupportTest" && lists.count == 4)
    }

    @Test("Without a shift the page says up to what these rows can tell")
    func nothing() throws {
        let html = try HTMLReport.render(Summaries.measured)
        #expect(html.contains("Neither words nor form were shown") && html.contains("cannot rule out an AUC up to"))
        #expect(!html.contains("class=\"row\"") && !html.contains("id=\"term-table\""))
    }

    @Test("Templates say their labels by names that exist, name the page's escaper, and take only drawings and files unescaped")
    func templates() throws {
        let labels = Wording.english.labels
        for (name, template) in PageFiles.templates {
            #expect(template.hasPrefix("{{% CONTENT_TYPE: PAGE}}"), "\(name)")
            for match in template.matches(of: #/say\.(\w+)/#) { #expect(labels[String(match.1)] != nil, "\(match.1)") }
            let raw = Set(template.matches(of: #/\{\{\{(.*?)\}\}\}/#).map { String($0.1) })
            #expect(raw.isSubset(of: ["css", "js", "gauge", "drawing", "tokens"]), "\(name)")
            #expect(!template.contains("{{&"))
        }
        #expect(Wording(.chinese).labels.keys == labels.keys)
    }

    @Test("At most 2 MB, whatever the corpora; what there is no room for is told")
    func size() throws {
        var summary = Summaries.detailed
        guard var details = summary.details else { return }
        let long = String(repeating: "\u{202E}\"&<", count: 300)
        details.rows = ExplainedRow.List.allCases.flatMap { list in
            (0..<50).map { number in
                var row = details.rows[0]
                (row.list, row.line) = (list, number)
                row.fields = (0..<40).map {
                    .init(name: "f\($0)", tokens: [.init(text: long, contribution: 1)], surface: 0, rest: 0)
                }
                return row
            }
        }
        details.terms = (0..<3_000).map { number in
            var term = details.terms[0]
            term.term = "\(number)" + long
            term.contexts = term.contexts.map { .init(isTest: $0.isTest, line: 1, before: long, match: long, after: long) }
            return term
        }
        summary.details = details
        summary.fields = (0..<5_000).map { Field(name: "f\($0)" + long, isUsed: true, reason: .named, auc: 0.6) }
        summary.groups.by = [long]
        let html = try HTMLReport.render(summary)
        #expect(html.utf8.count <= HTMLReport.mostBytes)
        #expect(html.contains("left out to keep this page small"))
    }

    @Test("Shades are on one scale for all rows, and the tokens give back the text")
    func shades() {
        let shades = TokenShades(Summaries.detailed.details?.rows ?? [])
        #expect(shades.name(0) == nil)
        #expect(shades.name(shades.scale) == "p5")
        #expect(shades.name(-shades.scale * 3) == "n5")
        #expect(shades.name(shades.scale * 0.1) == "p1")
        let markup = shades.markup([
            .init(text: "a<b", contribution: shades.scale), .init(text: " ", contribution: 9),
            .init(text: "c", contribution: 0),
        ])
        #expect(markup.string == "<i class=\"p5\" title=\"+\(NumberText.fixed(shades.scale, 3))\">a&lt;b</i> c")
    }

    @Test("Both languages say the same figures", arguments: Summaries.all.map(\.name))
    func languages(name: String) throws {
        let summary = try #require(Summaries.all.first { $0.name == name }?.summary)
        func figures(_ text: String) -> [Substring] { text.matches(of: #/[0-9]+(?:[.,][0-9]+)*/#).map(\.output).sorted() }
        let (english, chinese) = (Wording.english.explanations(summary), Wording(.chinese).explanations(summary))
        #expect(english.map(\.figure) == chinese.map(\.figure))
        for (a, b) in zip(english, chinese) { #expect(figures(a.sentence) == figures(b.sentence), "\(a.sentence)") }
        for summary in [summary, Summaries.detailed] {
            for part in [Wording.kinds, Wording.safety, Wording.large] {
                #expect(part(.english)(summary).count == part(Wording(.chinese))(summary).count)
            }
            #expect(Wording.english.next(summary).count == Wording(.chinese).next(summary).count)
        }
    }

    @Test("The language of the corpora is also that of older reports, by the scripts")
    func language() {
        #expect(Language.ofCorpora(Summaries.detailed) == .english)
        #expect(Language.ofCorpora(Summaries.chinese) == .chinese)
    }

    @Test("The total variation bound is that of the worst score with such an area", arguments: [0.5, 0.6, 0.75, 0.9, 1])
    func variation(auc: Double) throws {
        let bound = Separability.leastVariation(auc: auc) ?? 0
        // Two distributions that far apart, and the best score: its ROC curve is min(1, x + bound).
        let steps = 100_000
        let area = (0..<steps).reduce(0.0) { $0 + min(1, (Double($1) + 0.5) / Double(steps) + bound) } / Double(steps)
        #expect(abs(area - auc) < 1e-6)
    }

    /// Writes the pages for Tests/Browser, where it is asked to.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["TEXTSHIFT_PAGES"] != nil))
    func pagesForBrowser() throws {
        let folder = try #require(ProcessInfo.processInfo.environment["TEXTSHIFT_PAGES"])
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for page in Self.pages {
            try HTMLReport.render(page.summary, language: page.language)
                .write(toFile: "\(folder)/\(page.name).html", atomically: true, encoding: .utf8)
        }
    }
}

@Suite("Text of the corpus is text in the page")
struct PageEscapingTests {
    private static func isUnfit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF,
            0xE000...0xF8FF, 0xE0000...0xE007F:
            true
        default: false
        }
    }

    @Test(
        arguments: HostileText.all + [
            "\"\u{301} onmouseover=alert(1)", "'\u{301}", "<\u{301}script>", "{{say.keep}}", "{{{css}}}", "</style><b>", "]]>",
            "<!--",
        ])
    func page(text: String) throws {
        let plain = try HTMLReport.render(Summaries.detailed(saying: "x"))
        let html = try HTMLReport.render(Summaries.detailed(saying: text))
        #expect(!html.unicodeScalars.contains(where: Self.isUnfit))
        // As many marks as with harmless text: none of the corpus's own has become markup.
        for mark in ["<", ">"] as [Unicode.Scalar] {
            let count = { (page: String) in page.unicodeScalars.count { $0 == mark } }
            // A token of white space has no shade.
            #expect(count(html) == count(plain), "\(mark)")
        }
        #expect(html.unicodeScalars.count { $0 == "\"" } >= plain.unicodeScalars.count { $0 == "\"" })
        #expect(html.contains(HTMLEscaping.escape(text)))
    }

    @Test(arguments: [
        ("a<b>&\"'", "a&lt;b&gt;&amp;&quot;&#39;"), ("\u{0}\u{1B}\u{7F}", "␀␛␡"), ("a\r\nb\tc", "a␍\nb\tc"),
        ("\u{202E}x\u{FEFF}", "⟨U+202E⟩x⟨U+FEFF⟩"), ("👩‍🔬 e\u{301}", "👩‍🔬 e\u{301}"), ("<\u{301}", "&lt;\u{301}"),
        ("\u{E0041}", "⟨U+E0041⟩"),
    ])
    func escape(text: String, expected: String) {
        #expect(Array(HTMLEscaping.escape(text).unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test(
        "Text that is not shown as it is, is known",
        arguments: [("a<b\n", false), ("a\r", true), ("\u{202E}", true), ("数据", false)])
    func replaced(text: String, isReplaced: Bool) {
        #expect(HTMLEscaping.replacesCharacters(in: text) == isReplaced)
    }

    @Test("Marks piled on a letter are cut off")
    func piled() {
        #expect(HTMLEscaping.escape("e" + String(repeating: "\u{301}", count: 500) + "f").unicodeScalars.count == 10)
    }
}

@Suite("Drawings")
struct DrawingTests {
    @Test("No label lies on another, nor leaves its area")
    func placement() {
        var placement = LabelPlacement(area: .init(x: 0, y: 0, width: 100, height: 60))
        var taken: [LabelPlacement.Box] = []
        for number in 0..<60 {
            let box = LabelPlacement.Box(x: Double(number * 37 % 90), y: Double(number * 23 % 55), width: 20, height: 8)
            if placement.take([box]) != nil {
                #expect(!taken.contains { $0.overlaps(box) })
                #expect(box.x + box.width <= 100 && box.y + box.height <= 60)
                taken.append(box)
            }
        }
        #expect(taken.count > 3)
    }

    @Test("Histograms know their medians and shares")
    func histogram() {
        let histogram = ShiftCurves.Histogram(edges: [0, 1, 2, 3], train: [0.5, 0.5, 0], test: [0, 0, 1])
        #expect(histogram.quantile(0.5, of: \.train) == 1)
        #expect(histogram.quantile(0.5, of: \.test) == 2.5)
        #expect(histogram.share(above: 1.5) == (0.5, 1))
        #expect(!ShiftCurves.Histogram(edges: [0], train: [], test: []).hasRows)
    }

    @Test(
        "An axis has few ticks, however far a report that was edited says it goes",
        arguments: [0.7, 40, 130, 1e4, 2_147_483_648, 1e15])
    func farAxes(reach: Double) throws {
        var summary = Summaries.detailed
        summary.details?.curves.calibration = [.init(x: -reach, y: -reach), .init(x: 0, y: 0), .init(x: reach, y: reach)]
        let figure = try #require(CalibrationPlot.figure(summary, Wording(.english)))
        let ticks = figure.drawings[0].content.string.matches(of: #/class="tick/#).count
        #expect((4...14).contains(ticks), "\(ticks)")
    }

    @Test("Curves without points draw nothing, and do not fail")
    func empty() throws {
        var summary = Summaries.detailed
        let none = ShiftCurves.Histogram(edges: [], train: [], test: [])
        summary.details?.curves = ShiftCurves(pTest: none, weights: none, roc: [], calibration: [], lengths: none, scripts: [])
        summary.reliability.bins = []
        let html = try HTMLReport.render(summary)
        #expect(html.contains("id=\"plots\"") && !html.contains("NaN"))
    }

    @Test(
        arguments: [(0, "0"), (1.25, "1.3"), (-0.04, "0"), (-1.5, "-1.5"), (100, "100"), (.infinity, "0")] as [(Double, String)]
    )
    func coordinates(value: Double, expected: String) {
        #expect(value.place == expected)
    }
}
