import TestSupport
import TextShift

/// Analyses and models that tests of other verbs begin with: made by the library, which saves a start of the program.
extension LeaningCorpora {
    /// A folder with both corpora and their analysis in `out`.
    static func analysed(
        train: [String] = train, test: [String] = test, _ change: (inout AnalysisOptions) throws -> Void = { _ in },
        output: OutputOptions = OutputOptions()
    ) throws -> TemporaryFolder {
        let folder = try folder(train: train, test: test)
        var options = AnalysisOptions()
        try change(&options)
        try TextShift.analyze(train: folder.path("train.jsonl"), test: folder.path("test.jsonl"), options: options)
            .write(to: folder.path("out"), replacing: false, options: output)
        return folder
    }

    /// A folder with both corpora and their model in `m.model`.
    static func fitted(
        train: [String] = train, test: [String] = test, _ change: (inout AnalysisOptions) throws -> Void = { _ in }
    ) throws -> TemporaryFolder {
        let folder = try folder(train: train, test: test)
        var options = AnalysisOptions()
        try change(&options)
        try fit(train: [folder.path("train.jsonl")], test: [folder.path("test.jsonl")], options: options)
            .write(to: folder.path("m.model"), replacing: false)
        return folder
    }
}
