import ShiftReport

extension CatalogueCall {
    static func ofUsage() -> [CatalogueCall] {
        var all: [CatalogueCall] = []
        func add(_ name: String, _ arguments: [String: String] = [:], _ call: @escaping @Sendable (any Catalogue) -> String) {
            all.append(CatalogueCall(name: name, arguments: arguments, call: call))
        }
        add("notAmong", ["option": "<option>", "value": "<value>", "expected": "<expected>"]) {
            $0.notAmong(option: "<option>", value: "<value>", expected: "<expected>")
        }
        add("outOfRange", ["option": "<option>", "value": "<value>", "expected": "<expected>"]) {
            $0.outOfRange(option: "<option>", value: "<value>", expected: "<expected>")
        }
        add("empty", ["option": "<option>", "expected": "<expected>"]) { $0.empty(option: "<option>", expected: "<expected>") }
        add("leastOf", ["option": "<option>", "least": "8"]) { $0.leastOf(option: "<option>", least: 8) }
        add("mostOf", ["option": "<option>", "most": "9"]) { $0.mostOf(option: "<option>", most: 9) }
        add("either", ["first": "<first>", "last": "<last>"]) { $0.either(names: ["<first>", "<last>"]) }
        add("fromTo", ["least": "<least>", "greatest": "<greatest>"]) { $0.fromTo(least: "<least>", greatest: "<greatest>") }
        add("numberOrMore", ["least": "<least>"]) { $0.numberOrMore(least: "<least>") }
        add("areaAboveHalf") { $0.areaAboveHalf }
        add("shareUpToOne") { $0.shareUpToOne }
        add("shareBelowOne") { $0.shareBelowOne }
        add("aShare") { $0.aShare }
        add("rowsOrPercentage") { $0.rowsOrPercentage }
        add("aSize") { $0.aSize }
        add("sizeOfRecord") { $0.sizeOfRecord }
        add("nameOfEncoding") { $0.nameOfEncoding }
        add("aDelimiter") { $0.aDelimiter }
        add("nameOfFile") { $0.nameOfFile }
        add("nameOfFolder") { $0.nameOfFolder }
        add("giveTrainAndTest") { $0.giveTrainAndTest }
        add("oneStandardInput") { $0.oneStandardInput }
        add("trainIsReadTwice") { $0.trainIsReadTwice }
        add("metricNeedsScores") { $0.metricNeedsScores }
        add("needsOutput", ["option": "<option>"]) { $0.needsOutput(option: "<option>") }
        add("giveALimit") { $0.giveALimit }
        add("confidencesTogether") { $0.confidencesTogether }
        add("predictionsTogether") { $0.predictionsTogether }
        add("giveOutputOrCompare") { $0.giveOutputOrCompare }
        add("noSizeForFolds") { $0.noSizeForFolds }
        add("methodNeedsSize", ["method": "<method>"]) { $0.methodNeedsSize(method: "<method>") }
        add("methodNeedsOutput", ["method": "<method>"]) { $0.methodNeedsOutput(method: "<method>") }
        add("errorPrefix") { $0.errorPrefix }
        add("usagePrefix") { $0.usagePrefix }
        add("helpPrefix") { $0.helpPrefix }
        add("seeHelp", ["command": "<command>"]) { $0.seeHelp(command: "<command>") }
        add("unknownOption", ["option": "<option>"]) { $0.unknownOption(option: "<option>") }
        add("didYouMean", ["option": "<option>", "other": "<other>"]) { $0.didYouMean(option: "<option>", other: "<other>") }
        add("missingValue", ["option": "<option>"]) { $0.missingValue(option: "<option>") }
        add("takesNoValue", ["option": "<option>", "value": "<value>"]) {
            $0.takesNoValue(option: "<option>", value: "<value>")
        }
        add("unexpectedArgument", ["argument": "<argument>"]) { $0.unexpectedArgument(argument: "<argument>") }
        add("unexpectedArguments", ["count": "<count>", "arguments": "<arguments>"]) {
            $0.unexpectedArguments(count: "<count>", arguments: "<arguments>")
        }
        add("missingArgument", ["argument": "<argument>"]) { $0.missingArgument(argument: "<argument>") }
        add("invalidValue", ["value": "<value>", "option": "<option>"]) {
            $0.invalidValue(value: "<value>", option: "<option>")
        }
        add("overviewTitle") { $0.overviewTitle }
        add("usageTitle") { $0.usageTitle }
        add("argumentsTitle") { $0.argumentsTitle }
        add("optionsTitle") { $0.optionsTitle }
        add("commandsTitle") { $0.commandsTitle }
        add("examplesTitle") { $0.examplesTitle }
        add("defaultValue", ["value": "<value>"]) { $0.defaultValue(value: "<value>") }
        add("defaultAndValues", ["values": "<values>", "value": "<value>"]) {
            $0.defaultAndValues(values: "<values>", value: "<value>")
        }
        add("showVersion") { $0.showVersion }
        add("showHelp") { $0.showHelp }
        add("helpOfCommand", ["command": "<command>"]) { $0.helpOfCommand(command: "<command>") }
        return all
    }
}
