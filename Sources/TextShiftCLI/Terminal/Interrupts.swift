import Foundation
import ParallelWork
import Synchronization

/// Signals that ask the program to end: an interrupt (Ctrl-C), a request to terminate, a terminal that closes.
enum Interrupts {
    private static let numbers = [SIGINT, SIGTERM, SIGHUP]

    /// Whether a signal is pending until the end of ``heldBack(during:)``.
    static var isWaiting: Bool { waiting != nil }

    private static var waiting: Int32? {
        var waiting = sigset_t()
        sigpending(&waiting)
        return numbers.first { sigismember(&waiting, $0) == 1 }
    }

    /// Runs `body` with these signals held back; one that arrived meanwhile ends the program right after, by that signal.
    ///
    /// Only for a part that must not be interrupted. Worker threads never take signals, so holding them back in
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

    /// Seconds that a body has to end by itself once it is asked to.
    private static let patience = 0.5

    /// Runs `body`, which one of these signals asks to end at the next good place; the signal then ends the program, as it
    /// would have done at once. It also does so if the body does not end soon: it may be waiting for a reader that has stopped
    /// reading.
    ///
    /// - Parameter body: Receives a function that says whether it was asked to end.
    static func atGoodPlaces<Result>(_ body: (_ isAsked: @escaping @Sendable () -> Bool) throws -> Result) rethrows -> Result {
        var asking = sigset_t()
        var before = sigset_t()
        sigemptyset(&asking)
        for number in numbers { sigaddset(&asking, number) }
        pthread_sigmask(SIG_BLOCK, &asking, &before)
        let state = AskedState()
        let watched = asking
        // It inherits the mask, so that the signals are left for it.
        let isWatched = BackgroundThread.start(takesSignals: true) {
            var watched = watched
            var pause = timespec(tv_sec: 0, tv_nsec: 20_000_000)
            var number: Int32 = -1
            while number < 0 {
                if state.isOver.load(ordering: .acquiring) { return }
                number = sigtimedwait(&watched, nil, &pause)
            }
            state.signal.store(Int(number), ordering: .releasing)
            let end = ContinuousClock.now + .seconds(patience)
            while ContinuousClock.now < end {
                if state.isOver.load(ordering: .acquiring) { return }
                usleep(5000)
            }
            die(by: number)
        }
        // Without a thread to watch, a signal waits until the next good place.
        let isAsked: @Sendable () -> Bool = {
            if !isWatched, let waiting { state.signal.store(Int(waiting), ordering: .releasing) }
            return state.signal.load(ordering: .acquiring) > 0
        }
        defer {
            state.isOver.store(true, ordering: .releasing)
            let number = Int32(state.signal.load(ordering: .acquiring))
            if number > 0 { die(by: number) }
            pthread_sigmask(SIG_SETMASK, &before, nil)
        }
        return try body(isAsked)
    }

    private final class AskedState: Sendable {
        let signal = Atomic<Int>(0)
        let isOver = Atomic<Bool>(false)
    }

    /// Ends the program by a signal, as its parent sees it.
    private static func die(by number: Int32) {
        signal(number, SIG_DFL)
        var own = sigset_t()
        sigemptyset(&own)
        sigaddset(&own, number)
        pthread_sigmask(SIG_UNBLOCK, &own, nil)
        raise(number)
    }
}
