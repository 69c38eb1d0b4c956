import ArgumentParser
import CBuildCommit
import TextShift

/// The root of the command line: `textshift`.
struct TextShiftCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "textshift",
            abstract: say.aboutProgram,
            discussion: say.moreOnProgram + "\n\n  textshift analyze train.jsonl test.jsonl --output result",
            version: "textshift \(Version.current) (\(commit)ICU \(ICUVersion.current), Unicode \(ICUVersion.unicode))",
            subcommands: [
                AnalyzeCommand.self, ReportCommand.self, SplitCommand.self, EstimateCommand.self, DiagnoseCommand.self,
                ConformalCommand.self, AuditCommand.self, CheckCommand.self, FitCommand.self, ScoreCommand.self,
                ModelCommand.self,
                HashCommand.self, PeekCommand.self,
            ])
    }

    /// Which commit was built, if that is known.
    private static var commit: String {
        let commit = String(cString: cbuildcommit)
        return commit.isEmpty ? "" : "commit \(commit), "
    }
}
