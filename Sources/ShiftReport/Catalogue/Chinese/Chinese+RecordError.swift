import TextRecords

/// The wording of what cannot be read or written.
extension ChineseCatalogue {
    func text(_ error: RecordError) -> String {
        switch error {
        case .fileMissing(let path):
            "\(path): 错误：没有这个文件；请检查路径"
        case .fileIsFolder(let path):
            "\(path): 错误：这是文件夹，应为文件"
        case .fileUnreadable(let path, let code):
            "\(path): 错误：不能读取：\(reason(code))"
        case .fileChanged(let path):
            "\(path): 错误：读取时文件变了；什么都没有保留：请等它不再变动后重新运行"
        case .stopped:
            "错误：已停止"
        case .fileEmpty(let path):
            "\(path): 错误：文件里没有记录，至少应有一条"
        case .ofDocument(.notJSON(let place, let fault)):
            "\(at(place)): 错误：不是 JSON：\(text(fault, isOneDocument: true))；请修正文件：它是整体读取的，这里之后的内容无法分辨"
        case .ofDocument(.truncated(let place)):
            "\(at(place)): 错误：文件在文档中间结束：它被截断了；请重新获取"
        case .ofDocument(.notUTF8(let place)):
            "\(at(place)): 错误：不是 UTF-8，而文件开头是；请修正那一部分，或用 --encoding 指定编码"
        case .ofDocument(.questionsMalformed(let place, let part, let fault)):
            "\(at(place)): 错误：\(text(fault, in: text(part)))；应为 SQuAD 文档（\"data\" 里有 \"paragraphs\"）：请换一个 --format，或修正文件"
        case .ofDocument(let error): text(error)
        case .notJSON(let place, let fault):
            "\(at(place)): 错误：不是 JSON：\(text(fault))；请修正这一行，或用 --on-error skip 跳过这样的行"
        case .truncated(let place):
            "\(at(place)): 错误：文件在这条记录中间结束：它被截断了；请重新获取，或用 --on-error skip"
        case .notAnObject(let place, .array):
            "\(at(place)): 错误：记录是数组，应为 {\"text\": \"…\"} 这样的对象；请把数组变成对象（jq '.[] | {text: .[0]}'），"
                + "用 --on-error skip 跳过这样的记录，或用 --format text 按纯文本读取"
        case .notAnObject(let place, let found):
            "\(at(place)): 错误：这一行是\(name(found))，应为 {\"text\": \"…\"} 这样的对象；"
                + "请用 --on-error skip 跳过这样的行，或用 --format text 按纯文本读取"
        case .notUTF8(let place):
            "\(at(place)): 错误：不是 UTF-8，而文件开头是；请修正那一部分，用 --on-error skip 跳过这样的记录，或用 --encoding 指定整个文件的编码"
        case .recordTooLong(let place, let limit):
            "\(at(place)): 错误：这条记录超过 \(NumberText.size(limit))；若是语料，请放宽上限（--max-record \(NumberText.sizeOption(2 * limit))），"
                + "或用 --on-error skip 跳过这样的记录"
        case .foreign(let path, let content): text(content, path: path)
        case .zipOfSeveral(let path, let files): text(files, inArchive: path)
        case .unpackable(let path, let packing, let offset, let fault):
            "\(path): 错误：压缩文件的第 \(offset) 字节处，\(text(fault, packing))；请重新获取"
        case .encodingUnnamed(let path, let candidates): text(candidates, path: path)
        case .headerMissing(let path, let columns, let first, let format):
            "\(path): 错误：这是 \(columns) 列的表，没有表头：第一行是数据：\(first)；请用 --no-header，"
                + "各列名为 1 到 \(columns)；如果这一行就是表头，请用 --format \(format.rawValue)"
        case .notInEncoding(let place, let encoding, let offset):
            "\(at(place)): 错误：文件开头是 \(encoding.rawValue)，但第 \(offset + 1) 字节不是；"
                + "请把文件转换成 UTF-8（iconv -f \(encoding.rawValue) -t UTF-8），或修正这一行"
        case .encodingsMixed(let place, let found, let expected):
            "\(at(place)): 错误：这一行是 \(found.rawValue)，前面各行是 \(expected.rawValue)；请先把各部分转换成 UTF-8 再合并"
        case .encodingUnavailable(let path, let encoding, let status):
            "\(path): 错误：ICU 不能转换 \(encoding.rawValue)（\(status)）；请把文件转换成 UTF-8（iconv -t UTF-8）"
        case .cellCount(let place, let found, let expected):
            "\(at(place)): 错误：有 \(found) 个单元格，按表头应为 \(expected) 个；"
                + "含分隔符的单元格请加引号，或用 --on-error skip 跳过这样的行"
        case .quoteNotClosed(let place):
            "\(at(place)): 错误：这里开始的引号没有结束：引号应在分隔符或行尾之前；单元格内的引号请写两遍，或用 --on-error skip 跳过这一行"
        case .columnCount(let place, let found, let expected):
            "\(at(place)): 错误：有 \(found) 列，按文件第一行应为 \(expected) 列；请用 --on-error skip 跳过这样的句子"
        case .tagWithoutToken(let place):
            "\(at(place)): 错误：有标记却没有词；词应在第一列；请用 --on-error skip 跳过这样的句子"
        case .questionsMalformed(let place, let part, let fault):
            "\(at(place)): 错误：\(text(fault, in: text(part)))；请用 --on-error skip 跳过这样的部分"
        case .fieldPathMalformed(let typed):
            "错误：字段“\(typed)”的名称或键为空，应为 NAME 或 NAME=KEY.PATH"
        case .fieldNamedTwice(let field):
            "错误：字段“\(field)”给了两次；请只给一次，或给其中一个换个名称：NAME=KEY.PATH"
        case .fieldAbsent(let path, let field, let available):
            "\(path): 错误：没有记录有字段“\(field)”；\(list(available))"
        case .wrongFieldType(let place, let field, let found):
            "\(at(place)): 错误：“\(field)”是\(name(found))，应为文本；请用 --field 换一个字段"
        case .keyExists(let place, let key):
            "\(at(place)): 错误：记录已有键“\(key)”；要替换请用 --overwrite-keys"
        case .notFinite(let number):
            "错误：有一个结果是 \(number.rawValue)，不能写出；这是 textshift 的缺陷"
        case .outputNotCreated(let path, let code):
            "\(path): 错误：不能创建或写入：\(reason(code))；请用 --output 换一个文件夹"
        case .outputNotWritten("-", let code):
            "标准输出: 错误：不能写入：\(reason(code))"
        case .outputNotWritten(let path, let code):
            "\(path): 错误：不能写入：\(reason(code))；什么都没有保留"
        case .outputHoldsResults(let path, let files):
            "\(path): 错误：里面已有结果（\(files.joined(separator: "、"))）；请换一个文件夹，或用 --force 替换"
        case .outputBusy(let path, let process, let host):
            "\(path): 错误：另一次运行正在写这个文件夹"
                + (process.map { "（进程 \($0)" + (host.map { "，主机 \(printable($0))" } ?? "") + "）" } ?? "")
                + "；请等它结束，或换一个文件夹；如果它已经不在了，请删除 .textshift.lock"
        case .outputIsNoFile(let path):
            "\(path): 错误：这里有一个不是普通文件的东西（设备、管道或链接），没有改动；请换一个文件夹"
        case .outputFileNotCreated(let path, let code):
            "\(path): 错误：不能创建或写入：\(reason(code))；请给文件换一个位置"
        case .outputExists(let path):
            "\(path): 错误：文件已经存在；请换一个名称，或用 --force 替换"
        case .outputIsInput(let path):
            "\(path): 错误：结果由这个文件算出，即使用 --force 也不会替换它；请换一个位置"
        case .outputNameMalformed(let name):
            "错误：“\(name)”不能作输出文件的名称"
        }
    }

