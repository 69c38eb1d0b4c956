import ArgumentParser
import COutOfMemory
import Foundation
import ShiftReport
import TextRecords
import TextShift

/// Entry point: parses, runs, and turns any error into words and an exit status.
@main
enum Main {
    static func main() {
        // A reader that goes away is not an error: writes then fail with EPIPE, which ends the program quietly.
        signal(SIGPIPE, SIG_IGN)
        // Nor is a limit on the size of files the end: writes then fail with EFBIG, and what was begun is removed.
        signal(SIGXFSZ, SIG_IGN)
        say.outOfMemory.withUTF8Buffer { message in
            // A static string, so that it stays valid.
            message.withMemoryRebound(to: CChar.self) {
                coutofmemory_end_with($0.baseAddress, ExitStatus.usageOrData.rawValue)
            }
        }
        do {
            var command = try TextShiftCommand.parseAsRoot(arguments)
            try command.run()
        } catch {
            exit(finish(error).rawValue)
        }
    }

    /// What was typed behind the program's name, with names of files that are not UTF-8 as ``FileName`` spells them.
    private static var arguments: [String] {
        (1..<max(1, Int(CommandLine.argc))).compactMap { CommandLine.unsafeArgv[$0] }.map { argument in
            FileName.text(of: UnsafeBufferPointer(start: argument, count: strlen(argument)).map(UInt8.init(bitPattern:)))
        }
    }

    /// Tells the user about an error; help and version, which the parser throws too, go to standard output.
    private static func finish(_ error: any Error) -> ExitStatus {
        if case RecordError.outputNotWritten(_, let code) = error, code == EPIPE { return .done }
        if let message = ErrorMessages.text(for: error) {
            EventStream.current?.show(error, message: message)
            Terminal.error(message + "\n")
            return error is GateFailure ? .gateFailed : .usageOrData
        }
        // The message repeats what was typed.
        let message = ParserText.text(for: error, Array(CommandLine.arguments.dropFirst()))
            .split(separator: "\n", omittingEmptySubsequences: false)
            .map { PrintableText.of(String($0)) }.joined(separator: "\n")
        if TextShiftCommand.exitCode(for: error) == .success {
            do throws(RecordError) {
                try Terminal.output(message + "\n")
                return .done
            } catch {
                return finish(error)
            }
        }
        EventStream.current?.showUsage(message: message)
        if !message.isEmpty { Terminal.error(message + "\n") }
        return .usageOrData
    }
}
