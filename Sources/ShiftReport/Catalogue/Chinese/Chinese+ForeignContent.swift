import TextRecords

/// Files that are no corpus: what they are, and a command that makes one of them.
extension ChineseCatalogue {
    func text(_ content: ForeignContent, path: String) -> String {
        let (what, how) = parts(content, path)
        return "\(path): 错误：这是\(what)，不是样本文件；\(how)"
    }

    private func parts(_ content: ForeignContent, _ path: String) -> (what: String, how: String) {
        func pandas(_ reader: String) -> String { "请转换成 JSONL：\(ShellCommand.pandas(reader, path))" }
        func unpack(_ command: String) -> String { "请先解压：\(ShellCommand.of(command, path))" }
        return switch content {
        case .xz: (" xz 压缩文件", unpack("unxz --keep"))
        case .bzip2: (" bzip2 压缩文件", unpack("bunzip2 --keep"))
        case .lz4: (" lz4 压缩文件", unpack("unlz4"))
        case .rar: (" RAR 压缩包", unpack("unrar x"))
        case .sevenZip: (" 7z 压缩包", unpack("7z x"))
        case .tar: (" tar 归档", "请解开后给出里面的文件：\(ShellCommand.of("tar -xvf", path))")
        case .packedTar: ("压缩的 tar 归档", "请解开后给出里面的文件：\(ShellCommand.of("tar -xvf", path))")
        case .encryptedZip: ("加密的 zip 压缩包", "请用密码解压：\(ShellCommand.of("unzip", path))")
        case .emptyZip: ("空的 zip 压缩包", "请重新获取")
        case .zipMethod: ("用少见方法压缩的 zip 压缩包", "请解压后给出里面的文件：\(ShellCommand.of("unzip", path))")
        case .packedTwice: ("压缩了两次的文件", "请先解压一次，再给出得到的文件")
        case .spreadsheet: ("电子表格（xlsx）", "请另存为 UTF-8 的 CSV，或运行：\(ShellCommand.pandas("read_excel", path))")
        case .oldOffice: ("旧版 Microsoft Office 的文档，例如 xls", "请另存为 UTF-8 的 CSV")
        case .document: ("办公软件的文档", "请另存为 UTF-8 的纯文本")
        case .pdf: (" PDF 文档", "请提取其中的文本：\(ShellCommand.of("pdftotext", path))")
        case .html: (" HTML 页面", "下载时常把错误页或登录页存成了文件：请重新获取文件本身；要把页面逐行读作文本，请用 --format text")
        case .xml: (" XML", "请转换成 JSON 或 CSV；要逐行读作文本，请用 --format text")
        case .parquet: (" Parquet", pandas("read_parquet"))
        case .arrow: (" Arrow（Feather，或保存的数据集）", pandas("read_feather"))
        case .orc: (" ORC", pandas("read_orc"))
        case .avro: (" Avro", "请转换成 JSONL，例如用 avro-tools tojson")
        case .sqlite: (" SQLite 数据库", "请导出其中一张表；列出各表：\(ShellCommand.of("sqlite3", path)) .tables")
        case .pickle: (" Python 的 pickle", "若来源可信，请转换成 JSONL：\(ShellCommand.pandas("read_pickle", path))")
        case .numpy: (" NumPy 数组", "请先把文本写成 JSONL")
        case .hdf5: (" HDF5", pandas("read_hdf"))
        case .torch: (" PyTorch 文件", "请先把文本写成 JSONL")
        case .image: ("图片", "请给出含文本的文件")
        case .audio: ("音频或视频", "请给出含文本的文件")
        case .executable: ("程序", "请给出含文本的文件")
        case .lfsPointer: (" Git LFS 的指针，不是文件本身", "请获取文件本身：\(ShellCommand.of("git lfs pull --include", path))")
        case .binary: ("二进制数据", "无法识别；如果是文本，请用 --encoding 指定编码")
        }
    }

    func text(_ files: [String], inArchive path: String) -> String {
        let shown = files.prefix(6).map(printable).joined(separator: "、")
        let more = files.count > 6 ? "，另有 \(files.count - 6) 个" : ""
        return "\(path): 错误：这个 zip 压缩包里有多个文件（\(shown)\(more)），应为一个；请取出要读取的那个："
            + (files.first.map { ShellCommand.unzip(path, member: $0) } ?? ShellCommand.of("unzip", path))
    }

    func text(_ candidates: [EncodingCandidate], path: String) -> String {
        guard let likely = EncodingCandidate.likely(among: candidates) else {
            let names = candidates.prefix(5).map { "\($0.name)（\($0.confidence)%）" }.joined(separator: "、")
            return "\(path): 错误：不是 UTF-8，也看不出是什么编码：可能是 \(names)；请指定编码，例如 "
                + "--encoding \(candidates.first?.name ?? "windows-1252")，并用 textshift peek 看几条文本"
        }
        let others = candidates.dropFirst().prefix(3).map(\.name).joined(separator: "、")
        return "\(path): 错误：不是 UTF-8，看来是 \(likely.name)；如果是，请用 --encoding \(likely.name)"
            + (others.isEmpty ? "" : "（其次可能：\(others)）")
    }
}
