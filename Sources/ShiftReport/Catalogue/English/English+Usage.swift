extension EnglishCatalogue: UsageCatalogue {
    func notAmong(option: String, value: String, expected: String) -> String {
        "\(option) is \"\(value)\", expected \(expected)."
    }
    func outOfRange(option: String, value: String, expected: String) -> String {
        "\(option) is \(value), expected \(expected)."
    }
    func empty(option: String, expected: String) -> String { "\(option) is empty, expected \(expected)." }
    func leastOf(option: String, least: Int) -> String { "\(option) must be at least \(least)." }
    func mostOf(option: String, most: Int) -> String { "\(option) must be at most \(most)." }
    func either(names: [String]) -> String { Self.joined(names, "or") }
    func fromTo(least: String, greatest: String) -> String { "\(least) to \(greatest)" }
    func numberOrMore(least: String) -> String { "\(least) or more" }
    var areaAboveHalf: String { "an AUC above 0.5 and below 1" }
    var shareUpToOne: String { "a share above 0 and at most 1" }
    var shareBelowOne: String { "a share above 0 and below 1" }
    var aShare: String { "a share such as 0.05 or 5%" }
    var rowsOrPercentage: String { "a number of rows such as 500, or a percentage such as 30%" }
    var aSize: String { "a size such as 512MiB or 2GiB" }
    var sizeOfRecord: String { "a size such as 64MiB, at most 1GiB" }
    var nameOfEncoding: String { "the name of an encoding such as windows-1252, Big5 or Shift_JIS" }
    var aDelimiter: String { "a text without a quote in front and without line ends" }
    var nameOfFile: String { "the name of a file" }
    var nameOfFolder: String { "the name of a folder" }
    var giveTrainAndTest: String { "Give TRAIN and TEST, or --train and --test." }
    var oneStandardInput: String { "Only one file can be standard input." }
    var trainIsReadTwice: String { "TRAIN is read twice, so it cannot be standard input; give a file." }
    var metricNeedsScores: String { "--metric needs --scores, the file that has it." }
    func needsOutput(option: String) -> String { "\(option) needs --output, the folder to write to." }
    var giveALimit: String {
        "Give at least one limit: --max-auc, --min-ess, --min-groups, --max-no-support, --max-left, "
            + "--min-content, --mean-ratio, --max-duplicates or --trusted."
    }
    var testConfidencesOf: String {
        "Give --test-confidences with --confidence, --probabilities or --probability, --confidence not without it, and neither with --drawn."
    }
    var confidencesTogether: String { "Give --confidence and --test-confidences, or neither, and not with --drawn." }
    var predictionsTogether: String { "Give --predictions and --test-predictions, or neither." }
    var giveOutputOrCompare: String { "Give --output, the folder to write to, or --compare." }
    var noSizeForFolds: String { "--size does not go with kfold: its parts have all rows." }
    func methodNeedsSize(method: String) -> String {
        "--method \(method) needs -n, how many rows of TEST to draw, or --target-width."
    }
    func methodNeedsOutput(method: String) -> String {
        "--method \(method) needs --output, and goes with neither --compare nor --pool."
    }
    var errorPrefix: String { "Error: " }
    var usagePrefix: String { "Usage: " }
    var helpPrefix: String { "Help:  " }
    func seeHelp(command: String) -> String { "  See '\(command)' for more information." }
    func unknownOption(option: String) -> String { "Unknown option '\(option)'" }
    func didYouMean(option: String, other: String) -> String { "Unknown option '\(option)'. Did you mean '\(other)'?" }
    func missingValue(option: String) -> String { "Missing value for '\(option)'" }
    func takesNoValue(option: String, value: String) -> String {
        "The option '\(option)' does not take any value, but '\(value)' was specified."
    }
    func unexpectedArgument(argument: String) -> String { "Unexpected argument '\(argument)'" }
    func unexpectedArguments(count: String, arguments: String) -> String { "\(count) unexpected arguments: '\(arguments)'" }
    func missingArgument(argument: String) -> String { "Missing expected argument '\(argument)'" }
    func invalidValue(value: String, option: String) -> String { "The value '\(value)' is invalid for '\(option)'" }
    var overviewTitle: String { "OVERVIEW: " }
    var usageTitle: String { "USAGE: " }
    var argumentsTitle: String { "ARGUMENTS:" }
    var optionsTitle: String { "OPTIONS:" }
    var commandsTitle: String { "SUBCOMMANDS:" }
    var examplesTitle: String { "EXAMPLES" }
    func defaultValue(value: String) -> String { "(default: \(value))" }
    func defaultAndValues(values: String, value: String) -> String { "(values: \(values); default: \(value))" }
    var showVersion: String { "Show the version." }
    var showHelp: String { "Show help information." }
    func helpOfCommand(command: String) -> String { "  See '\(command) help <subcommand>' for detailed help." }
}
