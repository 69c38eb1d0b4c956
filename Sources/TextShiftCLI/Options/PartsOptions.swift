import ArgumentParser
import TextShift

/// `--report`, `--figures` and `--model` of `analyze`: parts of the result, each to a place of its own.
struct PartsOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp(say.optionReportTo, valueName: "FILE"), completion: .file())
    var report: String?

    @Option(name: .long, help: ArgumentHelp(say.optionFiguresTo, valueName: "FILE"), completion: .file())
    var figures: String?

    @Option(name: .long, help: ArgumentHelp(say.optionModelTo, valueName: "FILE"), completion: .file())
    var model: String?

    /// The typed options, interpreted.
    var parts: AnalysisParts {
        var parts = AnalysisParts()
        (parts.report, parts.figures, parts.model) = (report, figures, model)
        return parts
    }

    func validate() throws {
        let places = [report, figures, model].compactMap { $0 }
        try check(!places.contains(""), say.empty(option: "--report", expected: say.nameOfFile))
        try check(places.count { $0 == "-" } <= 1, say.oneStandardOutput)
    }
}
