import Foundation
import Synchronization
import Testing

@testable import TextShiftCLI

/// Signals that arrived; a handler can reach nothing but globals.
private let arrived = Atomic<Int>(0)

@Suite("Interrupts", .serialized)
struct InterruptsTests {
    private struct Failure: Error {}

    /// Runs `body` while the program counts `number` instead of ending by it, in a thread that takes signals as the main
    /// thread does: tests may run on Dispatch's workers, which take none.
    private func counting(_ number: Int32, _ body: () throws -> Void) rethrows -> Int {
        arrived.store(0, ordering: .sequentiallyConsistent)
        let before = signal(number) { _ in arrived.add(1, ordering: .sequentiallyConsistent) }
        var taken = sigset_t()
        var mask = sigset_t()
        sigemptyset(&taken)
        sigaddset(&taken, number)
        pthread_sigmask(SIG_UNBLOCK, &taken, &mask)
        defer {
            pthread_sigmask(SIG_SETMASK, &mask, nil)
            signal(number, before)
        }
        try body()
        return arrived.load(ordering: .sequentiallyConsistent)
    }

    private var count: Int { arrived.load(ordering: .sequentiallyConsistent) }

    @Test("wait until the part is over, and then come", arguments: [SIGINT, SIGTERM, SIGHUP])
    func wait(number: Int32) {
        let seen = counting(number) {
            let during = Interrupts.heldBack {
                raise(number)
                return count
            }
            #expect(during == 0)
        }
        #expect(seen == 1)
    }

    @Test("come after a part that fails, too")
    func failure() {
        let seen = counting(SIGINT) {
            #expect(throws: Failure.self) {
                try Interrupts.heldBack {
                    raise(SIGINT)
                    throw Failure()
                }
            }
        }
        #expect(seen == 1)
    }

    @Test("are not held back otherwise")
    func otherwise() {
        let seen = counting(SIGINT) {
            Interrupts.heldBack {}
            raise(SIGINT)
            #expect(count == 1)
        }
        #expect(seen == 1)
    }
}
