/// The stages of an analysis.
public enum AnalysisStage: String, Sendable, CaseIterable {
    /// Reading the corpora and finding fields and groups.
    case reading
    /// Turning texts into features.
    case featurizing
    /// Cross-fitting the discriminator.
    case fitting
    /// Turning out-of-fold scores into weights.
    case weighing
    /// Computing AUC, interval, p-value, trust and the other figures, and the drawn validation set.
    case diagnosing
    /// Finding examples with the contribution of each token, and terms that moved.
    case explaining
    /// Asking the discriminator about the drawn validation set.
    case checking
    /// Scoring all rows of corpora larger than the fit.
    case scoring
    /// Writing the files.
    case writing
}

/// How far an analysis has got.
public struct AnalysisProgress: Sendable, Equatable {
    /// What is being done.
    public var stage: AnalysisStage
    /// Bytes of input that the stage has processed, and that it has in all; nil for a stage that does not count them.
    public var bytes: (done: Int, total: Int)?

    package init(stage: AnalysisStage, bytes: (done: Int, total: Int)? = nil) {
        self.stage = stage
        self.bytes = bytes
    }

    public static func == (a: AnalysisProgress, b: AnalysisProgress) -> Bool {
        a.stage == b.stage && a.bytes?.done == b.bytes?.done && a.bytes?.total == b.bytes?.total
    }
}

/// Wall-clock time of the stages: for timings.json, never for report.json.
public struct StageTimings: Sendable, Equatable {
    /// Seconds by stage, in the order in which they ran.
    public package(set) var seconds: [String: Double] = [:]
    /// Bytes of both inputs.
    public package(set) var inputBytes = 0
    /// Number of threads used.
    public package(set) var threads = 1
}

/// Times the stages and reports their start and progress.
package final class StageClock {
    package var timings = StageTimings()
    private let progress: (@Sendable (AnalysisProgress) -> Void)?
    private var current: (stage: AnalysisStage, start: ContinuousClock.Instant)?

    package init(threads: Int, progress: (@Sendable (AnalysisProgress) -> Void)?) {
        self.progress = progress
        timings.threads = threads
    }

    /// Continues from earlier timings.
    package init(_ timings: StageTimings, progress: (@Sendable (AnalysisProgress) -> Void)?) {
        self.timings = timings
        self.progress = progress
    }

    /// A stage begins, and the one before it ends.
    package func begin(_ stage: AnalysisStage) {
        end()
        progress?(AnalysisProgress(stage: stage))
        current = (stage, .now)
    }

    /// Reports how many bytes the current stage has processed.
    package func advance(to done: Int, of total: Int) {
        guard let stage = current?.stage else { return }
        progress?(AnalysisProgress(stage: stage, bytes: (done, total)))
    }

    /// The last stage ends.
    package func end() {
        guard let (stage, start) = current else { return }
        let parts = (ContinuousClock.now - start).components
        timings.seconds[stage.rawValue, default: 0] += Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
        current = nil
    }
}
