import Foundation
import ParallelWork
import TestSupport
import Testing

@testable import TextRecords

/// A corpus read in pieces is the corpus read whole.
@Suite struct RereadableRecordsTests {
    /// Gives its bytes a few at a time, as a pipe does.
    private final class Trickle: ByteSource {
        private var rest: ArraySlice<UInt8>
        private let step: Int

        init(_ bytes: [UInt8], step: Int) {
            rest = bytes[...]
            self.step = step
        }

        func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
            let part = rest.prefix(min(step, buffer.count))
            buffer.copyBytes(from: part)
            rest = rest.dropFirst(part.count)
            return part.count
        }
    }

    private static let lines = (0..<200).map { row in
        row % 17 == 3 ? "" : "{\"id\": \(row), \"text\": \"\(String(repeating: "文 a\\u00e9 ", count: row % 23))\"}"
    }

    @Test(arguments: [1, 2, 3, 7, 64, 1000, 1 << 20], [1, 5, 4096])
    func piecesAreWholeLinesAndLoseNothing(size: Int, step: Int) throws {
        for ending in ["\n", "", "\r\n", "\n\n"] {
            let bytes = Array((Self.lines.joined(separator: ending.contains("\r") ? "\r\n" : "\n") + ending).utf8)
            var reader = PieceReader(Trickle(bytes, step: step), size: size)
            var all: [UInt8] = []
            var lines = 0
            var sawLast = false
            while let piece = try reader.next() {
                #expect(!sawLast)
                #expect(piece.offset == all.count && piece.linesBefore == lines)
                #expect(piece.bytes.count == piece.count + FileContent.padding)
                let own = piece.bytes[..<piece.count]
                #expect(own.last == 0x0A || piece.isLast)
                all += own
                lines += own.count { $0 == 0x0A }
                sawLast = piece.isLast
            }
            #expect(all == bytes && reader.byteCount == bytes.count)
            #expect(reader.digest == bytes.withUnsafeBufferPointer { Fingerprint.digest(of: $0) })
        }
    }

    @Test func nothingHasNoPieces() throws {
        var reader = PieceReader(Trickle([], step: 1), size: 8)
        let first = try reader.next()
        #expect(first == nil)
    }

    /// A mark of which a pipe brings one byte at first is none of the header row's bytes.
    @Test(arguments: [1, 2, 3, 4]) func aMarkMayComeInParts(step: Int) throws {
        let bytes = Array("\u{FEFF}\n-\n1\n2\n".utf8)
        let layout = try bytes[3...].withUnsafeBufferPointer { try RecordFormat.csv.layout(of: $0, path: "f") }
        var reader = PieceReader(Trickle(bytes, step: step), layout: layout, size: 1)
        var rows: [String] = []
        while let piece = try reader.next() {
            let table = RecordTable.read(piece, path: "f", layout: layout, named: [])
            rows += (0..<table.count).map { String(decoding: table.recordBytes($0), as: UTF8.self) }
        }
        #expect(rows == ["1", "2"])
    }

    /// Large enough for several batches.
    private static let large: [UInt8] = {
        var text = "\u{FEFF}"
        for row in 0..<60_000 {
            text += row % 1000 == 999 ? "broken {\n" : "{\"id\": \"r\(row)\", \"text\": \"row \(row) of many, with a text\"}\n"
        }
        return Array(text.utf8)
    }()

    @Test(arguments: [1, 2, 3]) func batchesAreTheWholeTable(workers: Int) throws {
        let whole = try RecordTable.read(bytes: Self.large, path: "f", onError: .skip, workers: WorkerPool(workers: 1))
        let stream = try RereadableRecords(bytes: Self.large, path: "f", format: .jsonLines)
        var row = 0
        var skipped: [RecordError] = []
        let read = try stream.forEachBatch(workers: WorkerPool(workers: workers), state: {}) { table, _ in
            table
        } consume: { batch in
            let text = try #require(batch.column(named: "text"))
            for own in 0..<batch.count {
                #expect(batch.recordBytes(own) == whole.recordBytes(row))
                #expect(batch.location(ofRecord: own) == whole.location(ofRecord: row))
                #expect(text.string(at: own) == whole.column(named: "text")?.string(at: row))
                row += 1
            }
            skipped += batch.skipped
        }
        #expect(row == whole.count && read.digest == whole.digest && read.byteCount == whole.byteCount)
        #expect(skipped == whole.skipped && skipped.count == 60)
    }

    private static let formats: [(RecordFormat, String, @Sendable (Int) -> String, String)] = [
        (.csv, "id,text\n", { "\($0),\"row \($0)\nof many, \"\"quoted\"\"\"\n" }, ""),
        (.tsv, "id\ttext\n", { "\($0)\ta row of \"many\n" }, ""),
        (.conll, "", { "row O\nno\($0) B-X\n中 O\n\n" }, ""),
        (.jsonArray, "[\n", { ($0 == 0 ? "" : ",") + "{\"id\": \($0),\n \"text\": \"a row] of } many\"}" }, "\n]\n"),
        (
            .squad, "{\"data\": [{\"paragraphs\": [",
            { ($0 == 0 ? "" : ",\n") + "{\"context\": \"c\($0)\", \"qas\": [{\"id\": \($0), \"question\": \"é\"}]}" }, "]}]}"
        ),
    ]

    /// Also compressed, with a byte order mark before it.
    @Test(arguments: 0..<5, [false, true]) func batchesOfEveryFormat(number: Int, isCompressed: Bool) throws {
        let (format, head, row, tail) = Self.formats[number]
        let text = "\u{FEFF}" + head + (0..<60_000).map(row).joined() + tail
        let bytes = isCompressed ? gzip(Array(text.utf8)) : Array(text.utf8)
        let whole = try RecordTable.read(bytes: bytes, path: "f", workers: WorkerPool(workers: 2))
        #expect(whole.format == format && whole.count == 60_000)
        #expect(whole.byteCount == bytes.count)
        #expect(whole.digest == bytes.withUnsafeBufferPointer { Fingerprint.digest(of: $0) })
        let stream = try RereadableRecords(bytes: bytes, path: "f", format: nil)
        #expect(stream.isCompressed == isCompressed)
        var next = 0
        var batches = 0
        for _ in 0..<2 {
            next = 0
            batches = 0
            let read = try stream.forEachBatch(workers: WorkerPool(workers: 2), state: {}) { table, _ in
                table
            } consume: { batch in
                #expect(batch.skipped.isEmpty)
                for own in stride(from: 0, to: batch.count, by: 97) {
                    var (a, b): ([UInt8], [UInt8]) = ([], [])
                    batch.appendJSON(ofRecord: own, to: &a)
                    whole.appendJSON(ofRecord: next + own, to: &b)
                    #expect(a == b && batch.location(ofRecord: own) == whole.location(ofRecord: next + own))
                }
                next += batch.count
                batches += 1
            }
            #expect(next == whole.count && read.digest == whole.digest && read.byteCount == bytes.count)
        }
        #expect(format == .squad ? batches == 1 : batches > 1)
    }

    @Test func aSurveyOfBatchesIsThatOfTheTable() throws {
        let whole = CorpusSurvey(
            whole: try RecordTable.read(bytes: Self.large, path: "f", onError: .skip), findsFrequent: false)
        let stream = try RereadableRecords(bytes: Self.large, path: "f", format: .jsonLines)
        let survey = try CorpusSurvey(CorpusFiles(files: [stream]), named: [], onError: .skip, workers: WorkerPool(workers: 2))
        #expect(survey.records == whole.records && survey.digest == whole.digest && survey.byteCount == whole.byteCount)
        #expect(survey.skipped == whole.skipped && survey.skippedCount == whole.skippedCount)
        #expect(survey.fields.map(\.name) == ["id", "text"])
        for name in ["id", "text"] {
            let (a, b) = (try #require(survey.field(named: name)), try #require(whole.field(named: name)))
            #expect(ValueKind.allCases.allSatisfy { a.count(of: $0) == b.count(of: $0) })
            #expect(a.codePoints == b.codePoints && a.isIdentifier == b.isIdentifier && a.firstPresence == b.firstPresence)
        }
        #expect(survey.field(named: "id")?.isIdentifier == true && survey.field(named: "text")?.isIdentifier == false)
        let first = try #require(whole.skipped.first)
        #expect(throws: first) {
            try CorpusSurvey(CorpusFiles(files: [stream]), named: [], onError: .stop, workers: WorkerPool(workers: 2))
        }
        let absent = [try FieldPath(parsing: "no")]
        #expect(throws: RecordError.fieldAbsent(path: "f", field: "no", available: ["id", "text"])) {
            try CorpusSurvey(CorpusFiles(files: [stream]), named: absent, onError: .skip, workers: WorkerPool(workers: 2))
        }
    }

    @Test func fieldsThatComeLaterWereMissing() throws {
        let text = "{\"a\": {}}\n" + String(repeating: "{\"a\": \"x\", \"late\": [\"y\"]}\n", count: 60_000)
        let stream = try RereadableRecords(bytes: Array(text.utf8), path: "f", format: nil)
        let survey = try CorpusSurvey(CorpusFiles(files: [stream]), named: [], onError: .stop, workers: WorkerPool(workers: 2))
        let late = try #require(survey.field(named: "late"))
        #expect(late.count(of: .missing) == 1 && late.count(of: .array) == 60_000 && late.firstPresence == place(2))
        #expect(throws: RecordError.wrongFieldType(place(1), field: "a", found: .object)) {
            try #require(survey.field(named: "a")).requireText()
        }
    }

    @Test func aPipeIsKeptInMemoryOrBesideIt() throws {
        let lines = Array(String(repeating: "{\"text\": \"a line\"}\n", count: 5000).utf8)
        for limit in [1 << 10, 1 << 26] {
            try withTemporaryFolder { folder in
                let pipe = folder + "/pipe"
                #expect(mkfifo(pipe, 0o600) == 0)
                let writer = Thread {
                    let file = FileHandle(forWritingAtPath: pipe)
                    try? file?.write(contentsOf: Data(lines))
                    try? file?.close()
                }
                writer.start()
                let stream = try RereadableRecords(path: pipe, memoryLimit: limit)
                for _ in 0..<2 {
                    var rows = 0
                    try stream.forEachBatch(workers: WorkerPool(workers: 2), state: {}) { table, _ in
                        table.count
                    } consume: {
                        rows += $0
                    }
                    #expect(rows == 5000)
                }
                #expect(try stream.table(limit: lines.count - 1) == nil)
                #expect(try stream.table(limit: lines.count)?.count == 5000)
            }
        }
    }

    @Test func frequentValuesAreFoundInAnyDivision() {
        // Three values make up a half of 40,000; the rest differ.
        let values: [UInt64] = (0..<40_000).map { (row: Int) -> UInt64 in
            row % 2 == 0 ? UInt64(1_000_000 + row / 2 % 3) : UInt64(row)
        }
        for parts in [1, 7] {
            var all = FrequentValues()
            for part in 0..<parts {
                var own = FrequentValues()
                for value in values[values.count * part / parts..<values.count * (part + 1) / parts] { own.add(value) }
                all.merge(own)
            }
            #expect(all.values(above: 4000) == [1_000_000, 1_000_001, 1_000_002])
        }
    }

    @Test func filesOneAfterAnotherAreOneCorpus() throws {
        try withTemporaryFolder { folder in
            let parts = ["{\"text\": \"one\"}\n{\"text\": \"two\"}", "", "{\"text\": {\"a\": 3}, \"more\": \"x\"}\n"]
            let paths = try parts.enumerated().map { number, part in
                let path = "\(folder)/part\(number).jsonl"
                try part.write(toFile: path, atomically: false, encoding: .utf8)
                return path
            }
            let corpus = try CorpusFiles(paths: paths)
            #expect(try corpus.table(limit: .max, named: [], onError: .stop, workers: WorkerPool(workers: 1)) == nil)
            let survey = try CorpusSurvey(corpus, named: [], onError: .stop, workers: WorkerPool(workers: 2))
            #expect(survey.records == 3 && survey.files.map(\.path) == paths)
            let digests = try paths[...0].map { try RecordTable.read(path: $0).digest }
            #expect(survey.files[0].digest == digests[0] && survey.digest != digests[0])
            let text = try #require(survey.field(named: "text"))
            let third = TextRecords.SourceLocation(path: paths[2], line: 1)
            #expect(throws: RecordError.wrongFieldType(third, field: "text", found: .object)) { try text.requireText() }
            #expect(text.firstPresence == TextRecords.SourceLocation(path: paths[0], line: 1))
            #expect(
                survey.field(named: "more")?.firstPresence == third && survey.field(named: "more")?.count(of: .missing) == 2)
        }
    }

    @Test func scratchGivesBackWhatItGot() throws {
        let scratch = try ScratchFile()
        let parts = (0..<300).map { part in [UInt8](repeating: UInt8(part % 251), count: part * 97 % 20_000) }
        for part in parts { try scratch.append(part) }
        for _ in 0..<2 {
            var reader = try scratch.reader()
            for part in parts { #expect(try reader.next(part.count) { Array($0) } == part) }
            #expect(throws: RecordError.self) { try reader.next(1) { $0.count } }
        }
        #expect(throws: RecordError.self) { try ScratchFile(in: "/no/such/folder") }
    }
}
