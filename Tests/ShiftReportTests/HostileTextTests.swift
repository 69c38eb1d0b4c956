import ShiftReport
import Testing

/// Text that would do something if it reached a terminal or a page as it is.
enum HostileText {
    static let all = [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "&lt;script&gt;", "</td></table>",
        "\u{1B}[31mred\u{1B}[0m", "\u{1B}]0;title\u{07}", "\u{9B}31m", "nul\u{0}nul", "back\u{8}\u{7F}",
        "\u{202E}desrever\u{202C}", "\u{2066}isolate\u{2069}\u{200F}", "a|b", "|\u{301}|\u{338}", "line\nline\r\nline",
        "line\u{2028}line\u{2029}line\u{85}\u{0B}\u{0C}end", "tab\tto", "**bold** _it_ `code` [a](http://x) ![i](y) ~~s~~",
        "# heading", "\\| \\", "<\u{301}b>", "\u{FEFF}mark\u{200B}", "\u{E0041}tag\u{E000}",
    ]
}

@Suite("Text of the corpus never appears raw")
struct HostileTextTests {
    /// Code points that a terminal obeys, or that reorder or hide what stands beside them.
    private static func isUnfit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A: false  // Ends the document's own lines, which are counted.
        case 0...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF,
            0xE000...0xF8FF, 0xE0000...0xE007F:
            true
        default: false
        }
    }

    @Test(arguments: HostileText.all, [60, 100])
    func terminal(text: String, width: Int) {
        let shown = TerminalSummary(Summaries.saying(text), width: width).text
        #expect(!shown.unicodeScalars.contains(where: Self.isUnfit))
    }

    @Test("A line feed in the corpus makes no line", arguments: ["a\nb", "a\r\nb", "a\u{2028}b", "a\u{85}b", "a\u{B}b"])
    func oneLineEach(text: String) {
        let plain = Summaries.saying("a b")
        let broken = Summaries.saying(text)
        #expect(TerminalSummary(broken).text == TerminalSummary(plain).text)
        #expect(MarkdownReport.render(broken) == MarkdownReport.render(plain))
    }

    @Test(arguments: HostileText.all)
    func markdown(text: String) {
        let document = MarkdownReport.render(Summaries.saying(text))
        #expect(!document.unicodeScalars.contains(where: Self.isUnfit))
        // The document itself has "<" before numbers only, and "&" only in what stands for a mark.
        let marks = ["p < 0.001", "| <0.1% |"].reduce(document) { $0.replacing($1, with: "") }
        #expect(!marks.unicodeScalars.contains("<"))
        #expect(!marks.unicodeScalars.contains(">"))
        for part in document.utf8.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false).dropFirst() {
            #expect(["lt;", "gt;", "amp;"].contains { part.starts(with: $0.utf8) })
        }
    }

    @Test("Every row of a table has its header's number of cells", arguments: HostileText.all)
    func cells(text: String) {
        // Joined lines that start with a bar; a bar behind a backslash is text.
        var columns = 0
        var rows = 0
        for line in MarkdownReport.render(Summaries.saying(text)).split(separator: "\n", omittingEmptySubsequences: false) {
            guard line.unicodeScalars.first == "|" else {
                columns = 0
                continue
            }
            var bars = 0
            var isEscaped = false
            for scalar in line.unicodeScalars {
                if scalar == "|", !isEscaped { bars += 1 }
                isEscaped = scalar == "\\" && !isEscaped
            }
            if columns == 0 { columns = bars }
            #expect(bars == columns)
            rows += 1
        }
        #expect(rows > 25)
    }

    @Test("Markup of the corpus is text", arguments: ["*", "_", "`", "[", "]", "#", "!", "~", "|", "\\"])
    func escapes(mark: String) {
        let document = MarkdownReport.render(Summaries.saying("x\(mark)y"))
        #expect(document.contains("x\\\(mark)y"))
        #expect(!document.contains("x\(mark)y"))
    }

    @Test("Letters, digits and Chinese stay as they are")
    func harmless() {
        for text in ["评论 review 42", "naïve café", "שלום", "👩‍🔬"] {
            #expect(TerminalSummary(Summaries.saying(text)).text.contains(text))
            #expect(MarkdownReport.render(Summaries.saying(text)).contains(text))
        }
    }
}
