import Foundation
import TestSupport
import Testing

@Suite("Completions")
struct CompletionTests {
    /// What bash offers where a line is left at its end, by the functions that `complete` names.
    private static let script = """
        "$0" --generate-completion-script bash >completions && bash --norc -c '
            . ./completions
            COMP_LINE=$1 COMP_POINT=${#1}
            read -ra COMP_WORDS <<<"$1"
            case $1 in *" ") COMP_WORDS+=("") ;; esac
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _textshift textshift "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
            echo "${COMPREPLY[*]}"' bash
        """

    @Test("Verbs, files, folders and the values of options", arguments: [
        ("textshift an", "analyze"), ("textshift analyze tr", "train.jsonl"), ("textshift analyze train.jsonl te", "test.jsonl"),
        ("textshift analyze --train tr", "train.jsonl"), ("textshift check ou", "out"), ("textshift estimate out tr", "train.jsonl"),
        ("textshift score -m te", "test.jsonl"), ("textshift analyze --on-error ", "stop skip"),
        ("textshift analyze --language ", "auto en zh"), ("textshift split out --method w", "weighted without-replacement"),
        ("textshift analyze -o ", "out"), ("textshift analyze --write ", "csv tsv squad"),
    ])
    func bash(line: String, offered: String) throws {
        let folder = try TemporaryFolder()
        for name in ["train.jsonl", "test.jsonl"] { try folder.write("", to: name) }
        try folder.makeFolder("out")
        let outcome = try Program.shell(Self.script + " '\(line)'", in: folder)
        #expect(outcome.errors.isEmpty)
        #expect(Set(outcome.output.split(whereSeparator: \.isWhitespace)) == Set(offered.split(separator: " ")))
    }
}
