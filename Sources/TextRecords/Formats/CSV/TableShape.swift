/// What the start of a file shows of a table: how its cells are written, and whether its first row has the columns' names.
struct TableShape {
    let dialect: CSVDialect
    /// Cells of the first row.
    let columns: Int
    /// The share of the other rows that have as many.
    let evenness: Double
    /// Whether all rows do, or twenty before the first that does not: two at least.
    let isEven: Bool
    let header: HeaderEvidence.Verdict
    /// Of a table with two columns, the one beside a column of few values.
    let textBesideLabel: Int?
    /// The start of the first row.
    let first: String

    /// Rows that are looked at.
    static let sample = 1000

    /// The delimiters that are looked for.
    private static let usual: [[UInt8]] = ["\t", ",", ";", "|"].map { Array($0.utf8) }

    /// How a file that may be a table is best read as one.
    ///
    /// - Parameters:
    ///   - isTabbed: Whether tabs alone, or all but tabs, come into question; nil for both.
    ///   - isNamed: Whether it is known to be a table, so that rows may differ.
    static func find(_ file: FileHead, isTabbed: Bool? = nil, isNamed: Bool) -> TableShape? {
        let own: [UInt8] = ["tsv", "tab"].contains(file.pathExtension) ? [CSVDialect.tab] : [UInt8(ascii: ",")]
        if let given = file.options.delimiter { return TableShape(file, Array(given.utf8)) }
        if let given = SeparatorLine.delimiter(in: file.bytes) { return TableShape(file, given) }
        var best: TableShape?
        for delimiter in usual where isTabbed == nil || isTabbed == (delimiter == [CSVDialect.tab]) {
            guard let shape = TableShape(file, delimiter), shape.columns > 1, shape.isEven || (isNamed && shape.evenness >= 0.5)
            else { continue }
            if let found = best, !shape.isBetter(than: found, own) { continue }
            best = shape
        }
        return best
    }

    private func isBetter(than other: TableShape, _ own: [UInt8]) -> Bool {
        if isEven != other.isEven { return isEven }
        if (header == .present) != (other.header == .present) { return header == .present }
        if dialect.delimiter == own || other.dialect.delimiter == own {
            // The extension's own delimiter, unless the rows speak against it.
            let mine = dialect.delimiter == own
            return mine ? evenness >= other.evenness / 2 : other.evenness < evenness / 2
        }
        return (evenness, columns) > (other.evenness, other.columns)
    }

    /// How surely a file is a table with tabs, or with another delimiter.
    static func claim(_ file: FileHead, isTabbed: Bool) -> FormatDescription.Claim? {
        let names = ["csv", "tsv", "tab", "psv", "ssv"]
        let isNamed = names.contains(file.pathExtension)
        guard let shape = find(file, isNamed: isNamed) else {
            // A table of one column.
            return isNamed && isTabbed == ["tsv", "tab"].contains(file.pathExtension) ? .isNamed : nil
        }
        let isMine = (shape.dialect.delimiter == [CSVDialect.tab]) == isTabbed
        guard isMine else { return nil }
        if isNamed || file.options.delimiter != nil { return .isNamed }
        guard shape.isEven else { return nil }
        if SeparatorLine.delimiter(in: file.bytes) != nil { return .isNamed }
        let isRare = isTabbed || shape.dialect.delimiter == [UInt8(ascii: "|")]
        if !file.options.hasHeader { return isRare ? .isNamed : .isMarked }
        switch shape.header {
        case .present: return .isMarked
        case .absent:
            if shape.textBesideLabel != nil { return isRare || shape.isLong ? .isMarked : nil }
            // Prose has commas; tabs and bars it has not.
            return isRare && shape.columns > 2 ? .isMarked : nil
        case .unknown: return shape.looksNamed ? .looksLikely : nil
        }
    }

    private let isLong: Bool
    private let looksNamed: Bool

    /// - Returns: nil where there is no row.
    init?(_ file: FileHead, _ delimiter: [UInt8]) {
        let maximum = file.options.maximumRecord
        var dialect = CSVDialect(delimiter, maximumQuoted: maximum)
        var rows = Self.rows(file, dialect)
        if dialect.isLenient, delimiter == [CSVDialect.tab], file.bytes.contains(UInt8(ascii: "\"")) {
            // Quotes mean something where all rows are even only with them, or where they join so many lines that it is no chance.
            let strict = CSVDialect(delimiter, isLenient: false, maximumQuoted: maximum)
            let quoted = Self.rows(file, strict)
            let joinsMany = quoted.overLines >= max(2, quoted.count / 5)
            if !quoted.hasUneven, quoted.isEven, rows.hasUneven || joinsMany { (dialect, rows) = (strict, quoted) }
        }
        guard let first = rows.first else { return nil }
        self.dialect = dialect
        columns = first.count
        isEven = rows.isEven
        evenness = rows.count > 1 ? Double(rows.even) / Double(rows.count - 1) : 1
        let evidence = HeaderEvidence(first: first, rows: rows.others)
        header = evidence.verdict
        looksNamed = evidence.looksNamed
        isLong = rows.count > 20
        textBesideLabel = columns == 2 && header == .absent ? evidence.textBesideLabel : nil
        self.first = rows.text
    }

    private struct Rows {
        var first: [HeaderEvidence.Cell]?
        var others: [[HeaderEvidence.Cell]] = []
        var count = 0
        /// Rows after the first with as many cells.
        var even = 0
        var evenAtStart = 0
        /// Rows with a line's end in a cell.
        var overLines = 0
        var hasUneven = false
        var text = ""
        var isEven: Bool { hasUneven ? evenAtStart >= 20 : even >= 2 }
    }

    private static func rows(_ file: FileHead, _ dialect: CSVDialect) -> Rows {
        let head = file.bytes
        let scanner = CSVScanner(dialect)
        var cells: [CSVScanner.Cell] = []
        var start = SeparatorLine.end(in: head)
        var rows = Rows()
        while rows.count < sample, start < head.count {
            // The last row may be cut.
            guard let row = scanner.row(in: head, from: start, isAtEnd: !file.isCut, cells: &cells) else { break }
            let content = UnsafeBufferPointer(rebasing: head[start..<row.end])
            start = row.next
            if CSVScanner.isBlank(content) { continue }
            rows.count += 1
            if row.hasQuotes, content.contains(0x0A) { rows.overLines += 1 }
            let texts = cells.map { HeaderEvidence.Cell(head[$0.start..<$0.end]) }
            guard let first = rows.first else {
                rows.first = texts
                rows.text = String(decoding: content.prefix(60), as: UTF8.self)
                continue
            }
            if texts.count == first.count, row.openQuote == nil {
                rows.even += 1
                if !rows.hasUneven { rows.evenAtStart += 1 }
                rows.others.append(texts)
            } else {
                rows.hasUneven = true
            }
        }
        return rows
    }
}
