import ShiftReport
import Synchronization

/// What is said while plug-in worlds are fitted: which one, and how long the rest will take at the pace so far.
final class WorldProgress: Sendable {
    private let start = Mutex<ContinuousClock.Instant?>(nil)

    /// - Parameters:
    ///   - number: Of the world that begins, from 0.
    ///   - count: How many there are.
    func line(_ number: Int, of count: Int) -> String {
        let now = ContinuousClock.now
        let first = start.withLock { start in
            if number == 0 { start = now }
            return start ?? now
        }
        guard number > 0 else { return say.inWorld(number: 1, count: count) }
        let parts = (now - first).components
        let elapsed = Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
        let left = elapsed / Double(number) * Double(count - number)
        return say.inWorld(number: number + 1, count: count) + say.secondsLeft(seconds: max(Int(left.rounded(.up)), 1))
    }
}
