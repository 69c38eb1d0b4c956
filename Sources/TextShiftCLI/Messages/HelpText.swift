import Foundation
import ShiftReport

/// The help of a verb in a language other than the parser's: put together from the parser's own description of its commands, for the
/// headings of its help are fixed.
struct HelpText {
    /// The parts of the parser's description that help shows.
    private struct Description: Decodable {
        var command: Command
    }

    private struct Command: Decodable {
        var commandName: String
        var abstract: String?
        var discussion: String?
        var subcommands: [Command]?
        var arguments: [Argument]?
        var shouldDisplay: Bool?
    }

    private struct Argument: Decodable {
        struct Name: Decodable {
            var kind: String
            var name: String
        }

        var kind: String
        var shouldDisplay: Bool
        var isRepeating: Bool
        var names: [Name]?
        var valueName: String?
        var defaultValue: String?
        var abstract: String?
    }

    private static let width = 80
    private static let column = 26

    private let command: Command
    private let usage: String
    private let isRoot: Bool
    private let say: any Catalogue

    /// - Parameters:
    ///   - description: The parser's description of the program, as JSON.
    ///   - path: The verb's names below the program's; none for the program itself.
    ///   - english: The parser's own help of the verb, which has the usage.
    /// - Returns: nil if the description has no such verb, or is of a form that is not known.
    init?(description: String, path: [String], english: String, _ say: any Catalogue) {
        guard var command = try? JSONDecoder().decode(Description.self, from: Data(description.utf8)).command else {
            return nil
        }
        for name in path {
            guard let next = command.subcommands?.first(where: { $0.commandName == name }) else { return nil }
            command = next
        }
        (self.command, self.say, isRoot) = (command, say, path.isEmpty)
        let title = Wording.english.say.usageTitle
        usage = english.split(separator: "\n").first { $0.hasPrefix(title) }.map { String($0.dropFirst(title.count)) } ?? ""
    }

    /// Without a newline at the end, as the parser's.
    var text: String {
        var blocks: [[String]] = [Self.wrapped(say.overviewTitle + (command.abstract ?? ""), indent: 0)]
        for paragraph in (command.discussion ?? "").components(separatedBy: "\n\n") where !paragraph.isEmpty {
            let isExample = paragraph.hasPrefix(say.examplesTitle) || paragraph.hasPrefix(" ")
            blocks.append(isExample ? paragraph.components(separatedBy: "\n") : Self.wrapped(paragraph, indent: 0))
        }
        blocks.append([say.usageTitle + usage])
        let shown = (command.arguments ?? []).filter(\.shouldDisplay)
        blocks.append(Self.section(say.argumentsTitle, shown.filter { $0.kind == "positional" }.map(entry)))
        blocks.append(Self.section(say.optionsTitle, shown.filter { $0.kind != "positional" }.map(entry)))
        let commands = (command.subcommands ?? []).filter { $0.shouldDisplay != false && $0.commandName != "help" }
        blocks.append(Self.section(say.commandsTitle, commands.map { ($0.commandName, $0.abstract ?? "") }))
        if isRoot { blocks.append([say.helpOfCommand(command: command.commandName)]) }
        return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
    }

    private func entry(_ argument: Argument) -> (String, String) {
        let value = argument.valueName.map { "<\($0)>" } ?? ""
        let names = (argument.names ?? []).map { ($0.kind == "short" ? "-" : "--") + $0.name }.sorted { $0.count < $1.count }
        let name = names.isEmpty ? value : names.joined(separator: ", ") + (argument.kind == "option" ? " \(value)" : "")
        var words = argument.abstract ?? ""
        // What the parser itself adds is in English.
        if names.contains("--help") { words = say.showHelp }
        if names.contains("--version") { words = say.showVersion }
        if let standard = argument.defaultValue { words += say.defaultValue(value: standard) }
        return (name, words)
    }

    private static func section(_ title: String, _ entries: [(name: String, words: String)]) -> [String] {
        guard !entries.isEmpty else { return [] }
        return [title]
            + entries.flatMap { name, words -> [String] in
                let lines = wrapped(words, indent: column)
                guard DisplayText.width(name) + 3 <= column else { return ["  " + name] + lines }
                return [DisplayText.pad("  " + name, to: column) + lines[0].dropFirst(column)] + lines.dropFirst()
            }
    }

    private static func wrapped(_ text: String, indent: Int) -> [String] {
        DisplayText.wrapped(text, to: width, indent: indent)
    }
}
