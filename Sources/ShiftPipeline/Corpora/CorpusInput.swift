import TextRecords

/// Where the records of one side come from.
public enum CorpusInput: Sendable {
    /// Files, read one after another; `-` is standard input. At least one.
    case files([String])
    /// Texts in memory, one per record. Each is the field `text` of a record `{"text": …}`, which is what is written for it.
    case texts([String])

    /// Opens the corpus.
    ///
    /// - Parameters:
    ///   - name: What texts in memory are called in reports and locations.
    ///   - memoryLimit: The most bytes of a pipe that are kept in memory.
    /// - Throws: `RecordError` for what cannot be read; `RecordError.fileEmpty(path:)` without any text.
    func open(name: String, options: AnalysisOptions, memoryLimit: Int) throws(RecordError) -> CorpusFiles {
        switch self {
        case .files(let paths):
            return try CorpusFiles(paths: paths, reading: options.reading, onError: options.onError, memoryLimit: memoryLimit)
        case .texts(let texts):
            guard !texts.isEmpty else { throw .fileEmpty(path: name) }
            var lines: [UInt8] = []
            for text in texts {
                lines += Array("{\"\(RecordFormat.textField)\": ".utf8)
                JSONString.append(text, to: &lines)
                lines += Array("}\n".utf8)
            }
            return CorpusFiles(files: [try RereadableRecords(bytes: lines, path: name, format: .jsonLines)])
        }
    }

    /// The files; none if the records are in memory.
    var paths: [String] {
        if case .files(let paths) = self { paths } else { [] }
    }
}
