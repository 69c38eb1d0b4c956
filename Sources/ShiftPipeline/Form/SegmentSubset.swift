import SparseFeatures

/// Some of the segments of a source, numbered anew.
struct SegmentSubset<Source: SegmentSource>: SegmentSource {
    let fieldStarts: [Int]
    private let source: Source
    private let numbers: [Int]

    /// - Parameter used: By segment of `source`.
    init(_ source: Source, used: [Bool]) {
        self.source = source
        numbers = used.indices.filter { used[$0] }
        var starts = [0]
        for field in 0..<source.fieldCount {
            let own = used[source.fieldStarts[field]..<source.fieldStarts[field + 1]].count { $0 }
            starts.append(starts[field] + own)
        }
        fieldStarts = starts
    }

    func utf8Count(_ segment: Int) -> Int { source.utf8Count(numbers[segment]) }

    func withUTF8<Result>(_ segment: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        source.withUTF8(numbers[segment], body)
    }

    /// Rows of the source's segments by the new numbers.
    func renumbered(_ rows: SegmentRows, of count: Int) -> SegmentRows {
        var new = [Int32](repeating: 0, count: count)
        for (number, old) in numbers.enumerated() { new[old] = Int32(number) }
        return SegmentRows(slots: rows.slots, segments: rows.segments.map { new[Int($0)] })
    }
}
