import ArgumentParser
import TextShift

/// `--events`, for a program that runs this one.
struct EventsOption: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp(say.optionEvents, valueName: "FD"))
    var events: String?

    func validate() throws {
        try check(
            events.map { Int32($0).map(EventStream.isOpen) ?? false } ?? true,
            say.notAmong(option: "--events", value: events ?? "", expected: say.anOpenFile))
    }
}
