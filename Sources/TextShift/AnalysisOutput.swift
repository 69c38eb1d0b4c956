import Foundation
import ShiftModel
import ShiftReport
import TextRecords

/// The files of an analysis.
public enum AnalysisOutput {
    static let weightKey = "sample_weight"
    static let probabilityKey = "p_test"
    /// Names of all files that an analysis writes, in the order in which they are told.
    public static let names = [
        "train.weighted.jsonl", "test.scored.jsonl", "validation.jsonl", "train.remaining.jsonl", "report.json",
        "report.md", "model.textshift", "timings.json",
    ]

    /// - Throws: `RecordError.keyExists` at the first record that has a key which would be added.
    static func checkKeys(train: RecordTable, test: RecordTable, options: AnalysisOptions) throws {
        guard !options.overwritesKeys else { return }
        for (table, keys) in [(train, [weightKey, probabilityKey]), (test, [probabilityKey])] {
            for key in keys {
                guard let row = table.column(named: key)?.firstRow(notOf: [.missing]) else { continue }
                throw RecordError.keyExists(table.location(ofRecord: row), key: key)
            }
        }
    }
}

extension Analysis {
    /// Writes all files of ``AnalysisOutput/names`` into a folder, all or none.
    ///
    /// - Parameters:
    ///   - folder: Made where it does not exist.
    ///   - replacing: Whether results that are there already may be replaced.
    /// - Returns: The analysis with the files in its summary and the time of writing in its timings.
    /// - Throws: `RecordError` where the folder holds results or cannot be written.
    public func write(to folder: String, replacing: Bool) throws -> Analysis {
        let clock = StageClock(threads: timings.threads, progress: nil)
        clock.timings = timings
        clock.begin(.writing)
        let output = try OutputFolder(path: folder, replacing: replacing, names: AnalysisOutput.names)
        var written = self
        written.summary.files = AnalysisOutput.names
        let trainRows = Array(0..<pair.train.count)
        try splice(pair.train, trainRows, into: output.file("train.weighted.jsonl")) { [weights[$0], pTest[$0]] }
        try splice(pair.test, Array(0..<pair.test.count), into: output.file("test.scored.jsonl")) {
            [pTest[pair.train.count + $0]]
        }
        try copy(validationRows, into: output.file("validation.jsonl"))
        var remaining = weights
        for (row, weight) in zip(remainingRows, remainingWeights) { remaining[row] = weight }
        try splice(pair.train, remainingRows, into: output.file("train.remaining.jsonl")) { [remaining[$0], pTest[$0]] }
        try output.file("report.json")?.write(ReportJSON.encode(written.summary))
        try output.file("report.md")?.write(MarkdownReport.render(written.summary))
        try output.file("model.textshift")?.write(ModelFile.encode(model ?? DiscriminatorModel.null(fields: pair.fields)))
        clock.end()
        written.timings = clock.timings
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        try output.file("timings.json")?.write(String(decoding: encoder.encode(written.timings), as: UTF8.self) + "\n")
        try output.commit()
        return written
    }

    /// Writes records with numbers added: weight and p_test where there are two, p_test where there is one.
    private func splice(
        _ table: RecordTable, _ rows: [Int], into file: OutputFile?, _ values: (Int) -> [Double]
    ) throws {
        guard let file, let first = rows.first else { return }
        let names =
            values(first).count == 2
            ? [AnalysisOutput.weightKey, AnalysisOutput.probabilityKey] : [AnalysisOutput.probabilityKey]
        let splice = RecordSplice(names: names, overwriting: options.overwritesKeys)
        var bytes: [UInt8] = []
        for row in rows {
            try splice.append(record: row, of: table, values: values(row), to: &bytes)
            bytes.append(UInt8(ascii: "\n"))
            if bytes.count > 1 << 16 {
                try file.write(bytes)
                bytes.removeAll(keepingCapacity: true)
            }
        }
        try file.write(bytes)
    }

    /// Writes training records as they are, one a row.
    private func copy(_ rows: [Int], into file: OutputFile?) throws {
        var bytes: [UInt8] = []
        for row in rows {
            pair.train.appendJSON(ofRecord: row, to: &bytes)
            bytes.append(UInt8(ascii: "\n"))
        }
        try file?.write(bytes)
    }
}
