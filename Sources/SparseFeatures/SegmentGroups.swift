/// In how many groups of rows each segment is: document frequencies count groups, so that a text in four variants counts once, and
/// one that a hundred unrelated rows repeat counts a hundred times.
package struct SegmentGroups: Sendable {
    /// Number of groups.
    package let count: Int
    /// For each segment, the groups that have no other segment in its field.
    let alone: [Int32]
    /// The segments of each group that has several in one field: run `r` is `members[starts[r]..<starts[r + 1]]`.
    let members: [Int32]
    let starts: [Int]

    /// - Parameters:
    ///   - rows: Segments of each row.
    ///   - groups: Group of each row, 0..<n.
    ///   - segmentCount: Segments of all fields.
    package init(rows: SegmentRows, groups: [Int32], segmentCount: Int) {
        count = Int(groups.max() ?? -1) + 1
        var alone = [Int32](repeating: 0, count: segmentCount)
        var members: [Int32] = []
        var starts = [0]
        // The rows of a group one after another.
        var places = [Int](repeating: 0, count: count + 1)
        for group in groups { places[Int(group) + 1] += 1 }
        for group in 0..<count { places[group + 1] += places[group] }
        var next = places
        var order = [Int32](repeating: 0, count: groups.count)
        for (row, group) in groups.enumerated() {
            order[next[Int(group)]] = Int32(row)
            next[Int(group)] += 1
        }
        var own: [Int32] = []
        for group in 0..<count {
            for slot in 0..<rows.slots {
                own.removeAll(keepingCapacity: true)
                for place in places[group]..<places[group + 1] { own.append(Int32(rows[Int(order[place]), slot])) }
                if own.count > 1 { own.sort() }
                let start = members.count
                for (at, segment) in own.enumerated() where at == 0 || own[at - 1] != segment { members.append(segment) }
                if members.count - start > 1 {
                    starts.append(members.count)
                } else {
                    alone[Int(members[start])] += 1
                    members.removeLast()
                }
            }
        }
        (self.alone, self.members, self.starts) = (alone, members, starts)
    }

    /// Whether each segment is one group's, and each group has one segment a field: segments are then counted as they are.
    var isPlain: Bool { members.isEmpty && alone.allSatisfy { $0 == 1 } }

    /// Turns counts of segments into counts of groups.
    ///
    /// - Parameters:
    ///   - frequencies: Segments with each feature.
    ///   - features: Calls its body with each feature of a segment, once.
    func correct(_ frequencies: inout [Int32], _ features: (_ segment: Int, _ body: (Int) -> Void) -> Void) {
        frequencies.withUnsafeMutableBufferPointer { frequencies in
            for (segment, groups) in alone.enumerated() where groups != 1 {
                features(segment) { frequencies[$0] &+= groups &- 1 }
            }
            guard starts.count > 1 else { return }
            var seen = [Int32](repeating: -1, count: frequencies.count)
            for run in 0..<starts.count - 1 {
                let stamp = Int32(truncatingIfNeeded: run)
                for segment in members[starts[run]..<starts[run + 1]] {
                    features(Int(segment)) { feature in
                        if seen[feature] == stamp { return }
                        seen[feature] = stamp
                        frequencies[feature] &+= 1
                    }
                }
            }
        }
    }
}
