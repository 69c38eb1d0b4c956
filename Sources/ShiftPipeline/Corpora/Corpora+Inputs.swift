import Foundation
import TextRecords

/// The corpora as they appear in a report.
extension Corpora {
    /// How each side was read.
    var inputs: Inputs {
        Inputs(
            train: Self.input(train, selection.used, excluded: excluded?.count(of: .train)),
            test: Self.input(test, selection.used, excluded: excluded?.count(of: .test)))
    }

    private static func input(_ side: CorpusSurvey, _ used: [String], excluded: Int?) -> Input {
        let spelled = used.reduce(0) { $0 + (side.field(named: $1)?.spelled ?? 0) }
        let formats = Set(side.files.map(\.format.rawValue))
        return Input(
            name: name(side.path), digest: side.digest,
            format: formats.count == 1 ? side.files[0].format.rawValue : "several", records: side.records,
            skippedLines: side.skippedCount, files: side.files.map(file), excludedRows: excluded,
            shortRows: side.shortRows == 0 ? nil : side.shortRows, spelledValues: spelled == 0 ? nil : spelled)
    }

    private static func file(_ file: CorpusSurvey.File) -> Input.File {
        let delimiter = file.format == .csv ? file.tableHeader?.delimiter : nil
        return Input.File(
            name: name(file.path), digest: file.digest, format: file.format.rawValue, encoding: file.encoding.rawValue,
            isCompressed: file.packing != nil, packing: file.packing, delimiter: delimiter == "," ? nil : delimiter,
            tabs: file.tabs,
            remarks: file.remarks.isEmpty ? nil : file.remarks)
    }

    private static func name(_ path: String) -> String {
        path == StandardInput.name ? path : (path as NSString).lastPathComponent
    }
}
