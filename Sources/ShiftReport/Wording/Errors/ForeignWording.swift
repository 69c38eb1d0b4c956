import TextRecords

/// Refusals of files that are no corpus: what the file is, and a command that makes one of it.
enum ForeignWording {
    /// A path as a shell takes it.
    static func shell(_ path: String) -> String {
        let isPlain =
            !path.isEmpty
            && path.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) || "._-/+,=:@%".utf8.contains(byte)
                    || byte >= 0x80
            }
        return isPlain ? path : "'" + path.replacing("'", with: "'\\''") + "'"
    }

    /// The path without its last extension, and with another.
    private static func renamed(_ path: String, _ ending: String) -> String {
        let name = path == StandardInput.name ? "input" : path
        let slash = name.lastIndex(of: "/").map(name.index(after:)) ?? name.startIndex
        guard let dot = name[slash...].lastIndex(of: "."), dot > slash else { return shell(name + ending) }
        return shell(name[..<dot] + ending)
    }

    private static func python(_ path: String, _ read: String) -> String {
        let file = path.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        let target = renamed(path, ".jsonl").replacing("'", with: "")
        let code =
            "import pandas; pandas.\(read)(\"\(file)\").to_json(\"\(target)\", orient=\"records\", lines=True, force_ascii=False)"
        return "python3 -c \(shell(code))"
    }

    static func text(_ content: ForeignContent, path: String) -> String {
        let (what, how) = text(content, path)
        return "\(path): error: this is \(what), not a file of records; \(how)"
    }

    private static func text(_ content: ForeignContent, _ path: String) -> (what: String, how: String) {
        let file = shell(path)
        switch content {
        case .xz: return ("compressed with xz", "unpack it first: unxz --keep \(file)")
        case .bzip2: return ("compressed with bzip2", "unpack it first: bunzip2 --keep \(file)")
        case .lz4: return ("compressed with lz4", "unpack it first: unlz4 \(file)")
        case .rar: return ("a RAR archive", "unpack it first: unrar x \(file)")
        case .sevenZip: return ("a 7z archive", "unpack it first: 7z x \(file)")
        case .tar: return ("a tar archive", "unpack it, and give the file inside: tar -xvf \(file)")
        case .packedTar: return ("a compressed tar archive", "unpack it, and give the file inside: tar -xvf \(file)")
        case .encryptedZip: return ("an encrypted zip archive", "unpack it with its password: unzip \(file)")
        case .emptyZip: return ("a zip archive without a file in it", "fetch it again")
        case .spreadsheet: return ("a spreadsheet (xlsx)", "save it as CSV in UTF-8, or: \(python(path, "read_excel"))")
        case .oldOffice: return ("a document of an old Microsoft Office, such as xls", "save it as CSV in UTF-8")
        case .document: return ("a document of an office program", "save it as plain text in UTF-8")
        case .pdf: return ("a PDF document", "take its text out: pdftotext \(file)")
        case .html:
            return (
                "an HTML page",
                "a page of an error or a login is often saved in place of a download: fetch the file itself again; "
                    + "to read the page's lines as texts, give --format text"
            )
        case .xml: return ("XML", "make JSON or CSV of it; to read its lines as texts, give --format text")
        case .parquet: return ("Parquet", "make JSON lines of it: \(python(path, "read_parquet"))")
        case .arrow: return ("Arrow (Feather, or a saved data set)", "make JSON lines of it: \(python(path, "read_feather"))")
        case .orc: return ("ORC", "make JSON lines of it: \(python(path, "read_orc"))")
        case .avro: return ("Avro", "make JSON lines of it, as avro-tools tojson does")
        case .sqlite: return ("an SQLite database", "take a table out of it; this lists them: sqlite3 \(file) .tables")
        case .pickle: return ("a Python pickle", "make JSON lines of it where you trust it: \(python(path, "read_pickle"))")
        case .numpy: return ("NumPy arrays", "write its texts to JSON lines first")
        case .hdf5: return ("HDF5", "make JSON lines of it: \(python(path, "read_hdf"))")
        case .torch: return ("a file of PyTorch", "write its texts to JSON lines first")
        case .image: return ("an image", "give the file with the texts")
        case .audio: return ("audio or video", "give the file with the texts")
        case .executable: return ("a program", "give the file with the texts")
        case .lfsPointer:
            return ("a pointer of Git LFS, which stands for the file", "fetch the file itself: git lfs pull --include \(file)")
        case .binary: return ("binary data", "no kind that is known; if it is text, name its encoding with --encoding")
        }
    }

    static func text(files: [String], path: String) -> String {
        let shown = files.prefix(6).map(ErrorWording.printable).joined(separator: ", ")
        let more = files.count > 6 ? " and \(files.count - 6) more" : ""
        let command = files.first.map {
            "unzip -p \(shell(path)) \(shell($0)) > \(shell(String($0.split(separator: "/").last ?? "file")))"
        }
        return
            "\(path): error: this is a zip archive of several files (\(shown)\(more)), expected one; take out the one to read: "
            + (command ?? "unzip \(shell(path))")
    }

    static func text(_ candidates: [EncodingCandidate], path: String) -> String {
        guard let best = candidates.first, best.confidence >= 40 || candidates.count == 1 else {
            let names = candidates.prefix(5).map { "\($0.name) (\($0.confidence)%)" }.joined(separator: ", ")
            return "\(path): error: not UTF-8, and not clear what it is: perhaps \(names); name the encoding with "
                + "--encoding \(candidates.first?.name ?? "windows-1252"), and look at a few texts with textshift peek"
        }
        let others = candidates.dropFirst().prefix(3).map(\.name).joined(separator: ", ")
        return "\(path): error: not UTF-8 but, as it seems, \(best.name); if so, give --encoding \(best.name)"
            + (others.isEmpty ? "" : " (less likely: \(others))")
    }
}
