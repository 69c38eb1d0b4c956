import TextRecords

/// Files that are no corpus: what they are, and a command that makes one of them.
extension EnglishCatalogue {
    func text(_ content: ForeignContent, path: String) -> String {
        let (what, how) = parts(content, path)
        return "\(path): error: this is \(what), not a file of records; \(how)"
    }

    private func parts(_ content: ForeignContent, _ path: String) -> (what: String, how: String) {
        func pandas(_ reader: String) -> String { "make JSON lines of it: \(ShellCommand.pandas(reader, path))" }
        func unpack(_ command: String) -> String { "unpack it first: \(ShellCommand.of(command, path))" }
        return switch content {
        case .xz: ("compressed with xz", unpack("unxz --keep"))
        case .bzip2: ("compressed with bzip2", unpack("bunzip2 --keep"))
        case .lz4: ("compressed with lz4", unpack("unlz4"))
        case .rar: ("a RAR archive", unpack("unrar x"))
        case .sevenZip: ("a 7z archive", unpack("7z x"))
        case .tar: ("a tar archive", "unpack it, and give the file inside: \(ShellCommand.of("tar -xvf", path))")
        case .packedTar:
            ("a compressed tar archive", "unpack it, and give the file inside: \(ShellCommand.of("tar -xvf", path))")
        case .encryptedZip: ("an encrypted zip archive", "unpack it with its password: \(ShellCommand.of("unzip", path))")
        case .emptyZip: ("a zip archive without a file in it", "fetch it again")
        case .zipMethod:
            (
                "a zip archive compressed by another method than the usual one",
                "unpack it, and give the file inside: \(ShellCommand.of("unzip", path))"
            )
        case .packedTwice: ("compressed twice", "unpack it once, and give what comes out")
        case .spreadsheet:
            ("a spreadsheet (xlsx)", "save it as CSV in UTF-8, or: \(ShellCommand.pandas("read_excel", path))")
        case .oldOffice: ("a document of an old Microsoft Office, such as xls", "save it as CSV in UTF-8")
        case .document: ("a document of an office program", "save it as plain text in UTF-8")
        case .pdf: ("a PDF document", "take its text out: \(ShellCommand.of("pdftotext", path))")
        case .html:
            (
                "an HTML page",
                "a page of an error or a login is often saved in place of a download: fetch the file itself again; "
                    + "to read the page's lines as texts, give --format text"
            )
        case .xml: ("XML", "make JSON or CSV of it; to read its lines as texts, give --format text")
        case .parquet: ("Parquet", pandas("read_parquet"))
        case .arrow: ("Arrow (Feather, or a saved data set)", pandas("read_feather"))
        case .orc: ("ORC", pandas("read_orc"))
        case .avro: ("Avro", "make JSON lines of it, as avro-tools tojson does")
        case .sqlite:
            ("an SQLite database", "take a table out of it; this lists them: \(ShellCommand.of("sqlite3", path)) .tables")
        case .pickle:
            ("a Python pickle", "make JSON lines of it where you trust it: \(ShellCommand.pandas("read_pickle", path))")
        case .numpy: ("NumPy arrays", "write its texts to JSON lines first")
        case .hdf5: ("HDF5", pandas("read_hdf"))
        case .torch: ("a file of PyTorch", "write its texts to JSON lines first")
        case .image: ("an image", "give the file with the texts")
        case .audio: ("audio or video", "give the file with the texts")
        case .executable: ("a program", "give the file with the texts")
        case .lfsPointer:
            (
                "a pointer of Git LFS, which stands for the file",
                "fetch the file itself: \(ShellCommand.of("git lfs pull --include", path))"
            )
        case .binary: ("binary data", "no kind that is known; if it is text, name its encoding with --encoding")
        }
    }

    func text(_ files: [String], inArchive path: String) -> String {
        let shown = files.prefix(6).map(printable).joined(separator: ", ")
        let more = files.count > 6 ? " and \(files.count - 6) more" : ""
        return
            "\(path): error: this is a zip archive of several files (\(shown)\(more)), expected one; take out the one to read: "
            + (files.first.map { ShellCommand.unzip(path, member: $0) } ?? ShellCommand.of("unzip", path))
    }

    func text(_ candidates: [EncodingCandidate], path: String) -> String {
        guard let likely = EncodingCandidate.likely(among: candidates) else {
            let names = candidates.prefix(5).map { "\($0.name) (\($0.confidence)%)" }.joined(separator: ", ")
            return "\(path): error: not UTF-8, and not clear what it is: perhaps \(names); name the encoding with "
                + "--encoding \(candidates.first?.name ?? "windows-1252"), and look at a few texts with textshift peek"
        }
        let others = candidates.dropFirst().prefix(3).map(\.name).joined(separator: ", ")
        return "\(path): error: not UTF-8 but, as it seems, \(likely.name); if so, give --encoding \(likely.name)"
            + (others.isEmpty ? "" : " (less likely: \(others))")
    }
}
