/// A line of a file of tokens.
enum TokenLine {
    /// The columns of a line, between single tabs or any number of spaces and tabs. In a line that starts with a blank the first
    /// column is empty.
    static func split(_ row: UnsafeBufferPointer<UInt8>, isTabbed: Bool, into columns: inout [Range<Int>]) {
        columns.removeAll(keepingCapacity: true)
        var end = row.count
        while end > 0, row[end - 1] == 0x20 || row[end - 1] == 0x0D || (!isTabbed && row[end - 1] == 0x09) { end -= 1 }
        var start = 0
        var at = 0
        while at < end {
            guard row[at] == 0x09 || (!isTabbed && row[at] == 0x20) else {
                at += 1
                continue
            }
            columns.append(start..<at)
            at += 1
            if !isTabbed { while row[at] == 0x09 || row[at] == 0x20 { at += 1 } }
            start = at
        }
        columns.append(start..<max(start, end))
    }
}
