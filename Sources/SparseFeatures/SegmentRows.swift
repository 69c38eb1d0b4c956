/// Which segments make up each record: one slot per field.
///
/// Records that share a field's text (five questions to one context) share its segment.
package struct SegmentRows: Sendable {
    /// Number of fields, and so of segments per row.
    package let slots: Int
    /// Segment numbers, row-major, rows × slots.
    package let segments: [Int32]

    /// Number of records.
    package var count: Int { segments.count / slots }

    /// - Parameters:
    ///   - slots: Segments per row, at least 1.
    ///   - segments: Row-major, a multiple of `slots` long.
    package init(slots: Int, segments: [Int32]) {
        precondition(slots > 0 && segments.count % slots == 0, "segments must fill whole rows")
        self.slots = slots
        self.segments = segments
    }

    /// The segment in one slot of one row.
    package subscript(row: Int, slot: Int) -> Int { Int(segments[row * slots + slot]) }

    /// Some of the rows, in the order given.
    package func selecting(_ rows: [Int]) -> SegmentRows {
        SegmentRows(slots: slots, segments: rows.flatMap { segments[$0 * slots..<($0 + 1) * slots] })
    }
}
