import Foundation
import Synchronization
import TextRecords

/// The rows that a review excludes (it marks them "drop"), found in the corpora by file name, line and, if the mark has one,
/// id: a line of JSON may hold many records.
final class ExcludedRows: Sendable {
    /// A line, as a report refers to it.
    private struct Place: Hashable {
        var file: String
        var line: Int
    }

    /// A line of the review.
    private struct Mark {
        var at: SourceLocation
        var place: Place
        var side: CorpusSide?
        var id: String?
    }

    /// A record that a mark refers to. A record that is read twice is the same record.
    private struct Found: Hashable {
        var path: String
        var side: CorpusSide
        var fingerprint: UInt64
    }

    private struct Seen {
        /// By number of the mark.
        var records: [Int: Set<Found>] = [:]
        /// The ids of the records at a place, as far as they matter: whether there is one, and whether there are more.
        var ids: [Place: Set<String?>] = [:]
    }

    /// Digest of the review.
    let digest: String
    private let path: String
    private let idKey: String
    private let marks: [Mark]
    private let byPlace: [Place: [Int]]
    private let seen = Mutex(Seen())

    private init(digest: String, path: String, idKey: String, marks: [Mark]) {
        self.digest = digest
        self.path = path
        self.idKey = idKey
        self.marks = marks
        byPlace = Dictionary(grouping: marks.indices) { marks[$0].place }
    }

    /// Reads a review.
    ///
    /// - Parameter idKey: `--id`; nil for "id".
    /// - Throws: `RecordError`; ``AnalysisError/reviewMalformed(_:key:)``.
    static func read(review path: String, idKey: String?) throws -> ExcludedRows {
        var marks: [Mark] = []
        var digest = ""
        // A review without marks is an empty file, and excludes nothing.
        if let table = try table(at: path) {
            digest = table.digest
            for row in 0..<table.count {
                guard try value("mark", .text, of: row, in: table) == "drop" else { continue }
                let file = try value("file", .text, of: row, in: table)
                guard let line = Int(try value("line", .number, of: row, in: table)) else {
                    throw AnalysisError.reviewMalformed(table.location(ofRecord: row), key: "line")
                }
                marks.append(
                    Mark(
                        at: table.location(ofRecord: row), place: Place(file: file, line: line), side: side(of: row, in: table),
                        id: try? value("id", .text, of: row, in: table)))
            }
        }
        return ExcludedRows(digest: digest, path: path, idKey: idKey ?? "id", marks: marks)
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

    private static func side(of row: Int, in table: RecordTable) -> CorpusSide? {
        switch table.column(named: "side")?.string(at: row) {
        case "train": .train
        case "test": .test
        default: nil
        }
    }

    /// The rows of a table that are excluded, ascending. Called by several threads at a time.
    func rows(of table: RecordTable, side: CorpusSide) -> [Int] {
        guard !marks.isEmpty else { return [] }
        let ids = table.column(named: idKey)
        return (0..<table.count).filter { row in
            let location = table.location(ofRecord: row)
            let place = Place(file: (location.path as NSString).lastPathComponent, line: location.line)
            guard let all = byPlace[place]?.filter({ marks[$0].side == nil || marks[$0].side == side }), !all.isEmpty else {
                return false
            }
            let id = ids?.string(at: row)
            let own = all.filter { marks[$0].id == nil || marks[$0].id == id }
            let record =
                own.isEmpty ? nil : Found(path: location.path, side: side, fingerprint: table.fingerprint(ofRecord: row))
            seen.withLock { seen in
                if seen.ids[place, default: []].count < 2 { seen.ids[place, default: []].insert(id) }
                if let record { for mark in own { seen.records[mark, default: []].insert(record) } }
            }
            return !own.isEmpty
        }
    }

    /// Rows that were excluded from a side.
    func count(of side: CorpusSide) -> Int {
        seen.withLock { Set($0.records.values.joined().filter { $0.side == side }).count }
    }

    /// To be called once both corpora have been read.
    /// - Throws: For the first mark, in the order of the review, that does not refer to exactly one row with its id; for an
    ///   input without rows.
    func check(_ surveys: [CorpusSurvey]) throws {
        let seen = seen.withLock { $0 }
        for (number, mark) in marks.enumerated() {
            let (file, line) = (mark.place.file, mark.place.line)
            let records = seen.records[number] ?? []
            guard !records.isEmpty else {
                guard let expected = mark.id, let ids = seen.ids[mark.place], let id = ids.first else {
                    throw AnalysisError.reviewedRowAbsent(mark.at, file: file, line: line)
                }
                if ids.count > 1 { throw AnalysisError.reviewedIDAbsent(mark.at, file: file, line: line, id: expected) }
                throw AnalysisError.reviewedRowDiffers(mark.at, file: file, line: line, found: id, expected: expected)
            }
            guard records.count == 1 else {
                if Set(records.map(\.path)).count > 1 {
                    throw AnalysisError.reviewedRowAmbiguous(mark.at, file: file, line: line)
                }
                throw AnalysisError.reviewedLineAmbiguous(mark.at, file: file, line: line, id: mark.id)
            }
        }
        for survey in surveys where survey.records == 0 {
            throw AnalysisError.nothingLeft(path: survey.path, review: path)
        }
    }
}
