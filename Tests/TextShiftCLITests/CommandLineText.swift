import TextShift

@testable import TextShiftCLI

/// What the parser makes of a command line, without a start of the program.
enum CommandLineText {
    /// What the program prints of a command line that is not run: help, or why it is refused; nil for one that is run.
    static func printed(_ arguments: [String], _ language: String = "en") -> (text: String, isRefusal: Bool)? {
        LanguageChoice.$current.withValue(LanguageChoice(arguments: [], environment: ["TEXTSHIFT_LANG": language])) {
            parsed(arguments)
        }
    }

    private static func parsed(_ arguments: [String]) -> (text: String, isRefusal: Bool)? {
        do {
            var command = try TextShiftCommand.parseAsRoot(arguments)
            // What is asked for help is a command of the parser's own, which throws what it prints, as `textshift` alone does.
            let isVerb = TextShiftCommand.configuration.subcommands.contains { $0 == type(of: command) }
            if !isVerb { try command.run() }
            return nil
        } catch {
            let text = ParserText.text(for: error, arguments, columns: 80)
            return (text, TextShiftCommand.exitCode(for: error) != .success)
        }
    }

    /// Why a command line is refused; empty for one that is not.
    static func refusal(_ arguments: [String]) -> String {
        guard let printed = printed(arguments), printed.isRefusal else { return "" }
        return printed.text
    }
}
