@testable import ParallelWork
import Synchronization
import Testing

@Suite struct WorkerPoolTests {
    @Test(arguments: [1, 2, 3, 8]) func resultsStandInTheOrderOfTheItems(workers: Int) {
        let squares = WorkerPool(workers: workers).map(1000) { $0 * $0 }
        #expect(squares == (0..<1000).map { $0 * $0 })
    }

    @Test(arguments: [1, 2, 5]) func eachItemIsHandedOutOnce(workers: Int) {
        let calls = (0..<200).map { _ in Counter() }
        WorkerPool(workers: workers).forEach(200) { calls[$0].increment() }
        #expect(calls.allSatisfy { $0.value == 1 })
    }

    @Test func aWorkerKeepsItsState() {
        let states = Counter()
        let seen = WorkerPool(workers: 3).map(
            100,
            state: {
                states.increment()
                return [Int]()
            },
            { item, own in
                own.append(item)
                return own.count
            })
        #expect(states.value <= 3 && states.value >= 1)
        #expect(seen.max() ?? 0 >= 100 / 3)
    }

    @Test func noItemsAndNoWorkers() {
        #expect(WorkerPool(workers: 4).map(0) { $0 }.isEmpty)
        #expect(WorkerPool(workers: -1).count == 1)
        #expect(ProcessorCount.active >= 1)
    }

    /// Jobs within jobs, more of them than threads: whoever has a job does what nobody has begun.
    @Test(arguments: [2, 3]) func jobsWithinJobs(workers: Int) throws {
        let pool = WorkerPool(workers: workers)
        let sums = pool.map(20) { outer in pool.map(20) { inner in outer * inner }.reduce(0, +) }
        #expect(sums == (0..<20).map { $0 * 190 })
        let (a, b) = try pool.both({ pool.map(50) { $0 }.count }, { pool.map(60) { $0 }.count })
        #expect(a == 50 && b == 60)
    }

    @Test func noHelpersAtAll() {
        let threads = WorkerThreads()
        let calls = Counter()
        threads.together(helpers: 3, limit: 0) { calls.increment() }
        #expect(calls.value == 1)
    }

    @Test(
        arguments: [
            (["/sys/fs/cgroup/cpu.max": "150000 100000\n"], 2), (["/sys/fs/cgroup/cpu.max": "max 100000\n"], nil),
            (["/sys/fs/cgroup/cpu.max": "5000 100000\n"], 1), ([:], nil), (["/sys/fs/cgroup/cpu.max": "nonsense"], nil),
            (["/sys/fs/cgroup/cpu/cpu.cfs_quota_us": "-1\n", "/sys/fs/cgroup/cpu/cpu.cfs_period_us": "100000\n"], nil),
            (["/sys/fs/cgroup/cpu/cpu.cfs_quota_us": "400000\n", "/sys/fs/cgroup/cpu/cpu.cfs_period_us": "100000\n"], 4),
        ] as [([String: String], Int?)])
    func quotaOfAControlGroup(files: [String: String], expected: Int?) {
        #expect(ProcessorCount.quota { files[$0] } == expected)
    }

    private final class Counter: Sendable {
        private let count = Atomic<Int>(0)
        var value: Int { count.load(ordering: .relaxed) }
        func increment() { count.wrappingAdd(1, ordering: .relaxed) }
    }
}
