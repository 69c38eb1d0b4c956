import ArgumentParser
import TextShift

/// The folder of an analysis, for all verbs that read one.
struct FolderArgument: ParsableArguments {
    @Argument(help: ArgumentHelp(say.argumentFolder, valueName: "dir"), completion: .directory)
    var path: String

    /// The analysis.
    func read() throws -> AnalysisFolder { try AnalysisFolder(path) }
}
