extension FormatDescription {
    /// All formats: a new one takes a file of its own and a line here.
    static let all: [FormatDescription] = [
        .jsonLines,
        .plainText,
        .jsonArray,
        .squad,
        // Before tables: a token and its tag are two cells as well.
        .conllu,
        .conll,
        .fastText,
        .csv,
        .tsv,
    ]
}

extension RecordFormat: CaseIterable {
    /// All formats that can be read.
    public static let allCases = FormatDescription.all.map(\.format)

    /// The format of this name, or nil if there is none.
    public init?(rawValue: String) {
        guard let format = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
        self = format
    }

    /// What the start of a file of this format says about the rest.
    ///
    /// - Throws: What is wrong with the header row of a table, or with the first row of tokens.
    func layout(of head: FileHead) throws(RecordError) -> any RecordLayout {
        // Invariant: every format has a line in the list. `init?(rawValue:)` and detection give no other, so no input leads here.
        guard let description = FormatDescription.all.first(where: { $0.format == self }) else {
            preconditionFailure("format \(rawValue) is not listed")
        }
        return try description.layout(head)
    }

    /// As ``layout(of:)``, of a file's start in UTF-8 without a byte order mark.
    func layout(of head: UnsafeBufferPointer<UInt8>, path: String) throws(RecordError) -> any RecordLayout {
        try layout(of: FileHead(head, path: path, options: ReadingOptions(format: self)))
    }
}
