/// How the cells of a table are written.
struct CSVDialect: Sendable, Equatable {
    /// What stands between cells: not empty, without line ends, and not starting with a quote.
    let delimiter: [UInt8]
    /// Whether quotes that are not closed, or whose cell would hold both a delimiter and a line's end, are ordinary characters.
    let isLenient: Bool
    /// Bytes that a quoted cell may have.
    let maximumQuoted: Int

    static let tab = UInt8(ascii: "\t")

    /// - Parameter isLenient: nil for what goes with the delimiter: corpora with tabs, or with something that nobody quotes,
    ///   commonly hold quotes that mean nothing.
    init(_ delimiter: [UInt8], isLenient: Bool? = nil, maximumQuoted: Int = ReadingOptions.defaultMaximumRecord) {
        self.delimiter = delimiter
        self.isLenient = isLenient ?? (delimiter.count > 1 || delimiter == [Self.tab])
        self.maximumQuoted = maximumQuoted
    }

    /// The delimiter as text.
    var text: String { String(decoding: delimiter, as: UTF8.self) }
}
