import Foundation

extension WorkerPool {
    /// Processes items as they arrive, several at a time, and passes on the results in the order of the items.
    ///
    /// Memory is that of `ahead` items: no more are taken while so many results are still to be passed on, so a slow `consume`
    /// slows `next` down. A result is passed on as soon as all before it were, however long the next item takes to arrive.
    ///
    /// - Parameters:
    ///   - ahead: The most items taken whose results have not been passed on, at least 1.
    ///   - next: The next item; nil if there are no more. Called by one thread at a time.
    ///   - state: What each worker keeps for itself.
    ///   - process: Called for each item, several at a time.
    ///   - consume: Called with the results, in the order of their items, by one thread at a time.
    /// - Throws: The first error in the order of the items, from any of the three. All results before it were passed on.
    package func inOrder<Item, State, Output: Sendable>(
        ahead: Int, next: @escaping () throws -> Item?, state: @escaping @Sendable () -> State,
        process: @escaping @Sendable (Item, inout State) throws -> Output, consume: @escaping (Output) throws -> Void
    ) throws {
        let flow = OrderedFlow(ahead: ahead, next: next, consume: consume)
        forEach(count, state: state) { _, own in
            while let (number, item) = flow.take() {
                flow.finish(number, Result { try process(item, &own) })
            }
        }
        if let failure = flow.failure { throw failure }
    }
}

/// Who may take the next item, and which results are waiting for earlier ones.
private final class OrderedFlow<Item, Output: Sendable>: @unchecked Sendable {
    // Unchecked because the condition's lock guards all mutable state; `next` and `consume` are called by one thread at a time.
    private let condition = NSCondition()
    private let ahead: Int
    private let next: () throws -> Item?
    private let consume: (Output) throws -> Void
    private var taken = 0
    private var handedOn = 0
    private var isTaking = false
    private var isConsuming = false
    private var isAtEnd = false
    private var waiting: [Int: Result<Output, any Error>] = [:]
    /// The first error in the order of the items; read it once all workers are done.
    private(set) var failure: (any Error)?

    init(ahead: Int, next: @escaping () throws -> Item?, consume: @escaping (Output) throws -> Void) {
        self.ahead = max(ahead, 1)
        self.next = next
        self.consume = consume
    }

    /// The next item and its number; waits for its turn. nil if nothing is left to do.
    func take() -> (number: Int, item: Item)? {
        condition.lock()
        while isTaking || taken - handedOn >= ahead, failure == nil, !isAtEnd { condition.wait() }
        guard failure == nil, !isAtEnd else {
            condition.unlock()
            return nil
        }
        isTaking = true
        let number = taken
        taken += 1
        condition.unlock()

        let item = Result { try next() }

        condition.lock()
        isTaking = false
        if case .success(.some) = item {} else { isAtEnd = true }
        condition.broadcast()
        condition.unlock()
        switch item {
        case .success(let item): return item.map { (number, $0) }
        case .failure(let error):
            // The error has its place in the order: results of earlier items still come first.
            finish(number, .failure(error))
            return nil
        }
    }

    /// Records the result of an item, and passes on all that were waiting for it unless another thread is doing so.
    func finish(_ number: Int, _ result: Result<Output, any Error>) {
        condition.lock()
        defer { condition.unlock() }
        waiting[number] = result
        guard !isConsuming else { return }
        isConsuming = true
        while failure == nil, let result = waiting.removeValue(forKey: handedOn) {
            condition.unlock()
            let outcome = Result { try consume(try result.get()) }
            condition.lock()
            handedOn += 1
            if case .failure(let error) = outcome { failure = error }
            condition.broadcast()
        }
        isConsuming = false
    }
}
