import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import TextShiftCLI

@Suite("Completions")
struct CompletionTests {
    /// What bash offers where a line is left at its end, by the functions that `complete` names.
    private static let script = """
        bash --norc -c '
            . ./completions
            COMP_LINE=$1 COMP_POINT=${#1}
            read -ra COMP_WORDS <<<"$1"
            case $1 in *" ") COMP_WORDS+=("") ;; esac
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _textshift textshift "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
            echo "${COMPREPLY[*]}"' bash
        """

    @Test(
        "Verbs, files, folders and the values of options",
        arguments: [
            ("textshift an", "analyze"), ("textshift analyze tr", "train.jsonl"),
            ("textshift analyze train.jsonl te", "test.jsonl"),
            ("textshift analyze --train tr", "train.jsonl"), ("textshift check ou", "out"),
            ("textshift estimate out tr", "train.jsonl"),
            ("textshift score -m te", "test.jsonl"), ("textshift analyze --on-error ", "stop skip"),
            ("textshift analyze --language ", "auto en zh"), ("textshift split out --method w", "weighted without-replacement"),
            ("textshift analyze -o ", "out"), ("textshift analyze --write ", "csv tsv squad"),
        ])
    func bash(line: String, offered: String) throws {
        let folder = try TemporaryFolder()
        for name in ["train.jsonl", "test.jsonl"] { try folder.write("", to: name) }
        try folder.makeFolder("out")
        try folder.write(TextShiftCommand.completionScript(for: .bash), to: "completions")
        let offers = try Tool.run(["sh", "-c", "cd '\(folder.url.path)' && " + Self.script + " '\(line)'"])
        #expect(offers.status == 0)
        let words = String(decoding: offers.output, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        #expect(Set(words) == Set(offered.split(separator: " ")))
    }

    @Test("The program prints the script")
    func program() throws {
        let outcome = try Program.run(["--generate-completion-script", "bash"], in: TemporaryFolder())
        #expect(outcome.status == 0 && outcome.errors.isEmpty)
        #expect(outcome.output == TextShiftCommand.completionScript(for: .bash) + "\n")
    }
}
