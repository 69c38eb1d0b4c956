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

    /// The most bytes of a record: a thousand times those of long paths.
    private static let greatest = 16 << 20

    /// The paths in a folder's record; nil if there is none that can be used. Members that nothing here needs may be anything.
    static func paths(in folder: String) -> InputPaths? {
        struct Document: Decodable { var paths: InputPaths }
        guard let content = try? SmallFile.read(FolderDocument.run.path(in: folder), most: greatest),
            let paths = try? JSONDecoder().decode(Document.self, from: content).paths
        else { return nil }
        // No path has a NUL: what stands before it would be opened.
        let all = paths.train + paths.test + [paths.review].compactMap { $0 }
        return all.contains { $0.isEmpty || $0.utf8.contains(0) } ? nil : paths
    }
}
