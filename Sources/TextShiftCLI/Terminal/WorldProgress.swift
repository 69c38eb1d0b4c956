import ShiftReport
import Synchronization

/// What is said while plug-in worlds, or sources, are fitted: which one, and how long the rest will take at the pace so far.
final class WorldProgress: Sendable {
    private let inStep: @Sendable (Int, Int) -> String
    private let start = Mutex<ContinuousClock.Instant?>(nil)

    /// - Parameter inStep: What the step of a number is called, with how many there are.
    init(inStep: @escaping @Sendable (Int, Int) -> String) { self.inStep = inStep }

    /// - Parameters:
    ///   - number: Of the world that begins, from 0.
    ///   - count: How many there are.
    func line(_ number: Int, of count: Int) -> String {
        let now = ContinuousClock.now
        let first = start.withLock { start in
            if number == 0 { start = now }
            return start ?? now
        }
        guard number > 0 else { return inStep(1, count) }
        let parts = (now - first).components
        let elapsed = Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
        let left = elapsed / Double(number) * Double(count - number)
        return inStep(number + 1, count) + say.secondsLeft(seconds: max(Int(left.rounded(.up)), 1))
    }
}
