/// Why a command line is refused, and the headings around it.
package protocol UsageCatalogue {
    /// `option` is "`value`", expected `expected`.
    func notAmong(option: String, value: String, expected: String) -> String
    /// `option` is `value`, expected `expected`.
    func outOfRange(option: String, value: String, expected: String) -> String
    /// `option` is empty, expected `expected`.
    func empty(option: String, expected: String) -> String
    /// `option` must be at least `least`.
    func leastOf(option: String, least: Int) -> String
    /// `option` must be at most `most`.
    func mostOf(option: String, most: Int) -> String
    /// or
    func either(names: [String]) -> String
    /// `least` to `greatest`
    func fromTo(least: String, greatest: String) -> String
    /// `least` or more
    func numberOrMore(least: String) -> String
    /// an AUC above 0.5 and below 1
    var areaAboveHalf: String { get }
    /// a share above 0 and at most 1
    var shareUpToOne: String { get }
    /// a share above 0 and below 1
    var shareBelowOne: String { get }
    /// a share such as 0.05 or 5%
    var aShare: String { get }
    /// a number of rows such as 500, or a percentage such as 30%
    var rowsOrPercentage: String { get }
    /// a size such as 512MiB or 2GiB
    var aSize: String { get }
    /// a size such as 64MiB, at most 1GiB
    var sizeOfRecord: String { get }
    /// the name of an encoding such as windows-1252, Big5 or Shift_JIS
    var nameOfEncoding: String { get }
    /// a text without a quote in front and without line ends
    var aDelimiter: String { get }
    /// the name of a file
    var nameOfFile: String { get }
    /// the name of a folder
    var nameOfFolder: String { get }
    /// Give TRAIN and TEST, or --train and --test.
    var giveTrainAndTest: String { get }
    /// Only one file can be standard input.
    var oneStandardInput: String { get }
    /// TRAIN is read twice, so it cannot be standard input; give a file.
    var trainIsReadTwice: String { get }
    /// --metric needs --scores, the file that has it.
    var metricNeedsScores: String { get }
    /// `option` needs --output, the folder to write to.
    func needsOutput(option: String) -> String
    /// Give at least one limit: --max-auc, --min-ess, --min-groups, --max-no-support, --max-left, --mean-ratio, …
    var giveALimit: String { get }
    /// Give --confidence and --test-confidences, or neither, and not with --drawn.
    var confidencesTogether: String { get }
    /// --test-confidences needs an option that says what is in it, and no --drawn
    var testConfidencesOf: String { get }
    /// Give --predictions and --test-predictions, or neither.
    var predictionsTogether: String { get }
    /// Give --output, the folder to write to, or --compare.
    var giveOutputOrCompare: String { get }
    /// --size does not go with kfold: its parts have all rows.
    var noSizeForFolds: String { get }
    /// --method `method` needs -n, how many rows of TEST to draw.
    func methodNeedsSize(method: String) -> String
    /// --method `method` needs --output, and goes with neither --compare nor --pool.
    func methodNeedsOutput(method: String) -> String
    /// Error:
    var errorPrefix: String { get }
    /// Usage:
    var usagePrefix: String { get }
    /// Help:
    var helpPrefix: String { get }
    /// See '`command`' for more information.
    func seeHelp(command: String) -> String
    /// Unknown option '`option`'
    func unknownOption(option: String) -> String
    /// Unknown option '`option`'. Did you mean '`other`'?
    func didYouMean(option: String, other: String) -> String
    /// Missing value for '`option`'
    func missingValue(option: String) -> String
    /// The option '`option`' does not take any value, but '`value`' was specified.
    func takesNoValue(option: String, value: String) -> String
    /// Unexpected argument '`argument`'
    func unexpectedArgument(argument: String) -> String
    /// `count` unexpected arguments: '`arguments`'
    func unexpectedArguments(count: String, arguments: String) -> String
    /// Missing expected argument '`argument`'
    func missingArgument(argument: String) -> String
    /// The value '`value`' is invalid for '`option`'
    func invalidValue(value: String, option: String) -> String
    /// OVERVIEW:
    var overviewTitle: String { get }
    /// USAGE:
    var usageTitle: String { get }
    /// ARGUMENTS:
    var argumentsTitle: String { get }
    /// OPTIONS:
    var optionsTitle: String { get }
    /// SUBCOMMANDS:
    var commandsTitle: String { get }
    /// EXAMPLES
    var examplesTitle: String { get }
    /// (default: `value`)
    func defaultValue(value: String) -> String
    /// (values: `values`; default: `value`)
    func defaultAndValues(values: String, value: String) -> String
    /// Show the version.
    var showVersion: String { get }
    /// Show help information.
    var showHelp: String { get }
    /// See '`command` help <subcommand>' for detailed help.
    func helpOfCommand(command: String) -> String
}
