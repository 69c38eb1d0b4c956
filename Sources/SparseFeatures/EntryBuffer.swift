/// A growing run of packed entries (feature or bucket in the upper 24 bits, count in the lower 8), written by one worker.
///
/// Invariant: `count <= capacity`; before writing through `base`, call ``reserve(_:)``.
package struct EntryBuffer: ~Copyable {
    private(set) var base: UnsafeMutablePointer<UInt32>
    private(set) var capacity: Int
    var count = 0

    /// An empty buffer with room for `capacity` entries, at least 1; it grows as needed.
    package init(capacity: Int = 4096) {
        self.capacity = capacity
        base = .allocate(capacity: capacity)
    }

    deinit { base.deallocate() }

    /// Makes room for `more` entries after `count`.
    mutating func reserve(_ more: Int) {
        guard count + more > capacity else { return }
        let wider = max(count + more, capacity * 2)
        let moved = UnsafeMutablePointer<UInt32>.allocate(capacity: wider)
        moved.moveInitialize(from: base, count: count)
        base.deallocate()
        base = moved
        capacity = wider
    }

    /// Lends the entries from `start` on.
    func withEntries<Result>(from start: Int = 0, _ body: (UnsafeBufferPointer<UInt32>) -> Result) -> Result {
        body(UnsafeBufferPointer(start: base + start, count: count - start))
    }

    /// Removes the entries and keeps the memory.
    mutating func removeAll() { count = 0 }

    /// The entries written so far, as an array; the buffer is empty afterwards and keeps its memory.
    package mutating func drain() -> [UInt32] {
        defer { count = 0 }
        return Array(UnsafeBufferPointer(start: base, count: count))
    }
}
