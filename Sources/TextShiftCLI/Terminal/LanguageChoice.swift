import Foundation
import ShiftReport
import TextShift

/// The languages that the command line and the environment ask for.
struct LanguageChoice {
    /// By `--language`, else by TEXTSHIFT_LANG; nil for that of the texts. The language of files.
    let asked: Language?
    /// ``asked``, else the terminal's own, by LC_ALL, LC_MESSAGES or LANG; nil for that of the texts. The language of the terminal.
    let known: Language?

    /// - Parameters:
    ///   - arguments: The command line, which may be malformed: `--language` counts wherever it stands.
    ///   - environment: The variables of the process.
    init(arguments: [String], environment: [String: String]) {
        let typed = arguments.indices.compactMap { position -> Language? in
            let argument = arguments[position]
            if argument.hasPrefix("--language=") { return Language(rawValue: String(argument.dropFirst(11))) }
            guard argument == "--language", position + 1 < arguments.count else { return nil }
            return Language(rawValue: arguments[position + 1])
        }.last
        asked = typed ?? environment["TEXTSHIFT_LANG"].flatMap(Self.named)
        // The first of these that is set decides, as everywhere.
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        known = asked ?? locale.flatMap { Self.isNone($0) ? nil : Self.named($0) ?? .english }
    }

    /// Of this process; tests put another in its place.
    @TaskLocal static var current = LanguageChoice(
        arguments: Array(CommandLine.arguments.dropFirst()), environment: ProcessInfo.processInfo.environment)

    /// What is said before the texts are known, and where there are none.
    var wording: Wording { Wording(known ?? .english) }

    /// The language of a name such as `zh` or `zh_CN.UTF-8`; nil for others.
    private static func named(_ name: String) -> Language? { Language(rawValue: String(name.prefix(2)).lowercased()) }

    /// Whether a locale is that of programs, and none of a language.
    private static func isNone(_ locale: String) -> Bool {
        let name = locale.prefix { $0 != "." }
        return name == "C" || name == "POSIX"
    }
}

/// The sentences of the terminal.
var say: any Catalogue { LanguageChoice.current.wording.say }
