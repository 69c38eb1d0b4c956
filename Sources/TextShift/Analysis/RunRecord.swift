import Foundation
import TextRecords

/// What a run leaves in timings.json: nothing here determines a result.
struct RunRecord: Sendable, Codable {
    static let name = "timings.json"

    /// Seconds by stage, bytes of both inputs, threads.
    var seconds: [String: Double]
    var inputBytes: Int
    var threads: Int
    /// Where the inputs were.
    var paths: InputPaths

    init(timings: StageTimings, paths: InputPaths) {
        seconds = timings.seconds
        inputBytes = timings.inputBytes
        threads = timings.threads
        self.paths = paths
    }

    func encoded() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }

    /// The paths in a folder's record; nil where there is none that can be read.
    static func paths(in folder: String) -> InputPaths? {
        let path = (folder as NSString).appendingPathComponent(name)
        guard let content = FileManager.default.contents(atPath: path) else { return nil }
        return (try? JSONDecoder().decode(RunRecord.self, from: content).paths)
    }
}

/// Where the inputs of an analysis are. Absolute paths; `-` for standard input, which cannot be read again.
struct InputPaths: Sendable, Equatable, Codable {
    var train: [String]
    var test: [String]
    /// Of `--exclude`.
    var review: String?

    init(_ corpora: Corpora, options: AnalysisOptions) {
        train = corpora.train.files.map { Self.absolute($0.path) }
        test = corpora.test.files.map { Self.absolute($0.path) }
        review = options.review.map(Self.absolute)
    }

    private static func absolute(_ path: String) -> String {
        path == RecordStream.standardInput ? path : URL(fileURLWithPath: path).standardizedFileURL.path
    }
}
