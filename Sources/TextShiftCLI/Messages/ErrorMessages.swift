import ArgumentParser
import ShiftReport
import TextShift

/// The message of an error.
enum ErrorMessages {
    /// The message, or nil for an error of the argument parser, which has its own.
    ///
    /// Names of files and text from the corpus appear in it only as characters that a terminal shows, never as ones that it
    /// interprets.
    static func text(for error: any Error) -> String? {
        // Each reason is a line of its own.
        if let error = error as? GateFailure {
            return error.reasons.map { PrintableText.of(say.error(text: $0)) }.joined(separator: "\n")
        }
        // One without a place is never thrown as it is.
        return error is ModelError ? nil : (error as? any WordedError)?.message(LanguageChoice.current.wording)
    }

    /// Runs `body`, and reports its errors as the parser reports a wrong command line.
    static func asUsage(_ body: () throws -> Void) throws {
        do {
            try body()
        } catch {
            let message = text(for: error) ?? "\(error)"
            // The parser puts its own word for an error before what it is given.
            let prefix = say.error(text: "")
            throw ValidationError(message.hasPrefix(prefix) ? String(message.dropFirst(prefix.count)) : message)
        }
    }
}
