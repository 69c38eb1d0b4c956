extension ChineseCatalogue: PartsCatalogue {
    var optionReportTo: String { "把 report.json 写到这里；- 表示标准输出。不能与 --output 同用。" }
    var optionFiguresTo: String { "把每条样本的指标写到这里，不带样本本身：按位置列出 sample_weight、p_test、fold 和 group 的 JSON 文本。- 表示标准输出。" }
    var optionModelTo: String { "把模型写到这里。" }
    var optionSplitFigures: String { "把样本的位置写到这里，不带样本本身；- 表示标准输出。" }
    var optionReportOutput: String { "只写一份报告到这里，由扩展名 .html 或 .md 决定。默认：两份都写到 DIR。" }
    var optionEvents: String { "供程序使用：把阶段、提示和错误以每个一条 JSON 的形式写到这个编号的已打开文件。" }
    var anOpenFile: String { "已打开可写文件的编号" }
    var aReportFile: String { "以 .html 或 .md 结尾的文件名" }
    var oneStandardOutput: String { "只能有一个文件是标准输出。" }
    func sharedPlace(path: String) -> String { "两个结果不能都写到 \(path)；请各给一个位置。" }
    var outputOrParts: String { "--output 与 --report、--figures、--model 只能给其中一类。" }
}
