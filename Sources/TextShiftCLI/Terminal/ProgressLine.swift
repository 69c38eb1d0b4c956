import Foundation
import ParallelWork
import Synchronization
import TextShift

/// One line on standard error that says what is being done, how fast, and for how much longer; nothing if standard error is not
/// a terminal.
final class ProgressLine: Sendable {
    private struct State {
        var progress: AnalysisProgress?
        var stageStart = 0.0
    }

    private let start = ContinuousClock.now
    private let bytes: Int?
    private let isShown: Bool
    private let state = Mutex(State())

    /// - Parameter bytes: Bytes of both inputs; nil if they are not known beforehand, or are more than the fit holds.
    init(isShown: Bool, bytes: Int?) {
        self.isShown = isShown
        self.bytes = bytes
        // Without a thread to draw it the line changes with the stages only.
        if isShown {
            _ = BackgroundThread.start { [weak self] in
                while true {
                    usleep(500_000)
                    guard let self else { return }
                    draw()
                }
            }
        }
    }

    /// Shows that a stage has begun, or how far it has got.
    func show(_ progress: AnalysisProgress) {
        guard isShown else { return }
        let elapsed = seconds
        let isNew = state.withLock { state in
            let isNew = state.progress?.stage != progress.stage
            if isNew { state.stageStart = elapsed }
            state.progress = progress
            return isNew
        }
        // Everything else is drawn by the timer.
        if isNew { draw() }
    }

    /// Removes the line and draws no more.
    func clear() {
        guard isShown else { return }
        state.withLock { state in
            state.progress = nil
            Terminal.error("\r\u{1B}[K")
        }
    }

    private var seconds: Double {
        let parts = (ContinuousClock.now - start).components
        return Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
    }

    private func draw() {
        let elapsed = seconds
        // The line is written inside the lock, so that none appears after it was removed.
        state.withLock { state in
            guard let progress = state.progress else { return }
            Terminal.status(Self.text(progress, stageStart: state.stageStart, elapsed: elapsed, bytes: bytes))
        }
    }

    /// The line at one moment, without the escapes around it.
    ///
    /// - Parameters:
    ///   - stageStart: Seconds from the start of the program to that of the stage.
    ///   - elapsed: Seconds from the start of the program.
    ///   - bytes: Bytes of both inputs, all of which every stage processes; nil if not, and then nothing is known about the
    ///     time left.
    static func text(_ progress: AnalysisProgress, stageStart: Double, elapsed: Double, bytes: Int?) -> String {
        let stage = progress.stage
        let stages = AnalysisStage.allCases.filter { usualShare(of: $0) > 0 }
        let number = stages.firstIndex(of: stage)
        var text = (number.map { "[\($0 + 1)/\(stages.count)] " } ?? "") + say.name(stage)
        // Estimates from less than this are unstable.
        guard elapsed >= 1 else { return say.ongoing(stage: text) }
        text += say.elapsed(seconds: Int(elapsed))
        if let (done, total) = progress.bytes {
            let rate = Double(done) / max(elapsed - stageStart, 1e-3)
            return text + estimate(bytesPerSecond: rate, left: Double(total - done) / max(rate, 1))
        }
        guard let number, let bytes else { return text }
        let before = stages.prefix(number).reduce(0) { $0 + usualShare(of: $1) }
        guard before > 0, stageStart > 0 else { return text }
        // The time so far tells how long everything will take, if the stages keep their usual shares.
        let whole = stageStart / before
        return text + estimate(bytesPerSecond: Double(bytes) / whole, left: whole - elapsed)
    }

    private static func estimate(bytesPerSecond: Double, left: Double) -> String {
        String(format: "  %.1f MB/s", bytesPerSecond / 1e6)
            + (left >= 1 ? say.secondsLeft(seconds: Int(left.rounded(.up))) : "")
    }

    /// The part of the time that a stage takes on 26 MB of short reviews with two threads; only for the estimate. Scoring is a
    /// stage only if the corpora are larger than the fit; it counts its bytes.
    static func usualShare(of stage: AnalysisStage) -> Double {
        switch stage {
        case .reading: 0.04
        case .featurizing: 0.38
        case .fitting: 0.29
        case .weighing: 0.01
        case .diagnosing: 0.07
        case .explaining: 0.05
        case .checking: 0.13
        case .scoring: 0
        case .writing: 0.03
        }
    }
}
