/// What must be known of a file before a piece of it can be read: its format, and what its start says.
enum RecordLayout: Sendable {
    case jsonLines
    case plainText
    case jsonArray
    case table(CSVHeader)
    case tagged(TagColumns)
    case questions

    /// - Parameters:
    ///   - format: How the file is written.
    ///   - head: The file's start in UTF-8, a byte order mark taken off: all of it, or enough for a header row.
    ///   - path: What to call the file in errors.
    /// - Throws: What is wrong with the header row of a table, or with the first row of tagged tokens.
    init(_ format: RecordFormat, head: UnsafeBufferPointer<UInt8>, path: String) throws(RecordError) {
        switch format {
        case .jsonLines: self = .jsonLines
        case .plainText: self = .plainText
        case .jsonArray: self = .jsonArray
        case .csv: self = .table(try CSVHeader(head, delimiter: RecordFormat.delimiter(ofCSV: head), path: path))
        case .tsv: self = .table(try CSVHeader(head, delimiter: UInt8(ascii: "\t"), path: path))
        case .conll: self = .tagged(try TagColumns(head, path: path))
        case .squad: self = .questions
        }
    }

    /// The format that this is a layout of.
    var format: RecordFormat {
        switch self {
        case .jsonLines: .jsonLines
        case .plainText: .plainText
        case .jsonArray: .jsonArray
        case .table(let header): header.delimiter == UInt8(ascii: "\t") ? .tsv : .csv
        case .tagged: .conll
        case .questions: .squad
        }
    }

    /// Where the file can be cut.
    func borders() -> any RecordBorders {
        switch self {
        case .jsonLines, .plainText: LineBorders()
        case .jsonArray: JSONArrayBorders()
        case .table(let header): CSVBorders(delimiter: header.delimiter, headerEnd: header.end)
        case .tagged: BlankLineBorders()
        case .questions: WholeDocument()
        }
    }

    /// A reader of pieces, for one worker.
    /// - Parameter named: All fields that were asked for.
    func reader(named: [FieldPath]) -> any ChunkReader {
        let nested = named.filter { $0.keys.count > 1 }
        switch self {
        case .jsonLines: return JSONLinesReader(named: nested.map(JSONLinesReader.NamedField.init))
        case .plainText: return PlainTextReader()
        case .jsonArray: return JSONArrayReader(named: nested.map(JSONLinesReader.NamedField.init))
        case .table(let header): return CSVReader(header: header, named: nested)
        case .tagged(let columns): return CoNLLReader(columns: columns)
        case .questions: return SQuADReader()
        }
    }
}
