import Foundation
import ShiftPipeline

/// What a run leaves in timings.json: nothing here determines a result.
struct RunRecord: Sendable, Codable {
    /// Seconds by stage, bytes of both inputs, threads.
    private let seconds: [String: Double]
    private let inputBytes: Int
    private let threads: Int
    /// Where the inputs were.
    private let paths: InputPaths

    init(timings: StageTimings, paths: InputPaths) {
        seconds = timings.seconds
        inputBytes = timings.inputBytes
        threads = timings.threads
        self.paths = paths
    }

    /// The paths in a folder's record; nil if there is none that can be read.
    static func paths(in folder: String) -> InputPaths? {
        let path = FolderDocument.run.path(in: folder)
        guard let content = FileManager.default.contents(atPath: path) else { return nil }
        return (try? JSONDecoder().decode(RunRecord.self, from: content).paths)
    }
}