    private func text(_ fault: PackingFault, _ packing: Packing) -> String {
        switch fault {
        case .truncated: "\(packing.rawValue) 数据中断"
        case .damaged: "\(packing.rawValue) 数据已损坏"
        case .outOfMemory: "内存不够"
        }
    }

    /// Elements of JSON lists are counted from 0, as they are indexed.
    private func text(_ place: QuestionPlace) -> String {
        let parts = [
            place.article.map { "data[\($0)]" },
            place.paragraph.map { place.article == nil ? "[\($0)]" : "paragraphs[\($0)]" },
            place.question.map { "qas[\($0)]" },
        ].compactMap { $0 }
        return parts.isEmpty ? "文档" : parts.joined(separator: ".")
    }

    private func text(_ fault: QuestionFault, in part: String) -> String {
        switch fault {
        case .missing(let key): "\(part) 没有 \"\(key)\""
        case .wrongKind(let key, let found, let expected): "\(part) 的 \"\(key)\" 是\(name(found))，应为\(name(expected))"
        case .notAnObject(let found): "\(part) 是\(name(found))，应为对象"
        }
    }

    private func text(_ fault: JSONFault, isOneDocument: Bool = false) -> String {
        switch fault {
        case .unclosedString: "文本在字符串中间结束"
        case .unclosed(let kind): "文本在\(name(kind))中间结束"
        case .unexpected(let byte, let expected): "遇到 \(quoted(byte))，应为\(text(expected))"
        case .unknownWord(let word): "遇到 \(printable(word))，应为一个值"
        case .malformedNumber(let number): "\(printable(number)) 不是 JSON 数字"
        case .malformedEscape: "反斜杠后面没有转义"
        case .controlCharacter(let byte): "字符串里有控制字符 \(quoted(byte))，应写成转义"
        case .trailingContent: isOneDocument ? "文档结束之后还有内容" : "对象之后还有内容；应为每行一条记录"
        case .tooDeep: "嵌套超过 1,024 层"
        case .tooLong: "超过 4 GiB"
        case .outOfMemory: "内存不够"
        case .unexplained: "格式有误"
        }
    }

    private func text(_ expected: JSONFault.Expectation) -> String {
        switch expected {
        case .value: "一个值"
        case .key: "双引号中的键"
        case .colon: "冒号"
        case .commaOrEnd: "逗号，或对象、数组的结尾"
        }
    }

    private func quoted(_ byte: UInt8) -> String {
        byte > 0x20 && byte < 0x7F ? "'\(Character(UnicodeScalar(byte)))'" : "字节 0x" + String(byte, radix: 16)
    }
}
