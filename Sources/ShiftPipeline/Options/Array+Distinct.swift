extension Array where Element: Hashable {
    /// The elements without repeats, in order of first appearance.
    package var distinct: [Element] {
        var seen = Set<Element>()
        return filter { seen.insert($0).inserted }
    }
}
