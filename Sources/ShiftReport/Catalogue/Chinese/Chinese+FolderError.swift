extension ChineseCatalogue: FolderErrorCatalogue {
    func tablesDiffer(paths: String) -> String { "错误：\(paths) 的列或分隔符各不相同，不能写成一个表；请去掉 --write" }
    func notSquad(option: String, path: String, found: String) -> String {
        "\(path): 错误：--write \(option) 需要 SQuAD 文档，而它按 \(found) 读取；请去掉这个选项，或用 --format 指明文件的格式"
    }
    func notTable(option: String, path: String, found: String) -> String {
        "\(path): 错误：--write \(option) 需要表格，而它按 \(found) 读取；请去掉这个选项，或用 --format 指明文件的格式"
    }
    func exportNeedsLabel(export: String, key: String, path: String, available: [String]) -> String {
        "\(path): 错误：--export \(export) 需要标签，而没有记录有字段“\(key)”；请用 --label 指定标签字段；\(list(available))"
    }
    func recordsWithoutLabel(key: String, place: String, rows: Int) -> String {
        "\(place): 错误：\(NumberText.whole(rows)) 条记录没有标签“\(key)”；导出要求每条都有：请补上，或去掉这些记录"
    }
    func labelIsNoScalar(place: String, key: String, found: String) -> String {
        "\(place): 错误：标签“\(key)”是\(found)，应为文本、数字或真假值；请用 --label 指定其他字段"
    }
    func tooManyClasses(key: String, path: String, most: Int) -> String {
        "\(path): 错误：标签“\(key)”有超过 \(most) 个不同的非数字值；请用 --label 指定其他字段"
    }
    func recordsWithoutID(key: String, path: String, rows: Int, missing: Int) -> String {
        "\(path): 错误：\(NumberText.whole(rows)) 条记录的“\(key)”不是文本或数字（其中 \(missing) 条没有值）；--export id-weight 要求每条都有："
            + "请用 --id 指定其他字段"
    }
    func notAReport(path: String, key: String?, verb: String) -> String {
        "\(path): 错误：这不是 textshift 的报告\(key.map { "：“\($0)”缺失或类型不对" } ?? "")；请重新运行 textshift \(verb)"
    }
    func reportOfOtherSchema(path: String, found: Int, expected: Int, verb: String) -> String {
        "\(path): 错误：报告的 schema 是 \(found)，应为 \(expected)：它由另一个版本的 textshift 写出；请重新运行 textshift \(verb)"
    }
    func memberUnusable(path: String, member: String, found: String, expected: String, verb: String) -> String {
        "\(path): 错误：\(member) 是 \(found)，应为\(expected)：文件已不是 textshift 写出的样子；请重新运行 textshift \(verb)"
    }
    func documentTooLarge(path: String, bytes: Int, most: Int, verb: String) -> String {
        "\(path): 错误：文件有 \(bytes) 字节，最多应为 \(most)：textshift 不会写出这样的文件；请重新运行 textshift \(verb)"
    }
    var trueOrFalse: String { " true 或 false" }
    var aText: String { "文本" }
    var anObject: String { "对象" }
    var aList: String { "列表" }
    var aNumber: String { "数" }
    func wholeNumber(least: String, greatest: String) -> String { " \(least) 到 \(greatest) 之间的整数" }
    func number(least: String, greatest: String) -> String { " \(least) 到 \(greatest) 之间的数" }
    func listOfLength(_ length: Int) -> String { "含 \(length) 项的列表" }
    var risingNumbers: String { "递增的数" }
    var aFileName: String { "不带目录的文件名" }
    func otherEstimates(path: String) -> String { "\(path): 错误：文件里已有其他估计，没有改动；请用 --output 指定另一个文件，或用 --force 替换" }
}
