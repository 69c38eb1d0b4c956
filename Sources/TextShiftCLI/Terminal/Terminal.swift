import Foundation
import ShiftReport
import TextShift

/// The two streams: data and summaries on standard output, everything else on standard error.
enum Terminal {
    /// Writes to standard output.
    static func output(_ text: String) throws(RecordError) {
        let out = OutputFile.standardOutput()
        try out.write(text)
        try out.flush()
    }

    /// Writes to standard error; what cannot be written is dropped. (The non-throwing `write` would trap.)
    static func error(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }

    /// Writes notes to standard error, a line each.
    static func notes(_ lines: [String], _ wording: Wording) {
        error(lines.map { wording.say.noted(text: $0) + "\n" }.joined())
    }

    /// Whether standard output shows colours: a terminal, and no NO_COLOR (no-color.org).
    static var isStyled: Bool {
        isatty(STDOUT_FILENO) == 1 && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
    }

    /// Whether standard error is a terminal that someone may be watching.
    static var isWatched: Bool { isatty(STDERR_FILENO) == 1 }

    /// Columns of the terminal on standard error; 80 if there is none.
    static var errorWidth: Int {
        var size = winsize()
        return ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
    }

    /// Shows a line on standard error in place of the current one; cut, since a terminal cannot take back a wrapped line.
    static func status(_ line: String) { error("\r\u{1B}[K" + DisplayText.cut(line, to: errorWidth - 1)) }

    /// Columns of the terminal, between 60 and 120; 100 if there is none.
    static var width: Int {
        var size = winsize()
        guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return 100
        }
        return min(max(Int(size.ws_col), 60), 120)
    }
}
