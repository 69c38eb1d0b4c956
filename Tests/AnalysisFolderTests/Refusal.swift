import Foundation
import ShiftPipeline
import TestSupport
import Testing

@testable import AnalysisFolder

/// An analysis that is expected to be refused.
struct Refusal {
    /// The corpora, as files of `folder`.
    var train = "train.jsonl"
    var test = "test.jsonl"
    /// Where the results should go; nil for nowhere.
    var output: String? = "out"
    var replaces = false
    var files = OutputOptions()

    /// The sentence that the program prints, with paths as if it ran in `folder`; it is one line, and `folder` stays as it was.
    func sentence(
        in folder: TemporaryFolder, sourceLocation: Testing.SourceLocation = #_sourceLocation,
        _ change: (inout AnalysisOptions) throws -> Void = { _ in }
    ) throws -> String {
        let before = try folder.contents()
        func path(_ name: String) -> String { folder.url.path + "/" + name }
        do {
            var options = AnalysisOptions()
            try change(&options)
            if let output { try AnalysisFolder.checkPlace(path(output), replacing: replaces, options: files) }
            _ = try analyze(
                train: .files([path(train)]), test: .files([path(test)]), options: options, output: files, progress: nil)
        } catch {
            let sentence = error.localizedDescription
            #expect(!sentence.contains("\n"), "one line", sourceLocation: sourceLocation)
            #expect(try folder.contents() == before, sourceLocation: sourceLocation)
            return sentence.replacing(folder.url.path + "/", with: "")
        }
        Issue.record("not refused", sourceLocation: sourceLocation)
        return ""
    }

    /// Expects all of `said` in the sentence.
    func expect(
        _ said: [String], in folder: TemporaryFolder, sourceLocation: Testing.SourceLocation = #_sourceLocation,
        _ change: (inout AnalysisOptions) throws -> Void = { _ in }
    ) throws {
        let sentence = try sentence(in: folder, sourceLocation: sourceLocation, change)
        for part in said { #expect(sentence.contains(part), "\(sentence)", sourceLocation: sourceLocation) }
    }
}
