import ArgumentParser
import ShiftReport

/// Help, and why a command line is refused, in the language of the terminal.
enum ParserText {
    /// - Parameters:
    ///   - error: What the parser threw.
    ///   - arguments: The command line.
    ///   - columns: Of the parser's own help; nil for those of the terminal.
    static func text(for error: any Error, _ arguments: [String], columns: Int? = nil) -> String {
        let own = TextShiftCommand.fullMessage(for: error, columns: columns)
        let wording = LanguageChoice.current.wording
        guard wording.language != .english else { return own }
        guard TextShiftCommand.exitCode(for: error) == .success else { return ParserMessages.translated(own, wording.say) }
        guard own.hasPrefix(Wording.english.say.overviewTitle) else { return own }
        let verbs = Set(TextShiftCommand.configuration.subcommands.map { $0._commandName })
        let path = arguments.filter { verbs.contains($0) }.prefix(1)
        let help = HelpText(
            description: TextShiftCommand._dumpHelp(), path: Array(path), english: own, wording.say)
        return help?.text ?? own
    }
}
