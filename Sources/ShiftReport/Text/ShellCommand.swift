import TextRecords

/// Commands that a message gives, as they work when they are copied.
enum ShellCommand {
    /// A word as a shell takes it.
    static func word(_ text: String) -> String {
        let isPlain =
            !text.isEmpty
            && text.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) || "._-/+,=:@%".utf8.contains(byte)
                    || byte >= 0x80
            }
        return isPlain ? text : "'" + text.replacing("'", with: "'\\''") + "'"
    }

    /// A command on a file, given in front of it.
    static func of(_ command: String, _ path: String) -> String { "\(command) \(word(path))" }

    /// JSON lines of what a reader of pandas reads.
    static func pandas(_ reader: String, _ path: String) -> String {
        let file = path.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        let target = word(linesFile(path)).replacing("'", with: "")
        let code =
            "import pandas; pandas.\(reader)(\"\(file)\").to_json(\"\(target)\", orient=\"records\", lines=True, force_ascii=False)"
        return "python3 -c \(word(code))"
    }

    /// Takes one file out of a zip archive.
    static func unzip(_ path: String, member: String) -> String {
        "unzip -p \(word(path)) \(word(member)) > \(word(String(member.split(separator: "/").last ?? "file")))"
    }

    /// The path with the extension of JSON lines in place of its own.
    private static func linesFile(_ path: String) -> String {
        let name = path == StandardInput.name ? "input" : path
        let slash = name.lastIndex(of: "/").map(name.index(after:)) ?? name.startIndex
        guard let dot = name[slash...].lastIndex(of: "."), dot > slash else { return name + ".jsonl" }
        return name[..<dot] + ".jsonl"
    }
}
