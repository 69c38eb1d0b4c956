import Foundation
import TextRecords

/// The corpora as they appear in a report.
extension Corpora {
    /// How each side was read.
    var inputs: Inputs {
        Inputs(
            train: Self.input(train, excluded: excluded?.count(of: .train)),
            test: Self.input(test, excluded: excluded?.count(of: .test)))
    }

    private static func input(_ side: CorpusSurvey, excluded: Int?) -> Input {
        let formats = Set(side.files.map(\.format.rawValue))
        return Input(
            name: name(side.path), digest: side.digest,
            format: formats.count == 1 ? side.files[0].format.rawValue : "several", records: side.records,
            skippedLines: side.skippedCount, files: side.files.map(file), excludedRows: excluded)
    }

    private static func file(_ file: CorpusSurvey.File) -> Input.File {
        let delimiter = file.format == .csv ? file.tableHeader?.delimiter : nil
        return Input.File(
            name: name(file.path), digest: file.digest, format: file.format.rawValue, encoding: file.encoding.rawValue,
            isCompressed: file.isCompressed, delimiter: delimiter == "," ? nil : delimiter.map { String($0) }, tabs: file.tabs)
    }

    private static func name(_ path: String) -> String {
        path == StandardInput.name ? path : (path as NSString).lastPathComponent
    }
}
