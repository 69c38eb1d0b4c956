extension FormatDescription {
    /// All formats: a new one takes a file of its own and a line here.
    static let all: [FormatDescription] = [
        .jsonLines,
        .plainText,
        .jsonArray,
        .csv,
        .tsv,
        .conll,
        .squad,
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
    /// - Parameters:
    ///   - head: The file's start in UTF-8 without a byte order mark: all of it, or enough for a header row.
    ///   - path: What to call the file in errors.
    /// - Throws: What is wrong with the header row of a table, or with the first row of tagged tokens.
    func layout(of head: UnsafeBufferPointer<UInt8>, path: String) throws(RecordError) -> any RecordLayout {
        // Invariant: every format has a line in the list. `init?(rawValue:)` and detection give no other, so no input leads here.
        guard let description = FormatDescription.all.first(where: { $0.format == self }) else {
            preconditionFailure("format \(rawValue) is not listed")
        }
        return try description.layout(FileHead(head, path: path))
    }
}
