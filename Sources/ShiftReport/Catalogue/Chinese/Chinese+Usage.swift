extension ChineseCatalogue: UsageCatalogue {
    func notAmong(option: String, value: String, expected: String) -> String { "\(option) 的值是“\(value)”，应为 \(expected)。" }
    func outOfRange(option: String, value: String, expected: String) -> String { "\(option) 的值是 \(value)，应为 \(expected)。" }
    func empty(option: String, expected: String) -> String { "\(option) 为空，应为 \(expected)。" }
    func leastOf(option: String, least: Int) -> String { "\(option) 至少为 \(least)。" }
    func mostOf(option: String, most: Int) -> String { "\(option) 至多为 \(most)。" }
    func either(names: [String]) -> String { Self.joined(names, "或") }
    func fromTo(least: String, greatest: String) -> String { "\(least)–\(greatest)" }
    func numberOrMore(least: String) -> String { "\(least) 或更大" }
    var areaAboveHalf: String { "大于 0.5 且小于 1 的 AUC" }
    var shareUpToOne: String { "大于 0 且不超过 1 的比例" }
    var shareBelowOne: String { "大于 0 且小于 1 的比例" }
    var aShare: String { "比例，例如 0.05 或 5%" }
    var rowsOrPercentage: String { "样本条数（例如 500）或百分比（例如 30%）" }
    var aSize: String { "大小，例如 512MiB 或 2GiB" }
    var sizeOfRecord: String { "大小，例如 64MiB，最多 1GiB" }
    var nameOfEncoding: String { "编码的名称，例如 windows-1252、Big5 或 Shift_JIS" }
    var aDelimiter: String { "不以引号开头、不含换行的文本" }
    var nameOfFile: String { "文件名" }
    var nameOfFolder: String { "文件夹名" }
    var giveTrainAndTest: String { "请给出 TRAIN 和 TEST，或 --train 和 --test。" }
    var oneStandardInput: String { "只有一个文件可以是标准输入。" }
    var trainIsReadTwice: String { "TRAIN 要读两遍，不能是标准输入；请给文件。" }
    var metricNeedsScores: String { "--metric 需要 --scores，即含有它的文件。" }
    func needsOutput(option: String) -> String { "\(option) 需要 --output，即要写入的文件夹。" }
    var giveALimit: String {
        "请至少给出一个限值：--max-auc、--min-ess、--min-groups、--max-no-support、--max-left、--min-content、--mean-ratio、--max-duplicates 或 --trusted。"
    }
    var testConfidencesOf: String {
        "请把 --test-confidences 与 --confidence、--probabilities 或 --probability 一起给出；给了 --confidence 就要给它；都不能与 --drawn 同用。"
    }
    var confidencesTogether: String { "请同时给出 --confidence 和 --test-confidences，或都不给；不能与 --drawn 同用。" }
    var predictionsTogether: String { "请同时给出 --predictions 和 --test-predictions，或都不给。" }
    var giveOutputOrCompare: String { "请给出 --output（要写入的文件夹）或 --compare。" }
    var noSizeForFolds: String { "--size 不能与 kfold 同用：它的各份合起来就是全部样本。" }
    func methodNeedsSize(method: String) -> String { "--method \(method) 需要 -n，即从 TEST 抽取多少条样本，或 --target-width。" }
    func methodNeedsOutput(method: String) -> String { "--method \(method) 需要 --output，且不能与 --compare 或 --pool 同用。" }
    var errorPrefix: String { "错误：" }
    var usagePrefix: String { "用法：" }
    var helpPrefix: String { "说明：" }
    func seeHelp(command: String) -> String { "  更多说明见“\(command)”。" }
    func unknownOption(option: String) -> String { "没有选项“\(option)”" }
    func didYouMean(option: String, other: String) -> String { "没有选项“\(option)”。是不是“\(other)”？" }
    func missingValue(option: String) -> String { "“\(option)”缺少值" }
    func takesNoValue(option: String, value: String) -> String { "选项“\(option)”不带值，却给了“\(value)”。" }
    func unexpectedArgument(argument: String) -> String { "多余的参数“\(argument)”" }
    func unexpectedArguments(count: String, arguments: String) -> String { "\(count) 个多余的参数：“\(arguments)”" }
    func missingArgument(argument: String) -> String { "缺少参数“\(argument)”" }
    func invalidValue(value: String, option: String) -> String { "“\(value)”不能作“\(option)”的值" }
    var overviewTitle: String { "概述：" }
    var usageTitle: String { "用法：" }
    var argumentsTitle: String { "参数：" }
    var optionsTitle: String { "选项：" }
    var commandsTitle: String { "子命令：" }
    var examplesTitle: String { "示例" }
    func defaultValue(value: String) -> String { "（默认：\(value)）" }
    func defaultAndValues(values: String, value: String) -> String { "（可选：\(values)；默认：\(value)）" }
    var showVersion: String { "显示版本。" }
    var showHelp: String { "显示帮助。" }
    func helpOfCommand(command: String) -> String { "  各子命令的说明见“\(command) help <子命令>”。" }
}
