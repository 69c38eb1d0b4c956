import Foundation
import ParallelWork
import Synchronization
import Testing

@Suite struct OrderedFlowTests {
    private struct Failure: Error, Equatable { var number: Int }

    /// Results as they were consumed, and what was thrown.
    private func run(
        _ count: Int, workers: Int, ahead: Int = 4, failsAt: Int? = nil, nextFailsAt: Int? = nil, consumeFailsAt: Int? = nil,
        work: @escaping @Sendable (Int) -> Void = { _ in }
    ) -> (consumed: [Int], failure: Failure?) {
        let items = Box(0)
        let consumed = Box([Int]())
        do {
            try WorkerPool(workers: workers).inOrder(ahead: ahead) { () -> Int? in
                let number = items.value
                items.value += 1
                if number == nextFailsAt { throw Failure(number: number) }
                return number < count ? number : nil
            } state: {
                0
            } process: { item, calls in
                calls += 1
                work(item)
                if item == failsAt { throw Failure(number: item) }
                return item
            } consume: { item in
                if item == consumeFailsAt { throw Failure(number: item) }
                consumed.value.append(item)
            }
        } catch { return (consumed.value, error as? Failure) }
        return (consumed.value, nil)
    }

    private final class Box<Value>: @unchecked Sendable {
        // Unchecked because one thread at a time has it: what is tested.
        var value: Value
        init(_ value: Value) { self.value = value }
    }

    @Test(arguments: [1, 2, 3, 8]) func resultsComeInTheOrderOfTheItems(workers: Int) {
        // The earlier ones take longer, now and then.
        let outcome = run(300, workers: workers) { if $0 % 7 == 0 { usleep(300) } }
        #expect(outcome.consumed == Array(0..<300) && outcome.failure == nil)
        #expect(run(0, workers: workers).consumed.isEmpty)
    }

    @Test(arguments: [1, 2, 4]) func theFirstErrorInTheirOrderIsThrownAndAllBeforeIsConsumed(workers: Int) {
        for _ in 0..<20 {
            #expect(run(50, workers: workers, failsAt: 20) == (Array(0..<20), Failure(number: 20)))
            #expect(run(50, workers: workers, nextFailsAt: 30) == (Array(0..<30), Failure(number: 30)))
            #expect(run(50, workers: workers, consumeFailsAt: 10) == (Array(0..<10), Failure(number: 10)))
            #expect(run(50, workers: workers, failsAt: 20, nextFailsAt: 21).failure == Failure(number: 20))
        }
    }

    @Test func noMoreIsTakenThanIsAhead() throws {
        let taken = Atomic<Int>(0)
        let consumed = Atomic<Int>(0)
        let most = Atomic<Int>(0)
        try WorkerPool(workers: 4).inOrder(ahead: 3) { () -> Int? in
            let number = taken.wrappingAdd(1, ordering: .relaxed).oldValue
            most.max(number + 1 - consumed.load(ordering: .relaxed), ordering: .relaxed)
            return number < 200 ? number : nil
        } state: {
        } process: { item, _ in
            item
        } consume: { _ in
            usleep(50)
            consumed.wrappingAdd(1, ordering: .relaxed)
        }
        #expect(most.load(ordering: .relaxed) <= 3 && consumed.load(ordering: .relaxed) == 200)
    }

    /// A result does not wait for the next item, which may be long in coming.
    @Test(arguments: [1, 2]) func aResultIsHandedOnBeforeTheNextItemIsThere(workers: Int) throws {
        let consumed = DispatchSemaphore(value: 0)
        let items = Box(0)
        try WorkerPool(workers: workers).inOrder(ahead: 8) { () -> Int? in
            defer { items.value += 1 }
            if items.value > 0 { #expect(consumed.wait(timeout: .now() + 10) == .success) }
            return items.value < 5 ? items.value : nil
        } state: {
        } process: { item, _ in
            item
        } consume: { _ in
            consumed.signal()
        }
    }
}
