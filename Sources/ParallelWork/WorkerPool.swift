import Synchronization

/// A fixed number of workers that divide the items `0..<count` of one job.
///
/// Items are handed out in order but finish in any order, so a result must depend on its item alone; with a fixed
/// division into items, results are then the same for any number of workers, and where the system gives fewer threads.
package struct WorkerPool: Sendable {
    /// Number of workers, at least 1.
    package let count: Int

    /// - Parameter workers: How many workers; less than 1 counts as 1. Defaults to the active processors.
    package init(workers: Int = ProcessorCount.active) {
        count = max(1, workers)
    }

    /// Calls `body` once for each item of `0..<count` and returns when all calls have returned.
    package func forEach(_ count: Int, _ body: @Sendable (_ item: Int) -> Void) {
        forEach(count, state: { () }, { item, _ in body(item) })
    }

    /// Calls `body` once for each item of `0..<count`, giving each worker one `state` of its own to keep
    /// (a tokenizer, a scratch buffer), and returns when all calls have returned.
    package func forEach<State>(
        _ count: Int, state: @Sendable () -> State, _ body: @Sendable (_ item: Int, inout State) -> Void
    ) {
        let active = min(self.count, count)
        if active <= 1 {
            guard count > 0 else { return }
            var own = state()
            for item in 0..<count { body(item, &own) }
            return
        }
        let next = Atomic<Int>(0)
        WorkerThreads.shared.together(helpers: active - 1, limit: self.count - 1) {
            var item = next.wrappingAdd(1, ordering: .relaxed).oldValue
            guard item < count else { return }
            var own = state()
            while item < count {
                body(item, &own)
                item = next.wrappingAdd(1, ordering: .relaxed).oldValue
            }
        }
    }

    /// The results of `body` for the items of `0..<count`, in the order of the items.
    package func map<Result: Sendable>(_ count: Int, _ body: @Sendable (_ item: Int) -> Result) -> [Result] {
        map(count, state: { () }, { item, _ in body(item) })
    }

    /// The results of `body` for the items of `0..<count`, in the order of the items; `state` as in ``forEach(_:state:_:)``.
    package func map<State, Result: Sendable>(
        _ count: Int, state: @Sendable () -> State, _ body: @Sendable (_ item: Int, inout State) -> Result
    ) -> [Result] {
        [Result](unsafeUninitializedCapacity: count) { buffer, initialized in
            // Each item initialises its own slot exactly once.
            nonisolated(unsafe) let slots = buffer
            forEach(count, state: state) { item, own in
                slots.initializeElement(at: item, to: body(item, &own))
            }
            initialized = count
        }
    }

    /// The results of two jobs that run concurrently if there are two workers; each may itself use the pool.
    /// - Throws: What the jobs throw; the first one's error takes precedence.
    package func both<A: Sendable, B: Sendable>(
        _ first: @Sendable () throws -> A, _ second: @Sendable () throws -> B
    ) throws -> (A, B) {
        var a: Result<A, any Error>?
        var b: Result<B, any Error>?
        withUnsafeMutablePointer(to: &a) { a in
            withUnsafeMutablePointer(to: &b) { b in
                // Each job has one of the two to itself.
                nonisolated(unsafe) let (a, b) = (a, b)
                forEach(2) { item in
                    if item == 0 { a.pointee = Result { try first() } } else { b.pointee = Result { try second() } }
                }
            }
        }
        // Invariant: forEach(2) returns only after it ran items 0 and 1, and each sets its result.
        guard let a, let b else { preconditionFailure("both jobs have run") }
        return (try a.get(), try b.get())
    }
}
