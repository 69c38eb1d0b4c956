import ParallelWork
import Synchronization

/// In how many segments each bucket occurs, counted by one worker.
///
/// One byte per bucket, four times as many per cache line as with 32-bit integers: a byte that wraps around is recorded, and
/// stands for 256.
final class BucketTally: @unchecked Sendable {
    // Unchecked because a single worker counts, and others read afterwards.
    fileprivate var bytes: [UInt8]
    fileprivate var wrapped: [UInt32] = []

    fileprivate init(buckets: Int) { bytes = [UInt8](hugeRepeating: 0, count: buckets) }

    /// Counts the buckets of `entries`, each of which is one bucket of one segment.
    func add(_ entries: UnsafeBufferPointer<UInt32>) {
        bytes.withUnsafeMutableBufferPointer { bytes in
            for entry in entries {
                let bucket = Int(entry &>> 8)
                let count = bytes[bucket] &+ 1
                bytes[bucket] = count
                if count == 0 { wrapped.append(entry &>> 8) }
            }
        }
    }
}

/// The tallies of all workers. Integers add up to the same sum in any order.
final class BucketFrequencies: Sendable {
    private let buckets: Int
    private let tallies = Mutex<[BucketTally]>([])

    init(buckets: Int) { self.buckets = buckets }

    /// A tally for one worker.
    func makeTally() -> BucketTally {
        let tally = BucketTally(buckets: buckets)
        tallies.withLock { $0.append(tally) }
        return tally
    }

    /// The sums by bucket, once all workers have counted; the tallies are freed.
    func sum(_ workers: WorkerPool) -> [Int32] {
        let tallies = tallies.withLock { tallies in
            defer { tallies = [] }
            return tallies
        }
        var sums = [Int32](unsafeUninitializedCapacity: buckets) { buffer, initialized in
            if let base = buffer.baseAddress {
                HugePages.advise(UnsafeMutableRawPointer(base), bytes: buckets * MemoryLayout<Int32>.stride)
            }
            // Each part of the buckets is summed by one worker.
            nonisolated(unsafe) let sums = buffer
            let share = 1 << 16
            workers.forEach((buckets + share - 1) / share) { part in
                let range = part * share..<min((part + 1) * share, buckets)
                UnsafeMutableBufferPointer(rebasing: sums[range]).initialize(repeating: 0)
                for tally in tallies {
                    tally.bytes.withUnsafeBufferPointer { bytes in
                        for bucket in range { sums[bucket] &+= Int32(bytes[bucket]) }
                    }
                }
            }
            initialized = buckets
        }
        for tally in tallies {
            for bucket in tally.wrapped { sums[Int(bucket)] += 256 }
        }
        return sums
    }
}
