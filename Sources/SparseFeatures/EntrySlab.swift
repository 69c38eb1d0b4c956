import Foundation
import ParallelWork

/// Memory that one worker fills with the entries of one chunk after another.
///
/// Not one array per chunk: whole huge pages cause a fraction of the page faults, and are freed as soon as the last of their
/// chunks is.
///
/// `@unchecked`: a part is written by the worker that adds it, before any other sees it, and never afterwards.
final class EntrySlab: @unchecked Sendable {
    /// Room of a slab in bytes, unless one chunk needs more.
    private static let usualBytes = 8 << 20

    private let memory: UnsafeMutableRawPointer
    /// Bytes that are mapped; 0 if the memory was allocated.
    private let mappedBytes: Int
    private let base: UnsafeMutablePointer<UInt32>
    private let capacity: Int
    private var count = 0

    /// An empty slab for `least` entries or more.
    init(_ least: Int) {
        let wanted = max(Self.usualBytes, least * MemoryLayout<UInt32>.stride)
        let page = HugePages.size
        let bytes = (wanted + page - 1) / page * page
        // One page more, so that the slab can start at a huge page.
        let mapped = mmap(nil, bytes + page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        if let mapped, mapped != MAP_FAILED {
            memory = mapped
            mappedBytes = bytes + page
        } else {
            // This most likely fails too, and then ends the program like any failed allocation.
            memory = .allocate(byteCount: bytes, alignment: page)
            mappedBytes = 0
        }
        let start = memory.alignedUp(toMultipleOf: page)
        HugePages.advise(start, bytes: bytes)
        base = start.bindMemory(to: UInt32.self, capacity: bytes / MemoryLayout<UInt32>.stride)
        capacity = bytes / MemoryLayout<UInt32>.stride
    }

    deinit {
        if mappedBytes > 0 { munmap(memory, mappedBytes) } else { memory.deallocate() }
    }

    /// Copies `entries` after the existing ones; nil if they do not fit.
    func add(_ entries: UnsafeBufferPointer<UInt32>) -> EntryRun? {
        guard entries.count <= capacity - count else { return nil }
        let start = base + count
        if let source = entries.baseAddress { start.initialize(from: source, count: entries.count) }
        count += entries.count
        return EntryRun(slab: self, entries: UnsafeBufferPointer(start: start, count: entries.count))
    }
}

/// Consecutive entries in a slab, which lives as long as they do.
struct EntryRun: Sendable {
    private let slab: EntrySlab?
    // Read only, and within the slab.
    private nonisolated(unsafe) let entries: UnsafeBufferPointer<UInt32>

    /// No entries.
    init() {
        slab = nil
        entries = UnsafeBufferPointer(start: nil, count: 0)
    }

    fileprivate init(slab: EntrySlab, entries: UnsafeBufferPointer<UInt32>) {
        self.slab = slab
        self.entries = entries
    }

    var count: Int { entries.count }

    /// Lends the entries to `body`.
    @inline(__always)
    func withEntries<Result>(_ body: (UnsafeBufferPointer<UInt32>) -> Result) -> Result {
        withExtendedLifetime(slab) { body(entries) }
    }
}

/// The slabs of one worker.
struct EntryStore {
    private var slab: EntrySlab?

    /// Keeps a copy of `entries`.
    mutating func keep(_ entries: UnsafeBufferPointer<UInt32>) -> EntryRun {
        if entries.isEmpty { return EntryRun() }
        // If no one else holds the slab, all its contents have been released.
        if isKnownUniquelyReferenced(&slab) { slab?.removeAll() }
        if let run = slab?.add(entries) { return run }
        let next = EntrySlab(entries.count)
        slab = next
        return next.add(entries) ?? EntryRun()
    }
}

extension EntrySlab {
    /// Removes all entries; no run of them may still be in use.
    func removeAll() { count = 0 }
}
