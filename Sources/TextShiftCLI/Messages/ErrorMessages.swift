import ArgumentParser
import Foundation
import ShiftReport
import Statistics
import TextShift

/// The message of an error.
enum ErrorMessages {
    /// The message when memory runs out, ended by a newline.
    static let outOfMemory: StaticString = """
        error: out of memory; give analyze and fit less to fit on (--fit-memory 128MiB, --fit-rows 50000), use fewer --threads, or allow the \
        program more memory (ulimit -v)

        """

    /// The message, or nil for an error of the argument parser, which has its own.
    ///
    /// Names of files and text from the corpus appear in it only as characters that a terminal shows, never as ones that it
    /// interprets.
    static func text(for error: any Error) -> String? {
        // Each reason is a line of its own.
        if let error = error as? GateFailure {
            return error.reasons.map { "error: \(ErrorWording.printable($0))" }.joined(separator: "\n")
        }
        switch error {
        case is RecordError, is AnalysisError, is FolderError, is WeightError, is StatisticsError, is TokenError:
            return error.localizedDescription
        default: return nil
        }
    }

    /// Runs `body`, and reports its errors as the parser reports a wrong command line.
    static func asUsage(_ body: () throws -> Void) throws {
        do {
            try body()
        } catch {
            let message = text(for: error) ?? "\(error)"
            // The parser puts "Error: " before what it is given.
            throw ValidationError(message.hasPrefix("error: ") ? String(message.dropFirst(7)) : message)
        }
    }
}
