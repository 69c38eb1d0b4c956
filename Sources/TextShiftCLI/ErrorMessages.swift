import ArgumentParser
import Foundation
import ImportanceWeights
import ShiftModel
import TextRecords
import TextShift
import TextTokens

/// All wording of errors: where, what was found, what was expected, what to do.
enum ErrorMessages {
    /// What is said where memory runs out, ended by a newline.
    static let outOfMemory: StaticString = """
        error: out of memory; give analyze and fit less to fit on (--fit-memory 128MiB, --fit-rows 50000), use fewer --threads, or allow the \
        program more memory (ulimit -v)

        """

    /// The message, or nil for an error of the argument parser, which has its own.
    ///
    /// Names of files and text of the corpus are in it as far as a terminal shows and does not obey them.
    static func text(for error: any Error) -> String? {
        // Each reason is a line of its own.
        if let error = error as? GateFailure { return error.reasons.map { "error: \(printable($0))" }.joined(separator: "\n") }
        let message: String? =
            switch error {
            case let error as RecordError: text(error)
            case let error as AnalysisError: text(error)
            case let error as WeightError: text(error)
            case let error as TokenError: text(error)
            case let error as ScoreError: text(error)
            default: nil
            }
        return message.map(printable)
    }

    /// Runs `body`, and says what it throws as the parser says what is wrong with a command line.
    static func asUsage(_ body: () throws -> Void) throws {
        do {
            try body()
        } catch {
            let message = text(for: error) ?? "\(error)"
            // The parser puts "Error: " before what it is given.
            throw ValidationError(message.hasPrefix("error: ") ? String(message.dropFirst(7)) : message)
        }
    }

    static func at(_ place: SourceLocation) -> String {
        "\(place.path):\(place.line)" + (place.column.map { ":\($0)" } ?? "")
    }

    static func name(_ kind: ValueKind) -> String {
        switch kind {
        case .text: "text"
        case .number: "a number"
        case .boolean: "true or false"
        case .null: "null"
        case .array: "an array"
        case .object: "an object"
        case .missing: "missing"
        }
    }

    static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

    static func list(_ fields: [String], are verb: String = "are:") -> String {
        fields.isEmpty ? "are none" : verb + " " + fields.map(printable).joined(separator: ", ")
    }

    /// Text of the corpus may stand in a message: no control character, nor one that turns the direction of writing, reaches
    /// the terminal.
    static func printable(_ text: String) -> String {
        let unfit: Set<Unicode.GeneralCategory> = [.control, .format, .lineSeparator, .paragraphSeparator]
        return String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { unfit.contains($0.properties.generalCategory) ? "\u{FFFD}" : $0 }))
    }
}
