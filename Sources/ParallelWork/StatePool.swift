import Synchronization

/// The private state of workers (a tokenizer, a scratch buffer), kept from one job to the next.
package final class StatePool<State>: @unchecked Sendable {
    // Unchecked because a state need not be Sendable: it is lent to one worker at a time.
    private let make: @Sendable () -> State
    private let lock = Mutex(())
    private var free: [State] = []

    /// - Parameter make: Makes a state when none is free.
    package init(_ make: @escaping @Sendable () -> State) {
        self.make = make
    }

    /// A state for one worker; it is returned when the loan is released.
    package func lend() -> Loan {
        let kept = lock.withLock { _ in free.popLast() }
        return Loan(kept ?? make(), self)
    }

    /// A state on loan to one worker.
    package final class Loan {
        /// The worker's own.
        package var state: State
        private let pool: StatePool

        fileprivate init(_ state: State, _ pool: StatePool) {
            self.state = state
            self.pool = pool
        }

        deinit { pool.lock.withLock { _ in pool.free.append(state) } }
    }
}
