import Foundation
import Synchronization
import TextShift

/// One line on standard error that says what is being done and for how long; nothing where no one watches.
final class ProgressLine: Sendable {
    private let start = ContinuousClock.now
    private let isShown: Bool

    init(isShown: Bool) { self.isShown = isShown }

    /// Shows that a stage has begun.
    func show(_ stage: AnalysisStage) {
        guard isShown, let number = AnalysisStage.allCases.firstIndex(of: stage) else { return }
        let seconds = Double((ContinuousClock.now - start).components.seconds)
        let position = "[\(number + 1)/\(AnalysisStage.allCases.count)]"
        Terminal.error("\r\u{1B}[K\(position) \(stage.rawValue)…" + (seconds >= 1 ? " (\(Int(seconds)) s so far)" : ""))
    }

    /// Takes the line away.
    func clear() {
        if isShown { Terminal.error("\r\u{1B}[K") }
    }
}
