import Foundation
import TextRecords

/// Where the inputs of an analysis are: absolute paths; `-` for standard input, which cannot be read again, and none for
/// records that were in memory.
package struct InputPaths: Sendable, Equatable, Codable {
    package var train: [String]
    package var test: [String]
    /// Of `--exclude`.
    package var review: String?

    init(train: CorpusInput, test: CorpusInput, options: AnalysisOptions) {
        self.train = train.paths.map(Self.absolute)
        self.test = test.paths.map(Self.absolute)
        review = options.review.map(Self.absolute)
    }

    /// All of them.
    package var all: [String] { train + test + [review].compactMap { $0 } }

    private static func absolute(_ path: String) -> String {
        path == StandardInput.name ? path : URL(fileURLWithPath: path).standardizedFileURL.path
    }
}
