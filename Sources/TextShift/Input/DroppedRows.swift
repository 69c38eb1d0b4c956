import Foundation
import Synchronization
import TextRecords

/// The rows that a review drops, found in the corpora by the file's name and the line, and checked by the id.
final class DroppedRows: Sendable {
    /// A row by the names that a report has for it.
    private struct Place: Hashable {
        var file: String
        var line: Int
    }

    /// A line of the review.
    private struct Mark {
        var at: SourceLocation
        var side: StreamedCorpora.Side?
        var id: String?
    }

    /// A record that a mark means.
    private struct Found: Hashable {
        var path: String
        var side: StreamedCorpora.Side
        var id: String?
    }

    /// Digest of the review.
    let digest: String
    private let path: String
    private let idKey: String
    private let marks: [Place: Mark]
    private let found = Mutex<[Place: Set<Found>]>([:])

    private init(digest: String, path: String, idKey: String, marks: [Place: Mark]) {
        self.digest = digest
        self.path = path
        self.idKey = idKey
        self.marks = marks
    }

    /// Reads a review.
    ///
    /// - Parameter idKey: `--id`; nil for "id".
    /// - Throws: `RecordError`; ``AnalysisError/reviewMalformed(_:key:)``.
    static func read(review path: String, idKey: String?) throws -> DroppedRows {
        var marks: [Place: Mark] = [:]
        var digest = ""
        // A review without marks is an empty file, and drops nothing.
        if let table = try table(at: path) {
            digest = table.digest
            for row in 0..<table.count {
                guard try value("mark", .text, of: row, in: table) == "drop" else { continue }
                let file = try value("file", .text, of: row, in: table)
                guard let line = Int(try value("line", .number, of: row, in: table)) else {
                    throw AnalysisError.reviewMalformed(table.location(ofRecord: row), key: "line")
                }
                marks[Place(file: file, line: line)] = Mark(
                    at: table.location(ofRecord: row), side: side(of: row, in: table),
                    id: try? value("id", .text, of: row, in: table))
            }
        }
        return DroppedRows(digest: digest, path: path, idKey: idKey ?? "id", marks: marks)
    }

    private static func table(at path: String) throws -> RecordTable? {
        do {
            return try RecordTable.read(path: path, format: .jsonLines)
        } catch RecordError.fileEmpty {
            return nil
        }
    }

    private static func value(_ key: String, _ kind: ValueKind, of row: Int, in table: RecordTable) throws -> String {
        guard let column = table.column(named: key), column.kind(at: row) == kind else {
            throw AnalysisError.reviewMalformed(table.location(ofRecord: row), key: key)
        }
        return column.string(at: row)
    }

    private static func side(of row: Int, in table: RecordTable) -> StreamedCorpora.Side? {
        switch table.column(named: "side")?.string(at: row) {
        case "train": .train
        case "test": .test
        default: nil
        }
    }

    /// The rows of a table that are dropped, ascending. Called by several threads at a time.
    func rows(of table: RecordTable, side: StreamedCorpora.Side) -> [Int] {
        guard !marks.isEmpty else { return [] }
        let ids = table.column(named: idKey)
        return (0..<table.count).filter { row in
            let location = table.location(ofRecord: row)
            let place = Place(file: (location.path as NSString).lastPathComponent, line: location.line)
            guard let mark = marks[place], mark.side == nil || mark.side == side else { return false }
            let record = Found(path: location.path, side: side, id: ids?.string(at: row))
            found.withLock { _ = $0[place, default: []].insert(record) }
            return true
        }
    }

    /// Rows that were left out of a side.
    func count(of side: StreamedCorpora.Side) -> Int {
        found.withLock { $0.values.reduce(0) { $0 + $1.count { $0.side == side } } }
    }

    /// To be asked once both corpora were read.
    /// - Throws: The first mark, in the order of the review, that does not mean one row with its id; an input without rows.
    func check(_ surveys: [CorpusSurvey]) throws {
        let found = found.withLock { $0 }
        for (place, mark) in marks.sorted(by: { $0.value.at.line < $1.value.at.line }) {
            let records = found[place] ?? []
            guard let record = records.first else {
                throw AnalysisError.reviewedRowAbsent(mark.at, file: place.file, line: place.line)
            }
            guard records.count == 1 else {
                throw AnalysisError.reviewedRowAmbiguous(mark.at, file: place.file, line: place.line)
            }
            if let expected = mark.id, expected != record.id ?? "" {
                throw AnalysisError.reviewedRowDiffers(
                    mark.at, file: place.file, line: place.line, found: record.id, expected: expected)
            }
        }
        for survey in surveys where survey.records == 0 {
            throw AnalysisError.nothingLeft(path: survey.path, review: path)
        }
    }
}
