import Foundation

/// Signals that ask the program to end: an interrupt (Ctrl-C), a request to terminate, a terminal that goes away.
enum Interrupts {
    private static let numbers = [SIGINT, SIGTERM, SIGHUP]

    /// Whether one is waiting for the end of ``heldBack(during:)``.
    static var isWaiting: Bool {
        var waiting = sigset_t()
        sigpending(&waiting)
        return numbers.contains { sigismember(&waiting, $0) == 1 }
    }

    /// Runs `body` with these signals held back; one that came meanwhile ends the program right after, by that signal.
    ///
    /// Only for a part that must not be cut in two. The workers of Dispatch never take signals, so holding them back in
    /// this thread holds them back everywhere.
    static func heldBack<Result>(during body: () throws -> Result) rethrows -> Result {
        var held = sigset_t()
        var before = sigset_t()
        sigemptyset(&held)
        for number in numbers { sigaddset(&held, number) }
        pthread_sigmask(SIG_BLOCK, &held, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        return try body()
    }
}
