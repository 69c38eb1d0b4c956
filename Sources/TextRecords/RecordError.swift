/// Why records could not be read or written. The payloads are facts; the wording is up to whoever shows them.
public enum RecordError: Error, Hashable, Sendable {
    // Opening.

    /// There is no file at this path.
    case fileMissing(path: String)
    /// There is a folder at this path.
    case fileIsFolder(path: String)
    /// The system's error number from opening or reading the file.
    case fileUnreadable(path: String, errno: Int32)
    /// The file is not what it was when it was first read.
    case fileChanged(path: String)
    /// It was asked to stop.
    case stopped
    /// The file has no records: it is empty or blank.
    case fileEmpty(path: String)
    /// The file is something else than a corpus, or compressed in a way that is not read.
    case foreign(path: String, ForeignContent)
    /// A zip archive has several files.
    case zipOfSeveral(path: String, files: [String])
    /// A compressed file breaks off or is damaged; the offset is in the compressed file.
    case unpackable(path: String, Packing, offset: Int, PackingFault)

    // Characters.

    /// The file is in this encoding, as its start shows, except for the bytes at `offset` of the (uncompressed) file.
    case notInEncoding(SourceLocation, CharacterEncoding, offset: Int)
    /// Lines before this one are in another encoding: the first line that cannot be in `expected` and is in `found`.
    case encodingsMixed(SourceLocation, found: CharacterEncoding, expected: CharacterEncoding)
    /// The file is in none of the encodings that are read without being named; what it may be in, the likeliest first.
    case encodingUnnamed(path: String, candidates: [EncodingCandidate])
    /// The system has no converter for an encoding; `status` is ICU's name for the error.
    case encodingUnavailable(path: String, CharacterEncoding, status: String)

    // Records.

    /// A line is not JSON.
    case notJSON(SourceLocation, JSONFault)
    /// The file ends within its last record, without a newline: it was cut off.
    case truncated(SourceLocation)
    /// A line is JSON, but not an object.
    case notAnObject(SourceLocation, found: ValueKind)
    /// A line is not UTF-8; the column is that of the first wrong byte.
    case notUTF8(SourceLocation)
    /// A record has more bytes than `limit`.
    case recordTooLong(SourceLocation, limit: Int)
    /// The first row of a table is one of cells; `first` is its start.
    case headerMissing(path: String, columns: Int, first: String, format: RecordFormat)
    /// A row of a table has a different number of cells than its header.
    case cellCount(SourceLocation, found: Int, expected: Int)
    /// A cell's opening quote has no closing quote that a delimiter or a line end follows.
    case quoteNotClosed(SourceLocation)
    /// A row of a tagged sentence has a different number of columns than the file's first.
    case columnCount(SourceLocation, found: Int, expected: Int)
    /// A row of a tagged sentence has columns, but nothing in the first.
    case tagWithoutToken(SourceLocation)
    /// A part of a document of questions is missing or of another kind.
    case questionsMalformed(SourceLocation, QuestionPlace, QuestionFault)

    /// A fault that makes a document, or the rest of an array, unreadable: there is no single record to leave out.
    indirect case ofDocument(RecordError)

    // Fields.

    /// A field path, as typed, with an empty name or key.
    case fieldPathMalformed(String)
    /// Two fields were given the same name.
    case fieldNamedTwice(String)
    /// No record has this field; `available` are the top-level fields that records do have, in order of appearance.
    case fieldAbsent(path: String, field: String, available: [String])
    /// A field should hold text in every record and holds something else here.
    case wrongFieldType(SourceLocation, field: String, found: ValueKind)

    // Writing.

    /// A record has the key that should be added.
    case keyExists(SourceLocation, key: String)
    /// A number to be written has no decimal form.
    case notFinite(NonFiniteNumber)
    /// The output folder cannot be made or used; the system's error number.
    case outputNotCreated(path: String, errno: Int32)
    /// A single file cannot be made; the system's error number.
    case outputFileNotCreated(path: String, errno: Int32)
    /// A single file is there already.
    case outputExists(path: String)
    /// A file that the results are made from stands where one of them belongs.
    case outputIsInput(path: String)
    /// A file cannot be written; the system's error number (ENOSPC: the disk is full; EPIPE: the reader has gone).
    case outputNotWritten(path: String, errno: Int32)
    /// The output folder has these files from before.
    case outputHoldsResults(path: String, files: [String])
    /// Another run is writing to the output folder: its process and its host, if they are known.
    case outputBusy(path: String, process: Int?, host: String?)
    /// A device, a pipe or a link where a file of the output folder belongs.
    case outputIsNoFile(path: String)
    /// An output file's name that is empty, has a slash, starts with a dot, or is given twice.
    case outputNameMalformed(String)
}

extension RecordError {
    /// The line that is not a record; nil if the error is not about a line.
    public var location: SourceLocation? {
        switch self {
        case .notInEncoding(let place, _, _), .encodingsMixed(let place, _, _), .notJSON(let place, _), .truncated(let place),
            .notAnObject(let place, _), .notUTF8(let place), .recordTooLong(let place, _), .cellCount(let place, _, _),
            .quoteNotClosed(let place), .columnCount(let place, _, _), .tagWithoutToken(let place),
            .questionsMalformed(let place, _, _), .wrongFieldType(let place, _, _), .keyExists(let place, _):
            place
        case .ofDocument(let error): error.location
        case .fileMissing, .fileIsFolder, .fileUnreadable, .fileChanged, .stopped, .fileEmpty, .foreign, .zipOfSeveral,
            .unpackable,
            .encodingUnnamed, .encodingUnavailable, .headerMissing, .fieldPathMalformed, .fieldNamedTwice, .fieldAbsent,
            .notFinite, .outputNotCreated,
            .outputFileNotCreated, .outputExists, .outputIsInput, .outputNotWritten, .outputHoldsResults, .outputBusy,
            .outputIsNoFile,
            .outputNameMalformed:
            nil
        }
    }
}
