/// Whether rows have as many cells as the first, which looks like a header.
enum TableShape {
    static func isTable(_ file: FileHead, _ delimiter: UInt8) -> Bool {
        let head = file.bytes
        let scanner = CSVScanner(delimiter: delimiter)
        var cells: [CSVScanner.Cell] = []
        var start = 0
        var columns = 0
        var rows = 0
        while rows < 100, start < head.count {
            // The last row may be cut.
            guard let row = scanner.row(in: head, from: start, isAtEnd: !file.isCut, cells: &cells)
            else { break }
            let content = UnsafeBufferPointer(rebasing: head[start..<row.end])
            start = row.next
            if CSVScanner.isBlank(content) { continue }
            if columns == 0 {
                guard cells.count > 1, isHeader(cells, of: head) else { return false }
                columns = cells.count
                continue
            }
            // A malformed row after many good ones is to be an error of the table.
            if cells.count != columns || row.openQuote != nil { return rows >= 20 }
            rows += 1
        }
        return rows >= 2
    }

    /// Whether the header is one cell by commas and several by semicolons, and the next row, if any, has as many.
    static func hasSemicolons(_ file: FileHead) -> Bool {
        let head = file.bytes
        var header: Int?
        var start = 0
        let scanner = CSVScanner(delimiter: UInt8(ascii: ";"))
        var cells: [CSVScanner.Cell] = []
        while start < head.count {
            guard let row = scanner.row(in: head, from: start, isAtEnd: !file.isCut, cells: &cells)
            else { break }
            let content = UnsafeBufferPointer(rebasing: head[start..<row.end])
            start = row.next
            if CSVScanner.isBlank(content) { continue }
            let count = cells.count
            if let header { return row.openQuote == nil && count == header }
            guard row.openQuote == nil, count > 1 else { return false }
            let commas = CSVScanner(delimiter: UInt8(ascii: ",")).row(in: content, from: 0, isAtEnd: true, cells: &cells)
            guard let commas, commas.openQuote != nil || cells.count == 1 else { return false }
            header = count
        }
        return header != nil
    }

    /// Names are short, not empty, distinct, not numbers, and have no blanks at either end.
    private static func isHeader(_ cells: [CSVScanner.Cell], of head: UnsafeBufferPointer<UInt8>) -> Bool {
        var names = Set<[UInt8]>()
        for cell in cells {
            let name = head[cell.start..<cell.end]
            guard let first = name.first, let last = name.last, name.count <= 64 else { return false }
            guard !first.isBlank, !last.isBlank, !name.contains(0x0A) else { return false }
            if name.allSatisfy({ ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2E || $0 == 0x2D }) { return false }
            guard names.insert(Array(name)).inserted else { return false }
        }
        return true
    }
}
