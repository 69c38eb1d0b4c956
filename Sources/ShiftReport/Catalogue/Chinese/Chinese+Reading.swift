import TextRecords

extension ChineseCatalogue: ReadingCatalogue {
    func betweenCells(delimiter: String) -> String {
        switch delimiter {
        case ";": "单元格之间是分号"
        case "|": "单元格之间是竖线"
        case "\t": "单元格之间是制表符"
        default: "单元格之间是 \(delimiter)"
        }
    }
    func text(_ remark: ReadingRemark) -> String? {
        let value = remark.value ?? ""
        return switch remark.kind {
        case .recordsAt: "样本是列表 \(quoted(value))"
        case .listsPassedOver: "其中的其他列表没有读取：\(value)"
        case .recordsByKey: "样本是\(value.isEmpty ? "一个对象" : " \(quoted(value)) ")的各个成员，键作为“_id”"
        case .columns: "按列存放的对象；各行是样本"
        case .objects: "一个接一个的对象，各占多行"
        case .texts: "文本的列表；每条是样本的字段“text”"
        case .delimiter: nil
        case .numberedColumns: "没有表头：共 \(value) 列，以序号为名"
        case .textAndLabel: "没有表头：两列读作 \(value)；加 --no-header 则名为 1 和 2"
        case .fastText: "fastText：__label__ 之后是标签，行内其余是文本"
        case .positionDigits: "去掉了每个词后面的位置数字"
        case .untagged: "每行一个词，没有标记"
        case .separator:
            "每行读作一条文本，但前面各行里 \(value) 的个数都相同：如果是表，请用 --delimiter '\(value)'；如果第一行不是表头，再加 --no-header"
        case .macLineEnds: "行以回车符结尾，和旧 Mac 一样"
        case .member: "读取的是压缩包里的 \(value)"
        case .isUTF8: "是 UTF-8，按 UTF-8 读取，而不是 \(value)"
        }
    }
    func shortRows(count: Int) -> String { "有 \(count) 行的单元格比表头少；缺的读作空" }
    func spelledValues(count: Int) -> String { "所用字段里有 \(count) 个值是数字或真假值；按原样读作文本" }
    func rowsOfFile(count: Int) -> String { "\(count) 条" }
    func unreadable(count: Int, error: String) -> String { "\(count) 条记录无法读取" + (error.isEmpty ? "" : "：\(error)") }
    func moreFields(count: Int) -> String { "另有 \(count) 个" }
    func groupsFound(groups: Int, largest: Int) -> String { "放在一起的样本：共 \(groups) 组，最大的一组有 \(largest) 条；依据：" }
    func linkedByEquality(rows: Int) -> String { "\(rows) 条与别的样本完全相同" }
    func linkedByLikeness(rows: Int) -> String { "\(rows) 条与别的样本近乎相同" }
    func linkedByValues(fields: String) -> String { "\(fields) 的值相同" }
    var nothingToCompare: String { "没有能自动比较的字段；请用 --field 指定。" }
    var byName: String { "写明选项：" }
    func briefly(_ kind: ValueKind) -> String {
        switch kind {
        case .text: "文本"
        case .number: "数字"
        case .boolean: "真假"
        case .null, .missing: "空"
        case .array: "列表"
        case .object: "对象"
        }
    }
}
