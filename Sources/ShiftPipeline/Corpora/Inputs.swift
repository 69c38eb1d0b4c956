import TextRecords

/// The two corpora as they were read.
public struct Inputs: Codable, Sendable, Equatable {
    /// The training corpus.
    public var train: Input
    /// The test corpus.
    public var test: Input

    package init(train: Input, test: Input) {
        self.train = train
        self.test = test
    }
}

/// One corpus as it was read.
public struct Input: Codable, Sendable, Equatable {
    /// One file of a corpus.
    public struct File: Codable, Sendable, Equatable {
        /// Last component of its path.
        public var name: String
        /// "xxh128:" and XXH3-128 of the file's bytes.
        public var digest: String
        /// "jsonl", "text", "json", "csv", "tsv", "conll", "conllu", "fasttext" or "squad".
        public var format: String
        /// What its characters were converted from: "UTF-8" for none.
        public var encoding: String
        /// Whether it is compressed.
        public var isCompressed: Bool
        /// How; nil if it is not.
        public var packing: Packing?
        /// The delimiter of a table that is "csv" if it is not a comma; nil otherwise.
        public var delimiter: String?
        /// The number of tabs in each of the first lines of a file taken for plain text, if it is the same in all: it may be a
        /// table.
        public var tabs: Int?
        /// What was found out about how it is to be read; nil if there is nothing to say.
        public var remarks: [ReadingRemark]?

        package init(
            name: String, digest: String, format: String, encoding: String, isCompressed: Bool, packing: Packing? = nil,
            delimiter: String? = nil, tabs: Int? = nil, remarks: [ReadingRemark]? = nil
        ) {
            self.name = name
            self.digest = digest
            self.format = format
            self.encoding = encoding
            self.isCompressed = isCompressed
            self.packing = packing
            self.delimiter = delimiter
            self.tabs = tabs
            self.remarks = remarks
        }
    }

    /// Last component of its path; of several files, the first one's.
    public var name: String
    /// The file's digest; for several files, the digest of their digests, one per line.
    public var digest: String
    /// The files' format; "several" where they differ.
    public var format: String
    /// The files, in the order in which they were read.
    public var files: [File]
    /// Records read.
    public var records: Int
    /// Lines left out because they are not records (`--on-error skip`).
    public var skippedLines: Int
    /// Records that a review excluded (`--exclude`), not counted in `records`; nil without a review.
    public var excludedRows: Int?
    /// Rows of tables that end early, and lack their last fields; nil if there are none.
    public var shortRows: Int?
    /// Numbers and booleans in the fields that are compared, read as they are spelled; nil if there are none.
    public var spelledValues: Int?

    package init(
        name: String, digest: String, format: String, records: Int, skippedLines: Int, files: [File], excludedRows: Int? = nil,
        shortRows: Int? = nil, spelledValues: Int? = nil
    ) {
        self.name = name
        self.digest = digest
        self.format = format
        self.records = records
        self.skippedLines = skippedLines
        self.files = files
        self.excludedRows = excludedRows
        self.shortRows = shortRows
        self.spelledValues = spelledValues
    }
}
