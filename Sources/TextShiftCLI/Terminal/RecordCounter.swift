import Synchronization

/// A line on standard error that counts records, at most twice a second; nothing if standard error is not a terminal.
final class RecordCounter: Sendable {
    private let isShown: Bool
    private let start = ContinuousClock.now
    private let last = Mutex(ContinuousClock.now)

    init(isShown: Bool) {
        self.isShown = isShown
    }

    /// Shows how many records there were so far.
    func show(_ records: Int) {
        guard isShown else { return }
        let now = ContinuousClock.now
        let isDue = last.withLock { last in
            guard now - last > .milliseconds(500) else { return false }
            last = now
            return true
        }
        guard isDue else { return }
        let rate = Double(records) / max((now - start) / .seconds(1), 1e-3)
        Terminal.status(say.recordsDone(count: records, rate: Int(rate)))
    }

    /// Removes the line.
    func clear() {
        if isShown { Terminal.error("\r\u{1B}[K") }
    }
}
