import ShiftReport

/// What the argument parser says of a wrong command line, in the language of the terminal. It speaks English only, so its sentences are
/// known by their form; one that is not known stays as it is.
enum ParserMessages {
    /// - Parameter message: The whole message, with the usage and where the help is.
    static func translated(_ message: String, _ say: any Catalogue) -> String {
        message.split(separator: "\n", omittingEmptySubsequences: false).map { line(String($0), say) }.joined(separator: "\n")
    }

    private static func line(_ line: String, _ say: any Catalogue) -> String {
        let english = Wording.english.say
        if line.hasPrefix(english.errorPrefix) {
            return say.errorPrefix + sentence(String(line.dropFirst(english.errorPrefix.count)), say)
        }
        if line.hasPrefix(english.usagePrefix) { return say.usagePrefix + line.dropFirst(english.usagePrefix.count) }
        if line.hasPrefix(english.helpPrefix) { return say.helpPrefix + line.dropFirst(english.helpPrefix.count) }
        if let found = line.wholeMatch(of: #/  See '(.*)' for more information\./#) {
            return say.seeHelp(command: String(found.1))
        }
        return line
    }

    private static func sentence(_ text: String, _ say: any Catalogue) -> String {
        if let found = text.wholeMatch(of: /Unknown option '(.*)'\. Did you mean '(.*)'\?/) {
            return say.didYouMean(option: String(found.1), other: String(found.2))
        }
        if let found = text.wholeMatch(of: /Unknown option '(.*)'/) { return say.unknownOption(option: String(found.1)) }
        if let found = text.wholeMatch(of: /Missing value for '(.*)'/) { return say.missingValue(option: String(found.1)) }
        if let found = text.wholeMatch(of: /The option '(.*)' does not take any value, but '(.*)' was specified\./) {
            return say.takesNoValue(option: String(found.1), value: String(found.2))
        }
        if let found = text.wholeMatch(of: /Unexpected argument '(.*)'/) {
            return say.unexpectedArgument(argument: String(found.1))
        }
        if let found = text.wholeMatch(of: /(\d+) unexpected arguments: '(.*)'/) {
            return say.unexpectedArguments(count: String(found.1), arguments: String(found.2))
        }
        if let found = text.wholeMatch(of: /Missing expected argument '(.*)'/) {
            return say.missingArgument(argument: String(found.1))
        }
        if let found = text.wholeMatch(of: /The value '(.*)' is invalid for '(.*)'/) {
            return say.invalidValue(value: String(found.1), option: String(found.2))
        }
        return text
    }
}
