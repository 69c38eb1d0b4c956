import Foundation

/// A thread of the system, which may be one too many: a container, a limit on processes.
package enum BackgroundThread {
    /// Runs `body` on a thread of its own, which takes no signals unless `takesSignals`; false, at once, where the system has no
    /// thread to give. (Dispatch waits for one, for ever; Foundation's Thread does not say.)
    package static func start(takesSignals: Bool = false, _ body: @escaping @Sendable () -> Void) -> Bool {
        let box = Unmanaged.passRetained(Body(body))
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        // A new thread inherits the mask.
        var all = sigset_t()
        var before = sigset_t()
        sigfillset(&all)
        if !takesSignals { pthread_sigmask(SIG_SETMASK, &all, &before) }
        defer { if !takesSignals { pthread_sigmask(SIG_SETMASK, &before, nil) } }
        var thread = pthread_t()
        let code = pthread_create(
            &thread, &attributes,
            { given in
                // Invariant: `given` is the box of this call, retained for this thread alone.
                if let given { Unmanaged<Body>.fromOpaque(given).takeRetainedValue().run() }
                return nil
            }, box.toOpaque())
        if code != 0 { box.release() }
        return code == 0
    }

    private final class Body: Sendable {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }
}
