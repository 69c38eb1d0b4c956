import ParallelWork
import TestSupport
import Testing

@testable import TextRecords

@Suite struct ChunkTests {
    /// Enough records for several chunks, some with fields of their own, some broken, with blank lines between.
    static func corpus(seed: UInt64, broken: Bool) -> [UInt8] {
        var random = RandomJSON(seed: seed)
        var text = "\u{FEFF}"
        var row = 0
        while text.utf8.count < 9 << 20 {
            let word = random.spelling(of: random.text(upTo: 40))
            let filler = String(repeating: "填x", count: Int.random(in: 0...300, using: &random.generator))
            text += "{\"id\": \(row), \"text\": \(word), \"filler\": \"\(filler)\", \"deep\": {\"a\": [\(word)]}"
            if row % 997 == 0 { text += ", \"rare\(row % 5)\": [\(word), \"x\"]" }
            text += row % 7 == 0 ? "}\r\n" : "}\n"
            if random.chance(2) { text += "\n" }
            if broken, random.chance(1) { text += "{\"id\": oops}\n" }
            row += 1
        }
        return Array(text.utf8)
    }

    @Test func threadsDoNotChangeTheResult() throws {
        let bytes = Self.corpus(seed: 21, broken: true)
        let named = try [FieldPath(parsing: "deep.a"), FieldPath(parsing: "t=text")]
        let tables = try [1, 2, 5].map {
            try RecordTable.read(bytes: bytes, path: "f", named: named, onError: .skip, workers: WorkerPool(workers: $0))
        }
        let first = Snapshot(tables[0])
        #expect(first.skippedCount > 50)
        #expect(first.names == ["id", "text", "filler", "deep", "rare0", "rare2", "rare4", "rare1", "rare3", "deep.a", "t"])
        #expect(Snapshot(tables[1]) == first)
        #expect(Snapshot(tables[2]) == first)
        #expect(try strings(tables[0], "id") == (0..<tables[0].count).map(String.init))
        #expect(try strings(tables[0], "deep.a") == strings(tables[0], "text"))
    }

    @Test func theFirstErrorOfTheFileIsThrown() throws {
        var bytes = Self.corpus(seed: 22, broken: false)
        // One broken line in the second chunk, another in the third.
        func breakLine(after offset: Int) -> Int {
            let newline = bytes[offset...].firstIndex(of: 0x0A) ?? 0
            bytes[newline + 1] = UInt8(ascii: "!")
            return bytes[...newline].count { $0 == 0x0A } + 1
        }
        _ = breakLine(after: 8_600_000)
        let line = breakLine(after: 5_000_000)
        for workers in [1, 2, 5] {
            #expect(
                throws: RecordError.notJSON(
                    place(line, 1), .unexpected(byte: UInt8(ascii: "!"), expected: .value))
            ) {
                try RecordTable.read(bytes: bytes, path: "f", workers: WorkerPool(workers: workers))
            }
        }
    }

    @Test func aLineLongerThanAChunk() throws {
        let long = String(repeating: "長", count: 3 << 20)
        let table = try table("{\"a\": \"\(long)\"}\n{\"a\": \"\\n\(long)\"}\n{\"a\": \"b\"}", workers: 2)
        #expect(table.count == 3)
        let column = try #require(table.column(named: "a"))
        #expect((0..<3).map { row in column.withText(at: row) { $0.count } } == [9 << 20, 9 << 20 + 1, 1])
        #expect(column.meanCodePoints == Double(2 * (3 << 20) + 2) / 3)
    }

    /// Pieces cover everything, end at newlines, and hold the same lines as the whole.
    @Test func piecesAreCutAtLines() {
        var random = SplitMix(seed: 3)
        for _ in 0..<2000 {
            let count = Int.random(in: 0...40, using: &random)
            let bytes = (0..<count).map { _ in Array("\n\nab \r".utf8)[Int.random(in: 0..<6, using: &random)] }
            let size = Int.random(in: 1...10, using: &random)
            bytes.withUnsafeBufferPointer { buffer in
                var borders = LineBorders()
                let ends = borders.pieceEnds(of: buffer, size: size)
                #expect(ends.last == (count == 0 ? nil : count))
                #expect(ends.dropLast().allSatisfy { bytes[$0 - 1] == 0x0A })
                #expect(zip([0] + ends, ends).dropLast().allSatisfy { $1 - $0 >= size })
                var lines: [[UInt8]] = []
                var linesBefore = 0
                var numbers: [Int] = []
                for (start, end) in zip([0] + ends, ends) {
                    let piece = UnsafeBufferPointer(rebasing: buffer[start..<end])
                    var reader = LineReader(piece)
                    while let line = reader.next() {
                        lines.append(Array(piece[line.start..<line.start + line.count]))
                        numbers.append(linesBefore + line.index)
                    }
                    linesBefore += reader.linesRead
                }
                // The plain way.
                var expected: [(Int, [UInt8])] = []
                for (number, var line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
                    if line.last == 0x0D { line.removeLast() }
                    if line.contains(where: { !$0.isBlank }) { expected.append((number, Array(line))) }
                }
                #expect(lines == expected.map(\.1))
                #expect(numbers == expected.map(\.0))
            }
        }
    }
}
