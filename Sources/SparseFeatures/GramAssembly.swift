import Foundation
import ParallelWork

/// Numbers the n-grams of all chunks and writes them to their final place, with their norms, in one pass.
enum GramAssembly {
    /// The matrix over the chunks' n-grams, which are freed chunk by chunk.
    ///
    /// - Parameters:
    ///   - entryCount: Entries of all features that are kept.
    ///   - segments: Rows of all chunks.
    static func matrix(
        _ chunks: inout [FeatureChunk], _ numbers: GramNumbers, entryCount: Int, segments: Int, _ workers: WorkerPool
    ) -> SparseMatrix {
        var norms: [Float] = []
        var offsets: [Int] = []
        let entries = [UInt32](unsafeUninitializedCapacity: entryCount) { entries, initialized in
            if let base = entries.baseAddress {
                HugePages.advise(UnsafeMutableRawPointer(base), bytes: entryCount * MemoryLayout<UInt32>.stride)
            }
            offsets = [Int](unsafeUninitializedCapacity: segments + 1) { offsets, offsetCount in
                offsets.initializeElement(at: segments, to: entryCount)
                norms = [Float](unsafeUninitializedCapacity: segments) { norms, normCount in
                    let rows = UnsafeMutableBufferPointer(rebasing: offsets[..<segments])
                    let target = Target(entries: entries, offsets: rows, norms: norms)
                    fill(target, &chunks, numbers, workers)
                    normCount = segments
                }
                offsetCount = segments + 1
            }
            initialized = entryCount
        }
        return SparseMatrix(offsets: offsets, entries: entries, inverseNorms: norms, featureWeights: numbers.weights)
    }

    /// Where all workers write: each worker the rows of its chunk, and its entries from the place that it is given in its turn.
    private struct Target: @unchecked Sendable {
        let entries: UnsafeMutableBufferPointer<UInt32>
        let offsets: UnsafeMutableBufferPointer<Int>
        let norms: UnsafeMutableBufferPointer<Float>
    }

    private static func fill(
        _ target: Target, _ chunks: inout [FeatureChunk], _ numbers: GramNumbers, _ workers: WorkerPool
    ) {
        let turns = Turns()
        chunks.withUnsafeMutableBufferPointer { buffer in
            // Each item is one chunk, and the pool hands out each item once.
            nonisolated(unsafe) let chunks = buffer
            workers.forEach(chunks.count, state: { EntryScratch() }) { item, scratch in
                let rows = chunks[item].segments
                let counts = chunks[item].gramCounts
                let norms = UnsafeMutableBufferPointer(rebasing: target.norms[rows])
                let offsets = UnsafeMutableBufferPointer(rebasing: target.offsets[rows])
                let run = chunks[item].grams
                let room = scratch.room(run.count + 1)
                let count = numbers.renumber(run, counts, to: room, norms, offsets)
                let start = turns.take(item, count)
                let place = UnsafeMutableBufferPointer(rebasing: target.entries[start..<start + count])
                _ = place.initialize(fromContentsOf: room[..<count])
                for segment in counts.indices { offsets[segment] &+= start }
                chunks[item].grams = EntryRun()
                chunks[item].gramCounts = []
            }
        }
    }
}

/// A worker's memory for the entries of one chunk.
private final class EntryScratch {
    private var memory = UnsafeMutableBufferPointer<UInt32>(start: nil, count: 0)

    deinit { memory.deallocate() }

    func room(_ count: Int) -> UnsafeMutableBufferPointer<UInt32> {
        if count > memory.count {
            memory.deallocate()
            memory = .allocate(capacity: count * 5 / 4)
            memory.initialize(repeating: 0)
        }
        return memory
    }
}

/// Gives chunks their places in order, each after the last.
private final class Turns: @unchecked Sendable {
    // Unchecked because the condition's lock guards what follows it.
    private let condition = NSCondition()
    private var next = 0
    private var place = 0

    /// Waits for the earlier items, which workers have begun, and reserves `count` elements; returns where they start.
    func take(_ item: Int, _ count: Int) -> Int {
        condition.lock()
        defer { condition.unlock() }
        while next != item { condition.wait() }
        defer { place += count }
        next += 1
        condition.broadcast()
        return place
    }
}
