extension Array {
    /// The elements whose positions are not in `rows`, which are ascending.
    func excluding(_ rows: [Int]) -> [Element] {
        var kept: [Element] = []
        kept.reserveCapacity(count - rows.count)
        var start = 0
        for row in rows {
            kept += self[start..<row]
            start = row + 1
        }
        return kept + self[start...]
    }
}
