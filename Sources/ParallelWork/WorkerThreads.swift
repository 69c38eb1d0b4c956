import Foundation

/// The threads that help: kept from one job to the next, made as they are first wanted, and never waited for. Whoever has a job does
/// all of it that nobody else has begun, so a system that gives no threads only makes it slower.
final class WorkerThreads: @unchecked Sendable {
    // Unchecked because the condition's lock guards what follows it.
    static let shared = WorkerThreads()

    private let condition = NSCondition()
    private var waiting: [Ticket] = []
    private var idle = 0
    private var count = 0

    /// A wish for one more thread in a job.
    private final class Ticket: @unchecked Sendable {
        // Unchecked because the lock of WorkerThreads guards the state.
        enum State { case waiting, begun, done }
        let body: () -> Void
        var state = State.waiting
        init(_ body: @escaping () -> Void) { self.body = body }
    }

    /// Calls `body` here and on up to `helpers` more threads, and returns when all calls have.
    ///
    /// - Parameters:
    ///   - helpers: The most threads that help, in this job.
    ///   - limit: The most threads that help, in all jobs: jobs within jobs share them.
    ///   - body: Must do all work that is left, whether or not it is called again.
    func together(helpers: Int, limit: Int, _ body: () -> Void) {
        withoutActuallyEscaping(body) { body in
            let tickets = (0..<helpers).map { _ in Ticket(body) }
            offer(tickets, limit)
            body()
            takeBack(tickets)
        }
    }

    private func offer(_ tickets: [Ticket], _ limit: Int) {
        condition.lock()
        defer { condition.unlock() }
        waiting += tickets
        while idle < waiting.count, count < limit {
            guard BackgroundThread.start({ self.work() }) else { break }
            count += 1
            idle += 1
        }
        condition.broadcast()
    }

    /// What nobody has begun is nobody's any more; what was begun is waited for.
    private func takeBack(_ tickets: [Ticket]) {
        condition.lock()
        defer { condition.unlock() }
        waiting.removeAll { one in one.state == .waiting && tickets.contains { $0 === one } }
        while tickets.contains(where: { $0.state == .begun }) { condition.wait() }
    }

    private func work() {
        condition.lock()
        while true {
            while waiting.isEmpty { condition.wait() }
            let ticket = waiting.removeFirst()
            ticket.state = .begun
            idle -= 1
            condition.unlock()
            ticket.body()
            condition.lock()
            ticket.state = .done
            idle += 1
            condition.broadcast()
        }
    }
}
