/// The rows of each group on each side: what counts once.
struct GroupUnits: Sendable {
    /// Parts that are counted each by itself; a table each.
    let parts = 4
    /// Fields.
    let slots: Int
    /// Rows of unit `u` have the segments `segments[starts[u]..<starts[u + 1]]`, row-major.
    private let starts: [Int]
    private let segments: [Int32]

    init(rows: SegmentRows, isTest: [Bool], groups: [Int32]) {
        func unit(_ row: Int) -> Int { 2 * Int(groups[row]) + (isTest[row] ? 1 : 0) }
        let count = 2 * (Int(groups.max() ?? -1) + 1)
        slots = rows.slots
        var starts = [Int](repeating: 0, count: count + 1)
        for row in isTest.indices { starts[unit(row) + 1] += rows.slots }
        for unit in 0..<count { starts[unit + 1] += starts[unit] }
        var next = starts
        var segments = [Int32](repeating: 0, count: rows.segments.count)
        for row in isTest.indices {
            let own = unit(row)
            for slot in 0..<rows.slots { segments[next[own] + slot] = Int32(rows[row, slot]) }
            next[own] += rows.slots
        }
        self.starts = starts
        self.segments = segments
    }

    /// Number of units; those of a group without rows on a side are empty.
    var count: Int { starts.count - 1 }

    /// Whether a unit is of test.
    func isTest(_ unit: Int) -> Bool { unit % 2 == 1 }

    /// Whether a unit's group has no rows on its side.
    func isEmpty(_ unit: Int) -> Bool { starts[unit] == starts[unit + 1] }

    /// The units of a part.
    func range(_ part: Int) -> Range<Int> { part * count / parts..<(part + 1) * count / parts }

    /// Replaces `distinct` by the different segments of one field of a unit, in the order of its rows.
    @inline(__always)
    func gather(_ unit: Int, slot: Int, into distinct: inout [Int]) {
        distinct.removeAll(keepingCapacity: true)
        var place = starts[unit] + slot
        while place < starts[unit + 1] {
            let segment = Int(segments[place])
            // Rows that share a text mostly follow each other; what is met again does no harm.
            if distinct.last != segment { distinct.append(segment) }
            place += slots
        }
    }
}
