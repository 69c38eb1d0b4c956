/// What an analysis is at.
public enum AnalysisStage: String, Sendable, CaseIterable {
    case reading, featurizing, fitting, weighing, diagnosing, writing
}

/// Wall-clock time of the stages: for timings.json, never for report.json.
public struct StageTimings: Sendable, Codable, Equatable {
    /// Seconds by stage, in the order in which they ran.
    public internal(set) var seconds: [String: Double] = [:]
    /// Bytes of both inputs.
    public internal(set) var inputBytes = 0
    /// Threads that worked.
    public internal(set) var threads = 1
}
