import Foundation
import TextRecords

extension Split {
    /// The rows of a part, by position in the file.
    private struct Figures: Encodable {
        let validation: [Int]
        let validationWeights: [Double]?
        let remaining: [Int]
        let remainingWeights: [Double]
    }

    /// Checks that a file for the figures can be written; `-` is standard output.
    /// - Throws: `RecordError`.
    package static func checkPlace(_ path: String, replacing: Bool) throws {
        try OutputFolder.holding(fileAt: place(path), replacing: replacing).folder.abandon()
    }

    /// Writes the parts without the rows: a line of JSON for each, with positions of training rows (from 0; drawn twice, named
    /// twice) and their weights, mean 1, where they have any.
    /// - Throws: `RecordError`.
    package func write(figuresTo path: String, replacing: Bool) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        var text = ""
        for part in parts {
            let figures = Figures(
                validation: part.validation.map { fileRows[$0] }, validationWeights: part.validationWeights,
                remaining: part.remaining.map { fileRows[$0] }, remainingWeights: part.remainingWeights)
            text += String(decoding: try encoder.encode(figures), as: UTF8.self) + "\n"
        }
        try OutputFolder.write(text, toFile: Self.place(path), replacing: replacing, sparing: inputs)
    }

    private static func place(_ path: String) -> String { path == StandardInput.name ? "/dev/stdout" : path }
}
