import ParallelWork
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

    private final class Counter: Sendable {
        private let count = Atomic<Int>(0)
        var value: Int { count.load(ordering: .relaxed) }
        func increment() { count.wrappingAdd(1, ordering: .relaxed) }
    }
}
