import Dispatch
import Foundation
import Synchronization
import TextShift

/// One line on standard error that says what is being done, how fast, and for how much longer; nothing where no one watches.
final class ProgressLine: Sendable {
    private struct State {
        var stage: AnalysisStage?
        var stageStart = 0.0
    }

    private let start = ContinuousClock.now
    private let bytes: Int?
    private let isShown: Bool
    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "progress")

    /// - Parameter bytes: Bytes of both inputs; nil where they are not known beforehand.
    init(isShown: Bool, bytes: Int?) {
        self.isShown = isShown
        self.bytes = bytes
        if isShown { tick() }
    }

    /// Shows that a stage has begun.
    func show(_ stage: AnalysisStage) {
        guard isShown else { return }
        let elapsed = seconds
        state.withLock { $0 = State(stage: stage, stageStart: elapsed) }
        draw()
    }

    /// Takes the line away and draws no more.
    func clear() {
        guard isShown else { return }
        state.withLock { state in
            state.stage = nil
            Terminal.error("\r\u{1B}[K")
        }
    }

    private var seconds: Double {
        let parts = (ContinuousClock.now - start).components
        return Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
    }

    private func draw() {
        let elapsed = seconds
        // The line is written inside the lock: none comes after it was taken away.
        state.withLock { state in
            guard let stage = state.stage else { return }
            Terminal.error(
                "\r\u{1B}[K" + Self.text(stage, stageStart: state.stageStart, elapsed: elapsed, bytes: bytes))
        }
    }

    private func tick() {
        queue.asyncAfter(deadline: .now() + 0.5) { [weak self] in
            guard let self else { return }
            draw()
            tick()
        }
    }

    /// The line of a moment, without the escapes around it.
    ///
    /// - Parameters:
    ///   - stageStart: Seconds from the start of the program to that of the stage.
    ///   - elapsed: Seconds from the start of the program.
    static func text(_ stage: AnalysisStage, stageStart: Double, elapsed: Double, bytes: Int?) -> String {
        let number = (AnalysisStage.allCases.firstIndex(of: stage) ?? 0) + 1
        var text = "[\(number)/\(AnalysisStage.allCases.count)] \(stage.rawValue)"
        // Estimates from less than this jump about.
        guard elapsed >= 1 else { return text + "…" }
        text += "  \(Int(elapsed)) s"
        let before = AnalysisStage.allCases.prefix(number - 1).reduce(0) { $0 + usualShare(of: $1) }
        guard before > 0, stageStart > 0 else { return text }
        // What is behind tells how long all will take, if the stages keep their usual shares.
        let whole = stageStart / before
        if let bytes { text += String(format: "  %.1f MB/s", Double(bytes) / whole / 1e6) }
        let remaining = whole - elapsed
        if remaining >= 1 { text += "  about \(Int(remaining.rounded(.up))) s left" }
        return text
    }

    /// Which part of the time a stage takes on 26 MB of short reviews with two threads; only for the estimate.
    static func usualShare(of stage: AnalysisStage) -> Double {
        switch stage {
        case .reading: 0.05
        case .featurizing: 0.48
        case .fitting: 0.35
        case .weighing: 0.01
        case .diagnosing: 0.08
        case .writing: 0.03
        }
    }
}
